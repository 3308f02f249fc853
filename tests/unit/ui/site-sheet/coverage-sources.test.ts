import { describe, expect, it } from "vitest";
import type { Catchment, CatchmentSector } from "#domain/catchment/catchment.ts";
import type { CoverageArea, CoverageLevel } from "#domain/coverage/coverage.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { meters } from "#domain/units.ts";
import { completeSources } from "#ui/site-sheet/coverage-sources.ts";

const area = (id: string, source: string, level: CoverageLevel, lon: number): CoverageArea => ({
  id,
  source,
  date: "2026-11-20",
  levels: { creative: level, trade: level, service: "none" },
  shape: { kind: "disc", center: { lon, lat: 46 }, radiusMeters: meters(30_000) },
});

const sector = (coverage: CoverageLevel) => ({ coverage }) as CatchmentSector;
const catchment = (creative: CoverageLevel) =>
  ({
    point: { lon: 14, lat: 46 },
    rule: DEFAULT_RULE,
    sectors: { creative: sector(creative), trade: sector("partial"), service: sector("none") },
  }) as Catchment;

describe("completeSources", () => {
  const areas = [
    area("a", "Register", "complete", 14),
    area("b", "Register", "complete", 14.1),
    area("c", "By hand", "partial", 14),
    area("d", "Far away", "complete", 30),
  ];

  it("names each source once whose complete declaration reaches into the catchment", () => {
    expect(completeSources(areas, catchment("complete"))).toEqual([{ source: "Register", date: "2026-11-20" }]);
  });

  it("names none where no sector is completely covered", () => {
    expect(completeSources(areas, catchment("partial"))).toEqual([]);
  });

  it("names none for a site without a point", () => {
    expect(completeSources(areas, { ...catchment("complete"), point: null })).toEqual([]);
  });
});
