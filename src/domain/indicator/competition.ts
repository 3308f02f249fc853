import { SECTOR_COUNT } from "../actor/actor.ts";
import { decayWeight } from "../rule/decay.ts";
import type { ReuseStatus } from "../site/site.ts";
import type { Steps } from "../steps.ts";
import type { IndicatorContext } from "./indicator.ts";
import { isAnythingKnown } from "./known.ts";

const SETTLED: readonly ReuseStatus[] = ["reused", "in_operation", "lost"];

/** Whether a site may still look for users; one of unknown or no stated status does. */
export function competes(status: ReuseStatus): boolean {
  return !SETTLED.includes(status);
}

/** (n) 1 for a site that competes and has a point; `null` where the points are not the site table. */
export function competingSites({ measured: { points }, facts: { standing } }: IndicatorContext): Uint8Array | null {
  if (standing === null) return null;
  return Uint8Array.from(standing.reuseStatus, (status, site) =>
    competes(status) && !Number.isNaN(points.lon[site]!) && !Number.isNaN(points.lat[site]!) ? 1 : 0,
  );
}

/** (n) Actors of each catchment by whether another competing site has them too; exclusive + shared = count. */
interface Competition {
  readonly exclusive: Float64Array;
  readonly shared: Float64Array;
}

const computed = new WeakMap<IndicatorContext, Competition>();

/**
 * Actors of all sectors in no other competing site's catchment, and the rest (method §7); weighted under decay. `NaN` for a
 * site that does not compete, where the points are not the site table, and where nothing is known. A step for each site.
 */
export function* stepsToCompetition(context: IndicatorContext): Steps<Competition> {
  let competition = computed.get(context);
  if (competition === undefined) {
    competition = yield* stepsToCountApart(context);
    computed.set(context, competition);
  }
  return competition;
}

function* stepsToCountApart(context: IndicatorContext): Steps<Competition> {
  const { distances, surroundings } = context.measured;
  const { reach, decay } = context.rule;
  const competing = competingSites(context);
  const size = distances.siteCount;
  const exclusive = new Float64Array(size).fill(NaN);
  const shared = new Float64Array(size).fill(NaN);
  if (competing === null) return { exclusive, shared };
  const siteCount = new Uint32Array(surroundings.actors.count);
  for (let site = 0; site < size; site++) {
    if (competing[site] === 0) continue;
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      for (const actor of distances.membersWithin(site, sector, reach)) siteCount[actor]! += 1;
    }
    yield;
  }
  for (let site = 0; site < size; site++) {
    if (competing[site] === 0 || !isAnythingKnown(context, site)) continue;
    const sums = { exclusive: 0, shared: 0 };
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      if (decay === "none") {
        for (const actor of distances.membersWithin(site, sector, reach)) {
          sums[siteCount[actor]! > 1 ? "shared" : "exclusive"] += 1;
        }
        continue;
      }
      const { actor, distance } = distances.between(site, sector, -1, reach);
      for (let position = 0; position < actor.length; position++) {
        const weight = decayWeight(decay, distance[position]!, reach);
        sums[siteCount[actor[position]!]! > 1 ? "shared" : "exclusive"] += weight;
      }
    }
    exclusive[site] = sums.exclusive;
    shared[site] = sums.shared;
    yield;
  }
  return { exclusive, shared };
}
