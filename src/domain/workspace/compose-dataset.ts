import type { ActorTable } from "../actor/actor.ts";
import type { Dataset, Provenance } from "../dataset.ts";
import type { DataSource } from "../data-source.ts";
import type { CountedColumn } from "../find-texts.ts";
import type { SiteTable } from "../site/site.ts";
import { stepsToIsochrones } from "../travel/isochrone-row.ts";
import { composeAreas } from "./compose-areas.ts";
import { EDIT_MARKS, type ActorRow, type Edit, type SiteRow } from "./edits.ts";
import { gatherBytes, gatherFloats, gatherList, gatherTexts, planRecords, type Plan } from "./gather.ts";
import { identifiersOf, locateRecords } from "./identifiers.ts";
import type { Published } from "./published.ts";
import { rowOfActor, rowOfSite, tableOfActors, tableOfSites } from "./rows.ts";
import type { LoadedTable, TableInfo, TableKind, TableRecords } from "./table.ts";
import type { Workspace } from "./workspace.ts";

const CHANGED = EDIT_MARKS.indexOf("changed");
const ADDED = EDIT_MARKS.indexOf("added");

/**
 * Everything loaded as one dataset: tables in their order, with what was done by hand. A changed record keeps its place,
 * added ones stand at the end by identifier. Sites and actors that did not change since the last call are the same
 * objects again. Tables of residents are no part of it.
 */
