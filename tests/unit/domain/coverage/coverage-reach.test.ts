import { describe, expect, it } from "vitest";
import { computeCoverageReach, coverageWithin, uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { COVERAGE_LEVELS, type CoverageArea, type CoverageLevel } from "#domain/coverage/coverage.ts";
import { boxRing } from "#domain/geo/box-ring.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { meters } from "#domain/units.ts";

const CENTER = { lon: 14, lat: 46 };
const all = (level: CoverageLevel) => ({ creative: level, trade: level, service: level });

function levelAt(areas: readonly CoverageArea[], point: { lon: number; lat: number }, reach: number): CoverageLevel {
  const table = computeCoverageReach({ lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) }, areas);
  return COVERAGE_LEVELS[coverageWithin(table, 0, 0, reach)]!;
}

function disc(center: { lon: number; lat: number }, radius: number, level: CoverageLevel): CoverageArea {
  return {
    id: "d",
    source: "s",
    date: null,
    levels: all(level),
    shape: { kind: "disc", center, radiusMeters: meters(radius) },
  };
}

function square(west: number, south: number, east: number, north: number, level: CoverageLevel): CoverageArea {
  const ring = boxRing({ west, south, east, north });
  return { id: "q", source: "s", date: null, levels: all(level), shape: { kind: "polygon", rings: [ring] } };
}

describe("coverage of a catchment", () => {
  it("is complete while the whole catchment lies in the declared disc, to the metre", () => {
    const areas = [disc(CENTER, 30_000, "complete")];
    const point = destination(CENTER, 70, 12_000);
    expect(levelAt(areas, point, 17_999)).toBe("complete");
    expect(levelAt(areas, point, 18_001)).toBe("partial");
  });

  it("is none until the catchment touches a declared area, then partial", () => {
    const areas = [disc(CENTER, 30_000, "partial")];
    const point = destination(CENTER, 200, 42_000);
    expect(levelAt(areas, point, 11_999)).toBe("none");
    expect(levelAt(areas, point, 12_001)).toBe("partial");
  });

  it("never is more than partial in an area declared partial", () => {
    expect(levelAt([disc(CENTER, 30_000, "partial")], CENTER, 1000)).toBe("partial");
  });

  it("does not touch an area declared none", () => {
    expect(levelAt([disc(CENTER, 30_000, "none")], CENTER, 1000)).toBe("none");
  });

  it("joins neighbouring areas that cover the catchment only together", () => {
    const west = square(13, 45, 14, 47, "complete");
    const east = square(14, 45, 15, 47, "complete");
    expect(levelAt([west], CENTER, 5000)).toBe("partial");
    expect(levelAt([west, east], CENTER, 5000)).toBe("complete");
    expect(levelAt([west, east], CENTER, 120_000)).toBe("partial");
  });

  it("follows a polygon's edge, straight in degrees", () => {
    const area = square(13, 45.5, 15, 46.5, "complete");
    const toEdge = 55_580;
    expect(levelAt([area], CENTER, toEdge - 40)).toBe("complete");
    expect(levelAt([area], CENTER, toEdge + 40)).toBe("partial");
  });

  it("of a site without a point is none", () => {
    expect(levelAt(uniformCoverage("complete"), { lon: NaN, lat: NaN }, 1000)).toBe("none");
  });

  it("declared everywhere holds at any reach", () => {
    expect(levelAt(uniformCoverage("complete"), CENTER, 1e6)).toBe("complete");
  });
});
