import { booleanPointInPolygon, polygon } from "@turf/turf";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Area, AreaId } from "#domain/area/area.ts";
import { createPolygonTest } from "#domain/geo/polygon-test.ts";
import { boxArea, createDrawnTest, findDrawnFault, polygonArea, type Position } from "#domain/selection/drawn-area.ts";
import { FACET_NAMES, NO_FILTERS } from "#domain/selection/filters.ts";
import { REUSE_STATUSES, type SiteId } from "#domain/site/site.ts";
import { setDataset } from "#state/dataset-store.ts";
import { createSelectors, takeSnapshot } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";
import { clearSelection, DEFAULT_VIEW, pickSite, replaceView, setDrawn, type View } from "#state/view-store.ts";
import { actorTable } from "../helpers/actor-table.ts";
import { datasetOf } from "../helpers/dataset.ts";
import { siteTable } from "../helpers/site-table.ts";
import { createStores } from "../helpers/stores.ts";

const SIZE = 24;
const coordinate = (least: number, most: number) =>
  fc.integer({ min: least * 10, max: most * 10 }).map((tenths) => tenths / 10);
const anySite = fc.record({
  lon: fc.oneof(coordinate(0, 20), fc.constant(NaN)),
  lat: coordinate(40, 60),
  country: fc.constantFrom("HR", "SI", "DE"),
  reuseStatus: fc.constantFrom(...REUSE_STATUSES.slice(0, 3)),
});
const anySites = fc
  .array(anySite, { minLength: 1, maxLength: SIZE })
  .map((sites) =>
    siteTable(
      sites.map((site, at) => ({ ...site, id: `s${String(at)}`, lat: Number.isNaN(site.lon) ? NaN : site.lat })),
    ),
  );
const anyBox = fc
  .tuple(coordinate(0, 9), coordinate(40, 49), coordinate(10, 20), coordinate(50, 60))
  .map((bounds) => boxArea(bounds));
const anyIds = fc.uniqueArray(
  fc.integer({ min: 0, max: SIZE }).map((at) => `s${String(at)}` as SiteId),
  { maxLength: 6 },
);
const anyPart: fc.Arbitrary<Partial<View>> = fc
  .record({
    country: fc.subarray(["HR", "SI"]),
    status: fc.subarray([...REUSE_STATUSES.slice(0, 3)]),
    drawn: fc.option(anyBox),
    added: anyIds,
    removed: anyIds,
    shortlist: anyIds,
    onlyShortlist: fc.boolean(),
  })
  .map(({ country, status, removed, added, ...rest }) => ({
    ...rest,
    added,
    removed: removed.filter((id) => !added.includes(id)),
    filters: {
      ...NO_FILTERS,
      values: { ...NO_FILTERS.values, country: country.sort(), status: status.sort() },
    },
  }));

function openWith(sites: ReturnType<typeof siteTable>, part: Partial<View>): Stores {
  const stores = createStores();
  setDataset(stores.dataset, datasetOf(sites, actorTable([])), Array<string>(sites.count).fill(""));
  replaceView(stores.view, { ...DEFAULT_VIEW, ...part });
  return stores;
}

const selectors = createSelectors();
function selected(stores: Stores): readonly number[] {
  return [...(selectors.selection(takeSnapshot(stores))?.indices ?? [])];
}

