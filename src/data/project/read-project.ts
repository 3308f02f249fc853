import type { Issue } from "#domain/issue.ts";
import { MOST, overLimit } from "#domain/limits.ts";
import { NO_EDITS, type Edits } from "#domain/workspace/edits.ts";
import { isConceptEdit } from "#domain/workspace/kept-concepts.ts";
import { isActorEdit, isMapping, isSiteEdit, isTableInfo } from "#domain/workspace/kept-shapes.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { openZip, type Zip } from "../formats/zip-entries.ts";
import { isJsonObject, parseJson, quoted, type JsonObject } from "../json.ts";
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
  const zip = openZip(new Uint8Array(await blob.arrayBuffer()), file);
  if ("issues" in zip) return { project: null, issues: zip.issues };
  const tooMuch = zip.tooMuch(zip.entries.map(({ name }) => name));
  if (tooMuch !== null) return { project: null, issues: tooMuch.issues };
  const parsed = parseJson(new TextDecoder().decode(unpackMember(zip, PROJECT_MEMBER) ?? new Uint8Array()));
  if (!parsed.ok && parsed.failure.code === "over-limit") {
    return { project: null, issues: [{ severity: "error", place, ...parsed.failure }] };
  }
  if (!parsed.ok || !isJsonObject(parsed.value)) return refuse(`${PROJECT_MEMBER} is damaged`);
  const description = parsed.value;
  const issues: Issue[] = [];
  const { format } = description as { readonly format?: unknown };
  if (typeof format === "number" && format > PROJECT_FORMAT) {
    issues.push({ severity: "warning", place, code: "newer-file", params: { found: String(format) } });
  }
  const refuseEntry = (what: string) => {
    const params = { found: what, expected: "as this page writes it" };
    issues.push({
      severity: "warning",
      place: { kind: "file", file: `${file}/${PROJECT_MEMBER}` },
      code: "unreadable-value",
      params,
    });
  };
  const tables: LoadedTable[] = [];
  const entries = listOf(description["tables"]);
  if (entries.length > MOST.layers) {
    return { project: null, issues: [{ severity: "error", place, ...overLimit("layers") }] };
  }
  const used = new Set<unknown>();
  for (const entry of entries) {
    // A member is the rows of one table.
    const member = isJsonObject(entry) ? entry["file"] : null;
    if (used.has(member)) continue;
    used.add(member);
    const table = await readTable(entry, zip, file, issues);
    if (table !== null) tables.push(table);
  }
  const { link } = description as { readonly link?: unknown };
  const project = {
    tables,
    edits: readEdits(description["edits"], refuseEntry),
    mappings: listOf(description["mappings"]).flatMap((entry) => readMapping(entry, refuseEntry)),
    link: typeof link === "string" ? link : "",
  };
  return { project, issues };
}

/** One member of the archive; `null` where it is missing or damaged. */
function unpackMember(zip: Zip, name: string): Uint8Array<ArrayBuffer> | null {
  const unpacked = zip.unpack([name]);
  return "issues" in unpacked ? null : (unpacked.get(name) ?? null);
}

async function readTable(entry: unknown, zip: Zip, file: string, issues: Issue[]): Promise<LoadedTable | null> {
  const member = isJsonObject(entry) && typeof entry["file"] === "string" ? entry["file"] : "";
  const name = `${file}/${member}`;
  const refuse = (reason: string) => {
    issues.push({
      severity: "error",
      place: { kind: "file", file: name },
      code: "unreadable-file",
      params: { reason },
    });
    return null;
  };
  const info: unknown = isJsonObject(entry) ? withoutFile(entry) : entry;
  if (!isTableInfo(info) || info.origin === "bundled") return refuse("its description is damaged");
  const bytes = unpackMember(zip, member);
  if (bytes === null) return refuse("the table is missing from the archive, or damaged");
  const read = await readTableCsv(new Blob([bytes]), info, name);
  issues.push(...read.issues);
  return read.table;
}

function withoutFile(entry: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(entry).filter(([key]) => key !== "file"));
}

function readEdits(found: unknown, refuse: (what: string) => void): Edits {
  if (!isJsonObject(found)) return NO_EDITS;
  return {
    sites: readEditMap(found["sites"], isSiteEdit, refuse),
    actors: readEditMap(found["actors"], isActorEdit, refuse),
    concepts: readEditMap(found["concepts"], isConceptEdit, refuse),
  };
}

function readEditMap<K extends string, E>(
  found: unknown,
  isEdit: (edit: unknown) => edit is E,
  refuse: (what: string) => void,
): ReadonlyMap<K, E> {
  const edits = new Map<K, E>();
  for (const entry of listOf(found)) {
    const [id, edit] = listOf(entry);
    if (typeof id === "string" && isEdit(edit)) edits.set(id as K, edit);
    else refuse(`edit ${typeof id === "string" ? quoted(id) : ""}`.trim());
  }
  return edits;
}

function readMapping(entry: unknown, refuse: (what: string) => void): Project["mappings"] {
  if (isJsonObject(entry) && typeof entry["key"] === "string") {
    const { mapping } = entry as { readonly mapping?: unknown };
    if (isMapping(mapping)) return [{ key: entry["key"], mapping }];
  }
  refuse("mapping");
  return [];
}

function listOf(found: unknown): readonly unknown[] {
  return Array.isArray(found) ? (found as readonly unknown[]) : [];
}
