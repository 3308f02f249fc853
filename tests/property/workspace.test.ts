import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Dataset } from "#domain/dataset.ts";
import { textsOf } from "#domain/text-column.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import { composeDataset } from "#domain/workspace/compose-dataset.ts";
import { NO_EDITS, type ActorRow, type SiteRow } from "#domain/workspace/edits.ts";
import { deleteActor, deleteSite, putActors, putSites, removeTable } from "#domain/workspace/make-changes.ts";
import { loadedActors, loadedSites } from "#domain/workspace/loaded-rows.ts";
import { rowOfActor, rowOfSite } from "#domain/workspace/rows.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import type { Change, Workspace } from "#domain/workspace/workspace.ts";
import { createWorkspaceStore, doStep, redoStep, setWorkspace, undoStep } from "#state/workspace-store.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "../helpers/loaded-table.ts";

const published = { version: "1", date: "2026-11-20", sources: [] };
/** Few, so that tables and edits meet. */
const anyId = fc.constantFrom("a", "b", "c", "d", "a~2", "b~2", "č", "new");
const anyName = fc.constantFrom("one", "two", "three");

const anySite: fc.Arbitrary<SiteRow> = fc
  .record({
    id: anyId,
    name: anyName,
    country: fc.constantFrom("HR", null),
    builtFromYear: fc.option(fc.integer({ min: 1800, max: 1803 })),
    point: fc.option(fc.constant({ lon: 14, lat: 46 })),
  })
  .map(({ point, ...row }) => siteRow({ ...row, lon: point?.lon ?? null, lat: point?.lat ?? null }));
const anyActor: fc.Arbitrary<ActorRow> = fc
  .record({ id: anyId, name: anyName, sector: fc.constantFrom(...SECTORS), seenYear: fc.option(fc.constant(2020)) })
  .map((row) => actorRow(row));

const unique = <T extends { readonly id: string }>(rows: fc.Arbitrary<T>) =>
  fc.uniqueArray(rows, { maxLength: 5, selector: ({ id }) => id });
const anyTables: fc.Arbitrary<readonly LoadedTable[]> = fc
  .array(
    fc.oneof(
      unique(anySite).map((rows) => (order: number) => siteTableOf(rows, order)),
      unique(anyActor).map((rows) => (order: number) => actorTableOf(rows, order)),
    ),
    { maxLength: 4 },
  )
  .map((tables) => tables.map((make, order) => make(order)));

/** What a hand does: given the workspace as it is, the changes of one step. */
type Deed = (workspace: Workspace) => readonly Change[];
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  anySite.map(
    (row): Deed =>
      (workspace) =>
        putSites(workspace, [row]),
  ),
  anyActor.map(
    (row): Deed =>
      (workspace) =>
        putActors(workspace, [row]),
  ),
  anySite.map(({ id }): Deed => (workspace) => [deleteSite(workspace, id)]),
  anyActor.map(({ id }): Deed => (workspace) => [deleteActor(workspace, id)]),
  fc.nat(5).map((at): Deed => ({ tables, ...rest }) => {
    const table = tables.filter(({ info }) => info.origin === "imported")[at];
    return table === undefined ? [] : removeTable({ tables, ...rest }, table.info.id);
  }),
);
const anyDeeds = fc.array(anyDeed, { maxLength: 10 });

function doAll(tables: readonly LoadedTable[], deeds: readonly Deed[]): Workspace {
  return deeds.reduce((workspace: Workspace, deed) => applyChanges(workspace, deed(workspace)), {
    tables,
    edits: NO_EDITS,
  });
}

function siteRows({ sites }: Dataset): SiteRow[] {
  return sites.id.map((_, index) => rowOfSite(sites, index));
}

function actorRows({ actors }: Dataset): ActorRow[] {
  return Array.from({ length: actors.count }, (_, index) => rowOfActor(actors, index));
}

describe("changes", () => {
  it("and their inverse give the workspace back", () => {
    fc.assert(
      fc.property(anyTables, anyDeeds, anyDeed, (tables, deeds, deed) => {
        const before = doAll(tables, deeds);
        const changes = deed(before);
        expect(applyChanges(applyChanges(before, changes), invertChanges(changes))).toEqual(before);
      }),
    );
  });

  it("undone and done again step by step pass through the same workspaces", () => {
    fc.assert(
      fc.property(anyTables, anyDeeds, (tables, deeds) => {
        const store = createWorkspaceStore();
        setWorkspace(store, { tables, edits: NO_EDITS });
        const passed = [store.getState().workspace];
        for (const deed of deeds) {
          doStep(store, { changes: deed(store.getState().workspace), label: "site-changed", params: {} });
          passed.push(store.getState().workspace);
        }
        for (let at = passed.length - 2; at >= 0; at--) {
          undoStep(store);
          expect(store.getState().workspace).toEqual(passed[at]);
        }
        expect(undoStep(store)).toBeNull();
        for (const workspace of passed.slice(1)) {
          redoStep(store);
          expect(store.getState().workspace).toEqual(workspace);
        }
        expect(redoStep(store)).toBeNull();
      }),
    );
  });
});

