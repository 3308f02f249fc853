import type { CodedTexts, JoinedTexts, PackedTexts, TextColumn } from "#domain/text-column.ts";
import { isCount, isListOf, isObject, isOneOf, isOrNull, isRecordOf, isText, type Shape } from "#domain/shape.ts";
import { isTableInfo } from "#domain/workspace/kept-shapes.ts";
import type { LoadedTable, TableInfo } from "#domain/workspace/table.ts";
import { checksumOf } from "./checksum.ts";
import { ELEMENTS, TABLE_FORMAT, type Element, type PartData, type StoredArray } from "./stored-table.ts";
import { TABLE_LAYOUTS, type ColumnLayout } from "./table-layout.ts";

/** What is stored is not what was written; the message names the column and what is wrong with it. */
export class Damage extends Error {}

/** The part of this number as it is stored; `undefined` where there is none. */
export type PartSource = (part: number) => Promise<unknown>;

const isArray = isRecordOf<StoredArray>({
  element: isOneOf(ELEMENTS),
  length: isCount,
  first: isCount,
  parts: isCount,
});

/**
 * Puts a table together again, a part at a time, and checks each: that it is there, of its type, unchanged; that columns
 * are as long as the table, offsets ascend inside their bytes, and codes stand inside their vocabularies.
 * @throws {Damage} where anything is not so
 */
export async function joinTable(stored: unknown, part: PartSource): Promise<LoadedTable> {
  if (!isObject(stored) || stored["format"] !== TABLE_FORMAT) throw new Damage("format");
  const { info, columns } = stored;
  if (!isTableInfo(info)) throw new Damage("info");
  if (!isObject(columns)) throw new Damage("columns");
  const layout = TABLE_LAYOUTS[info.kind];
  if (layout.kind === "rows") {
    const rows = await joinPlain(columns["rows"], "list", info.rowCount, part, "rows");
    if (!isListOf(layout.isRow)(rows)) throw new Damage("rows: shape");
    const { complete } = layout;
    return loaded(info, complete === undefined ? rows : rows.map((row) => complete(row as never)));
  }
  const records: Record<string, unknown> = { count: info.rowCount };
  for (const [name, column] of Object.entries(layout.columns)) {
    records[name] = await joinColumn(columns[name], column, info.rowCount, part, name);
  }
  return loaded(info, records);
}

/** The layouts guarantee that the records are those of the kind. */
function loaded(info: TableInfo, records: unknown): LoadedTable {
  return { info, records } as LoadedTable;
}

async function joinColumn(
  stored: unknown,
  layout: ColumnLayout,
  count: number,
  part: PartSource,
  name: string,
): Promise<unknown> {
  switch (layout.kind) {
    case "numbers":
      return joinPlain(stored, "float64", count, part, name);
    case "codes":
      return codesWithin(await joinPlain(stored, "uint8", count, part, name), layout.vocabulary.length, name);
    case "words": {
      const codes = codesWithin(
        await joinPlain(stored, "uint8", count, part, name),
        layout.vocabulary.length,
        name,
      ) as Uint8Array;
      return Array.from(codes, (code) => layout.vocabulary[code]);
    }
    case "texts":
      return joinTextList(stored, count, layout.required ? isText : isTextOrNull, part, name);
    case "text-column":
      return joinTexts(stored, count, part, name);
  }
}

const isTextOrNull = isOrNull(isText);

