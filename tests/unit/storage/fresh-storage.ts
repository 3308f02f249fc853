import "fake-indexeddb/auto";
import { openDB } from "idb";
import { afterEach, beforeEach, vi } from "vitest";
import type { SiteId } from "#domain/site/site.ts";
import type { Edit, SiteRow } from "#domain/workspace/edits.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { openStorage, type AtlasStorage } from "#storage/storage.ts";
import { siteRow } from "../../helpers/loaded-table.ts";

const opened: AtlasStorage[] = [];

export async function open(): Promise<AtlasStorage> {
  const storage = await openStorage();
  if (!storage.ok) throw new Error(storage.failure.code);
  opened.push(storage.value);
  return storage.value;
}

/** Each test of the file begins with nothing kept, and what it opens is closed after it. */
export function keepNothingBetweenTests(): void {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
  });

  afterEach(() => {
    for (const storage of opened.splice(0)) storage.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}

export function put(table: LoadedTable): Change {
  return { kind: "table", id: table.info.id, before: null, after: table };
}

export function site(id: string, after: Edit<SiteRow> | null): Change {
  return { kind: "site", id: id as SiteId, before: null, after };
}

export function named(id: string, name: string): Edit<SiteRow> {
  return { kind: "put", row: siteRow({ id, name }) };
}

export async function read(storage: AtlasStorage) {
  const workspace = await storage.readWorkspace();
  if (!workspace.ok) throw new Error(workspace.failure.code);
  return workspace.value;
}

/** Writes into the stores past the storage. */
export async function tamper(
  change: (stores: {
    get(store: string, key: IDBValidKey): Promise<unknown>;
    put(store: string, value: unknown, key: IDBValidKey): Promise<unknown>;
    delete(store: string, key: IDBValidKey): Promise<unknown>;
  }) => Promise<unknown>,
): Promise<void> {
  const database = await openDB("refresh-atlas");
  await change(database);
  database.close();
}
