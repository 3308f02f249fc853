import type { Mapping } from "#domain/ingest/mapping.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import { applyChanges } from "#domain/workspace/apply-changes.ts";
import type { TableId } from "#domain/workspace/table.ts";
import type { Change, Workspace } from "#domain/workspace/workspace.ts";
import { setStorage, type StorageProblem } from "#state/storage-store.ts";
import type { Stores } from "#state/stores.ts";
import { setWorkspace } from "#state/workspace-store.ts";
import type { StorageFailure } from "#storage/database.ts";
import type { KeptMapping } from "#storage/mapping-records.ts";
import type { AtlasStorage, openStorage } from "#storage/storage.ts";
import type { ChangeName, DamagedTable, StoredWorkspace } from "#storage/workspace-records.ts";
import { changesBetween, mergeChanges, nameOfChange } from "#domain/workspace/compare-workspaces.ts";

/** Keeps what the user loads and edits beyond leaving the page. */
export interface WorkspaceKeeper {
  /** Resolves once all that was done until now is on the disk, or known not to be (then the storage store says so). */
  saved(): Promise<void>;
  /** Tries again to open storage, or to save what could not be saved. */
  retry(): void;
  /** Takes a table out of storage that cannot be read any more. */
  removeDamaged(id: TableId): void;
  rememberMapping(key: string, mapping: Mapping): Promise<void>;
  /** `null` where none was kept, or storage has failed. */
  recallMapping(key: string): Promise<Mapping | null>;
  /** All that are kept, the one used last first. */
  recallMappings(): Promise<readonly KeptMapping[]>;
  /** Keeps the last view, as a link's query; of many within half a second the last. */
  rememberLink(link: string): void;
  recallLink(): Promise<string | null>;
  /** Ends the keeping; what is under way is finished. */
  stop(): void;
}

type Page = Pick<EventTarget, "addEventListener" | "removeEventListener">;

/** Changes that hold together and could not be saved. */
interface Unsaved {
  readonly changes: readonly Change[];
  readonly failure: StorageFailure;
}

const LINK_PAUSE_MS = 500;
/** A page that is out of sight may be ended without another word. */
const LEAVING = ["pagehide", "visibilitychange"] as const;

/**
 * Opens storage, puts the kept tables behind those that are there and takes the kept edits over, and from then on saves
 * each step of the workspace, one after another, and shows what other tabs have saved. The storage store tells how that goes.
 */
