import type { Point } from "#domain/geo/points.ts";
import type { IssueCount, ReportEntry, ReportPage, ReportQuery, RowOutcome } from "#domain/ingest/report.ts";
import type { Issue, IssueCode, Place } from "#domain/issue.ts";
import { FloatBuilder, PackedTextBuilder } from "./column-builders.ts";
import type { RawTable } from "./raw-table.ts";

/** Findings that are listed one by one; of warnings beyond, only the number is kept. */
const MOST_LISTED = 2_000_000;

/** Findings about the source, not about a row. */
const NO_ROW = -1;

/** What was found in a row, by position in the report. */
export interface Finding {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly issue: Issue;
}

/**
 * The findings of a whole table in few bytes each: an issue is kept as code, place and parameters, and made again when it
 * is asked for.
 */
export class ReportStore {
  readonly #raw: RawTable;
  readonly #kinds: {
    readonly code: IssueCode;
    readonly severity: Issue["severity"];
    readonly column: string | null;
  }[] = [];
  readonly #kindIndex = new Map<string, number>();
  readonly #kindCounts: number[] = [];
  readonly #row = new FloatBuilder();
  readonly #kind = new FloatBuilder();
  readonly #outcome = new FloatBuilder();
  /** The parameters and the place as JSON: few codes need more than some letters. */
  readonly #details = new PackedTextBuilder();
  readonly #lon = new FloatBuilder();
  readonly #lat = new FloatBuilder();
  #listed = 0;
  #order: { readonly key: string; readonly positions: Uint32Array } | null = null;

  constructor(raw: RawTable) {
    this.#raw = raw;
  }

  /** @param row as `RawRow.number`; `null` for findings about the source */
  add(row: number | null, outcome: RowOutcome, faults: readonly Issue[], point: Point | null): void {
    for (const issue of faults) {
      const kind = this.#kindOf(issue);
      this.#kindCounts[kind]! += 1;
      if (this.#listed >= MOST_LISTED && outcome !== "rejected") continue;
      this.#row.push(row ?? NO_ROW);
      this.#kind.push(kind);
      this.#outcome.push(OUTCOMES.indexOf(outcome));
      this.#details.push(JSON.stringify([issue.params, shortPlace(issue.place)]));
      this.#lon.push(point?.lon ?? NaN);
      this.#lat.push(point?.lat ?? NaN);
      this.#listed += 1;
    }
  }

  get listed(): number {
    return this.#listed;
  }

  counts(): readonly IssueCount[] {
    return this.#kinds.map((kind, index) => ({ ...kind, count: this.#kindCounts[index]! }));
  }

  page(query: ReportQuery): ReportPage {
    const positions = this.#ordered(query);
    const entries = Array.from(positions.subarray(query.from, query.from + query.count), (at) => this.#entry(at));
    return { total: positions.length, entries };
  }

  /** All findings in the order of the rows. */
  *inOrder(): Generator<Finding> {
    for (let at = 0; at < this.#listed; at++) {
      const { row, outcome, issue } = this.#entry(at);
      yield { row: row ?? NO_ROW, outcome, issue };
    }
  }

  #kindOf({ code, severity, place }: Issue): number {
    const column = columnOf(place);
    const key = `${code}\n${severity}\n${column ?? ""}`;
    let index = this.#kindIndex.get(key);
    if (index === undefined) {
      index = this.#kinds.length;
      this.#kinds.push({ code, severity, column });
      this.#kindCounts.push(0);
      this.#kindIndex.set(key, index);
    }
    return index;
  }

  #ordered(query: ReportQuery): Uint32Array {
    const { severity, code, column, sort, descending } = query;
    const key = JSON.stringify([this.#listed, severity, code, column, sort, descending]);
    if (this.#order?.key === key) return this.#order.positions;
    const rank = this.#ranks(sort);
    const fits = this.#kinds.map(
      (kind) =>
        (severity === null || kind.severity === severity) &&
        (code === null || kind.code === code) &&
        (column === null || kind.column === column),
    );
    const found = new Uint32Array(this.#listed);
    let size = 0;
    for (let at = 0; at < this.#listed; at++) if (fits[this.#kind.at(at)]!) found[size++] = at;
    const positions = found.slice(0, size);
    if (sort !== "row") positions.sort((a, b) => rank[this.#kind.at(a)]! - rank[this.#kind.at(b)]! || a - b);
    if (descending) positions.reverse();
    this.#order = { key, positions };
    return positions;
  }

  /** Of each kind its place in the order of codes, or of columns. */
  #ranks(sort: ReportQuery["sort"]): readonly number[] {
    const words = this.#kinds.map(({ code, column }) => (sort === "code" ? code : (column ?? "")));
    const sorted = [...new Set(words)].sort();
    return words.map((word) => sorted.indexOf(word));
  }

  #entry(at: number): ReportEntry {
    const { code, severity } = this.#kinds[this.#kind.at(at)]!;
    const row = this.#row.at(at);
    const [params, place] = JSON.parse(this.#details.at(at) ?? "[{},{}]") as [Issue["params"], ShortPlace];
    const [lon, lat] = [this.#lon.at(at), this.#lat.at(at)];
    return {
      row: row === NO_ROW ? null : row,
      outcome: OUTCOMES[this.#outcome.at(at)]!,
      issue: { severity, code, params, place: fullPlace(place, this.#raw.file) } as Issue,
      point: Number.isNaN(lon) || Number.isNaN(lat) ? null : { lon, lat },
    };
  }
}

const OUTCOMES = ["loaded", "warned", "rejected"] as const satisfies readonly RowOutcome[];

/** A place without the name of its file, which is the same for all. */
type ShortPlace = { readonly kind: Place["kind"] } & Readonly<Record<string, unknown>>;

function shortPlace(place: Place): ShortPlace {
  return { ...place, file: undefined };
}

function fullPlace(place: ShortPlace, file: string): Place {
  return { ...place, file } as unknown as Place;
}

/** Header or property that a place is about; `null` for a row or point as a whole. */
function columnOf(place: Place): string | null {
  if (place.kind === "cell") return place.column;
  if (place.kind === "feature") return place.property;
  if (place.kind !== "pointer") return null;
  const property = /\/properties\/([^/]+)$/.exec(place.pointer)?.[1];
  return property?.replaceAll("~1", "/").replaceAll("~0", "~") ?? null;
}
