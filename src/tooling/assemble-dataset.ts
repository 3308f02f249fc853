import { createHash } from "node:crypto";
import type { Issue } from "#domain/issue.ts";
import { readCoverage, readSources } from "#data/bundled/read-declarations.ts";
import { readOwnActivities, readOwnSpaces } from "#data/bundled/read-own-records.ts";
import { readText } from "#data/ingest/read-file.ts";
import type { Published } from "#domain/workspace/published.ts";
import type { LoadedTable, TableId, TableInfo, TableKind } from "#domain/workspace/table.ts";

/** The source that the hand-kept tables name as their own. */
const OWN_SOURCE = "atlas-tables";

/** What of `data/datapackage.json` is used here. */
export interface DataPackage {
  /** Version of the tables, year and month first. */
  readonly version: string;
  /** ISO 8601 date and time of the last change. */
  readonly created: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    /** `table`, or nothing. */
    readonly type?: string;
  }[];
}

/** The hand-kept tables as text, by the name of the resource. */
export type TableTexts = ReadonlyMap<string, string>;

/**
 * Reads the hand-kept tables with the code that reads a user's file. No dataset where a row of sites or actors has a
 * fault that is not tolerated.
 * @throws where a table is missing, or coverage or sources contradict the other tables
 */
export async function assembleDataset(
  dataPackage: DataPackage,
  texts: TableTexts,
): Promise<{ readonly dataset: Published | null; readonly issues: readonly Issue[] }> {
  const path = (name: string) => {
    const resource = dataPackage.resources.find((candidate) => candidate.name === name);
    if (resource === undefined) throw new Error(`the data package has no resource ${name}`);
    return resource.path;
  };
  const text = (name: string) => {
    const found = texts.get(name);
    if (found === undefined) throw new Error(`the table ${name} is missing`);
    return found;
  };
  const sites = await readText("sites", text("sites"), path("sites"));
  const actors = await readText("actors", text("actors"), path("actors"));
  const issues = [...sites.issues, ...actors.issues];
  if (!issues.every(isTolerated)) return { dataset: null, issues };
  const sources = readSources(text("sources"), path("sources"));
  const coverage = readCoverage(text("coverage"), path("coverage"), sites.records, sources);
  const version = `${dataPackage.version}+${hashTables(texts)}`;
  const date = dataPackage.created.slice(0, 10);
  const source = sources.find(({ id }) => id === OWN_SOURCE);
  if (source === undefined) throw new Error(`no source "${OWN_SOURCE}"`);
  const info = <K extends TableKind>(kind: K, rowCount: number): TableInfo<K> => ({
    id: `bundled-${kind}` as TableId,
    kind,
    title: path(kind),
    origin: "bundled",
    source,
    rowsRead: rowCount,
    rowsRejected: 0,
    rowsMerged: 0,
    rowCount,
    sizeBytes: Buffer.byteLength(text(kind)),
    loadedAt: date,
    coverage: kind === "actors" ? coverage : [],
  });
  const spaces = readOwnSpaces(text("spaces"), path("spaces"));
  const activities = readOwnActivities(text("activities"), path("activities"));
  const tables: readonly LoadedTable[] = [
    { info: info("sites", sites.records.count), records: sites.records },
    { info: info("actors", actors.records.count), records: actors.records },
    { info: info("spaces", spaces.length), records: spaces },
    { info: info("activities", activities.length), records: activities },
  ];
  return { dataset: { version, date, sources, tables }, issues };
}

/** First eight hexadecimal digits of the SHA-256 of all tables, by name. */
function hashTables(texts: TableTexts): string {
  const hash = createHash("sha256");
  for (const name of [...texts.keys()].sort()) hash.update(`${name}\n${texts.get(name) ?? ""}\n`);
  return hash.digest("hex").slice(0, 8);
}

/** Whether an issue may stand in a table of ours: a site that no page gives a point for is listed, not mapped. */
export function isTolerated(issue: Issue): boolean {
  return issue.code === "no-point" && issue.severity === "warning";
}

/** "sites.csv row 4, column lat: latitude-out-of-range {"found":95}". */
export function describeOwnIssue({ place, code, params }: Issue): string {
  const where =
    place.kind === "cell"
      ? `${place.file} row ${String(place.row)}, column ${place.column}`
      : place.kind === "row"
        ? `${place.file} row ${String(place.row)}`
        : place.kind === "link"
          ? place.key
          : place.kind === "pointer"
            ? `${place.file} ${place.pointer}`
            : place.file;
  return `${where}: ${code} ${JSON.stringify(params)}`;
}
