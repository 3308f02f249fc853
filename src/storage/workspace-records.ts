import type { ActorId } from "#domain/actor/actor.ts";
import type { ConceptId, ReuseConcept } from "#domain/options/concept.ts";
import { isObject, isText } from "#domain/shape.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { ActorRow, Edit, Edits, SiteRow } from "#domain/workspace/edits.ts";
import { isActorEdit, isSiteEdit } from "#domain/workspace/kept-shapes.ts";
import type { LoadedTable, TableId } from "#domain/workspace/table.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { cutTable } from "./cut-table.ts";
import { messageOf, nameOf, write, type Database, type WriteTransaction } from "./database.ts";
import { Damage, joinTable } from "./join-table.ts";

/** A table that cannot be read back as it was written; it stays in storage until it is taken out. */
export interface DamagedTable {
  readonly id: TableId;
  /** The identifier where not even the title is left. */
  readonly title: string;
  readonly reason: string;
}

/** All that storage has, as far as it is whole. */
export interface StoredWorkspace {
  /** In the order of loading. */
  readonly tables: readonly LoadedTable[];
  readonly edits: Edits;
  readonly damagedTables: readonly DamagedTable[];
  /** Edits that cannot be read. */
  readonly damagedEdits: number;
}

/** What a change is about. */
export type ChangeName =
  | { readonly kind: "table"; readonly id: TableId }
  | { readonly kind: "site"; readonly id: SiteId }
  | { readonly kind: "actor"; readonly id: ActorId }
  | { readonly kind: "concept"; readonly id: ConceptId };

const EDITS_AT_ONCE = 2000;
/** Of errors that browsers give for a value that they cannot read back any more. */
const UNREADABLE: readonly string[] = [
  "NotReadableError",
  "DataError",
  "DataCloneError",
  "UnknownError",
  "NotFoundError",
];

export async function readStoredWorkspace(database: Database): Promise<StoredWorkspace> {
  const tables: LoadedTable[] = [];
  const damagedTables: DamagedTable[] = [];
  for (const id of await database.getAllKeys("tables")) {
    const read = await readStoredTable(database, id as TableId);
    if (read === null) continue;
    if (read.kind === "damaged") damagedTables.push(read.table);
    else tables.push(read.table);
  }
  tables.sort(({ info: a }, { info: b }) => compare(a.loadedAt, b.loadedAt) || compare(a.id, b.id));
  return { tables, damagedTables, ...(await readStoredEdits(database)) };
}

/** What stands at these places now, `before` being left open; damaged ones apart. */
export async function readStoredChanges(
  database: Database,
  names: readonly ChangeName[],
): Promise<{ readonly changes: readonly Change[]; readonly damagedTables: readonly DamagedTable[] }> {
  const changes: Change[] = [];
  const damagedTables: DamagedTable[] = [];
  for (const name of names) {
    if (name.kind === "table") {
      const read = await readStoredTable(database, name.id);
      if (read?.kind === "damaged") damagedTables.push(read.table);
      changes.push({ ...name, before: null, after: read?.kind === "whole" ? read.table : null });
      continue;
    }
    const edit: unknown = await database.get("edits", [name.kind, name.id]);
    if (name.kind === "site") changes.push({ ...name, before: null, after: isSiteEdit(edit) ? edit : null });
    else if (name.kind === "actor") changes.push({ ...name, before: null, after: isActorEdit(edit) ? edit : null });
    else
      changes.push({ ...name, before: null, after: (await readConceptEdits([[name.id, edit]])).get(name.id) ?? null });
  }
  return { changes, damagedTables };
}

/** Makes all changes or none. */
export function writeChanges(database: Database, changes: readonly Change[]): Promise<void> {
  return write(database, ["tables", "parts", "edits"], "strict", async (transaction) => {
    for (const change of changes) {
      if (change.kind === "table") await writeTable(transaction, change.id, change.after);
      else await writeEdit(transaction, change.kind, change.id, change.after);
    }
  });
}

type ChangesTransaction = WriteTransaction<"tables" | "parts" | "edits">;