export function keepWorkspace(
  stores: Pick<Stores, "workspace" | "storage">,
  open: typeof openStorage,
  page: Page = window,
): WorkspaceKeeper {
  let storage: AtlasStorage | null = null;
  let openFailure: StorageFailure | null = null;
  let sideFailure: StorageFailure | null = null;
  /** Steps that are not being saved yet. */
  let waiting: (readonly Change[])[] = [];
  let unsaved: readonly Unsaved[] = [];
  let damagedTables: readonly DamagedTable[] = [];
  let damagedEdits = 0;
  let kept: ReadonlySet<TableId> = new Set();
  let working = false;
  let asked = false;
  let takingOver = false;
  let stopped = false;
  let lane = Promise.resolve();

  const inLane = (job: () => Promise<void>): void => {
    lane = lane.then(job);
  };
  const current = (): Workspace => stores.workspace.getState().workspace;
  const takeOver = (workspace: Workspace): void => {
    takingOver = true;
    setWorkspace(stores.workspace, workspace);
    takingOver = false;
  };
  /** Places at which this page has something that storage does not have yet. */
  const ownNames = (): ReadonlySet<string> =>
    new Set([...waiting.flat(), ...unsaved.flatMap(({ changes }) => changes)].map(nameOfChange));

  const tell = (): void => {
    const toSave = working || waiting.length > 0;
    setStorage(stores.storage, {
      kept,
      saving: openFailure === null && toSave,
      problems: distinct([
        ...problemsOf(openFailure),
        ...problemsOf(sideFailure),
        ...damagedTables.map(({ id, title, reason }) => ({ code: "damaged", table: { id, title }, reason }) as const),
        ...(damagedEdits > 0 ? [{ code: "damaged", table: null, reason: null } as const] : []),
        ...unsaved.flatMap(problemsOfUnsaved),
      ]),
    });
    page.removeEventListener("beforeunload", warn);
    if (!stopped && (toSave || unsaved.length > 0)) page.addEventListener("beforeunload", warn);
  };
  const tellUsage = async (): Promise<void> => {
    const usage = (await storage?.estimate()) ?? null;
    setStorage(stores.storage, { usage });
  };

  /** The kept view does not wait for the kept tables. */
  let tellLink: (link: string | null) => void = () => undefined;
  const keptLink = new Promise<string | null>((resolve) => {
    tellLink = resolve;
  });

  const openNow = async (): Promise<void> => {
    if (storage !== null) return;
    openFailure = null;
    setStorage(stores.storage, { phase: "opening" });
    const opened = await open();
    if (!opened.ok) {
      refuse(opened.failure);
      return;
    }
    opened.value.onOtherTab((names) => {
      inLane(() => showOthers(names));
    });
    opened.value.onEmptied(saveAll);
    const session = await opened.value.readSession();
    tellLink(session.ok ? (session.value?.link ?? null) : null);
    const read = await opened.value.readWorkspace();
    if (!read.ok) {
      opened.value.close();
      refuse(read.failure);
      return;
    }
    if (isStopped()) {
      opened.value.close();
      return;
    }
    storage = opened.value;
    ({ damagedTables, damagedEdits } = read.value);
    kept = new Set(read.value.tables.map(({ info }) => info.id));
    takeOver(withStored(current(), read.value, ownNames()));
    setStorage(stores.storage, { phase: "ready" });
    tell();
    void tellUsage();
  };
  const isStopped = () => stopped;
  const refuse = (failure: StorageFailure): void => {
    tellLink(null);
    openFailure = failure;
    setStorage(stores.storage, { phase: "refused" });
    tell();
  };

  const saveWaiting = async (): Promise<void> => {
    if (storage === null || waiting.length === 0) return;
    const steps = waiting;
    waiting = [];
    working = true;
    tell();
    const all = mergeChanges(steps);
    const failure = await saveOne(storage, all);
    if (failure?.code === "full" && steps.length > 1) {
      for (const step of steps) note(step, await saveOne(storage, step));
    } else note(all, failure);
    if (all.some(isRemoval)) tryAgain(({ failure: { code } }) => code === "full");
    working = false;
    tell();
    if (!asked && kept.size > 0) {
      asked = true;
      void storage.persist();
    }
    void tellUsage();
  };
  /** Takes down how saving ended. */
  const note = (changes: readonly Change[], failure: StorageFailure | null): void => {
    unsaved = withoutChanges(unsaved, changes);
    if (failure !== null) {
      unsaved = [...unsaved, { changes, failure }];
      return;
    }
    kept = keptAfter(kept, changes);
    const removed = changes.filter(isRemoval);
    damagedTables = damagedTables.filter(({ id }) => removed.every((change) => change.id !== id));
  };
  const tryAgain = (isWorthIt: (unsaved: Unsaved) => boolean): void => {
    const again = unsaved.filter(isWorthIt);
    if (again.length === 0) return;
    unsaved = unsaved.filter((one) => !again.includes(one));
    waiting = [...again.map(({ changes }) => changes), ...waiting];
    inLane(saveWaiting);
  };

  const showOthers = async (names: readonly ChangeName[]): Promise<void> => {
    if (storage === null) return;
    const read = await storage.readChanges(names);
    if (!read.ok) return;
    const own = ownNames();
    const isDamaged = (id: string) => read.value.damagedTables.some((table) => table.id === id);
    const changes = read.value.changes.filter((change) => !own.has(nameOfChange(change)) && !isDamaged(change.id));
    kept = keptAfter(kept, read.value.changes);
    damagedTables = [
      ...damagedTables.filter(({ id }) => names.every((name) => name.id !== id)),
      ...read.value.damagedTables,
    ];
    takeOver(applyChanges(current(), changes));
    tell();
    void tellUsage();
  };
  const saveAll = (): void => {
    kept = new Set();
    const all = changesBetween({ tables: [], edits: NO_EDITS }, current());
    waiting = [...all.map((change) => [change]), ...waiting];
    inLane(saveWaiting);
  };

  /** Mappings and the last view: what fails is said, until it succeeds. */
  const aside = async (save: (storage: AtlasStorage) => ReturnType<AtlasStorage["saveSession"]>): Promise<void> => {
    await opened;
    if (storage === null) return;
    const result = await save(storage);
    sideFailure = result.ok ? null : result.failure;
    tell();
  };

  const unsubscribe = stores.workspace.subscribe(
    (state) => state.workspace,
    (now, before) => {
      if (takingOver) return;
      const changes = changesBetween(before, now);
      if (changes.length === 0) return;
      waiting = [...waiting, changes];
      tell();
      inLane(saveWaiting);
    },
  );
  inLane(openNow);
  const opened = lane;

  let link: string | null = null;
  let linkTimer: ReturnType<typeof setTimeout> | undefined;
  const saveLink = (): void => {
    clearTimeout(linkTimer);
    if (link === null) return;
    const session = { link };
    link = null;
    void aside((to) => to.saveSession(session));
  };
  for (const event of LEAVING) page.addEventListener(event, saveLink);

  return {
    async saved() {
      for (let seen: Promise<void> | null = null; seen !== lane;) {
        seen = lane;
        await seen;
      }
    },
    retry() {
      if (storage === null) {
        inLane(openNow);
        inLane(saveWaiting);
      } else tryAgain(() => true);
    },
    removeDamaged(id) {
      waiting = [...waiting, [{ kind: "table", id, before: null, after: null }]];
      tell();
      inLane(saveWaiting);
    },
    rememberMapping: (key, mapping) => aside((to) => to.saveMapping(key, mapping)),
    async recallMapping(key) {
      await opened;
      const read = await storage?.readMapping(key);
      return read?.ok === true ? read.value : null;
    },
    async recallMappings() {
      await opened;
      const read = await storage?.readMappings();
      return read?.ok === true ? read.value : [];
    },
    rememberLink(query) {
      link = query;
      clearTimeout(linkTimer);
      linkTimer = setTimeout(saveLink, LINK_PAUSE_MS);
    },
    recallLink: () => keptLink,
    stop() {
      saveLink();
      stopped = true;
      unsubscribe();
      for (const event of LEAVING) page.removeEventListener(event, saveLink);
      page.removeEventListener("beforeunload", warn);
      inLane(() => {
        storage?.close();
        storage = null;
        return Promise.resolve();
      });
    },
  };
}

