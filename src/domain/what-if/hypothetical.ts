import { ALL_CATEGORIES, CATEGORIES, type ActorId, type Category, type Sector } from "../actor/actor.ts";
import type { DataSource } from "../data-source.ts";
import type { Point } from "../geo/points.ts";
import type { SiteId } from "../site/site.ts";
import { applyChanges } from "../workspace/apply-changes.ts";
import { changesBetween } from "../workspace/compare-workspaces.ts";
import type { ActorRow, SiteRow } from "../workspace/edits.ts";
import { removeTable } from "../workspace/make-changes.ts";
import { rowOfActor, rowOfSite, tableOfActors, tableOfSites, UNKNOWN_ACTOR, UNKNOWN_SITE } from "../workspace/rows.ts";
import type { LoadedTable, TableId, TableInfo, TableRecords } from "../workspace/table.ts";
import type { Change, Workspace } from "../workspace/workspace.ts";

/** So many actors of one category, all at one point (method §12). */
export interface HypotheticalActors {
  readonly kind: "actors";
  readonly sector: Sector;
  /** Of the sector, or `unknown`. */
  readonly category: Category;
  /** A whole number within {@link ACTORS_RANGE}. */
  readonly count: number;
  readonly point: Point;
  /** ISO 3166-1 alpha-2; `null` where it is not stated. */
  readonly country: string | null;
}

/** A site that is not there. Of its state nothing is known, so it competes for actors with all others (method §7). */
export interface HypotheticalSite {
  readonly kind: "site";
  readonly name: string;
  readonly point: Point;
  readonly country: string | null;
}

/** What the user supposes: one entry of the list, and one table of the workspace. */
export type Hypothetical = HypotheticalActors | HypotheticalSite;

/** How many actors one entry may hold, both ends included. */
export const ACTORS_RANGE = { least: 1, most: 200 } as const;
/** So many entries a workspace may hold. */
export const MOST_HYPOTHETICALS = 100;
/** Decimals of the coordinates that are kept, 0.11 m. */
const POSITION_DECIMALS = 6;

/** An entry with the table that holds its records. */
export interface ListedHypothetical {
  readonly id: TableId;
  readonly hypothetical: Hypothetical;
}

export interface TableTerms {
  /** Of no other table. */
  readonly id: TableId;
  /** ISO 8601 date and time. */
  readonly loadedAt: string;
  readonly title: string;
  /** What each record is called, from 1; of a site its name. */
  readonly nameOf: (number: number) => string;
}

/** Whether the category is one of the sector, or not known. */
export function isCategoryOf(sector: Sector, category: Category): boolean {
  return category === "unknown" || (CATEGORIES[sector] as readonly Category[]).includes(category);
}

/** Whether it can be supposed: its numbers are within their ranges, its name is not empty. */
export function isPossible(hypothetical: Hypothetical): boolean {
  const { lon, lat } = hypothetical.point;
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) return false;
  if (hypothetical.kind === "site") return hypothetical.name.trim() !== "";
  const { sector, category, count } = hypothetical;
  const { least, most } = ACTORS_RANGE;
  return isCategoryOf(sector, category) && Number.isInteger(count) && count >= least && count <= most;
}

/**
 * The records as a table of their own. It declares no coverage, as what is supposed says nothing about who is there.
 * @param hypothetical possible; its coordinates are kept with 6 decimals
 */
export function hypotheticalTable(hypothetical: Hypothetical, terms: TableTerms): LoadedTable {
  const { id } = terms;
  const point = { lon: kept(hypothetical.point.lon), lat: kept(hypothetical.point.lat) };
  const { country } = hypothetical;
  if (hypothetical.kind === "site") {
    const name = hypothetical.name.trim();
    const row: SiteRow = { ...UNKNOWN_SITE, ...point, precision: PRECISION, id: id as string as SiteId, name, country };
    return { info: { ...infoOf(terms, 1), kind: "sites" }, records: tableOfSites([row]) };
  }
  const { sector, category, count } = hypothetical;
  const rows = Array.from({ length: count }, (_, index): ActorRow => ({
    ...UNKNOWN_ACTOR,
    ...point,
    precision: PRECISION,
    id: `${id}-${String(index + 1)}` as ActorId,
    name: terms.nameOf(index + 1),
    sector,
    category,
    country,
  }));
  return { info: { ...infoOf(terms, count), kind: "actors" }, records: tableOfActors(rows) };
}

