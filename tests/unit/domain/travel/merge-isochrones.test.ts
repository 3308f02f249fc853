import { describe, expect, it } from "vitest";
import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";
import { knownMinutes, mergeIsochrones } from "#domain/travel/merge-isochrones.ts";

function row(siteId: string | null, minutes: number, more: Partial<IsochroneRow> = {}): IsochroneRow {
  return {
    id: `${siteId ?? "place"}-${String(minutes)}` as IsochroneId,
    siteId,
    lon: 9.5,
    lat: 47.1,
    profile: "car",
    minutes,
    polygons: [],
    provider: null,
    engine: null,
    dataDate: null,
    computed: "2026-11-01T10:00:00Z",
    attribution: null,
    ...more,
  };
}

describe("isochrones that are asked for again", () => {
  it("take the place of those of the same start, profile and minutes alone", () => {
    const before = [row("a", 10), row("a", 20), row("a", 10, { profile: "foot" }), row("b", 10)];
    const added = [row("a", 10, { computed: "2026-11-21T10:00:00Z" })];
    expect(mergeIsochrones(before, added)).toEqual([before[1], before[2], before[3], added[0]]);
  });

  it("take the place of all of a site that has moved", () => {
    const before = [row("a", 10), row("a", 20), row("a", 10, { profile: "foot" }), row("b", 10)];
    const added = [row("a", 10, { lon: 9.6 })];
    expect(mergeIsochrones(before, added)).toEqual([before[3], added[0]]);
  });

  it("of places are told apart by their coordinates", () => {
    const before = [row(null, 10), row(null, 10, { lon: 9.6 })];
    const added = [row(null, 10)];
    expect(mergeIsochrones(before, added)).toEqual([before[1], added[0]]);
  });
});

describe("isochrones that are known", () => {
  const known = knownMinutes([row("a", 10), row("a", 20, { computed: null }), row(null, 10)]);
  const point = { siteId: "a", name: "A", lon: 9.5, lat: 47.1 };

  it("are those of the same start and profile, with their dates", () => {
    expect([...known(point, "car")]).toEqual([
      [10, "2026-11-01T10:00:00Z"],
      [20, null],
    ]);
    expect([...known({ ...point, siteId: null }, "car").keys()]).toEqual([10]);
  });

  it.each([
    ["another profile", point, "foot"],
    ["another site", { ...point, siteId: "b" }, "car"],
    ["a site that has moved", { ...point, lat: 47.2 }, "car"],
  ] as const)("are none for %s", (_, start, profile) => {
    expect(known(start, profile).size).toBe(0);
  });
});
