import { openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction, type StoreNames } from "idb";
import { failure, success, type Result } from "#domain/result.ts";

/**
 * Why something was not kept or read. `refused`: the browser lets this page keep nothing. `newer`: a later version of the
 * page has kept its data here, which this one does not touch. `full`: no room, nothing was changed. `failed`: anything else.
 */
export interface StorageFailure {
  readonly code: "refused" | "newer" | "full" | "failed";
  /** What the browser said. */
  readonly params: { readonly reason: string };
}

/** What stands in the stores is checked when read, as it may have been written by anybody. */
export interface AtlasSchema extends DBSchema {
  /** By the table's identifier: `StoredTable`. */
  tables: { key: string; value: unknown };
  /** By the table's identifier and the part's number: `StoredPart`. */
  parts: { key: [string, number]; value: unknown };
  /** By `site` or `actor` and the record's identifier: an edit each, so that two tabs do not overwrite each other. */
  edits: { key: [string, string]; value: unknown };
  /** By the headers of the file: `StoredMapping`. */
  mappings: { key: string; value: unknown; indexes: { used: number } };
  session: { key: string; value: unknown };
}
export type Database = IDBPDatabase<AtlasSchema>;
type StoreName = StoreNames<AtlasSchema>;
export type WriteTransaction<S extends StoreName> = IDBPTransaction<AtlasSchema, S[], "readwrite">;

const NAME = "refresh-atlas";

/** Step `n` takes a database from version `n` to `n + 1`; steps are added, never changed. */
const MIGRATIONS: readonly ((database: Database) => void)[] = [
  (database) => {
    database.createObjectStore("tables");
    database.createObjectStore("parts");
    database.createObjectStore("edits");
    database.createObjectStore("mappings").createIndex("used", "used");
    database.createObjectStore("session");
  },
];

/** An open that is not answered (another tab of an older page holds the database) is given up after this time. */
const PATIENCE_MS = 15_000;

/** The database, opened again where the browser has closed it. */
export interface Connection {
  /** Does the work, a second time where the database was closed under it. */
  run<T>(work: (database: Database) => Promise<T>): Promise<Result<T, StorageFailure>>;
  close(): void;
}

/** @param onEmptied called when the database, opened again, turns out to be new: the browser has thrown all of it away */
export async function connect(onEmptied: () => void): Promise<Result<Connection, StorageFailure>> {
  let current: Promise<Database> | null = null;
  let closed = false;
  const open = () =>
    openDatabase(() => {
      current = null;
    });
  const reopen = async (): Promise<Database> => {
    if (closed) throw new Error("closed");
    const { database, isNew } = await open();
    if (isNew) onEmptied();
    return database;
  };
  const database = async (): Promise<Database> => {
    current ??= reopen();
    try {
      return await current;
    } catch (error) {
      current = null;
      throw error;
    }
  };
  const attempt = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const used = await database();
    try {
      return await work(used);
    } catch (error) {
      const lost = current === null || nameOf(error) === "InvalidStateError";
      if (closed || !lost) throw error;
      used.close();
      current = null;
      return work(await database());
    }
  };
  try {
    const first = await open();
    current = Promise.resolve(first.database);
  } catch (error) {
    return failure(openFailure(error));
  }
  return success({
    async run(work) {
      try {
        return success(await attempt(work));
      } catch (error) {
        return failure(failureOf(error));
      }
    },
    close() {
      closed = true;
      void current?.then(
        (open) => {
          open.close();
        },
        () => undefined,
      );
      current = null;
    },
  });
}

/**
 * Does all of the work or none of it: once this resolves, the disk has it; when it rejects, everything is as before.
 * @throws the reason why the browser gave the transaction up, else what the work threw
 */
export async function write<S extends StoreName, T>(
  database: Database,
  stores: S[],
  durability: IDBTransactionDurability,
  work: (transaction: WriteTransaction<S>) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(stores, "readwrite", { durability });
  const done = transaction.done.then(
    () => null,
    (error: unknown) => ({ error }),
  );
  try {
    const result = await work(transaction);
    const ended = await done;
    if (ended !== null) throw ended.error;
    return result;
  } catch (error) {
    abort(transaction);
    await done;
    throw transaction.error ?? error;
  }
}

function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It has ended already.
  }
}

async function openDatabase(onClosed: () => void): Promise<{ readonly database: Database; readonly isNew: boolean }> {
  let isNew = false;
  let givenUp = false;
  const opening = openDB<AtlasSchema>(NAME, MIGRATIONS.length, {
    upgrade(database, oldVersion) {
      isNew = oldVersion === 0;
      for (const migrate of MIGRATIONS.slice(oldVersion)) migrate(database);
    },
    // A later version of the page, or a browser that clears its data, waits for this connection to close.
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onClosed();
    },
    terminated: onClosed,
  });
  opening.then(
    (database) => {
      if (givenUp) database.close();
    },
    () => undefined,
  );
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      givenUp = true;
      reject(new Error("no answer"));
    }, PATIENCE_MS);
  });
  try {
    return { database: await Promise.race([opening, tooLong]), isNew };
  } finally {
    clearTimeout(timer);
  }
}

/** Opening names more ways of being refused: no such interface at all, or one that is switched off. */
function openFailure(error: unknown): StorageFailure {
  const refused = typeof indexedDB === "undefined" || nameOf(error) === "InvalidStateError";
  return refused ? { code: "refused", params: { reason: messageOf(error) } } : failureOf(error);
}

function failureOf(error: unknown): StorageFailure {
  const params = { reason: messageOf(error) };
  switch (nameOf(error)) {
    case "QuotaExceededError":
      return { code: "full", params };
    case "VersionError":
      return { code: "newer", params };
    case "SecurityError":
    case "NotAllowedError":
      return { code: "refused", params };
    default:
      return { code: "failed", params };
  }
}

export function nameOf(error: unknown): string {
  return error instanceof Error || error instanceof DOMException ? error.name : "";
}

export function messageOf(error: unknown): string {
  if (!(error instanceof Error || error instanceof DOMException)) return String(error);
  return error.message === "" ? error.name : error.message;
}
