import { describe, expect, it } from "vitest";
import type { SiteId } from "#domain/site/site.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import {
  createWorkspaceStore,
  redoStep,
  setWorkspace,
  undoStep,
  type WorkspaceState,
  type WorkspaceStore,
} from "#state/workspace-store.ts";
import { removeSite, saveSite, takeBackAll, takeBackSite } from "#ui/edit/edit-steps.ts";
import { historyWish } from "#ui/edit/history-buttons.tsx";
import { whatHappened } from "#ui/edit/history-notice.tsx";
import { siteRow, siteTableOf } from "../../../helpers/loaded-table.ts";

function storeWithSite(): WorkspaceStore {
  const store = createWorkspaceStore();
  setWorkspace(store, { tables: [siteTableOf([siteRow({ id: "a", name: "Mill" })])], edits: NO_EDITS });
  return store;
}

const changed = siteRow({ id: "a", name: "Old mill" });
const lastLabel = (store: WorkspaceStore) => store.getState().undoable.at(-1)?.label;

describe("a step", () => {
  it("is named by what it does to the site", () => {
    const store = storeWithSite();
    saveSite(store, changed);
    expect(lastLabel(store)).toBe("site-changed");
    saveSite(store, siteRow({ id: "a", name: "Mill" }));
    expect(lastLabel(store)).toBe("site-reverted");
    saveSite(store, siteRow({ id: "b" }));
    expect(lastLabel(store)).toBe("site-added");
    removeSite(store, { id: "a" as SiteId, name: "Mill" });
    expect(lastLabel(store)).toBe("site-deleted");
    takeBackSite(store, { id: "a" as SiteId, name: "Mill" });
    expect(lastLabel(store)).toBe("site-reverted");
  });

  it("takes all edits back at once", () => {
    const store = storeWithSite();
    saveSite(store, changed);
    saveSite(store, siteRow({ id: "b" }));
    takeBackAll(store);
    expect(store.getState().workspace.edits.sites.size).toBe(0);
    undoStep(store);
    expect(store.getState().workspace.edits.sites.size).toBe(2);
  });
});

describe("whatHappened", () => {
  it("tells doing, undoing and doing again apart", () => {
    const store = storeWithSite();
    const seen: (string | undefined)[] = [];
    store.subscribe((now: WorkspaceState, before: WorkspaceState) => seen.push(whatHappened(before, now)?.kind));
    saveSite(store, changed);
    undoStep(store);
    redoStep(store);
    undoStep(store);
    saveSite(store, siteRow({ id: "b" }));
    setWorkspace(store, { tables: [], edits: NO_EDITS });
    expect(seen).toEqual(["done", "undone", "redone", "undone", "done", undefined]);
  });
});

describe("historyWish", () => {
  const pressed = { key: "z", ctrlKey: true, metaKey: false, shiftKey: false, altKey: false };

  it("undoes with Ctrl+Z and Command+Z", () => {
    expect(historyWish(pressed)).toBe("undo");
    expect(historyWish({ ...pressed, ctrlKey: false, metaKey: true })).toBe("undo");
  });

  it("redoes with Ctrl+Shift+Z and Ctrl+Y", () => {
    expect(historyWish({ ...pressed, key: "Z", shiftKey: true })).toBe("redo");
    expect(historyWish({ ...pressed, key: "y" })).toBe("redo");
  });

  it("leaves every other key alone", () => {
    expect(historyWish({ ...pressed, ctrlKey: false })).toBeNull();
    expect(historyWish({ ...pressed, altKey: true })).toBeNull();
    expect(historyWish({ ...pressed, key: "x" })).toBeNull();
  });
});
