import type { Mapping } from "#domain/ingest/mapping.ts";
import type {
  DuplicateDecisions,
  DuplicatePair,
  PreviewRow,
  ReadSummary,
  ReportPage,
  ReportQuery,
  RowOutcome,
} from "#domain/ingest/report.ts";
import type { Issue } from "#domain/issue.ts";
import { textAt, textsOf, type TextColumn } from "#domain/text-column.ts";
import type { Fill } from "#domain/workspace/fill-gaps.ts";
import type { TableKind, TableRecords } from "#domain/workspace/table.ts";
import { quoted } from "../json.ts";
import { MOST, overLimit } from "#domain/limits.ts";
import { FloatBuilder, PackedTextBuilder } from "./column-builders.ts";
import type { TableColumn } from "./columns-of-row.ts";
import { decideRows, type DecidedRows, type Repeat } from "./decide-rows.ts";
import { fieldOf, type Field } from "./field-readers.ts";
import { NameIndex, TextIndex } from "./find-duplicates.ts";
import { missingColumns } from "./missing-columns.ts";
import { OUTLINE } from "./outline-reader.ts";
import { pointReader, type PointReader, type StatedPoint } from "./point-reader.ts";
import type { RawRow, RawTable } from "./raw-table.ts";
import { ReportStore } from "./report-store.ts";
import type { TableBuilder } from "./table-builder.ts";
import { tableBuilder } from "./table-builders.ts";

/** Loaded records of the same kind, with which the rows are compared. */
export interface LoadedRecords {
  readonly count: number;
  readonly id: TextColumn;
  readonly name: TextColumn;
  readonly lon: Float64Array;
  readonly lat: Float64Array;
}

export interface FinishedTable<K extends TableKind> {
  readonly records: TableRecords[K];
  readonly count: number;
  readonly merged: number;
  /** Left out by the user's decision. */
  readonly leftOut: number;
  readonly fills: readonly Fill[];
}

/** Kinds whose records are compared by name and place. */
const COMPARED_BY_NAME: readonly TableKind[] = ["sites", "actors"];

/**
 * Reads the rows of a source into a table of one kind, one row after the other, and keeps what was found wrong. A row with
 * an error is rejected, one with warnings kept. Rows that repeat another are kept and told; see {@link TableReader.finish}.
 */
export class TableReader<K extends TableKind = TableKind> {
  /** What is missing before any row can be read. */
  readonly issues: readonly Issue[];
  readonly report: ReportStore;
  readonly #kind: K;
  readonly #raw: RawTable;
  readonly #builder: TableBuilder<K>;
  readonly #columns: readonly TableColumn<unknown>[];
  readonly #fields: readonly (readonly [string, Field | null])[];
  readonly #readPoint: PointReader;
  /** What longitude and latitude are read from; `null` where it is a geometry. */
  readonly #coordinateFields: readonly [Field | null, Field | null];
  readonly #idField: Field | null;
  /** Position of the column that marks what is supposed. */
  readonly #supposedColumn: number | null;
  readonly #idBase: string;
  readonly #loaded: LoadedRecords | null;
  readonly #id = new PackedTextBuilder();
  readonly #lon = new FloatBuilder();
  readonly #lat = new FloatBuilder();
  readonly #rowNumber = new FloatBuilder();
  readonly #ids = new TextIndex();
  /** By position in `#ids`, past those of the loaded records. */
  readonly #idPosition = new FloatBuilder();
  /** Of each loaded identifier in `#ids` the first record that has it. */
  readonly #loadedIndex = new FloatBuilder();
  readonly #names: NameIndex | null;
  readonly #repeats: Repeat[] = [];
  #currentId = "";
  #count = 0;
  readonly #outcomes = { loaded: 0, warned: 0, rejected: 0 };
  #pointsOnSurface = 0;

