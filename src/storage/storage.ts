import type { Mapping } from "#domain/ingest/mapping.ts";
import { success, type Result } from "#domain/result.ts";
import { isEither, isListOf, isOneOf, isRecordOf, isText, type Shape } from "#domain/shape.ts";
import type { Change } from "#domain/workspace/workspace.ts";
import { connect, write, type StorageFailure } from "./database.ts";
import { readStoredMapping, readStoredMappings, writeMapping, type KeptMapping } from "./mapping-records.ts";
import {
  readStoredChanges,
  readStoredWorkspace,
  writeChanges,
  type ChangeName,
  type DamagedTable,
  type StoredWorkspace,
} from "./workspace-records.ts";

/** Where the user was when the page was left. */
export interface Session {
  /** The last view, as a link's query writes it. */
  readonly link: string;
}

type Kept<T> = Promise<Result<T, StorageFailure>>;

/** What survives leaving the page. Several tabs may have it open; each sees what the others save. */
export interface AtlasStorage {
  readWorkspace(): Kept<StoredWorkspace>;
  /** What stands at these places now, `before` being left open; of a damaged table `after` is `null`. */
  readChanges(
    names: readonly ChangeName[],
  ): Kept<{ readonly changes: readonly Change[]; readonly damagedTables: readonly DamagedTable[] }>;
  /** Makes all changes or none; on success they are on the disk. */
  saveChanges(changes: readonly Change[]): Kept<void>;
  readMapping(key: string): Kept<Mapping | null>;
  /** All that are kept, the one used last first. */
  readMappings(): Kept<readonly KeptMapping[]>;
  /** Kept until a hundred others have been. */
  saveMapping(key: string, mapping: Mapping): Kept<void>;
  readSession(): Kept<Session | null>;
  saveSession(session: Session): Kept<void>;
  /** What the browser says is used and allowed, bytes; `null` where it does not say. */
  estimate(): Promise<{ readonly used: number; readonly allowed: number } | null>;
  /** Asks the browser not to clear what is kept when it needs room; false where it does not promise. */
  persist(): Promise<boolean>;
  /** Calls back when another tab has saved something. Returns the undoing. */
  onOtherTab(listener: (names: readonly ChangeName[]) => void): () => void;
  /** Calls back when the browser has thrown away all that was kept, while the page is open. Returns the undoing. */
  onEmptied(listener: () => void): () => void;
  close(): void;
}

const CHANNEL = "refresh-atlas";
const SESSION_KEY = "last";

const isSession = isRecordOf<Session>({ link: isText });

function isNameOf<K extends ChangeName["kind"]>(kind: K): Shape<Extract<ChangeName, { kind: K }>> {
  return isRecordOf({ kind: isOneOf([kind]), id: isText }) as unknown as Shape<Extract<ChangeName, { kind: K }>>;
}
const isNames = isListOf(
  isEither(isEither(isNameOf("table"), isNameOf("concept")), isEither(isNameOf("site"), isNameOf("actor"))),
);

/** Opens what this browser keeps for the page, in a window or a worker; makes it where there is nothing yet. */
export async function openStorage(): Promise<Result<AtlasStorage, StorageFailure>> {
  const emptiedListeners = new Set<() => void>();
  const opened = await connect(() => {
    for (const listener of emptiedListeners) listener();
  });
  if (!opened.ok) return opened;
  const connection = opened.value;
  const channel = openChannel();
  return success({
    readWorkspace: () => connection.run(readStoredWorkspace),
    readChanges: (names) => connection.run((database) => readStoredChanges(database, names)),
    async saveChanges(changes) {
      const saved = await connection.run((database) => writeChanges(database, changes));
      if (saved.ok) channel?.postMessage(changes.map(({ kind, id }) => ({ kind, id })));
      return saved;
    },
    readMapping: (key) => connection.run((database) => readStoredMapping(database, key)),
    readMappings: () => connection.run(readStoredMappings),
    saveMapping: (key, mapping) => connection.run((database) => writeMapping(database, key, mapping)),
    readSession: () =>
      connection.run(async (database) => {
        const stored: unknown = await database.get("session", SESSION_KEY);
        return isSession(stored) ? stored : null;
      }),
    saveSession: (session) =>
      connection.run((database) =>
        write(database, ["session"], "relaxed", async (transaction) => {
          const kept = transaction.objectStore("session").put(session, SESSION_KEY);
          // So it is kept also where the page is left before it has heard of it.
          transaction.commit();
          await kept;
        }),
      ),
    estimate,
    persist,
    onOtherTab(listener) {
      const onMessage = ({ data }: MessageEvent<unknown>) => {
        if (isNames(data)) listener(data);
      };
      channel?.addEventListener("message", onMessage);
      return () => channel?.removeEventListener("message", onMessage);
    },
    onEmptied(listener) {
      emptiedListeners.add(listener);
      return () => emptiedListeners.delete(listener);
    },
    close() {
      channel?.close();
      connection.close();
    },
  });
}

/** Tabs of browsers without such channels, or that refuse them, do not hear of each other; each still saves. */
function openChannel(): BroadcastChannel | null {
  try {
    return new BroadcastChannel(CHANNEL);
  } catch {
    return null;
  }
}

async function estimate(): Promise<{ readonly used: number; readonly allowed: number } | null> {
  try {
    const { usage, quota } = await navigator.storage.estimate();
    return usage === undefined || quota === undefined ? null : { used: usage, allowed: quota };
  } catch {
    return null;
  }
}

async function persist(): Promise<boolean> {
  try {
    return await navigator.storage.persist();
  } catch {
    return false;
  }
}