/** Once a table was taken out there is room to try again what did not fit. */
function isRemoval({ kind, after }: Change): boolean {
  return kind === "table" && after === null;
}

/** Lets the browser ask whether to leave, while something is not kept. */
function warn(event: Event): void {
  event.preventDefault();
}

async function saveOne(storage: AtlasStorage, changes: readonly Change[]): Promise<StorageFailure | null> {
  const saved = await storage.saveChanges(changes);
  return saved.ok ? null : saved.failure;
}

/** Kept tables stand between the published ones and those just imported; what the page has changed meanwhile stays. */
function withStored(workspace: Workspace, stored: StoredWorkspace, own: ReadonlySet<string>): Workspace {
  const there = new Set(workspace.tables.map(({ info }) => info.id));
  const added = stored.tables.filter(
    ({ info }) => !there.has(info.id) && !own.has(nameOfChange({ kind: "table", id: info.id })),
  );
  const isBundled = ({ info }: Workspace["tables"][number]) => info.origin === "bundled";
  const tables = [
    ...workspace.tables.filter(isBundled),
    ...added,
    ...workspace.tables.filter((table) => !isBundled(table)),
  ];
  const edits = changesBetween({ tables: [], edits: NO_EDITS }, { tables: [], edits: stored.edits });
  return applyChanges(
    { ...workspace, tables },
    edits.filter((change) => !own.has(nameOfChange(change))),
  );
}

function keptAfter(kept: ReadonlySet<TableId>, changes: readonly Change[]): ReadonlySet<TableId> {
  const after = new Set(kept);
  for (const change of changes) {
    if (change.kind !== "table") continue;
    if (change.after === null) after.delete(change.id);
    else after.add(change.id);
  }
  return after;
}

/** What was saved later needs no saving any more. */
function withoutChanges(unsaved: readonly Unsaved[], changes: readonly Change[]): readonly Unsaved[] {
  const names = new Set(changes.map(nameOfChange));
  return unsaved
    .map((one) => ({ ...one, changes: one.changes.filter((change) => !names.has(nameOfChange(change))) }))
    .filter((one) => one.changes.length > 0);
}

function problemsOf(failure: StorageFailure | null): readonly StorageProblem[] {
  return failure === null ? [] : [{ code: failure.code, table: null, reason: failure.params.reason }];
}

/** One for each table that is not kept; where it is none, one for the edits. */
function problemsOfUnsaved({ changes, failure }: Unsaved): readonly StorageProblem[] {
  const tables = changes.flatMap((change) => (change.kind === "table" && change.after !== null ? [change.after] : []));
  if (tables.length === 0) return problemsOf(failure);
  const { code, params } = failure;
  return tables.map(({ info: { id, title } }) => ({ code, table: { id, title }, reason: params.reason }));
}

function distinct(problems: readonly StorageProblem[]): readonly StorageProblem[] {
  return [...new Map(problems.map((problem) => [`${problem.code} ${problem.table?.id ?? ""}`, problem])).values()];
}
