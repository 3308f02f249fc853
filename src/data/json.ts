import { failure, success, type Result } from "#domain/result.ts";

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(json: unknown): json is JsonObject {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

const LONGEST_FOUND = 80;
const LONGEST_BEGINNING = 24;

/** A text as a message quotes it: cut after 80 characters. */
export function quoted(text: string): string {
  return text.length <= LONGEST_FOUND ? text : `${text.slice(0, LONGEST_FOUND)}…`;
}

/** What a message says was found: the `type` that an object states, else what kind of JSON value it is. */
export function describeJsonType(json: unknown): string {
  if (json === null) return "null";
  if (Array.isArray(json)) return "array";
  if (isJsonObject(json) && typeof json["type"] === "string") return quoted(json["type"]);
  return typeof json;
}

/** Parses JSON; a byte order mark is taken off. A text that is neither object nor list is told apart. */
export function parseJson(
  text: string,
): Result<
  unknown,
  | { readonly code: "not-json"; readonly params: { readonly reason: string } }
  | { readonly code: "not-json-text"; readonly params: { readonly begins: string } }
> {
  const json = text.replace(/^\uFEFF/, "");
  const begins = json.trim().slice(0, LONGEST_BEGINNING);
  if (begins !== "" && !/^[{[]/.test(begins)) return failure({ code: "not-json-text", params: { begins } });
  try {
    return success(JSON.parse(json) as unknown);
  } catch (error) {
    const reason = quoted(error instanceof Error ? error.message : String(error));
    return failure({ code: "not-json", params: { reason } });
  }
}
