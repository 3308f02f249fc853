import { SECTOR_COUNT, SECTORS, type Sector } from "../actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageLevel } from "../coverage/coverage.ts";
import { geodesicMeters } from "../geo/geodesic.ts";
import { computeVerdicts } from "../indicator/site-results.ts";
import type { Rule } from "../rule/rule.ts";
import { VERDICTS, type Verdict } from "../rule/verdict-kind.ts";
import { applyRule } from "../travel/apply-rule.ts";
import type { MeasuredSites } from "./surroundings.ts";

/** What a rule gives for one point: counts (weighted sums under decay) and coverage by sector, and the verdict. */
export interface ReachAnswer {
  readonly rule: Rule;
  readonly count: Readonly<Record<Sector, number>>;
  readonly coverage: Readonly<Record<Sector, CoverageLevel>>;
  readonly verdict: Verdict;
}

/** Actors with how far they are in a straight line and by the road. */
export interface ComparedActors {
  /** Indices in the actor table, the nearest in a straight line first. */
  readonly actor: Uint32Array;
  readonly meters: Float64Array;
  /** `NaN` where no loaded contour holds the actor. */
  readonly minutes: Float64Array;
}

/** One point's answers in metres and in minutes by isochrones, and who is in only one of the two catchments. */
export interface ReachComparison {
  readonly straight: ReachAnswer;
  /** `null` where no isochrone of the point and profile is loaded. */
  readonly travel: ReachAnswer | null;
  /** Within the minutes, beyond the metres. */
  readonly gained: ComparedActors;
  /** Within the metres, beyond the minutes. */
  readonly lost: ComparedActors;
}

/**
 * @param straight one point, measured in metres
 * @param travel the same in minutes; `null` where it has no isochrones
 * @param minutesRule the rule by isochrones that the metres of `rule` are compared with
 */
export function compareReaches(
  straight: MeasuredSites,
  travel: MeasuredSites | null,
  rule: Rule,
  minutesRule: Rule,
): ReachComparison {
  const metersRule = rule.travel?.basis === "isochrones" ? { ...rule, travel: null } : rule;
  if (travel === null) {
    return { straight: answerOf(straight, metersRule), travel: null, gained: NOBODY, lost: NOBODY };
  }
  const { lon, lat } = straight.points;
  const point = { lon: lon[0]!, lat: lat[0]! };
  const { actors } = straight.surroundings;
  const metersOf = distancesUpTo(straight, metersRule.reach);
  const minutesOf = distancesUpTo(travel, travel.distances.limit);
  const { minutes: reach } = minutesRule.travel!;
  const compared = (indices: readonly number[]): ComparedActors => {
    const found = indices
      .map((actor) => ({
        actor,
        meters: metersOf.get(actor) ?? geodesicMeters(point, { lon: actors.lon[actor]!, lat: actors.lat[actor]! }),
        minutes: minutesOf.get(actor) ?? NaN,
      }))
      .sort((a, b) => a.meters - b.meters || a.actor - b.actor);
    return {
      actor: Uint32Array.from(found, ({ actor }) => actor),
      meters: Float64Array.from(found, ({ meters }) => meters),
      minutes: Float64Array.from(found, ({ minutes }) => minutes),
    };
  };
  const isReached = (actor: number) => (minutesOf.get(actor) ?? Infinity) <= reach;
  return {
    straight: answerOf(straight, metersRule),
    travel: answerOf(travel, minutesRule),
    gained: compared([...minutesOf.keys()].filter((actor) => isReached(actor) && !metersOf.has(actor))),
    lost: compared([...metersOf.keys()].filter((actor) => !isReached(actor))),
  };
}

const NOBODY: ComparedActors = { actor: new Uint32Array(), meters: new Float64Array(), minutes: new Float64Array() };

function answerOf(measured: MeasuredSites, rule: Rule): ReachAnswer {
  const { count, coverage, verdict } = computeVerdicts(measured, applyRule(rule));
  const bySector = <T>(value: (sector: number) => T) =>
    Object.fromEntries(SECTORS.map((name, sector) => [name, value(sector)])) as Record<Sector, T>;
  return {
    rule,
    count: bySector((sector) => count[sector]!),
    coverage: bySector((sector) => COVERAGE_LEVELS[coverage[sector]!]!),
    verdict: VERDICTS[verdict[0]!]!,
  };
}

function distancesUpTo({ distances }: MeasuredSites, reach: number): ReadonlyMap<number, number> {
  const found = new Map<number, number>();
  for (let sector = 0; sector < SECTOR_COUNT; sector++) {
    const { actor, distance } = distances.between(0, sector, -1, reach);
    for (let position = 0; position < actor.length; position++) found.set(actor[position]!, distance[position]!);
  }
  return found;
}
