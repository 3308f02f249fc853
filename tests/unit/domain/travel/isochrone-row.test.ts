import { describe, expect, it } from "vitest";
import { finish } from "#domain/steps.ts";
import { stepsToIsochrones, type IsochroneId, type IsochroneRow } from "#domain/travel/isochrone-row.ts";

type Stated = Partial<Pick<IsochroneRow, "siteId" | "lon" | "lat" | "profile">> & { readonly minutes: number };

const rowsOf = (stated: readonly Stated[]): readonly IsochroneRow[] =>
  stated.map((each, position) => ({
    id: String(position) as IsochroneId,
    siteId: null,
    lon: null,
    lat: null,
    profile: "car",
    polygons: [],
    provider: null,
    engine: null,
    dataDate: null,
    computed: null,
    attribution: null,
    ...each,
  }));
const groupsOf = (...tables: readonly (readonly Stated[])[]) => [
  ...finish(stepsToIsochrones(tables.map(rowsOf))).group,
];

describe("rows of isochrones as one table", () => {
  it("are a group by their site, else by their start, of one table alone", () => {
    const byName = [
      { siteId: "mill", minutes: 10 },
      { lon: 14, lat: 46, minutes: 10 },
      { siteId: "mill", lon: 14, lat: 46, minutes: 10 },
      { lon: 14, lat: 46, minutes: 20 },
    ];
    expect(groupsOf(byName, byName)).toEqual([0, 1, 0, 1, 2, 3, 2, 3]);
  });

  it("follow one another until a profile and time come again where they state neither, in one table", () => {
    const unnamed: readonly Stated[] = [
      { minutes: 20 },
      { minutes: 10 },
      { minutes: 10, profile: "foot" },
      { minutes: 20 },
    ];
    expect(groupsOf(unnamed, unnamed)).toEqual([0, 0, 0, 1, 2, 2, 2, 3]);
    expect(groupsOf([{ minutes: 20 }, { minutes: 5, siteId: "mill" }, { minutes: 10 }])).toEqual([0, 1, 0]);
  });
});
