import { describe, expect, it } from "vitest";
import type { ActorId } from "#domain/actor/actor.ts";
import type { SiteId } from "#domain/site/site.ts";
import { composeDataset } from "#domain/workspace/compose-dataset.ts";
import { NO_EDITS, type Edit, type SiteRow } from "#domain/workspace/edits.ts";
import { textsOf } from "#domain/text-column.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import type { LoadedTable, TableId } from "#domain/workspace/table.ts";
import { keptAreas } from "../../../helpers/kept-tables.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "../../../helpers/loaded-table.ts";

const published = { version: "1", date: "2026-11-20", sources: [] };

function withSiteEdits(tables: Workspace["tables"], edits: readonly (readonly [string, Edit<SiteRow>])[]): Workspace {
  return { tables, edits: { ...NO_EDITS, sites: new Map(edits.map(([id, edit]) => [id as SiteId, edit])) } };
}

const sites = siteTableOf([siteRow({ id: "a" }), siteRow({ id: "b" }), siteRow({ id: "c" })]);
const actors = actorTableOf([actorRow({ id: "x" }), actorRow({ id: "y" })]);

describe("composeDataset", () => {
  it("hands the columns of a single table on as they are", () => {
    const { actors: composed } = composeDataset({ tables: [sites, actors], edits: NO_EDITS }, published);
    for (const [name, column] of Object.entries(actors.records)) expect(Reflect.get(composed, name)).toBe(column);
  });

  it("puts changed records in their place, added ones at the end, and leaves deleted ones out", () => {
    const dataset = composeDataset(
      withSiteEdits(
        [sites],
        [
          ["new", { kind: "put", row: siteRow({ id: "new", name: "New", builtFromYear: 1900 }) }],
          ["a", { kind: "deleted" }],
          ["b", { kind: "put", row: siteRow({ id: "b", name: "B changed", lon: 14.5, lat: 46 }) }],
        ],
      ),
      published,
    );
    expect(dataset.sites.name).toEqual(["B changed", "c", "New"]);
    expect([...dataset.sites.lon]).toEqual([14.5, NaN, NaN]);
    expect([...dataset.provenance.sites.edit]).toEqual([1, 0, 2]);
    expect([...dataset.provenance.sites.table]).toEqual([0, 0, 1]);
  });

  it("joins tables in their order and says of each record where it comes from", () => {
    const imported = actorTableOf([actorRow({ id: "z", name: "Z", seenYear: 2020 })], 1);
    const dataset = composeDataset(
      {
        tables: [actors, sites, imported],
        edits: { ...NO_EDITS, actors: new Map([["x" as ActorId, { kind: "deleted" }]]) },
      },
      published,
    );
    expect(textsOf(dataset.actors.name, dataset.actors.count)).toEqual(["y", "Z"]);
    expect([...dataset.actors.seenYear]).toEqual([NaN, 2020]);
    expect([...dataset.provenance.actors.table]).toEqual([0, 2]);
  });

  it("lets the table loaded first keep an identifier, and gives the later record one of its own", () => {
    const second = siteTableOf([siteRow({ id: "a" }), siteRow({ id: "a~2" })], 1);
    const third = siteTableOf([siteRow({ id: "a" })], 2);
    const { sites: composed, provenance } = composeDataset(
      { tables: [sites, second, third], edits: NO_EDITS },
      published,
    );
    expect(composed.id).toEqual(["a", "b", "c", "a~3", "a~2", "a~4"]);
    expect([...provenance.sites.edit]).toEqual([0, 0, 0, 0, 0, 0]);
    expect([...provenance.sites.table]).toEqual([0, 0, 0, 1, 1, 2]);
  });

  it("applies an edit to the record that goes by the identifier", () => {
    const second = siteTableOf([siteRow({ id: "a", name: "other a" })], 1);
    const { sites: composed } = composeDataset(
      withSiteEdits([sites, second], [["a~2", { kind: "deleted" }]]),
      published,
    );
    expect(composed.id).toEqual(["a", "b", "c"]);
  });

  it("names each source once", () => {
    const { sources } = composeDataset(
      { tables: [sites, actors], edits: NO_EDITS },
      { ...published, sources: [sites.info.source] },
    );
    expect(sources.map(({ id }) => id)).toEqual(["sites 0", "actors 0"]);
  });

  it("gives the same actors again while only sites change", () => {
    const before = composeDataset({ tables: [sites, actors], edits: NO_EDITS }, published);
    const after = composeDataset(withSiteEdits([sites, actors], [["a", { kind: "deleted" }]]), published);
    expect(after.actors).toBe(before.actors);
  });

  it("puts the areas of all tables one after another, no identifier twice, and the same list for the same tables", () => {
    const first = keptAreas();
    const second = { ...first, info: { ...first.info, id: "more-areas" as TableId } } as LoadedTable;
    const workspace = { tables: [first, sites, second], edits: NO_EDITS };
    const { areas } = composeDataset({ ...workspace, tables: [first, sites] }, published);
    const both = composeDataset(workspace, published).areas;
    expect(areas).toBe(first.records);
    expect(both.map(({ id }) => id)).toEqual(["sl-901", "2", "sl-901~2", "2~2"]);
    expect(both[2]?.polygons).toBe(areas[0]?.polygons);
    expect(composeDataset({ ...workspace, tables: [...workspace.tables] }, published).areas).toBe(both);
  });
});
