import { ALL_CATEGORIES, CATEGORIES, SECTORS } from "../actor/actor.ts";
import type { MeasuredSites } from "../catchment/surroundings.ts";
import { finish, type Steps } from "../steps.ts";
import { meters } from "../units.ts";
import type { ActorNeed } from "./concept.ts";

/** Nobody is invited from farther away, unless a need reaches farther. */
export const INVITE_LIMIT = meters(50_000);

/** For a need so many are invited, or as many as it asks for: not everybody comes. */
export const INVITED_AT_LEAST = 10;

/** The k actors of a need's categories that are nearest to a site, nearest first. */
export interface NearestActors {
  /** (k) indices in the actor table. */
  readonly actor: Uint32Array<ArrayBuffer>;
  /** (k) metres, to the millimetre. */
  readonly distanceMeters: Float64Array<ArrayBuffer>;
}

/** An actor to invite, once, however many needs it serves. */
export interface Invitation {
  /** Index in the actor table. */
  readonly actor: number;
  readonly distanceMeters: number;
  /** Positions of the needs it is invited for, ascending. */
  readonly needs: readonly number[];
}

/** For each need the nearest listed actors of its categories; none where the site has no point. */
export function nearestForNeeds(
  measured: MeasuredSites,
  needs: readonly ActorNeed[],
  site: number,
): readonly NearestActors[] {
  return finish(stepsToNearestForNeeds(measured, needs, site));
}

/** As {@link nearestForNeeds}, a step for each widening of the search. */
export function* stepsToNearestForNeeds(
  { straight: { distances }, surroundings }: MeasuredSites,
  needs: readonly ActorNeed[],
  site: number,
): Steps<readonly NearestActors[]> {
  const { category } = surroundings.actors;
  const found: NearestActors[] = [];
  for (const { categories, reach, count } of needs) {
    const wanted = new Set(categories.map((name) => ALL_CATEGORIES.indexOf(name)));
    const sectors = SECTORS.flatMap((name, sector) =>
      categories.some((each) => (CATEGORIES[name] as readonly string[]).includes(each)) ? [sector] : [],
    );
    const most = Math.max(INVITED_AT_LEAST, count);
    const limit = Math.max(reach, INVITE_LIMIT);
    for (let within: number = reach; ; within = Math.min(limit, 2 * within)) {
      yield;
      const actors = sectors.flatMap((sector) => {
        const around = distances.between(site, sector, -1, within);
        return Array.from(around.actor, (actor, index) => ({ actor, distance: around.distance[index]! })).filter(
          ({ actor }) => wanted.has(category[actor]!),
        );
      });
      if (actors.length < most && within < limit) continue;
      const nearest = actors.sort((a, b) => a.distance - b.distance || a.actor - b.actor).slice(0, most);
      found.push({
        actor: Uint32Array.from(nearest, ({ actor }) => actor),
        distanceMeters: Float64Array.from(nearest, ({ distance }) => distance),
      });
      break;
    }
  }
  return found;
}

/**
 * One list of all that are invited, nearest first; at equal distance in table order.
 * @param nearest with the position of the need that each part is for
 */
export function mergeInvitations(
  nearest: readonly { readonly need: number; readonly actors: NearestActors }[],
): readonly Invitation[] {
  const byActor = new Map<number, { actor: number; distanceMeters: number; needs: number[] }>();
  for (const { need, actors } of nearest) {
    for (const [index, actor] of actors.actor.entries()) {
      const known = byActor.get(actor);
      if (known === undefined) {
        byActor.set(actor, { actor, distanceMeters: actors.distanceMeters[index]!, needs: [need] });
      } else known.needs.push(need);
    }
  }
  return [...byActor.values()]
    .map((invitation) => ({ ...invitation, needs: invitation.needs.toSorted((a, b) => a - b) }))
    .sort((a, b) => a.distanceMeters - b.distanceMeters || a.actor - b.actor);
}