describe("the selection", () => {
  it("comes back when a pick is taken back", () => {
    fc.assert(
      fc.property(anySites, anyPart, fc.nat(SIZE), fc.boolean(), (sites, part, at, wanted) => {
        const id = sites.id[at % sites.count]!;
        const start = {
          ...part,
          added: part.added!.filter((other) => other !== id),
          removed: part.removed!.filter((other) => other !== id),
        };
        const stores = openWith(sites, start);
        const before = selected(stores);
        const passes = selectors.selection(takeSnapshot(stores))!.passes[at % sites.count] === 1;
        pickSite(stores.view, id, wanted, passes);
        expect(selected(stores).includes(at % sites.count)).toBe(wanted);
        pickSite(stores.view, id, !wanted, passes);
        pickSite(stores.view, id, passes, passes);
        expect(selected(stores)).toEqual(before);
      }),
    );
  });

  it("is the same with a box around every point as without one, but for sites without a point", () => {
    fc.assert(
      fc.property(anySites, anyPart, (sites, part) => {
        const stores = openWith(sites, { ...part, drawn: null, added: [] });
        const without = selected(stores);
        setDrawn(stores.view, boxArea([-1, 39, 21, 61]));
        expect(selected(stores)).toEqual(without.filter((site) => !Number.isNaN(sites.lon[site]!)));
      }),
    );
  });

  it("never grows by an area, and never depends on the order of conditions", () => {
    fc.assert(
      fc.property(anySites, anyPart, anyBox, (sites, part, box) => {
        const all = new Set(selected(openWith(sites, { ...part, drawn: null })));
        const inBox = createDrawnTest(box);
        const less = selected(openWith(sites, { ...part, drawn: box }));
        for (const site of less) expect(all.has(site)).toBe(true);
        for (const site of less) {
          const byHand = part.added!.includes(sites.id[site]!);
          expect(byHand || inBox(sites.lon[site]!, sites.lat[site]!)).toBe(true);
        }
      }),
    );
  });

  it("is everything once all is cleared", () => {
    fc.assert(
      fc.property(anySites, anyPart, (sites, part) => {
        const stores = openWith(sites, part);
        clearSelection(stores.view);
        expect(selected(stores)).toHaveLength(sites.count);
        expect(stores.view.getState().shortlist).toBe(part.shortlist);
      }),
    );
  });

  it("tells how many sites are in or out only by hand", () => {
    fc.assert(
      fc.property(anySites, anyPart, (sites, part) => {
        const chosen = selectors.selection(takeSnapshot(openWith(sites, part)))!;
        const bare = selected(openWith(sites, { ...part, added: [], removed: [] }));
        expect(chosen.indices.length).toBe(bare.length + chosen.addedCount - chosen.removedCount);
        expect([...chosen.passes.keys()].filter((site) => chosen.passes[site] === 1)).toEqual(bare);
      }),
    );
  });

  it("is what the counts of a chosen value speak of", () => {
    fc.assert(
      fc.property(anySites, anyPart, (sites, part) => {
        const stores = openWith(sites, part);
        const counts = selectors.facetCounts(takeSnapshot(stores))!;
        for (const facet of FACET_NAMES) {
          if (part.filters!.values[facet].length > 0) continue;
          const sum = [...counts[facet].values()].reduce((total, count) => total + count, 0);
          if (facet !== "verdict") expect([facet, sum]).toEqual([facet, selected(stores).length]);
        }
      }),
    );
  });
});

describe("a polygon", () => {
  const anyRing = fc.array(fc.tuple(coordinate(0, 6), coordinate(0, 6)), { minLength: 3, maxLength: 9 });

  it("holds the points that turf finds in it or on its edge", () => {
    fc.assert(
      fc.property(
        anyRing,
        fc.array(fc.tuple(coordinate(-1, 7), coordinate(-1, 7)), { maxLength: 30 }),
        (ring, points) => {
          const area = polygonArea(ring);
          fc.pre(findDrawnFault(area) === null);
          if (area.kind !== "polygon") return;
          const holds = createDrawnTest(area);
          const closed = polygon([[...area.ring, area.ring[0]!].map(([lon, lat]) => [lon, lat])]);
          for (const [lon, lat] of [...points, ...area.ring]) {
            expect([lon, lat, holds(lon, lat)]).toEqual([lon, lat, booleanPointInPolygon([lon, lat], closed)]);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it("of thousands of edges holds the same points as by all its edges", () => {
    const corners = Array.from({ length: 4000 }, (_, at): Position => {
      const angle = (at / 4000) * 2 * Math.PI;
      const radius = 5 + Math.sin(angle * 40);
      return [10 + radius * Math.cos(angle), 50 + radius * Math.sin(angle)];
    });
    const holds = createPolygonTest([corners]);
    const closed = polygon([[...corners, corners[0]!].map(([lon, lat]) => [lon, lat])]);
    fc.assert(
      fc.property(
        fc.double({ min: 3, max: 17, noNaN: true }),
        fc.double({ min: 43, max: 57, noNaN: true }),
        (lon, lat) => {
          expect(holds(lon, lat)).toBe(booleanPointInPolygon([lon, lat], closed));
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe("an area of several polygons", () => {
  it("holds a site that lies in any of them, once", () => {
    const square = (west: number) =>
      [
        [
          [west, 0],
          [west + 2, 0],
          [west + 2, 2],
          [west, 2],
          [west, 0],
        ],
      ] as const;
    const area: Area = {
      id: "a" as AreaId,
      name: "Two squares",
      country: null,
      polygons: [square(0), square(1)],
      sourceUrl: null,
    };
    const sites = siteTable([
      { id: "in-both", lon: 1.5, lat: 1 },
      { id: "in-one", lon: 2.5, lat: 1 },
      { id: "outside", lon: 5, lat: 1 },
      { id: "nowhere" },
    ]);
    const stores = createStores();
    setDataset(stores.dataset, { ...datasetOf(sites, actorTable([])), areas: [area] }, ["", "", "", ""]);
    replaceView(stores.view, { ...DEFAULT_VIEW, within: area.id });
    expect(selected(stores)).toEqual([0, 1]);
    expect(selectors.choice(takeSnapshot(stores)).within).toBe(area);
    replaceView(stores.view, { ...DEFAULT_VIEW, within: "gone" as AreaId });
    expect(selected(stores)).toEqual([0, 1, 2, 3]);
    expect(selectors.choice(takeSnapshot(stores)).within).toBe("missing");
  });
});
