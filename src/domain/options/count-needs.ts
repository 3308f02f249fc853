import { ALL_CATEGORIES, CATEGORIES, SECTORS } from "../actor/actor.ts";
import type { MeasuredSites } from "../catchment/surroundings.ts";
import { shiftedReach } from "../catchment/distances.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import { finish, type Steps } from "../steps.ts";
import type { ActorNeed } from "./concept.ts";

/** What is listed for k actor needs around n sites: site `i`, need `j` at `i * k + j`. */
export interface NeedCounts {
  readonly needCount: number;
  /** (n) 0 for a site without a point, around which nothing is counted. */
  readonly isMeasured: Uint8Array<ArrayBuffer>;
  /** (n × k) actors of the needed categories within the need's reach, by the distances as listed. */
  readonly found: Uint32Array<ArrayBuffer>;
  /** (n × k) those surely within it, whatever the precision of positions (method §3). */
  readonly certain: Uint32Array<ArrayBuffer>;
  /** (n × k) those possibly within it. */
  readonly possible: Uint32Array<ArrayBuffer>;
  /** (n × k) actors of the needed sectors within it whose category is not known: each may be of a needed one. */
  readonly unclassified: Uint32Array<ArrayBuffer>;
  /** (n × k) position in `COVERAGE_LEVELS`: the least of the needed sectors (method §3). */
  readonly coverage: Uint8Array<ArrayBuffer>;
}

const UNKNOWN = ALL_CATEGORIES.indexOf("unknown");

/** How an actor counts for a need, by its category. */
const OTHER = 0;
const WANTED = 1;
const MAYBE = 2;

/** @param sites indices in the table that was measured */
export function countNeeds(measured: MeasuredSites, needs: readonly ActorNeed[], sites: ArrayLike<number>): NeedCounts {
  return finish(stepsToNeedCounts(measured, needs, sites));
}

/** As {@link countNeeds}, a step for each site. Reaches are metres on the ground, whatever the measured distances are. */
export function* stepsToNeedCounts(
  { straight, surroundings, uncertainty }: MeasuredSites,
  needs: readonly ActorNeed[],
  sites: ArrayLike<number>,
): Steps<NeedCounts> {
  const needCount = needs.length;
  const size = sites.length * needCount;
  const isMeasured = new Uint8Array(sites.length);
  const found = new Uint32Array(size);
  const certain = new Uint32Array(size);
  const possible = new Uint32Array(size);
  const unclassified = new Uint32Array(size);
  const coverage = new Uint8Array(size);
  const { distances, coverageAt } = straight;
  const { category } = surroundings.actors;
  const { code, metersByCode } = uncertainty.actor;
  const farthestError = Math.max(0, ...metersByCode);
  const plans = planSectors(needs);

  for (let position = 0; position < sites.length; position++) {
    const site = sites[position]!;
    const start = position * needCount;
    if (!distances.isMeasured(site)) continue;
    yield;
    isMeasured[position] = 1;
    coverage.fill(COVERAGE_LEVELS.indexOf("complete"), start, start + needCount);
    const siteError = uncertainty.site[site]!;
    for (const { sector, needed, farthest } of plans) {
      const around = distances.between(site, sector, -1, shiftedReach(farthest, siteError + farthestError));
      for (const { need, reach, counts } of needed) {
        const at = start + need;
        coverage[at] = Math.min(coverage[at]!, coverageAt(site, sector, reach));
        const nearer = metersByCode.map((error) => shiftedReach(reach, -siteError - error));
        const wider = metersByCode.map((error) => shiftedReach(reach, siteError + error));
        const end = shiftedReach(reach, siteError + farthestError);
        for (let index = 0; index < around.actor.length; index++) {
          const meters = around.distance[index]!;
          if (meters > end) break;
          const actor = around.actor[index]!;
          const how = counts[category[actor]!]!;
          if (how === OTHER) continue;
          if (how === MAYBE) {
            if (meters <= reach) unclassified[at]! += 1;
            continue;
          }
          if (meters <= reach) found[at]! += 1;
          if (meters <= nearer[code[actor]!]!) certain[at]! += 1;
          if (meters <= wider[code[actor]!]!) possible[at]! += 1;
        }
      }
    }
  }
  return { needCount, isMeasured, found, certain, possible, unclassified, coverage };
}

interface SectorPlan {
  readonly sector: number;
  /** Longest reach of its needs, metres. */
  readonly farthest: number;
  readonly needed: readonly {
    /** Position among the needs. */
    readonly need: number;
    readonly reach: number;
    /** By category. */
    readonly counts: Uint8Array;
  }[];
}

/** What is to be counted of each sector that a need names; the others are left out. */
function planSectors(needs: readonly ActorNeed[]): readonly SectorPlan[] {
  return SECTORS.flatMap((name, sector) => {
    const own: readonly string[] = CATEGORIES[name];
    const needed = needs.flatMap(({ categories, reach }, need) => {
      const wanted = categories.filter((category) => own.includes(category));
      if (wanted.length === 0) return [];
      const counts = new Uint8Array(ALL_CATEGORIES.length).fill(OTHER);
      for (const category of wanted) counts[ALL_CATEGORIES.indexOf(category)] = WANTED;
      counts[UNKNOWN] = MAYBE;
      return [{ need, reach, counts }];
    });
    const farthest = Math.max(0, ...needed.map(({ reach }) => reach));
    return needed.length === 0 ? [] : [{ sector, farthest, needed }];
  });
}
