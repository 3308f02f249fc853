import { describe, expect, it } from "vitest";
import type { SiteId } from "#domain/site/site.ts";
import { applyChanges } from "#domain/workspace/apply-changes.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import { deleteSite, putActors, putSites } from "#domain/workspace/make-changes.ts";
import { editedRecords } from "#ui/data-room/edits.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "../../../helpers/loaded-table.ts";

const workspace = {
  tables: [siteTableOf([siteRow({ id: "a", name: "Mill" }), siteRow({ id: "b", name: "Kiln" })]), actorTableOf([])],
  edits: NO_EDITS,
};

describe("editedRecords", () => {
  it("lists what differs from the tables, by name, and how", () => {
    const edited = applyChanges(workspace, [
      ...putSites(workspace, [siteRow({ id: "a", name: "Old mill" }), siteRow({ id: "c", name: "Lime works" })]),
      deleteSite(workspace, "b" as SiteId),
      ...putActors(workspace, [actorRow({ id: "x", name: "Potters" })]),
    ]);
    expect(editedRecords(edited, "en").map(({ kind, name, done }) => [kind, name, done])).toEqual([
      ["site", "Kiln", "deleted"],
      ["site", "Lime works", "added"],
      ["site", "Old mill", "changed"],
      ["actor", "Potters", "added"],
    ]);
  });

  it("leaves out the deletion of a record that no table has", () => {
    const edits = { ...NO_EDITS, sites: new Map([["gone" as SiteId, { kind: "deleted" } as const]]) };
    expect(editedRecords({ ...workspace, edits }, "en")).toEqual([]);
  });
});