describe("removeTable", () => {
  it("leaves every record of the other tables, and those added by hand, as they read", () => {
    fc.assert(
      fc.property(anyTables, anyDeeds, fc.nat(3), (tables, deeds, at) => {
        const workspace = doAll(tables, deeds);
        const gone = workspace.tables[at];
        if (gone?.info.origin !== "imported") return;
        const left = applyChanges(workspace, removeTable(workspace, gone.info.id));
        expect(recordsByTable(left)).toEqual(recordsByTable(workspace).filter(({ from }) => from !== gone.info.id));
      }),
    );
  });
});

/** Every record but for its identifier, with the table that it is from, in a fixed order. */
function recordsByTable(workspace: Workspace): { readonly from: string | null }[] {
  const dataset = composeDataset(workspace, published);
  const named = (rows: readonly (SiteRow | ActorRow)[], { table, edit }: Dataset["provenance"]["sites"]) =>
    rows.map((row, index) => ({
      ...row,
      id: "",
      from: dataset.tables[table[index]!]?.id ?? null,
      edit: edit[index],
    }));
  const all = [
    ...named(siteRows(dataset), dataset.provenance.sites),
    ...named(actorRows(dataset), dataset.provenance.actors),
  ];
  return all.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}

describe("composeDataset", () => {
  it("does not depend on the order of edits", () => {
    fc.assert(
      fc.property(anyTables, anyDeeds, (tables, deeds) => {
        const { tables: left, edits } = doAll(tables, deeds);
        const turned: Workspace = {
          tables: left,
          edits: {
            ...edits,
            sites: new Map([...edits.sites].reverse()),
            actors: new Map([...edits.actors].reverse()),
          },
        };
        const [one, other] = [composeDataset({ tables: left, edits }, published), composeDataset(turned, published)];
        expect(siteRows(other)).toEqual(siteRows(one));
        expect(actorRows(other)).toEqual(actorRows(one));
        expect(other.provenance).toEqual(one.provenance);
      }),
    );
  });

  it("has every record of the tables that was not deleted, every added one, and no identifier twice", () => {
    fc.assert(
      fc.property(anyTables, anyDeeds, (tables, deeds) => {
        const workspace = doAll(tables, deeds);
        const dataset = composeDataset(workspace, published);
        const rowsOf = (kind: string) =>
          workspace.tables.reduce((sum, { info }) => sum + (info.kind === kind ? info.rowCount : 0), 0);
        for (const [kind, edits, loaded] of [
          ["sites", workspace.edits.sites, loadedSites(workspace, workspace.edits.sites.keys())],
          ["actors", workspace.edits.actors, loadedActors(workspace, workspace.edits.actors.keys())],
        ] as const) {
          const isLoaded = (id: string) => (loaded as ReadonlyMap<string, unknown>).has(id);
          const deleted = [...edits].filter(([id, edit]) => edit.kind === "deleted" && isLoaded(id)).length;
          const added = [...edits].filter(([id, edit]) => edit.kind === "put" && !isLoaded(id)).length;
          const table = dataset[kind];
          expect(table.count).toBe(rowsOf(kind) - deleted + added);
          expect(new Set(textsOf(table.id, table.count)).size).toBe(table.count);
          const { edit, table: origin } = dataset.provenance[kind];
          expect(edit.filter((mark) => mark === 2).length).toBe(added);
          expect(origin.filter((position) => position === workspace.tables.length).length).toBe(added);
        }
      }),
    );
  });

  it("shows each edited record as it was put, and the others as the tables have them", () => {
    fc.assert(
      fc.property(anyTables, anyDeeds, (tables, deeds) => {
        const workspace = doAll(tables, deeds);
        const dataset = composeDataset(workspace, published);
        for (const row of siteRows(dataset)) {
          const edit = workspace.edits.sites.get(row.id);
          expect(row).toEqual(edit?.kind === "put" ? edit.row : loadedSites(workspace, [row.id]).get(row.id));
        }
        for (const row of actorRows(dataset)) {
          const edit = workspace.edits.actors.get(row.id);
          expect(row).toEqual(edit?.kind === "put" ? edit.row : loadedActors(workspace, [row.id]).get(row.id));
        }
      }),
    );
  });
});
