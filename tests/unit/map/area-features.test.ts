import { describe, expect, it } from "vitest";
import { MOST_FAINT_SITES } from "#design/zoom-levels.ts";
import type { Area, AreaId } from "#domain/area/area.ts";
import { boxArea, circleArea, createDrawnTest, polygonArea } from "#domain/selection/drawn-area.ts";
import { drawnFeatures, layerAreaFeatures, otherSiteFeatures } from "#map/area-features.ts";
import { COLORED_BY_STATUS } from "#domain/coloring/site-paint.ts";
import { siteTable } from "../../helpers/site-table.ts";

function ringOf(drawn: Parameters<typeof drawnFeatures>[0]): readonly (readonly number[])[] {
  return drawnFeatures(drawn).features[0]!.geometry.coordinates[0]!;
}

describe("a drawn area on the map", () => {
  it("is a closed ring of its corners", () => {
    expect(ringOf(boxArea([14, 45, 15, 46]))).toEqual([[14, 45], [15, 45], [15, 46], [14, 46], [14, 45]]); // prettier-ignore
  });

  it("follows edges that are straight in longitude and latitude where the projection would bend them", () => {
    const ring = ringOf(polygonArea([[10, 40], [20, 60], [5, 60]])); // prettier-ignore
    const first = ring.slice(0, ring.findIndex(([, lat]) => lat === 60) + 1);
    expect(first.length).toBeGreaterThan(40);
    for (const [lon, lat] of first) expect(lon! - 10).toBeCloseTo((lat! - 40) / 2, 9);
  });

  it("has the edge of a circle where its radius ends", () => {
    const circle = circleArea({ lon: 14.5, lat: 58 }, 100_000);
    const bigger = createDrawnTest(circleArea({ lon: 14.5, lat: 58 }, 100_050));
    const smaller = createDrawnTest(circleArea({ lon: 14.5, lat: 58 }, 99_900));
    for (const [lon, lat] of ringOf(circle)) {
      expect([bigger(lon!, lat!), smaller(lon!, lat!)]).toEqual([true, false]);
    }
  });
});

describe("an area of a layer on the map", () => {
  it("keeps its polygons and holes", () => {
    const square = [[0, 0], [4, 0], [4, 4], [0, 4]] as const; // prettier-ignore
    const hole = [[1, 1], [2, 1], [2, 2], [1, 1]] as const; // prettier-ignore
    const area: Area = {
      id: "a" as AreaId,
      name: "A",
      country: null,
      polygons: [[square, hole], [square]],
      sourceUrl: null,
    };
    const [feature] = layerAreaFeatures(area).features;
    expect(feature?.geometry.coordinates.map((rings) => rings.length)).toEqual([2, 1]);
  });
});

describe("the sites that are not selected", () => {
  const sites = siteTable([{ id: "in", lon: 14, lat: 45 }, { id: "out", lon: 15, lat: 46 }, { id: "nowhere" }]);

  it("are those with a point, each on its own", () => {
    const { features } = otherSiteFeatures(sites, "en", null, COLORED_BY_STATUS, Uint8Array.of(1, 0, 0));
    expect(features.map(({ id, geometry }) => [id, geometry.coordinates])).toEqual([[1, [15, 46]]]);
  });

  it("are not drawn where they would be too many", () => {
    const count = MOST_FAINT_SITES + 1;
    const many = siteTable(Array.from({ length: count }, (_, at) => ({ id: String(at), lon: 14, lat: 45 })));
    const drawnOf = (holds: Uint8Array) => otherSiteFeatures(many, "en", null, COLORED_BY_STATUS, holds).features;
    expect(drawnOf(new Uint8Array(count))).toEqual([]);
    expect(drawnOf(new Uint8Array(count).fill(1, 0, 1))).toHaveLength(MOST_FAINT_SITES);
  });
});