  /** @param loaded records of the same kind that are there already; `null`: there are none */
  constructor(kind: K, raw: RawTable, mapping: Mapping, loaded: LoadedRecords | null = null) {
    this.#kind = kind;
    this.#raw = raw;
    this.#loaded = loaded;
    this.#builder = tableBuilder(kind, { raw, mapping, currentId: () => this.#currentId });
    this.#columns = Object.values(this.#builder.columns);
    this.#fields = Object.keys(this.#builder.columns).map((name) => [name, fieldOf(raw, mapping, name)]);
    this.#readPoint =
      this.#builder.readPoint ??
      (this.#builder.point === "none" ? () => ({ kind: "none" }) : pointReader(raw, mapping));
    this.#coordinateFields = coordinateFields(raw, mapping);
    this.#idField = fieldOf(raw, mapping, "id");
    const supposed = raw.headers.indexOf("hypothetical");
    this.#supposedColumn = supposed < 0 ? null : supposed;
    this.#idBase = raw.file.replace(/\.[^.]*$/, "");
    this.report = new ReportStore(raw);
    const isUnreadable = raw.issues.some(({ severity }) => severity === "error");
    this.issues = isUnreadable ? raw.issues : [...raw.issues, ...missingColumns(raw, mapping)];
    this.report.add(null, "loaded", raw.issues, null);
    this.#names = COMPARED_BY_NAME.includes(kind)
      ? new NameIndex({
          name: (record) => (record < 0 ? (textAt(loaded!.name, -1 - record) ?? "") : this.#textOf("name", record)),
          lon: (record) => (record < 0 ? loaded!.lon[-1 - record]! : this.#lon.at(record)),
          lat: (record) => (record < 0 ? loaded!.lat[-1 - record]! : this.#lat.at(record)),
        })
      : null;
    for (let index = 0; index < (loaded?.count ?? 0); index++) {
      if (this.#ids.add(textAt(loaded!.id, index) ?? "") === null) this.#loadedIndex.push(index);
      this.#names?.match(-1 - index);
    }
    this.#loadedIds = this.#ids.count;
  }

  readonly #loadedIds: number;

  /** Reads one row to the end; it is kept unless something in it is an error. */
  read(row: RawRow): RowOutcome {
    const faults: Issue[] = [];
    const point = this.#write(row, faults);
    const outcome = outcomeOf(faults);
    if (outcome === "rejected") this.#takeBack();
    else this.#keep(row, point);
    this.#outcomes[outcome] += 1;
    if (faults.length > 0) this.report.add(row.number, outcome, faults, point.kind === "point" ? point : null);
    return outcome;
  }

  /** Reads one row without keeping it. */
  preview(row: RawRow): PreviewRow {
    const faults: Issue[] = [];
    const point = this.#write(row, faults);
    const position = this.#count;
    const isUnreadable = row.fault !== null || this.#longField(row) !== null;
    const worst = (field: Field | null) => {
      if (field === null) return null;
      const place = JSON.stringify(field.place(row));
      const own = faults.filter((fault) => JSON.stringify(fault.place) === place);
      return own.some(({ severity }) => severity === "error") ? "error" : (own[0]?.severity ?? null);
    };
    const cell = (name: string, field: Field | null, read: string) => ({
      field: name,
      found: field?.text(row) ?? "",
      read: isUnreadable || read === "" ? null : read,
      severity: worst(field),
    });
    const cells = [
      cell("id", this.#idField, this.#currentId),
      ...this.#fields.map(([name, field]) => cell(name, field, isUnreadable ? "" : this.#textOf(name, position))),
      cell("lon", this.#coordinateFields[0], point.kind === "point" ? point.lon.toFixed(6) : ""),
      cell("lat", this.#coordinateFields[1], point.kind === "point" ? point.lat.toFixed(6) : ""),
    ];
    const preview = { number: row.number, cells, outcome: outcomeOf(faults), issues: faults };
    this.#takeBack();
    return preview;
  }

  summary(): ReadSummary {
    const { loaded, warned, rejected } = this.#outcomes;
    const sameId = this.#repeats.filter(({ reason }) => reason === "same-id").length;
    return {
      kind: this.#kind,
      rowsRead: loaded + warned + rejected,
      loaded,
      warned,
      rejected,
      issueCounts: this.report.counts(),
      issuesListed: this.report.listed,
      duplicates: { sameId, sameName: this.#repeats.length - sameId },
      pointsOnSurface: this.#pointsOnSurface,
    };
  }

  page(query: ReportQuery): ReportPage {
    return this.report.page(query);
  }

  duplicates(from: number, count: number): readonly DuplicatePair[] {
    return this.#repeats.slice(from, from + count).map((repeat, index) => this.#pair(repeat, from + index));
  }

  /**
   * The table, once it is decided what becomes of rows that repeat another. Kept rows with an identifier that is used
   * already get one of their own, `id~2`. A row taken together with another fills that one's gaps; where both state
   * something, the earlier one holds.
   */
  finish(decisions: DuplicateDecisions): FinishedTable<K> {
    const decided = decideRows(this.#count, this.#repeats, decisions);
    const { kept, fill } = decided;
    const all = kept.length === this.#count;
    const columns: Record<string, unknown> = {};
    for (const [name, column] of Object.entries(this.#builder.columns)) {
      const pick = all ? null : kept.slice();
      if (pick !== null) {
        for (const [at, position] of kept.entries()) {
          if (column.textAt(position) !== "") continue;
          pick[at] = fill.get(position)?.find((row) => column.textAt(row) !== "") ?? position;
        }
      }
      columns[name] = column.finish(pick);
    }
    const pointPick = all ? null : kept.map((position) => this.#pointRow(position, decided));
    columns["lon"] = this.#lon.finish(pointPick);
    columns["lat"] = this.#lat.finish(pointPick);
    columns["id"] = this.#finishIds(decided, all);
    return {
      records: this.#builder.finish(columns, kept.length),
      count: kept.length,
      merged: decided.merged,
      leftOut: decided.leftOut,
      fills: this.#fillsOfLoaded(decided),
    };
  }

  /** Adds the row at the end of all columns. */
  #write(row: RawRow, faults: Issue[]): StatedPoint {
    if (row.fault !== null) faults.push(row.fault);
    if (row.warnings !== undefined) faults.push(...row.warnings);
    if (row.fault !== null) return { kind: "none" };
    if (this.#isSupposed(row)) {
      const place = this.#raw.place(row.number, this.#supposedColumn);
      faults.push({ severity: "error", place, code: "hypothetical-record", params: {} });
    }
    const long = this.#longField(row);
    if (long !== null) {
      faults.push({ severity: "error", place: long.place(row), ...overLimit("text") });
      return { kind: "none" };
    }
    this.#currentId = this.#readId(row, faults);
    for (const column of this.#columns) column.read(row, faults);
    const point = this.#readPoint(row, faults);
    if (point.kind === "none" && (this.#builder.point === "needed" || this.#builder.point === "doubted")) {
      const severity = this.#builder.point === "needed" ? "error" : "warning";
      faults.push({ severity, place: this.#raw.place(row.number, null), code: "no-point", params: {} });
    }
    return point;
  }

  /** The first field whose text is longer than is read; outlines may be. */
  #longField(row: RawRow): Field | null {
    if (!row.cells.some((cell) => cell.length > MOST.text)) return null;
    const fields = [this.#idField, ...this.#coordinateFields, ...this.#fields.map(([, field]) => field)];
    const outline = this.#fields.find(([name]) => name === OUTLINE)?.[1] ?? null;
    return fields.find((field) => field !== null && field !== outline && field.text(row).length > MOST.text) ?? null;
  }

  #readId(row: RawRow, faults: Issue[]): string {
    const made = `${this.#idBase}-${String(row.number)}`;
    if (this.#idField === null) return made;
    const id = this.#idField.text(row);
    if (id !== "") return id;
    faults.push({
      severity: "error",
      place: this.#idField.place(row),
      code: "missing-value",
      params: { column: "id" },
    });
    return made;
  }

  /** Whether a file that the page wrote marks the row so: what was supposed is never loaded as if it were there. */
  #isSupposed({ cells }: RawRow): boolean {
    return this.#supposedColumn !== null && /^(true|1)$/i.test((cells[this.#supposedColumn] ?? "").trim());
  }

  #takeBack(): void {
    for (const column of this.#columns) column.truncate(this.#count);
  }

  #keep(row: RawRow, point: StatedPoint): void {
    const position = this.#count;
    this.#id.push(this.#currentId);
    this.#rowNumber.push(row.number);
    this.#lon.push(point.kind === "point" ? point.lon : NaN);
    this.#lat.push(point.kind === "point" ? point.lat : NaN);
    if (point.kind === "point" && point.onSurface) this.#pointsOnSurface += 1;
    this.#count += 1;
    const sameId = this.#ids.add(this.#currentId);
    const sameName = this.#names?.match(position) ?? null;
    if (sameId !== null) {
      const isLoaded = sameId < this.#loadedIds;
      const other = isLoaded ? this.#loadedIndex.at(sameId) : this.#idPosition.at(sameId - this.#loadedIds);
      const from = isLoaded ? "loaded" : "file";
      this.#repeats.push({ position, reason: "same-id", from, other, meters: sameName?.meters ?? null });
      return;
    }
    this.#idPosition.push(position);
    if (sameName === null) return;
    const isLoaded = sameName.record < 0;
    this.#repeats.push({
      position,
      reason: "same-name",
      from: isLoaded ? "loaded" : "file",
      other: isLoaded ? -1 - sameName.record : sameName.record,
      meters: sameName.meters,
    });
  }

  #textOf(column: string, position: number): string {
    return this.#builder.columns[column]?.textAt(position) ?? "";
  }

  #pair({ position, reason, from, other, meters }: Repeat, index: number): DuplicatePair {
    const isLoaded = from === "loaded";
    const differing = isLoaded
      ? []
      : Object.keys(this.#builder.columns).flatMap((field) => {
          const [here, there] = [this.#textOf(field, position), this.#textOf(field, other)];
          return here !== "" && there !== "" && here !== there
            ? [{ field, here: quoted(here), there: quoted(there) }]
            : [];
        });
    return {
      index,
      reason,
      row: this.#rowNumber.at(position),
      id: this.#id.at(position) ?? "",
      name: this.#textOf("name", position) || this.#textOf("title", position),
      other: {
        from,
        row: isLoaded ? null : this.#rowNumber.at(other),
        id: (isLoaded ? textAt(this.#loaded!.id, other) : this.#id.at(other)) ?? "",
        name: (isLoaded ? textAt(this.#loaded!.name, other) : this.#textOf("name", other)) ?? "",
      },
      distanceMeters: meters,
      differing,
    };
  }

  /** The row whose point a kept row has: its own, or the first that fills it. */
  #pointRow(position: number, { fill }: DecidedRows): number {
    if (!Number.isNaN(this.#lon.at(position))) return position;
    return fill.get(position)?.find((row) => !Number.isNaN(this.#lon.at(row))) ?? position;
  }

  /** Texts for kinds whose records are lists, else packed. */
  #finishIds({ kept, renamed }: DecidedRows, all: boolean): unknown {
    const ids = new PackedTextBuilder();
    const taken = renamed.size === 0 ? null : this.#ids;
    for (const position of all && taken === null ? [] : kept) {
      const id = this.#id.at(position) ?? "";
      if (!renamed.has(position)) {
        ids.push(id);
        continue;
      }
      let own = `${id}~2`;
      for (let number = 3; taken!.add(own) !== null; number++) own = `${id}~${String(number)}`;
      ids.push(own);
    }
    const finished = all && taken === null ? this.#id.finish(null) : ids.finish(null);
    return this.#kind === "actors" || this.#kind === "population" ? finished : textsOf(finished, kept.length);
  }

  #fillsOfLoaded({ fillLoaded }: DecidedRows): readonly Fill[] {
    return [...fillLoaded].flatMap(([index, rows]) => {
      const id = textAt(this.#loaded!.id, index) ?? "";
      return Object.keys(this.#builder.columns).flatMap((field) => {
        const text = rows.map((row) => this.#textOf(field, row)).find((found) => found !== "");
        return text === undefined ? [] : [{ id, field, text }];
      });
    });
  }
}

function outcomeOf(faults: readonly Issue[]): RowOutcome {
  if (faults.length === 0) return "loaded";
  return faults.some(({ severity }) => severity === "error") ? "rejected" : "warned";
}

/** The fields of longitude and latitude, in the order in which they are taken. */
function coordinateFields(raw: RawTable, mapping: Mapping): readonly [Field | null, Field | null] {
  if (raw.hasGeometry && mapping.pointFrom === "geometry") return [null, null];
  const position = fieldOf(raw, mapping, "position");
  if (position !== null) return [position, position];
  const lon = fieldOf(raw, mapping, "lon");
  const lat = fieldOf(raw, mapping, "lat");
  return mapping.swapped ? [lat, lon] : [lon, lat];
}
