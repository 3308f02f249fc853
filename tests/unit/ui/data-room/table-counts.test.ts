import { datasetOf } from "../../../helpers/dataset.ts";
import { describe, expect, it } from "vitest";
import type { ActorId, ActorTable } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { SiteId, SiteTable } from "#domain/site/site.ts";
import { meters } from "#domain/units.ts";
import { countActors, countGaps, countSites, coverageCentre, declarations } from "#ui/data-room/table-counts.ts";

const empty = <T>(count: number, value: T) => new Array<T>(count).fill(value);

const sites: SiteTable = {
  count: 4,
  id: ["a", "b", "c", "d"].map((id) => id as SiteId),
  name: ["A", "B", "C", "D"],
  nameLocal: empty(4, null),
  country: ["SI", "HR", null, "HR"],
  municipality: ["Piran", "Lokve", null, "Rijeka"],
  lon: Float64Array.of(13.5, 14.7, NaN, 14.4),
  lat: Float64Array.of(45.5, 45.4, NaN, 45.3),
  precision: ["building", "settlement", "settlement", "settlement"],
  positionSource: empty(4, null),
  heritageClass: empty(4, "industrial"),
  industry: empty(4, "salt"),
  builtFromYear: new Float64Array(4).fill(NaN),
  closedInYear: new Float64Array(4).fill(NaN),
  reuseStatus: empty(4, "unused"),
  statusYear: Float64Array.of(2020, NaN, NaN, 2019),
  currentUse: empty(4, null),
  floorAreaSquareMeters: new Float64Array(4).fill(NaN),
  protection: empty(4, "unknown"),
  website: empty(4, null),
  sourceUrl: empty(4, null),
  note: empty(4, null),
};

const actors: ActorTable = {
  count: 3,
  id: ["x", "y", "z"].map((id) => id as ActorId),
  name: ["X", "Y", "Z"],
  sector: Uint8Array.of(0, 2, 2),
  category: Uint8Array.of(2, 24, 24),
  country: ["SI", "SI", null],
  municipality: empty(3, null),
  address: empty(3, null),
  lon: Float64Array.of(13, 13, 13),
  lat: Float64Array.of(45, 45, 45),
  precision: Uint8Array.of(3, 1, 3),
  positionSource: empty(3, null),
  website: empty(3, null),
  sourceUrl: empty(3, null),
  seenYear: Float64Array.of(2016, 2017, NaN),
};

describe("countSites", () => {
  it("counts by country, those without a country last, and every site once", () => {
    expect(countSites(sites)).toEqual([
      { country: "HR", sites: 2, mapped: 2 },
      { country: "SI", sites: 1, mapped: 1 },
      { country: null, sites: 1, mapped: 0 },
    ]);
  });
});

describe("countActors", () => {
  it("counts by country and sector, and every actor once", () => {
    expect(countActors(actors)).toEqual([
      { country: "SI", sectors: { creative: 1, trade: 0, service: 1 }, total: 2 },
      { country: null, sectors: { creative: 0, trade: 0, service: 1 }, total: 1 },
    ]);
  });
});

describe("countGaps", () => {
  it("counts what is missing, a site without a point not as placed at its town", () => {
    expect(countGaps(datasetOf(sites, actors))).toEqual({
      sitesWithoutPoint: 1,
      sitesAtTown: 2,
      sitesWithoutStatusYear: 2,
      actorsAtTown: 2,
      actorsWithoutYear: 1,
      actorsSeenLongAgo: 1,
    });
  });
});

const disc = (lon: number, lat: number, source = "s"): CoverageArea => ({
  id: `${String(lon)} ${String(lat)}`,
  source,
  date: null,
  levels: { creative: "partial", trade: "partial", service: "partial" },
  shape: { kind: "disc", center: { lon, lat }, radiusMeters: meters(30_000) },
});

describe("declarations", () => {
  it("groups areas by source and loses none", () => {
    const areas = [disc(1, 1, "a"), disc(2, 2, "b"), disc(3, 3, "a")];
    expect(declarations(areas).map((group) => [group.source, group.areas.map((area) => area.id)])).toEqual([
      ["a", ["1 1", "3 3"]],
      ["b", ["2 2"]],
    ]);
  });
});

describe("coverageCentre", () => {
  it("names the municipality of the site in the middle of a disc", () => {
    expect(coverageCentre(disc(14.7, 45.4), sites)).toBe("Lokve");
  });

  it("names nothing where no site stands in the middle", () => {
    expect(coverageCentre(disc(1, 2), sites)).toBeNull();
  });
});
