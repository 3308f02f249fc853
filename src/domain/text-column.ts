/**
 * n texts, `null` where there is none. Every form is plain data, so that a table of a million rows goes to another thread
 * or into storage as a few buffers. Read with {@link textAt}.
 */
export type TextColumn = readonly (string | null)[] | PackedTexts | CodedTexts | JoinedTexts;

/** Texts one after another as UTF-8: text `i` is `bytes[offset[i]]` to `bytes[offset[i + 1]]`; an empty one is none. */
export interface PackedTexts {
  readonly kind: "packed";
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** (n + 1) */
  readonly offset: Uint32Array<ArrayBuffer>;
}

/** Texts of which there are few different ones: text `i` is `values[code[i]]`. */
export interface CodedTexts {
  readonly kind: "coded";
  readonly values: readonly (string | null)[];
  /** (n) */
  readonly code: Uint32Array<ArrayBuffer>;
}

/** The texts of several columns as one: text `i` is number `pick[i]` (without `pick`: `i`) of all parts one after another. */
export interface JoinedTexts {
  readonly kind: "joined";
  readonly parts: readonly TextColumn[];
  /** Of each part, and of the end. */
  readonly start: readonly number[];
  /** (n) */
  readonly pick: Uint32Array<ArrayBuffer> | null;
}

/** Part of every surrounding that this runs in, though of no language standard. */
declare const TextDecoder: new (
  label: string,
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });

/** The text at a position; `null` where there is none, also beyond the end. */
export function textAt(column: TextColumn, index: number): string | null {
  if (isList(column)) return column[index] ?? null;
  switch (column.kind) {
    case "packed": {
      const from = column.offset[index] ?? 0;
      const to = column.offset[index + 1] ?? 0;
      return to > from ? decoder.decode(column.bytes.subarray(from, to)) : null;
    }
    case "coded":
      return column.values[column.code[index] ?? -1] ?? null;
    case "joined": {
      const position = column.pick === null ? index : column.pick[index];
      if (position === undefined) return null;
      const part = partOf(column.start, position);
      const found = column.parts[part];
      return found === undefined ? null : textAt(found, position - column.start[part]!);
    }
  }
}

/** All texts as a list; for short columns. */
export function textsOf(column: TextColumn, count: number): (string | null)[] {
  return Array.from({ length: count }, (_, index) => textAt(column, index));
}

/** Several columns as one, of which `pick` names the texts that count, `null`: all. */
export function joinTexts(
  parts: readonly { readonly column: TextColumn; readonly count: number }[],
  pick: Uint32Array<ArrayBuffer> | null,
): TextColumn {
  const [only] = parts;
  if (parts.length === 1 && pick === null && only !== undefined) return only.column;
  const start = [0];
  for (const { count } of parts) start.push(start.at(-1)! + count);
  return { kind: "joined", parts: parts.map(({ column }) => column), start, pick };
}

function isList(column: TextColumn): column is readonly (string | null)[] {
  return Array.isArray(column);
}

/** The last part that starts at the position or before it. */
function partOf(start: readonly number[], position: number): number {
  let part = 0;
  while (part + 1 < start.length && start[part + 1]! <= position) part++;
  return part;
}