async function writeTable(transaction: ChangesTransaction, id: TableId, table: LoadedTable | null): Promise<void> {
  const tables = transaction.objectStore("tables");
  const parts = transaction.objectStore("parts");
  await Promise.all([tables.delete(id), parts.delete(IDBKeyRange.bound([id], [id, []]))]);
  if (table === null) return;
  const cutting = cutTable(table);
  let number = 0;
  let step = cutting.next();
  while (step.done !== true) {
    await parts.put(step.value, [id, number++]);
    step = cutting.next();
  }
  await tables.put(step.value, id);
}

async function writeEdit(
  transaction: ChangesTransaction,
  kind: Exclude<Change["kind"], "table">,
  id: string,
  edit: Edit<SiteRow> | Edit<ActorRow> | Edit<ReuseConcept> | null,
): Promise<void> {
  const edits = transaction.objectStore("edits");
  if (edit === null) await edits.delete([kind, id]);
  else await edits.put(edit, [kind, id]);
}

type TableRead =
  { readonly kind: "whole"; readonly table: LoadedTable } | { readonly kind: "damaged"; readonly table: DamagedTable };

/** Each table in a transaction of its own: a value that the browser cannot read ends the transaction. */
async function readStoredTable(database: Database, id: TableId): Promise<TableRead | null> {
  let title: string = id;
  try {
    const transaction = database.transaction(["tables", "parts"], "readonly");
    transaction.done.catch(() => undefined);
    const stored: unknown = await transaction.objectStore("tables").get(id);
    if (stored === undefined) return null;
    title = titleOf(stored) ?? id;
    const parts = transaction.objectStore("parts");
    const table = await joinTable(stored, (number) => parts.get([id, number]));
    if (table.info.id !== id) throw new Damage("id");
    return { kind: "whole", table };
  } catch (error) {
    if (!(error instanceof Damage) && !UNREADABLE.includes(nameOf(error))) throw error;
    return { kind: "damaged", table: { id, title, reason: messageOf(error) } };
  }
}

function titleOf(stored: unknown): string | null {
  const info = isObject(stored) ? stored["info"] : null;
  const title = isObject(info) ? info["title"] : null;
  return isText(title) ? title : null;
}

async function readStoredEdits(database: Database): Promise<{ readonly edits: Edits; readonly damagedEdits: number }> {
  const sites = new Map<SiteId, Edit<SiteRow>>();
  const actors = new Map<ActorId, Edit<ActorRow>>();
  const ofConcepts: (readonly [ConceptId, unknown])[] = [];
  let damagedEdits = 0;
  const store = database.transaction("edits").store;
  let range: IDBKeyRange | null = null;
  for (;;) {
    const keys: [string, string][] = await store.getAllKeys(range, EDITS_AT_ONCE);
    const values: unknown[] = await store.getAll(range, EDITS_AT_ONCE);
    for (const [index, [kind, id]] of keys.entries()) {
      const edit = values[index];
      if (kind === "site" && isSiteEdit(edit)) sites.set(id as SiteId, edit);
      else if (kind === "actor" && isActorEdit(edit)) actors.set(id as ActorId, edit);
      else if (kind === "concept") ofConcepts.push([id as ConceptId, edit]);
      else damagedEdits++;
    }
    const last = keys.at(-1);
    if (last === undefined || keys.length < EDITS_AT_ONCE) break;
    range = IDBKeyRange.lowerBound(last, true);
  }
  const concepts = await readConceptEdits(ofConcepts);
  damagedEdits += ofConcepts.length - concepts.size;
  return { edits: { sites, actors, concepts }, damagedEdits };
}

/** Those that are whole. Few have any, so what tells that is loaded for those; no transaction outlasts the wait. */
async function readConceptEdits(
  found: readonly (readonly [ConceptId, unknown])[],
): Promise<ReadonlyMap<ConceptId, Edit<ReuseConcept>>> {
  if (found.length === 0) return new Map();
  const { isConceptEdit } = await import("#domain/workspace/kept-concepts.ts");
  return new Map(found.flatMap(([id, edit]) => (isConceptEdit(edit) ? [[id, edit] as const] : [])));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
