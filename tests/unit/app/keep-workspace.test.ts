import { IDBFactory } from "fake-indexeddb";
import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { keepWorkspace, type WorkspaceKeeper } from "#app/keep-workspace.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { success } from "#domain/result.ts";
import { doStep, redoStep, undoStep } from "#state/workspace-store.ts";
import type { Stores } from "#state/stores.ts";
import { openStorage } from "#storage/storage.ts";
import { createStores } from "../../helpers/stores.ts";
import { keptActors, keptPopulation } from "../../helpers/kept-tables.ts";
import { siteRow } from "../../helpers/loaded-table.ts";

const open: WorkspaceKeeper[] = [];

beforeEach(() => {
  for (const keeper of open.splice(0)) keeper.stop();
  indexedDB = new IDBFactory();
});

function start(opening: typeof openStorage = openStorage): {
  readonly stores: Stores;
  readonly keeper: WorkspaceKeeper;
} {
  const stores = createStores();
  const keeper = keepWorkspace(stores, opening, new EventTarget());
  open.push(keeper);
  return { stores, keeper };
}

function load(stores: Stores, table: LoadedTable): void {
  const changes = [{ kind: "table", id: table.info.id, before: null, after: table } as const];
  doStep(stores.workspace, { changes, label: "table-imported", params: {} });
}

function edit(stores: Stores, name: string): void {
  const id = "mill" as SiteId;
  const row = siteRow({ id, name });
  const before = stores.workspace.getState().workspace.edits.sites.get(id) ?? null;
  const changes = [{ kind: "site", id, before, after: { kind: "put", row } } as const];
  doStep(stores.workspace, { changes, label: "site-changed", params: {} });
}

/** What the next page finds. */
async function found() {
  const read = await openStorage();
  if (!read.ok) throw new Error("no storage");
  const workspace = await read.value.readWorkspace();
  read.value.close();
  if (!workspace.ok) throw new Error("not readable");
  return workspace.value;
}

describe("the workspace is kept", () => {
  it("as the last of many quick steps left it", async () => {
    const { stores, keeper } = start();
    load(stores, keptActors());
    for (let step = 0; step < 30; step++) edit(stores, `name ${String(step)}`);
    await keeper.saved();
    const { tables, edits } = await found();
    expect(tables.map(({ info }) => info.id)).toEqual([keptActors().info.id]);
    expect([...edits.sites.values()]).toMatchObject([{ row: { name: "name 29" } }]);
    expect(stores.storage.getState()).toMatchObject({ phase: "ready", saving: false, problems: [] });
  });

  it("and undoing an import takes it out, doing it again puts it back", async () => {
    const { stores, keeper } = start();
    load(stores, keptActors());
    await keeper.saved();
    undoStep(stores.workspace);
    await keeper.saved();
    expect((await found()).tables).toEqual([]);
    redoStep(stores.workspace);
    await keeper.saved();
    expect((await found()).tables).toEqual([keptActors()]);
  });

  it("and stands behind the published tables on the next page", async () => {
    const first = start();
    load(first.stores, keptPopulation());
    await first.keeper.saved();
    const second = start();
    await second.keeper.saved();
    expect(second.stores.workspace.getState().workspace.tables).toEqual([keptPopulation()]);
    expect(second.stores.workspace.getState().undoable).toEqual([]);
    expect([...second.stores.storage.getState().kept]).toEqual([keptPopulation().info.id]);
  });

  it("after what could not be saved is tried again", async () => {
    let isFull = true;
    const { stores, keeper } = start(async () => {
      const opened = await openStorage();
      if (!opened.ok) return opened;
      const storage = opened.value;
      return success({
        ...storage,
        saveChanges: (changes) =>
          isFull
            ? Promise.resolve({ ok: false, failure: { code: "full", params: { reason: "no room" } } })
            : storage.saveChanges(changes),
      });
    });
    load(stores, keptActors());
    await keeper.saved();
    expect(stores.storage.getState().problems).toMatchObject([{ code: "full", table: { id: keptActors().info.id } }]);
    expect((await found()).tables).toEqual([]);
    isFull = false;
    keeper.retry();
    await keeper.saved();
    expect(stores.storage.getState().problems).toEqual([]);
    expect((await found()).tables).toEqual([keptActors()]);
  });

  it("not at all where the browser refuses, and says so", async () => {
    const { stores, keeper } = start(() =>
      Promise.resolve({ ok: false, failure: { code: "refused", params: { reason: "denied" } } }),
    );
    load(stores, keptActors());
    await keeper.saved();
    expect(stores.storage.getState()).toMatchObject({ phase: "refused", problems: [{ code: "refused" }] });
    expect(stores.workspace.getState().workspace.tables).toEqual([keptActors()]);
    expect(await keeper.recallLink()).toBeNull();
  });

  it("with the last view, kept as the page is left", async () => {
    const page = new EventTarget();
    const keeper = keepWorkspace(createStores(), openStorage, page);
    open.push(keeper);
    await keeper.saved();
    keeper.rememberLink("?v=1&q=mill");
    page.dispatchEvent(new Event("pagehide"));
    await expect.poll(() => start().keeper.recallLink()).toBe("?v=1&q=mill");
    keeper.rememberLink("?v=1&q=dye");
    page.dispatchEvent(new Event("visibilitychange"));
    await expect.poll(() => start().keeper.recallLink()).toBe("?v=1&q=dye");
  });
});
