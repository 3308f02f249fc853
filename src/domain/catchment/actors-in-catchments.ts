import { SECTOR_COUNT } from "../actor/actor.ts";
import { finish, type Steps } from "../steps.ts";
import type { Distances } from "./distances.ts";

/** The k actors that stand in the catchment of at least one of some sites, each once, in the order of their table. */
export interface CatchmentActors {
  /** (k) indices in the actor table, ascending. */
  readonly actor: Uint32Array<ArrayBuffer>;
  /** (k) of the sites, how many have the actor in their catchment; at least 1. */
  readonly siteCount: Uint32Array<ArrayBuffer>;
  /** (k) index in the site table; of equally near ones the first asked for. */
  readonly nearestSite: Uint32Array<ArrayBuffer>;
  /** (k) distance to it, in the unit of the distances: metres to the millimetre, or minutes. */
  readonly nearestDistance: Float64Array<ArrayBuffer>;
}

/**
 * @param sites indices in the site table, none twice
 * @param reach inclusive, at most the limit of the distances
 * @param actorCount number of actors in the table that was measured
 */
export function actorsInCatchments(
  distances: Distances,
  sites: ArrayLike<number>,
  reach: number,
  actorCount: number,
): CatchmentActors {
  return finish(stepsToActorsInCatchments(distances, sites, reach, actorCount));
}

/** As {@link actorsInCatchments}, a step for each site. */
export function* stepsToActorsInCatchments(
  distances: Distances,
  sites: ArrayLike<number>,
  reach: number,
  actorCount: number,
): Steps<CatchmentActors> {
  const siteCount = new Uint32Array(actorCount);
  const nearestSite = new Uint32Array(actorCount);
  const nearestDistance = new Float64Array(actorCount).fill(Infinity);
  let found = 0;
  for (let index = 0; index < sites.length; index++) {
    const site = sites[index]!;
    for (let sector = 0; sector < SECTOR_COUNT; sector++) {
      const within = distances.between(site, sector, -1, reach);
      for (let position = 0; position < within.actor.length; position++) {
        const actor = within.actor[position]!;
        if (siteCount[actor] === 0) found++;
        siteCount[actor]! += 1;
        if (within.distance[position]! >= nearestDistance[actor]!) continue;
        nearestDistance[actor] = within.distance[position]!;
        nearestSite[actor] = site;
      }
    }
    yield;
  }
  const actor = new Uint32Array(found);
  let next = 0;
  for (let index = 0; index < actorCount; index++) if (siteCount[index]! > 0) actor[next++] = index;
  return {
    actor,
    siteCount: actor.map((index) => siteCount[index]!),
    nearestSite: actor.map((index) => nearestSite[index]!),
    nearestDistance: Float64Array.from(actor, (index) => nearestDistance[index]!),
  };
}
