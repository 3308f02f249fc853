import { findRepeated, findTexts, type CountedColumn } from "../find-texts.ts";
import { textAt } from "../text-column.ts";

/**
 * The identifiers of all tables of a kind taken together, none twice. A record is named by its position in all tables one
 * after another.
 */
export interface Identifiers {
  readonly parts: readonly CountedColumn[];
  /** Of records whose identifier an earlier table has already: the one they go by instead, "mill~2". */
  readonly renamed: ReadonlyMap<number, string>;
}

const kept = new WeakMap<object, Identifiers>();

/** The table loaded first keeps an identifier. The same tables give the same identifiers. */
export function identifiersOf(parts: readonly CountedColumn[]): Identifiers {
  const key = parts.at(-1)?.column;
  const known = key === undefined ? undefined : kept.get(key);
  if (known?.parts.length === parts.length && parts.every(({ column }, at) => column === known.parts[at]?.column)) {
    return known;
  }
  const identifiers = { parts, renamed: renameRepeated(parts) };
  if (key !== undefined) kept.set(key, identifiers);
  return identifiers;
}

/** Positions of the records with these identifiers; of those that no table has there is none. */
export function locateRecords({ parts, renamed }: Identifiers, wanted: ReadonlySet<string>): Map<string, number> {
  const found = new Map<string, number>();
  let start = 0;
  for (const part of parts) {
    for (const [id, index] of findTexts(part, wanted)) {
      if (!renamed.has(start + index)) found.set(id, start + index);
    }
    start += part.count;
  }
  for (const [position, id] of renamed) if (wanted.has(id)) found.set(id, position);
  return found;
}

/** What a record goes by. */
export function identifierAt({ parts, renamed }: Identifiers, part: number, index: number): string {
  const start = parts.slice(0, part).reduce((sum, { count }) => sum + count, 0);
  return renamed.get(start + index) ?? textAt(parts[part]!.column, index) ?? "";
}

function renameRepeated(parts: readonly CountedColumn[]): ReadonlyMap<number, string> {
  const starts = [0];
  for (const { count } of parts) starts.push(starts.at(-1)! + count);
  const renamed = new Map<number, string>();
  const given = new Set<string>();
  let waiting = findRepeated(parts).map(({ part, index, text }) => ({ position: starts[part]! + index, text }));
  for (let number = 2; waiting.length > 0; number++) {
    const proposed = new Set(waiting.map(({ text }) => `${text}~${String(number)}`));
    const taken = new Set(parts.flatMap((part) => [...findTexts(part, proposed).keys()]));
    waiting = waiting.filter(({ position, text }) => {
      const id = `${text}~${String(number)}`;
      if (taken.has(id) || given.has(id)) return true;
      given.add(id);
      renamed.set(position, id);
      return false;
    });
  }
  return renamed;
}
