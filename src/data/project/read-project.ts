import { strFromU8, unzipSync } from "fflate";
import { DECIMAL_MARKS, type Mapping } from "#domain/ingest/mapping.ts";
import type { Issue } from "#domain/issue.ts";
import { NO_EDITS, type Edits } from "#domain/workspace/edits.ts";
import { TABLE_KINDS, type LoadedTable, type TableInfo } from "#domain/workspace/table.ts";
import { isJsonObject, parseJson, type JsonObject } from "../json.ts";
import { PROJECT_FORMAT, PROJECT_MEMBER, type Project } from "./project.ts";
import { readTableCsv } from "./table-csv.ts";

/**
 * Reads a project; what can be read of it is read, the rest is listed.
 * @returns `project: null` where nothing of it can be read; never throws
 */
export async function readProject(
  blob: Blob,
  file: string,
): Promise<{ readonly project: Project | null; readonly issues: readonly Issue[] }> {
  const place = { kind: "file", file } as const;
  const refuse = (reason: string) => ({
    project: null,
    issues: [{ severity: "error", place, code: "unreadable-file", params: { reason } } satisfies Issue],
  });
  let members: Readonly<Record<string, Uint8Array>>;
  try {
    members = unzipSync(new Uint8Array(await blob.arrayBuffer()));
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
  const parsed = parseJson(strFromU8(members[PROJECT_MEMBER] ?? new Uint8Array()));
  if (!parsed.ok || !isJsonObject(parsed.value)) return refuse(`${PROJECT_MEMBER} is damaged`);
  const description = parsed.value;
  const issues: Issue[] = [];
  const { format } = description as { readonly format?: unknown };
  if (typeof format === "number" && format > PROJECT_FORMAT) {
    issues.push({ severity: "warning", place, code: "newer-file", params: { found: String(format) } });
  }
  const tables: LoadedTable[] = [];
  for (const entry of listOf(description["tables"])) {
    const table = await readTable(entry, members, file, issues);
    if (table !== null) tables.push(table);
  }
  const { link } = description as { readonly link?: unknown };
  const project = {
    tables,
    edits: readEdits(description["edits"]),
    mappings: listOf(description["mappings"]).flatMap(readMapping),
    link: typeof link === "string" ? link : "",
  };
  return { project, issues };
}

async function readTable(
  entry: unknown,
  members: Readonly<Record<string, Uint8Array>>,
  file: string,
  issues: Issue[],
): Promise<LoadedTable | null> {
  const member = isJsonObject(entry) && typeof entry["file"] === "string" ? entry["file"] : "";
  const name = `${file}/${member}`;
  const bytes = members[member];
  if (!isTableInfo(entry) || bytes === undefined) {
    const params = {
      reason: bytes === undefined ? "the table is missing from the archive" : "its description is damaged",
    };
    issues.push({ severity: "error", place: { kind: "file", file: name }, code: "unreadable-file", params });
    return null;
  }
  const read = await readTableCsv(new Blob([new Uint8Array(bytes)]), infoOf(entry), name);
  issues.push(...read.issues);
  return read.table;
}

/** Without the name of the member. */
function infoOf(entry: TableInfo): TableInfo {
  const {
    id,
    kind,
    title,
    origin,
    source,
    rowsRead,
    rowsRejected,
    rowsMerged,
    rowCount,
    sizeBytes,
    loadedAt,
    coverage,
  } = entry;
  return {
    id,
    kind,
    title,
    origin,
    source,
    rowsRead,
    rowsRejected,
    rowsMerged,
    rowCount,
    sizeBytes,
    loadedAt,
    coverage,
  };
}

function isTableInfo(entry: unknown): entry is TableInfo {
  if (!isJsonObject(entry) || !isJsonObject(entry["source"]) || !Array.isArray(entry["coverage"])) return false;
  const hasTexts = ["id", "title", "loadedAt"].every((key) => typeof entry[key] === "string");
  const hasNumbers = ["rowsRead", "rowsRejected", "rowsMerged", "rowCount", "sizeBytes"].every(
    (key) => typeof entry[key] === "number",
  );
  return hasTexts && hasNumbers && (TABLE_KINDS as readonly unknown[]).includes(entry["kind"]);
}

function readEdits(found: unknown): Edits {
  if (!isJsonObject(found)) return NO_EDITS;
  return { sites: readEditMap(found["sites"]), actors: readEditMap(found["actors"]) };
}

function readEditMap<K, E>(found: unknown): ReadonlyMap<K, E> {
  const entries = listOf(found).filter(
    (entry): entry is readonly [K, E] => Array.isArray(entry) && typeof entry[0] === "string" && isEdit(entry[1]),
  );
  return new Map(entries);
}

function isEdit(edit: unknown): boolean {
  if (!isJsonObject(edit)) return false;
  const { kind, row } = edit as { readonly kind?: unknown; readonly row?: unknown };
  return kind === "deleted" || (kind === "put" && isJsonObject(row) && typeof row["id"] === "string");
}

function readMapping(entry: unknown): Project["mappings"] {
  if (!isJsonObject(entry) || typeof entry["key"] !== "string") return [];
  const { mapping } = entry as { readonly mapping?: unknown };
  return isMapping(mapping) ? [{ key: entry["key"], mapping }] : [];
}

function isMapping(found: unknown): found is Mapping & JsonObject {
  return (
    isJsonObject(found) &&
    (TABLE_KINDS as readonly unknown[]).includes(found["kind"]) &&
    isJsonObject(found["fields"]) &&
    isJsonObject(found["values"]) &&
    (DECIMAL_MARKS as readonly unknown[]).includes(found["decimalMark"]) &&
    typeof found["crs"] === "string"
  );
}

function listOf(found: unknown): readonly unknown[] {
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}
