import type { Mapping } from "#domain/ingest/mapping.ts";
import { isFiniteNumber, isRecordOf } from "#domain/shape.ts";
import { isMapping } from "#domain/workspace/kept-shapes.ts";
import { write, type Database } from "./database.ts";

/** A mapping and the headers that it was made for, as the recognition of files names them. */
export interface KeptMapping {
  readonly key: string;
  readonly mapping: Mapping;
}

interface StoredMapping {
  readonly mapping: Mapping;
  /** Grows with each use. */
  readonly used: number;
}

const MOST_MAPPINGS = 100;

const isStoredMapping = isRecordOf<StoredMapping>({ mapping: isMapping, used: isFiniteNumber });

export async function readStoredMapping(database: Database, key: string): Promise<Mapping | null> {
  const stored: unknown = await database.get("mappings", key);
  return isStoredMapping(stored) ? stored.mapping : null;
}

/** All of them, the one used last first. */
export async function readStoredMappings(database: Database): Promise<readonly KeptMapping[]> {
  const store = database.transaction("mappings").store;
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return keys
    .flatMap((key, index) => {
      const stored = values[index];
      return isStoredMapping(stored) ? [{ key, ...stored }] : [];
    })
    .sort((a, b) => b.used - a.used)
    .map(({ key, mapping }) => ({ key, mapping }));
}

/** The newest {@link MOST_MAPPINGS} stay. */
export function writeMapping(database: Database, key: string, mapping: Mapping): Promise<void> {
  return write(database, ["mappings"], "strict", async (transaction) => {
    const store = transaction.objectStore("mappings");
    const byUse = store.index("used");
    const newest = await byUse.openKeyCursor(null, "prev");
    await store.put({ mapping, used: (newest?.key ?? 0) + 1 } satisfies StoredMapping, key);
    let surplus = (await store.count()) - MOST_MAPPINGS;
    let oldest = surplus > 0 ? await byUse.openKeyCursor() : null;
    while (oldest !== null && surplus > 0) {
      await store.delete(oldest.primaryKey);
      surplus--;
      oldest = await oldest.continue();
    }
  });
}