export function composeDataset(workspace: Workspace, published: Omit<Published, "tables">): Dataset {
  const steps = composeInSteps(workspace, published);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** As {@link composeDataset}, a column at a time: between two steps of a large table other work may be done. */
export function* composeInSteps(
  { tables, edits }: Workspace,
  { version, date, sources }: Omit<Published, "tables">,
): Generator<undefined, Dataset> {
  const sites = yield* sitesInSteps({ tables, edits });
  const actors = yield* actorsInSteps({ tables, edits });
  const infos = tables.map(({ info }) => info);
  return {
    sites: sites.table,
    actors: actors.table,
    spaces: tablesOf(tables, "spaces").flatMap(({ records }) => records),
    activities: tablesOf(tables, "activities").flatMap(({ records }) => records),
    areas: composeAreas(tablesOf(tables, "areas").map(({ records }) => records)),
    isochrones: yield* stepsToIsochrones(tablesOf(tables, "isochrones").map(({ records }) => records)),
    coverage: infos.flatMap(({ coverage }) => coverage),
    sources: sourcesOnce([...sources, ...infos.filter(isNoSupposition).map(({ source }) => source)]),
    tables: infos,
    provenance: { sites: sites.provenance, actors: actors.provenance },
    version,
    date,
  };
}

/** All sites as they read now, as {@link composeInSteps} gives them. */
export function* sitesInSteps({ tables, edits }: Workspace): Composing<SiteTable> {
  return yield* composeOnce(composedSites, edits.sites, tables, "sites", composeSites);
}

/** As {@link sitesInSteps}. */
export function* actorsInSteps({ tables, edits }: Workspace): Composing<ActorTable> {
  return yield* composeOnce(composedActors, edits.actors, tables, "actors", composeActors);
}

/** The tables of one kind, with their position among all. */
export function tablesOf<K extends TableKind>(
  tables: readonly LoadedTable[],
  kind: K,
): readonly { readonly position: number; readonly records: TableRecords[K] }[] {
  return tables.flatMap(({ info, records }, position) =>
    info.kind === kind ? [{ position, records: records as TableRecords[K] }] : [],
  );
}

interface Composed<Table> {
  readonly table: Table;
  readonly provenance: Provenance;
}

/** What came of a list of edits last, and of which tables. */
type Memory<Table> = WeakMap<object, { readonly tables: readonly LoadedTable[]; readonly composed: Composed<Table> }>;
const composedSites: Memory<SiteTable> = new WeakMap();
const composedActors: Memory<ActorTable> = new WeakMap();

type Composing<Table> = Generator<undefined, Composed<Table>>;

function* composeOnce<Table, Edits extends object>(
  memory: Memory<Table>,
  edits: Edits,
  tables: readonly LoadedTable[],
  kind: TableKind,
  compose: (tables: readonly LoadedTable[], edits: Edits) => Composing<Table>,
): Composing<Table> {
  const known = memory.get(edits);
  const isSame = (table: LoadedTable, position: number) => {
    const before = known?.tables[position];
    return before !== undefined && (before === table || (before.info.kind !== kind && table.info.kind !== kind));
  };
  if (known?.tables.length === tables.length && tables.every(isSame)) return known.composed;
  const composed = yield* compose(tables, edits);
  memory.set(edits, { tables, composed });
  return composed;
}

function* composeSites(
  tables: readonly LoadedTable[],
  edits: ReadonlyMap<string, Edit<SiteRow>>,
): Composing<SiteTable> {
  const loaded = tablesOf(tables, "sites");
  const { plan, rows, provenance } = planKind({
    loaded,
    tableCount: tables.length,
    edits,
    rowAt: (sites, index, id): SiteRow => ({ ...rowOfSite(sites, index), id: id as SiteRow["id"] }),
  });
  const parts = [...loaded.map(({ records }) => records), tableOfSites(rows)];
  const floats = (of: (sites: SiteTable) => Float64Array) => gatherFloats(parts.map(of), plan);
  const list = function* <T>(of: (sites: SiteTable) => readonly T[]): Generator<undefined, readonly T[]> {
    yield;
    return gatherList(parts.map(of), plan);
  };
  yield;
  const table: SiteTable = {
    count: plan.count,
    id: yield* list(({ id }) => id),
    name: yield* list(({ name }) => name),
    nameLocal: yield* list(({ nameLocal }) => nameLocal),
    country: yield* list(({ country }) => country),
    municipality: yield* list(({ municipality }) => municipality),
    lon: floats(({ lon }) => lon),
    lat: floats(({ lat }) => lat),
    precision: yield* list(({ precision }) => precision),
    positionSource: yield* list(({ positionSource }) => positionSource),
    heritageClass: yield* list(({ heritageClass }) => heritageClass),
    industry: yield* list(({ industry }) => industry),
    builtFromYear: floats(({ builtFromYear }) => builtFromYear),
    closedInYear: floats(({ closedInYear }) => closedInYear),
    reuseStatus: yield* list(({ reuseStatus }) => reuseStatus),
    statusYear: floats(({ statusYear }) => statusYear),
    currentUse: yield* list(({ currentUse }) => currentUse),
    floorAreaSquareMeters: floats(({ floorAreaSquareMeters }) => floorAreaSquareMeters),
    protection: yield* list(({ protection }) => protection),
    website: yield* list(({ website }) => website),
    sourceUrl: yield* list(({ sourceUrl }) => sourceUrl),
    note: yield* list(({ note }) => note),
  };
  return { table, provenance };
}

function* composeActors(
  tables: readonly LoadedTable[],
  edits: ReadonlyMap<string, Edit<ActorRow>>,
): Composing<ActorTable> {
  const loaded = tablesOf(tables, "actors");
  identifiersOf(identifierColumns(loaded));
  yield;
  const { plan, rows, provenance } = planKind({
    loaded,
    tableCount: tables.length,
    edits,
    rowAt: (actors, index, id): ActorRow => ({ ...rowOfActor(actors, index), id: id as ActorRow["id"] }),
  });
  const table = yield* gatherActors([...loaded.map(({ records }) => records), tableOfActors(rows)], plan);
  return { table, provenance };
}

/** The actors of several parts as one table, a column or two at a time. */
export function* gatherActors(parts: readonly ActorTable[], plan: Plan): Generator<undefined, ActorTable> {
  const floats = (of: (actors: ActorTable) => Float64Array) => gatherFloats(parts.map(of), plan);
  const bytes = (of: (actors: ActorTable) => Uint8Array) => gatherBytes(parts.map(of), plan);
  const texts = (of: (actors: ActorTable) => ActorTable["id"]) => gatherTexts(parts.map(of), plan);
  yield;
  const lon = floats((actors) => actors.lon);
  yield;
  const lat = floats((actors) => actors.lat);
  yield;
  const seenYear = floats((actors) => actors.seenYear);
  yield;
  return {
    count: plan.count,
    id: texts(({ id }) => id),
    name: texts(({ name }) => name),
    sector: bytes(({ sector }) => sector),
    category: bytes(({ category }) => category),
    country: texts(({ country }) => country),
    municipality: texts(({ municipality }) => municipality),
    address: texts(({ address }) => address),
    lon,
    lat,
    precision: bytes(({ precision }) => precision),
    positionSource: texts(({ positionSource }) => positionSource),
    website: texts(({ website }) => website),
    sourceUrl: texts(({ sourceUrl }) => sourceUrl),
    seenYear,
  };
}

interface KindInput<Table, Row> {
  readonly loaded: readonly { readonly position: number; readonly records: Table }[];
  /** Of all kinds. */
  readonly tableCount: number;
  readonly edits: ReadonlyMap<string, Edit<Row>>;
  readonly rowAt: (table: Table, index: number, id: string) => Row;
}

/** How the tables of a kind and a last part, `rows`, make one table. */
function planKind<Table extends SiteTable | ActorTable, Row>({
  loaded,
  tableCount,
  edits,
  rowAt,
}: KindInput<Table, Row>): {
  readonly plan: Plan;
  readonly rows: readonly Row[];
  readonly provenance: Provenance;
} {
  const identifiers = identifiersOf(identifierColumns(loaded));
  const located = locateRecords(identifiers, new Set(edits.keys()));
  const replacements = new Map<number, { readonly row: Row | null; readonly mark: number }>();
  for (const [position, id] of identifiers.renamed) {
    const { table, index } = recordAt(
      loaded.map(({ records }) => records),
      position,
    );
    replacements.set(position, { row: rowAt(table, index, id), mark: 0 });
  }
  const added: { readonly id: string; readonly row: Row }[] = [];
  for (const [id, edit] of edits) {
    const position = located.get(id);
    const row = edit.kind === "put" ? edit.row : null;
    if (position !== undefined) replacements.set(position, { row, mark: CHANGED });
    else if (row !== null) added.push({ id, row });
  }
  added.sort((a, b) => (a.id < b.id ? -1 : 1));
  const replaced = [...replacements].sort(([a], [b]) => a - b);
  const put = replaced.flatMap(([position, { row, mark }]) => (row === null ? [] : [{ position, row, mark }]));
  const rows = [...put.map(({ row }) => row), ...added.map(({ row }) => row)];
  const plan = planRecords(
    [...loaded.map(({ records }) => records.count), rows.length],
    new Map(replaced.map(([position, { row }]) => [position, row !== null])),
  );

  const table = new Uint16Array(plan.count);
  const edit = new Uint8Array(plan.count);
  let at = 0;
  for (const { part, from, to } of plan.stretches) {
    const origin = loaded[part];
    if (origin !== undefined) table.fill(origin.position, at, at + to - from);
    else {
      for (let index = from; index < to; index++) {
        const replacement = put[index];
        table[at + index - from] = replacement === undefined ? tableCount : tableAt(replacement.position);
        edit[at + index - from] = replacement?.mark ?? ADDED;
      }
    }
    at += to - from;
  }
  return { plan, rows, provenance: { table, edit } };

  function tableAt(position: number): number {
    let start = 0;
    for (const { position: tablePosition, records } of loaded) {
      start += records.count;
      if (position < start) return tablePosition;
    }
    return tableCount;
  }
}

function identifierColumns(loaded: readonly { readonly records: SiteTable | ActorTable }[]): readonly CountedColumn[] {
  return loaded.map(({ records }) => ({ column: records.id, count: records.count }));
}

/** The record at a position in all tables one after another. */
export function recordAt<Table extends { readonly count: number }>(
  tables: readonly Table[],
  position: number,
): { readonly table: Table; readonly index: number } {
  let index = position;
  for (const table of tables) {
    if (index < table.count) return { table, index };
    index -= table.count;
  }
  throw new Error("the position lies beyond the last table");
}

/** What is supposed has no source. */
function isNoSupposition({ origin }: TableInfo): boolean {
  return origin !== "hypothetical";
}

function sourcesOnce(sources: readonly DataSource[]): readonly DataSource[] {
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
