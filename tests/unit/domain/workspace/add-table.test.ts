import { describe, expect, it } from "vitest";
import type { SiteId } from "#domain/site/site.ts";
import { addTable, workspaceBeside } from "#domain/workspace/add-table.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import { deleteSite, putSites } from "#domain/workspace/make-changes.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import { siteRow, siteTableOf } from "../../../helpers/loaded-table.ts";

const bundled = siteTableOf([siteRow({ id: "a" })]);
const before = siteTableOf([siteRow({ id: "b" }), siteRow({ id: "c" })], 1);
const newer = siteTableOf([siteRow({ id: "b", name: "Newer" }), siteRow({ id: "d" })], 2);
const workspace: Workspace = { tables: [bundled, before], edits: NO_EDITS };
const edited = applyChanges(workspace, [
  ...putSites(workspace, [siteRow({ id: "b", name: "By hand" })]),
  deleteSite(workspace, "c" as SiteId),
]);

describe("addTable", () => {
  it("keeps what was done by hand to the records of the table that it replaces", () => {
    const changes = addTable(edited, { added: newer, replaces: before.info.id, fills: [] });
    const after = applyChanges(edited, changes);
    expect(after.tables).toEqual([bundled, newer]);
    expect([...after.edits.sites.keys()]).toEqual(["b", "c"]);
    expect(applyChanges(after, invertChanges(changes))).toEqual(edited);
  });

  it("fills gaps of the records that stay", () => {
    const fills = [{ id: "a", field: "built_from", text: "1890" }];
    const after = applyChanges(edited, addTable(edited, { added: newer, replaces: before.info.id, fills }));
    expect(after.edits.sites.get("a" as SiteId)).toMatchObject({ kind: "put", row: { builtFromYear: 1890 } });
  });
});

describe("workspaceBeside", () => {
  it("is without the replaced table and what was done to its records", () => {
    expect(workspaceBeside(edited, before.info.id)).toEqual({ tables: [bundled], edits: NO_EDITS });
  });

  it("is all where none is replaced", () => {
    expect(workspaceBeside(edited, null)).toBe(edited);
  });
});
