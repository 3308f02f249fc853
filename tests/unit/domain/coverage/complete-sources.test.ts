import { describe, expect, it } from "vitest";
import { completeSources } from "#domain/coverage/complete-sources.ts";
import { COVERAGE_LEVELS, type CoverageArea, type CoverageLevel } from "#domain/coverage/coverage.ts";
import { meters } from "#domain/units.ts";

const area = (id: string, source: string, level: CoverageLevel, lon: number): CoverageArea => ({
  id,
  source,
  date: "2026-11-20",
  levels: { creative: level, trade: level, service: "none" },
  shape: { kind: "disc", center: { lon, lat: 46 }, radiusMeters: meters(30_000) },
});

const POINT = { lon: 14, lat: 46 };
const coverage = (...levels: readonly CoverageLevel[]) => levels.map((level) => COVERAGE_LEVELS.indexOf(level));

describe("completeSources", () => {
  const areas = [
    area("a", "Register", "complete", 14),
    area("b", "Register", "complete", 14.1),
    area("c", "By hand", "partial", 14),
    area("d", "Far away", "complete", 30),
  ];

  it("names each source once whose complete declaration reaches into the catchment", () => {
    expect(completeSources(areas, POINT, 10_000, coverage("complete", "partial", "none"))).toEqual([
      { source: "Register", date: "2026-11-20" },
    ]);
  });

  it("names none where no sector is completely covered", () => {
    expect(completeSources(areas, POINT, 10_000, coverage("partial", "partial", "none"))).toEqual([]);
  });
});