/** All that is supposed, in the order in which it was; a site as it reads now. */
export function hypotheticalsOf({ tables, edits }: Workspace): readonly ListedHypothetical[] {
  return tables.flatMap((table): ListedHypothetical[] => {
    const { info, records } = table;
    if (info.origin !== "hypothetical" || info.rowCount === 0) return [];
    if (info.kind === "sites") {
      const sites = records as TableRecords["sites"];
      const loaded = rowOfSite(sites, 0);
      const edit = edits.sites.get(loaded.id);
      const { name, lon, lat, country } = edit?.kind === "put" ? edit.row : loaded;
      if (edit?.kind === "deleted" || lon === null || lat === null) return [];
      return [{ id: info.id, hypothetical: { kind: "site", name, point: { lon, lat }, country } }];
    }
    if (info.kind !== "actors") return [];
    const actors = records as TableRecords["actors"];
    const { sector, category, lon, lat, country } = rowOfActor(actors, 0);
    const { count } = actors;
    return [{ id: info.id, hypothetical: { kind: "actors", sector, category, count, point: { lon, lat }, country } }];
  });
}

/** Adds tables as {@link hypotheticalTable} makes them. */
export function addHypotheticals(tables: readonly LoadedTable[]): readonly Change[] {
  return tables.map((table): Change => ({ kind: "table", id: table.info.id, before: null, after: table }));
}

/** Takes all that is supposed away, and what was done to it by hand: every number is as it was without. */
export function removeHypotheticals(workspace: Workspace): readonly Change[] {
  const without = workspace.tables
    .filter(({ info }) => info.origin === "hypothetical")
    .reduce((rest: Workspace, { info }) => applyChanges(rest, removeTable(rest, info.id)), workspace);
  return changesBetween(workspace, without);
}

/** Those of the wanted that are not there yet; what is wanted twice has to be there twice. */
export function missingOf(wanted: readonly Hypothetical[], there: readonly Hypothetical[]): readonly Hypothetical[] {
  const left = there.map(keyOf);
  return wanted.filter((hypothetical) => {
    const at = left.indexOf(keyOf(hypothetical));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/**
 * Identifiers for the tables of what is supposed, none of them taken. They follow from what it is, so that a site has the same one
 * wherever a link or a file brings it, unless there are two that are the same.
 */
export function hypotheticalIds(hypotheticals: readonly Hypothetical[], taken: Iterable<TableId>): readonly TableId[] {
  const all = new Set<string>(taken);
  return hypotheticals.map((hypothetical) => {
    const first = `hypothetical-${shortHash(keyOf(hypothetical))}`;
    let id = first;
    for (let number = 2; all.has(id); number++) id = `${first}-${String(number)}`;
    all.add(id);
    return id as TableId;
  });
}

/** FNV-1a of the code units, 32 bits. */
function shortHash(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash.toString(36);
}

function keyOf(hypothetical: Hypothetical): string {
  const { point, country } = hypothetical;
  const what =
    hypothetical.kind === "site"
      ? ["site", hypothetical.name.trim()]
      : [hypothetical.sector, hypothetical.category, hypothetical.count];
  return JSON.stringify([...what, kept(point.lon), kept(point.lat), country]);
}

function kept(degrees: number): number {
  return Number(degrees.toFixed(POSITION_DECIMALS)) + 0;
}

function infoOf({ id, title, loadedAt }: TableTerms, rowCount: number): Omit<TableInfo, "kind"> {
  return {
    id,
    title,
    origin: "hypothetical",
    source: NO_SOURCE,
    rowsRead: rowCount,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount,
    sizeBytes: 0,
    loadedAt,
    coverage: [],
  };
}

const NO_SOURCE: DataSource = {
  id: "hypothetical",
  title: "",
  licence: "",
  licenceUrl: "",
  url: "",
  date: null,
  attribution: "",
};

/** The point is exactly the one that is meant. */
const PRECISION = "building";

/** Whether a text is a category. */
export function readCategory(text: string): Category | null {
  return ALL_CATEGORIES.find((category) => category === text) ?? null;
}
