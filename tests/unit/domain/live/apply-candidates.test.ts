import { describe, expect, it } from "vitest";
import { applyCandidates, siteTableOf, type CandidateDecision } from "#domain/live/apply-candidates.ts";
import { candidatesOf, type FoundSite, type LocatedRow, type SiteCandidate } from "#domain/live/site-candidate.ts";
import type { SiteId } from "#domain/site/site.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import { composeDataset } from "#domain/workspace/compose-dataset.ts";
import { NO_EDITS, type SiteRow } from "#domain/workspace/edits.ts";
import { deleteSite } from "#domain/workspace/make-changes.ts";
import { tableOfSites } from "#domain/workspace/rows.ts";
import type { TableId, TableInfo } from "#domain/workspace/table.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import { siteRow, siteTableOf as loadedSites } from "../../../helpers/loaded-table.ts";

const published = { version: "1", date: "2026-11-20", sources: [] };
const own = siteRow({ id: "own", name: "Mine", lon: 14, lat: 46, country: "SI" });
const workspace: Workspace = { tables: [loadedSites([own])], edits: NO_EDITS };

function found(number: number, row: Partial<Omit<SiteRow, "id">> = {}): FoundSite {
  const page = `https://www.openstreetmap.org/way/${String(number)}`;
  const id = `osm-way-${String(number)}`;
  return {
    service: "overpass",
    page,
    kind: "mine",
    item: null,
    row: siteRow({ name: id, lon: 15, lat: 46, sourceUrl: page, ...row, id }) as LocatedRow,
  };
}

const candidate = (one: FoundSite): SiteCandidate => candidatesOf([one], tableOfSites([])).candidates[0]!;

let tables = 0;
function decide(to: Workspace, decisions: readonly (readonly [SiteCandidate, CandidateDecision])[]) {
  return applyCandidates(to, {
    candidates: decisions.map(([one]) => one),
    decisions: new Map(decisions.map(([one, decision]) => [one.row.id, decision])),
    describe: (service, rowCount, before): TableInfo<"sites"> => ({
      ...(loadedSites([], 1).info as TableInfo<"sites">),
      id: `asked-${String((tables += 1))}` as TableId,
      rowCount,
      asked: { service, endpoint: "", areas: before?.asked?.areas ?? [], asOf: null },
    }),
    cite: (_, page) => `${page} (OSM)`,
  });
}
const accept = { kind: "accept" } as const;
const mergeInto = (id: string): CandidateDecision => ({ kind: "merge", into: id as SiteId });
const idsOf = (after: Workspace) => siteTableOf(after, "overpass")?.records.id;

describe("applyCandidates", () => {
  it("adds what is accepted to one table, again and again, and nothing else", () => {
    const once = applyChanges(
      workspace,
      decide(workspace, [
        [candidate(found(1)), accept],
        [candidate(found(2)), { kind: "reject" }],
      ]),
    );
    expect(idsOf(once)).toEqual(["osm-way-1"]);
    const twice = applyChanges(once, decide(once, [[candidate(found(3)), accept]]));
    expect(idsOf(twice)).toEqual(["osm-way-1", "osm-way-3"]);
    expect(twice.tables).toHaveLength(2);
  });

  it("takes the newer record of one that was accepted before", () => {
    const once = applyChanges(workspace, decide(workspace, [[candidate(found(1)), accept]]));
    const twice = applyChanges(once, decide(once, [[candidate(found(1, { name: "Newer" })), accept]]));
    expect(siteTableOf(twice, "overpass")?.records.name).toEqual(["Newer"]);
  });

  it("brings back what was accepted, deleted by hand, and accepted again", () => {
    const once = applyChanges(workspace, decide(workspace, [[candidate(found(1)), accept]]));
    const deleted = applyChanges(once, [deleteSite(once, "osm-way-1" as SiteId)]);
    const again = applyChanges(deleted, decide(deleted, [[candidate(found(1)), accept]]));
    expect(again.edits.sites.size).toBe(0);
    expect(idsOf(again)).toEqual(["osm-way-1"]);
  });

  it("fills the gaps of the site that it is merged into, names the source, and leaves what it states", () => {
    const one = candidate(found(1, { country: "AT", industry: "mining", reuseStatus: "unused", statusYear: 2020 }));
    const after = applyChanges(workspace, decide(workspace, [[one, mergeInto("own")]]));
    expect(after.tables).toEqual(workspace.tables);
    expect(after.edits.sites.get("own" as SiteId)).toMatchObject({
      kind: "put",
      row: {
        name: "Mine",
        country: "SI",
        lon: 14,
        industry: "mining",
        reuseStatus: "unused",
        statusYear: 2020,
        note: "https://www.openstreetmap.org/way/1 (OSM)",
      },
    });
  });

  it("merges several into one", () => {
    const after = applyChanges(
      workspace,
      decide(workspace, [
        [candidate(found(1, { industry: "salt" })), mergeInto("own")],
        [candidate(found(2, { industry: "wood", builtFromYear: 1900 })), mergeInto("own")],
      ]),
    );
    const { sites } = composeDataset(after, published);
    expect([sites.industry[0], sites.builtFromYear[0]]).toEqual(["salt", 1900]);
  });

  it("changes nothing where nothing is decided, or where the site is gone", () => {
    expect(decide(workspace, [[candidate(found(1)), { kind: "reject" }]])).toEqual([]);
    expect(decide(workspace, [[candidate(found(1)), mergeInto("gone")]])).toEqual([]);
  });

  it("is undone whole", () => {
    const changes = decide(workspace, [
      [candidate(found(1)), accept],
      [candidate(found(2)), mergeInto("own")],
    ]);
    expect(applyChanges(applyChanges(workspace, changes), invertChanges(changes))).toEqual(workspace);
  });

  it("is known as loaded when it is asked for again", () => {
    const changes = decide(workspace, [
      [candidate(found(1)), accept],
      [candidate(found(2, { lon: 14 })), mergeInto("own")],
    ]);
    const { sites } = composeDataset(applyChanges(workspace, changes), published);
    expect(candidatesOf([found(1), found(2, { lon: 14 })], sites)).toMatchObject({ candidates: [], loaded: 2 });
  });
});
