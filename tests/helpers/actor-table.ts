import {
  ALL_CATEGORIES,
  SECTORS,
  type ActorId,
  type ActorTable,
  type Category,
  type Sector,
} from "#domain/actor/actor.ts";
import { PRECISIONS, type Point, type Precision } from "#domain/geo/points.ts";

/** An actor table that states only what is given; everything else is not known. */
export function actorTable(
  actors: readonly (Point & {
    readonly sector: Sector;
    readonly category?: Category;
    readonly precision?: Precision;
    readonly country?: string;
  })[],
): ActorTable {
  const none = actors.map(() => null);
  return {
    count: actors.length,
    id: actors.map((_, index) => `actor-${String(index)}` as ActorId),
    name: actors.map((_, index) => `Actor ${String(index)}`),
    sector: Uint8Array.from(actors, ({ sector }) => SECTORS.indexOf(sector)),
    category: Uint8Array.from(actors, ({ category }) => ALL_CATEGORIES.indexOf(category ?? "unknown")),
    country: actors.map(({ country }) => country ?? null),
    municipality: none,
    address: none,
    lon: Float64Array.from(actors, ({ lon }) => lon),
    lat: Float64Array.from(actors, ({ lat }) => lat),
    precision: Uint8Array.from(actors, ({ precision }) => PRECISIONS.indexOf(precision ?? "building")),
    positionSource: none,
    website: none,
    sourceUrl: none,
    seenYear: new Float64Array(actors.length).fill(NaN),
  };
}