async function joinTexts(stored: unknown, count: number, part: PartSource, name: string): Promise<TextColumn> {
  if (!isObject(stored)) throw new Damage(name);
  switch (stored["kind"]) {
    case "plain":
      return joinTextList(stored, count, isTextOrNull, part, name);
    case "packed": {
      const offset = (await joinArray(stored["offset"], "uint32", count + 1, part, name)) as PackedTexts["offset"];
      const end = lastOffset(offset, name);
      const bytes = (await joinArray(stored["bytes"], "uint8", end, part, name)) as PackedTexts["bytes"];
      return { kind: "packed", bytes, offset };
    }
    case "coded": {
      const values = await joinArray(stored["values"], "list", null, part, name);
      if (!isListOf(isTextOrNull)(values)) throw new Damage(`${name}: texts`);
      const code = await joinArray(stored["code"], "uint32", count, part, name);
      return { kind: "coded", values, code: codesWithin(code, values.length, name) as CodedTexts["code"] };
    }
    case "joined": {
      const { columns, start } = stored;
      if (!Array.isArray(columns) || !isListOf(isCount)(start) || start.length !== columns.length + 1) {
        throw new Damage(`${name}: joined`);
      }
      const parts: TextColumn[] = [];
      for (const [index, column] of columns.entries()) {
        const length = (start[index + 1] ?? 0) - (start[index] ?? 0);
        if (length < 0) throw new Damage(`${name}: joined`);
        parts.push(await joinTexts(column, length, part, name));
      }
      const end = start.at(-1) ?? 0;
      if (stored["pick"] === null) {
        if (end !== count) throw new Damage(`${name}: length`);
        return { kind: "joined", parts, start, pick: null };
      }
      const pick = codesWithin(await joinArray(stored["pick"], "uint32", count, part, name), end, name);
      return { kind: "joined", parts, start, pick: pick as NonNullable<JoinedTexts["pick"]> };
    }
    default:
      throw new Damage(`${name}: kind`);
  }
}

async function joinTextList<T extends string | null>(
  stored: unknown,
  count: number,
  isOne: Shape<T>,
  part: PartSource,
  name: string,
): Promise<readonly T[]> {
  const texts = await joinPlain(stored, "list", count, part, name);
  if (!isListOf(isOne)(texts)) throw new Damage(`${name}: texts`);
  return texts;
}

function joinPlain(
  stored: unknown,
  element: Element,
  length: number,
  part: PartSource,
  name: string,
): Promise<PartData> {
  if (!isObject(stored) || stored["kind"] !== "plain") throw new Damage(name);
  return joinArray(stored["array"], element, length, part, name);
}

/** Reads the parts of an array one after another; `length` is `null` where any will do. */
async function joinArray(
  stored: unknown,
  element: Element,
  length: number | null,
  part: PartSource,
  name: string,
): Promise<PartData> {
  if (!isArray(stored) || stored.element !== element) throw new Damage(`${name}: element`);
  if (length !== null && stored.length !== length) throw new Damage(`${name}: length`);
  const target = createTarget(element, stored.length);
  for (let index = 0; index < stored.parts; index++) {
    const number = stored.first + index;
    const found = await part(number);
    if (!isObject(found)) throw new Damage(`${name}: part ${String(number)} missing`);
    const data = found["data"];
    if (!target.takes(data)) throw new Damage(`${name}: part ${String(number)} length`);
    if (found["checksum"] !== checksumOf(data)) throw new Damage(`${name}: part ${String(number)} checksum`);
    target.add(data);
  }
  if (!target.isFull()) throw new Damage(`${name}: length`);
  return target.values;
}

/** An array of known length that is filled from its start. */
interface Target {
  readonly values: PartData;
  /** Whether it is data of the element, and there is room for it. */
  takes(data: unknown): data is PartData;
  add(data: PartData): void;
  isFull(): boolean;
}

function createTarget(element: Element, length: number): Target {
  if (element === "list") {
    const values: unknown[] = [];
    return {
      values,
      takes: (data): data is PartData => Array.isArray(data) && values.length + data.length <= length,
      add(data) {
        for (const value of data as readonly unknown[]) values.push(value);
      },
      isFull: () => values.length === length,
    };
  }
  const Type = { float64: Float64Array, uint8: Uint8Array, uint32: Uint32Array }[element];
  const values = new Type(length);
  let filled = 0;
  return {
    values,
    takes: (data): data is PartData => data instanceof Type && filled + data.length <= length,
    add(data) {
      values.set(data as Uint8Array, filled);
      filled += data.length;
    },
    isFull: () => filled === length,
  };
}

function codesWithin(codes: PartData, count: number, name: string): PartData {
  for (const code of codes as Uint8Array | Uint32Array) if (code >= count) throw new Damage(`${name}: code`);
  return codes;
}

/** The end of the last text, having checked that none ends before it begins. */
function lastOffset(offset: Uint32Array, name: string): number {
  let last = 0;
  for (const end of offset) {
    if (end < last) throw new Damage(`${name}: offset`);
    last = end;
  }
  return last;
}
