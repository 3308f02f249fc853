import { SECTORS, type Sector } from "../actor/actor.ts";
import type { Catchment } from "../catchment/catchment.ts";
import { weightWithin } from "../catchment/counts.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import { computeVerdict, thresholdsOf } from "../rule/verdict.ts";
import type { Verdict } from "../rule/verdict-kind.ts";
import { isHypothetical, type Marked } from "./marks.ts";

/** What a catchment would be without what is supposed. */
export interface WithoutHypotheticals {
  /** Hypothetical actors of each sector that the catchment counts; not weighted. */
  readonly supposed: Readonly<Record<Sector, number>>;
  /** The counts of the others, one a sector; weighted sums under decay. */
  readonly count: readonly number[];
  readonly verdict: Verdict;
}

/** Leaves what is supposed out of a catchment; `null` where it counts none of it. */
export function withoutHypotheticals(dataset: Marked, catchment: Catchment): WithoutHypotheticals | null {
  const supposed = hypotheticalsWithin(dataset, catchment);
  if (SECTORS.every((sector) => supposed[sector] === 0)) return null;
  const { rule, reach } = catchment;
  const count = SECTORS.map((sector) => {
    const { actor, distance } = catchment.sectors[sector];
    const real = distance.filter((_, position) => !isHypothetical(dataset, "actors", actor[position]!));
    return weightWithin(real, reach, rule.decay);
  });
  const coverage = SECTORS.map((sector) => COVERAGE_LEVELS.indexOf(catchment.sectors[sector].coverage));
  return { supposed, count, verdict: computeVerdict({ count, coverage }, thresholdsOf(rule)) };
}

/** How many hypothetical actors of each sector a catchment counts; not weighted. */
function hypotheticalsWithin(dataset: Marked, catchment: Catchment): Readonly<Record<Sector, number>> {
  const within = (sector: Sector) => {
    const { actor, distance } = catchment.sectors[sector];
    let count = 0;
    for (let position = 0; position < actor.length && distance[position]! <= catchment.reach; position++) {
      if (isHypothetical(dataset, "actors", actor[position]!)) count++;
    }
    return count;
  };
  return Object.fromEntries(SECTORS.map((sector) => [sector, within(sector)])) as Record<Sector, number>;
}
