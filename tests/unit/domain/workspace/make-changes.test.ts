import { describe, expect, it } from "vitest";
import type { SiteId } from "#domain/site/site.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import { deleteSite, putActors, putSites, removeTable, revertAll, revertSite } from "#domain/workspace/make-changes.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "../../../helpers/loaded-table.ts";

const id = "a" as SiteId;
const bundled = siteTableOf([siteRow({ id: "a", builtFromYear: 1890 })]);
const imported = siteTableOf([siteRow({ id: "b" })], 1);
const later = actorTableOf([actorRow({ id: "x" })], 2);
const workspace: Workspace = { tables: [bundled, imported, later], edits: NO_EDITS };
const change = siteRow({ id: "a", name: "Changed", builtFromYear: 1890 });

describe("putSites", () => {
  it("keeps the row as an edit, and what stood there before", () => {
    const edited = applyChanges(workspace, [...putSites(workspace, [change])]);
    expect(edited.edits.sites.get(id)).toEqual({ kind: "put", row: change });
    expect(putSites(edited, [{ ...change, name: "Again" }])[0]?.before).toEqual({ kind: "put", row: change });
  });

  it("leaves no edit where the row is just as the table has it", () => {
    const edited = applyChanges(workspace, [...putSites(workspace, [change])]);
    const back = putSites(edited, [siteRow({ id: "a", builtFromYear: 1890 })]);
    expect(applyChanges(edited, back).edits.sites.size).toBe(0);
  });
});

describe("deleteSite", () => {
  it("keeps the deletion of a record that a table has", () => {
    expect(deleteSite(workspace, id).after).toEqual({ kind: "deleted" });
  });

  it("forgets a record that was added by hand", () => {
    const added = applyChanges(workspace, [...putSites(workspace, [siteRow({ id: "new" })])]);
    expect(deleteSite(added, "new" as SiteId).after).toBeNull();
  });
});

describe("revertSite, revertAll", () => {
  it("bring the tables' own records back", () => {
    const edited = applyChanges(workspace, [
      deleteSite(workspace, id),
      ...putActors(workspace, [actorRow({ id: "x", name: "changed" })]),
    ]);
    expect(applyChanges(edited, [revertSite(edited, id)]).edits.sites.size).toBe(0);
    expect(applyChanges(edited, revertAll(edited))).toEqual(workspace);
  });
});

describe("removeTable", () => {
  it("takes the edits of its records with it, and no others", () => {
    const edited = applyChanges(workspace, [
      ...putSites(workspace, [siteRow({ id: "b", name: "changed" })]),
      ...putSites(workspace, [change]),
    ]);
    const left = applyChanges(edited, removeTable(edited, imported.info.id));
    expect(left.tables).toEqual([bundled, later]);
    expect([...left.edits.sites.keys()]).toEqual(["a"]);
  });

  it("keeps what was done to a record that goes by another identifier without it", () => {
    const first = siteTableOf([siteRow({ id: "mill" })], 1);
    const second = siteTableOf([siteRow({ id: "mill", name: "Upper mill" })], 2);
    const both: Workspace = { tables: [first, second], edits: NO_EDITS };
    const edited = applyChanges(both, [
      ...putSites(both, [siteRow({ id: "mill", name: "of the first" })]),
      ...putSites(both, [siteRow({ id: "mill~2", name: "of the second" })]),
    ]);
    const changes = removeTable(edited, first.info.id);
    const left = applyChanges(edited, changes);
    expect([...left.edits.sites]).toEqual([
      ["mill", { kind: "put", row: siteRow({ id: "mill", name: "of the second" }) }],
    ]);
    expect(applyChanges(left, invertChanges(changes))).toEqual(edited);
  });

  it("undone, puts the table back where it was", () => {
    const changes = removeTable(workspace, imported.info.id);
    const left = applyChanges(workspace, changes);
    expect(applyChanges(left, invertChanges(changes))).toEqual(workspace);
  });
});
