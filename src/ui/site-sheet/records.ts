import type { ActorTable } from "#domain/actor/actor.ts";
import { positionUncertaintyMeters, type Precision } from "#domain/geo/points.ts";
import type { SiteTable } from "#domain/site/site.ts";
import type { ActorRow, SiteRow } from "#domain/workspace/edits.ts";
import { rowOfActor, rowOfSite } from "#domain/workspace/rows.ts";

/** One site; no number in it is `NaN`, so that no component can print it. */
export type SiteRecord = SiteRow & { readonly index: number };

export function siteAt(sites: SiteTable, index: number): SiteRecord {
  return { ...rowOfSite(sites, index), index };
}

/** One actor, as {@link SiteRecord}. */
export type ActorRecord = ActorRow & { readonly index: number };

export function actorAt(actors: ActorTable, index: number): ActorRecord {
  return { ...rowOfActor(actors, index), index };
}

/** Between which distances two records stand, metres, given the distance of their stated points (method §3). */
export interface DistanceRange {
  readonly from: number;
  readonly to: number;
}

export function distanceRange(meters: number, a: Precision, b: Precision): DistanceRange {
  const uncertainty = positionUncertaintyMeters(a) + positionUncertaintyMeters(b);
  return { from: Math.max(0, meters - uncertainty), to: meters + uncertainty };
}
