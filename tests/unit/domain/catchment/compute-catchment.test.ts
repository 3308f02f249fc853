import { describe, expect, it } from "vitest";
import type { PolygonRings } from "#domain/area/area.ts";
import { computeCatchment, type CatchmentRequest } from "#domain/catchment/compute-catchment.ts";
import { createSurroundings } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { DEFAULT_RULE, type Rule, type Travel } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { isochroneTable, type Isochrone } from "#domain/travel/isochrone-table.ts";
import { meters } from "#domain/units.ts";
import { actorTable } from "../../../helpers/actor-table.ts";
import { siteTable } from "../../../helpers/site-table.ts";

/** From 14° E, 46° N so many hundredths of a degree to the west and to the east, and 2 to the north and the south. */
function strip(west: number, east: number): readonly PolygonRings[] {
  const [left, right] = [14 - west / 100, 14 + east / 100];
  return [
    [
      [
        [left, 45.98],
        [right, 45.98],
        [right, 46.02],
        [left, 46.02],
        [left, 45.98],
      ],
    ],
  ];
}

const ORIGIN = { provider: "Valhalla", engine: null, dataDate: null, computed: "2026-11-20", attribution: "© OSM" };
const isochrone = (minutes: number, polygons: Isochrone["polygons"], profile: Isochrone["profile"]): Isochrone => {
  return { siteId: "mill", lon: 14, lat: 46, group: 0, profile, minutes, polygons, origin: ORIGIN };
};
/** A valley road to the east; the longer time loses ground in the west, as engines do give it. */
const isochrones = isochroneTable([
  isochrone(20, strip(0, 30), "car"),
  isochrone(10, strip(3, 5), "car"),
  isochrone(20, strip(1, 1), "foot"),
]);
const OWN = Uint32Array.of(0, 1, 2);
const sites = siteTable([{ id: "mill", lon: 14, lat: 46 }]);
/** One hundredth of a degree is 774 m here. */
const actors = actorTable([
  { lon: 14.01, lat: 46, sector: "creative" },
  { lon: 13.98, lat: 46, sector: "trade" },
  { lon: 14.25, lat: 46, sector: "service" },
  { lon: 13.92, lat: 46, sector: "service" },
  { lon: 14, lat: 46.03, sector: "trade" },
]);
const rule: Rule = { ...DEFAULT_RULE, alone: 9, together: 3, floors: { creative: 1, trade: 1, service: 1 } };
const by = (travel: Travel | null, reach = 10_000) =>
  travel === null ? { ...rule, reach: meters(reach) } : withTravel({ ...rule, reach: meters(reach) }, travel);
const car = (minutes: number): Travel => ({ profile: "car", minutes, basis: "isochrones" });

function catchmentOf(asked: Rule, ownIsochrones = OWN) {
  const request: CatchmentRequest = {
    datasetVersion: 1,
    rule: asked,
    origin: { kind: "site", index: 0 },
    place: null,
    point: { lon: 14, lat: 46 },
    precision: "building",
    country: "SI",
    sites,
    isochrones,
    ownIsochrones,
  };
  return computeCatchment(request, createSurroundings(actors, uniformCoverage("complete"), null));
}

