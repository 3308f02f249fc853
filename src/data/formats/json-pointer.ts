/** A key as a part of an RFC 6901 pointer, with its slash. */
export function pointerPart(key: string | number): string {
  return typeof key === "number" ? `/${String(key)}` : `/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}

/** The longest beginning of a pointer that leads somewhere in a document. */
export function existingPointer(json: unknown, pointer: string): string {
  let value = json;
  let end = 0;
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) break;
    value = (value as Readonly<Record<string, unknown>>)[key];
    end += part.length + 1;
  }
  return pointer.slice(0, end);
}
