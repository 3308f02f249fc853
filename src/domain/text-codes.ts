import { textAt, type CodedTexts, type PackedTexts, type TextColumn } from "./text-column.ts";

/** The column in coded form, for texts of which few are different; decodes each different text once. */
export function codeTexts(column: TextColumn, count: number): CodedTexts {
  const coder = createCoder();
  const code = new Uint32Array(count);
  if (Array.isArray(column) || !("kind" in column)) {
    for (let index = 0; index < count; index++) code[index] = coder.codeOf(textAt(column, index));
  } else if (column.kind === "coded") {
    return column;
  } else if (column.kind === "packed") {
    codePacked(column, coder, code);
  } else {
    const { parts, start, pick } = column;
    const all = pick === null ? code : new Uint32Array(start.at(-1) ?? 0);
    for (const [part, texts] of parts.entries()) {
      const from = start[part]!;
      const own = codeTexts(texts, start[part + 1]! - from);
      const shared = own.values.map((text) => coder.codeOf(text));
      for (let index = 0; index < own.code.length; index++) all[from + index] = shared[own.code[index]!]!;
    }
    if (pick !== null) for (let index = 0; index < count; index++) code[index] = all[pick[index]!]!;
  }
  return { kind: "coded", values: coder.values, code };
}

interface Coder {
  readonly values: (string | null)[];
  codeOf(text: string | null): number;
}

function createCoder(): Coder {
  const values: (string | null)[] = [];
  const codes = new Map<string | null, number>();
  return {
    values,
    codeOf(text) {
      const known = codes.get(text);
      if (known !== undefined) return known;
      codes.set(text, values.length);
      return values.push(text) - 1;
    },
  };
}

/** Texts of up to three bytes, such as country codes, are known again by their bytes. */
function codePacked(column: PackedTexts, coder: Coder, code: Uint32Array): void {
  const { bytes, offset } = column;
  const known = new Map<number, number>();
  for (let index = 0; index < code.length; index++) {
    const from = offset[index]!;
    const to = offset[index + 1]!;
    if (to - from > 3) {
      code[index] = coder.codeOf(textAt(column, index));
      continue;
    }
    let key = to - from;
    for (let at = from; at < to; at++) key = key * 256 + bytes[at]!;
    let found = known.get(key);
    if (found === undefined) {
      found = coder.codeOf(textAt(column, index));
      known.set(key, found);
    }
    code[index] = found;
  }
}
