import { SECTORS } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import { areasTouched } from "#domain/coverage/coverage-reach.ts";
import type { CoverageSource } from "#i18n/verdict-sentence.ts";

/** The sources that a complete coverage in the catchment comes from, each once, in the order declared. */
export function completeSources(areas: readonly CoverageArea[], catchment: Catchment): readonly CoverageSource[] {
  const { point, rule, sectors } = catchment;
  if (point === null) return [];
  const used = new Set<CoverageArea>();
  for (const sector of SECTORS) {
    if (sectors[sector].coverage !== "complete") continue;
    for (const area of areasTouched(areas, sector, point, rule.reach)) {
      if (area.levels[sector] === "complete") used.add(area);
    }
  }
  const sources = areas.filter((area) => used.has(area)).map(({ source, date }) => ({ source, date }));
  const key = ({ source, date }: CoverageSource) => `${source}\n${date ?? ""}`;
  return [...new Map(sources.map((source) => [key(source), source])).values()];
}