describe("a catchment by isochrones", () => {
  it("counts, covers, judges and finds the least sufficient reach in minutes", () => {
    const { unit, reach, sectors, verdict, indicators, contourMinutes, curveLimit } = catchmentOf(by(car(20)));
    expect([unit, reach, curveLimit]).toEqual(["minutes", 20, 20]);
    expect(contourMinutes).toEqual([10, 20]);
    expect([sectors.creative, sectors.trade, sectors.service].map(({ count }) => count)).toEqual([1, 1, 1]);
    expect(sectors.trade.coverage).toBe("complete");
    expect(verdict).toBe("together");
    expect(indicators.sufficient_reach).toBe(20);
    expect(sectors.trade.sufficientReach).toBe(10);
    expect([...sectors.trade.actor]).toEqual([1]);
    expect([...sectors.trade.distance]).toEqual([10]);
    expect([...sectors.service.distance]).toEqual([20]);
  });

  it("names the contours that it was drawn from, and where they come from", () => {
    const { isochrones: drawn, contourEdge, ring, origins } = catchmentOf(by(car(20)));
    expect([...drawn]).toEqual([1, 0]);
    expect(ring).toHaveLength(0);
    expect(origins).toEqual([ORIGIN]);
    // The west end of the shorter contour sticks out.
    expect(Math.min(...contourEdge.flatMap((line) => [...line].filter((_, at) => at % 2 === 0)))).toBe(13.97);
    expect(catchmentOf(by(car(5))).contourEdge).toEqual([]);
  });

  it("gives a verdict for other minutes by the next shorter contour, which is never short", () => {
    const between = catchmentOf(by(car(15)));
    expect(between.verdict).toBe("unknown");
    expect(between.sectors.service).toMatchObject({ count: 0, coverage: "partial" });
    expect(catchmentOf(by(car(10))).verdict).toBe("short");
    expect(between.firmness.verdicts[12]).toBe("unknown");
  });

  it("is not known without isochrones of the point and profile, while the metres beside it are", () => {
    for (const none of [
      catchmentOf(by(car(20)), new Uint32Array()),
      catchmentOf(by({ ...car(20), profile: "bicycle" })),
    ]) {
      expect(none).toMatchObject({ isMeasured: false, verdict: "unknown", contourMinutes: [], origins: [] });
      expect(none.sectors.creative.count).toBeNaN();
      expect(none.comparison?.travel).toBeNull();
      expect(none.comparison?.straight).toMatchObject({
        verdict: "together",
        count: { creative: 1, trade: 2, service: 1 },
      });
    }
  });
});

describe("metres and minutes side by side", () => {
  it("come from the same numbers as the catchment itself, and tell who is gained and lost by the road", () => {
    const catchment = catchmentOf(by(car(20)));
    const { straight, travel, gained, lost } = catchment.comparison!;
    expect(travel?.verdict).toBe(catchment.verdict);
    expect(straight.rule.travel).toBeNull();
    expect(straight.count).toEqual({ creative: 1, trade: 2, service: 1 });
    expect(travel?.count).toEqual({ creative: 1, trade: 1, service: 1 });
    expect([...gained.actor]).toEqual([2]);
    expect([...gained.minutes]).toEqual([20]);
    expect(gained.meters[0]).toBeCloseTo(19_357, -2);
    expect([...lost.actor]).toEqual([4, 3]);
    expect([...lost.minutes]).toEqual([NaN, NaN]);
    expect(lost.meters[0]).toBeCloseTo(3335, -1);
    expect([...catchmentOf(by(car(10), 1000)).comparison!.gained.actor]).toEqual([1]);
  });

  it("set estimated minutes beside the same minutes by isochrones", () => {
    const { straight, travel } = catchmentOf(by({ ...car(10), basis: "estimate" })).comparison!;
    expect(straight.rule.travel?.basis).toBe("estimate");
    expect(travel?.rule.travel).toEqual(car(10));
  });

  it("set metres beside the loaded minutes that are nearest to them by the estimate, of the first profile", () => {
    const minutesBeside = (reach: number, own = OWN) =>
      catchmentOf(by(null, reach), own).comparison?.travel?.rule.travel ?? null;
    expect(minutesBeside(5000)).toEqual(car(10));
    expect(minutesBeside(15_000)).toEqual(car(20));
    expect(minutesBeside(5000, Uint32Array.of(2))).toEqual({ profile: "foot", minutes: 20, basis: "isochrones" });
    expect(minutesBeside(5000, new Uint32Array())).toBeNull();
  });

  it("leave every number in metres as it is without isochrones", () => {
    const ofIsochrones = { comparison: null, origins: [] };
    const without = catchmentOf(by(null), new Uint32Array());
    expect({ ...catchmentOf(by(null)), ...ofIsochrones }).toEqual(without);
    expect(without).toMatchObject(ofIsochrones);
  });
});
