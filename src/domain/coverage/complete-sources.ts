import { SECTORS } from "../actor/actor.ts";
import type { Point } from "../geo/points.ts";
import { COVERAGE_LEVELS, type CoverageArea } from "./coverage.ts";
import { areasTouched } from "./coverage-reach.ts";

/** A source as a verdict names it. */
export interface CoverageSource {
  readonly source: string;
  /** ISO 8601, as exact as known. */
  readonly date: string | null;
}

const COMPLETE = COVERAGE_LEVELS.indexOf("complete");

/**
 * The sources that a complete coverage of a catchment rests on, each once, in the order declared.
 * @param coverage one value a sector, as in `COVERAGE_LEVELS`
 * @param reach metres
 */
export function completeSources(
  areas: readonly CoverageArea[],
  point: Point,
  reach: number,
  coverage: ArrayLike<number>,
): readonly CoverageSource[] {
  const used = new Set<CoverageArea>();
  for (const [position, sector] of SECTORS.entries()) {
    if (coverage[position] !== COMPLETE) continue;
    for (const area of areasTouched(areas, sector, point, reach)) {
      if (area.levels[sector] === "complete") used.add(area);
    }
  }
  const sources = areas.filter((area) => used.has(area)).map(({ source, date }) => ({ source, date }));
  const key = ({ source, date }: CoverageSource) => `${source}\n${date ?? ""}`;
  return [...new Map(sources.map((source) => [key(source), source])).values()];
}
