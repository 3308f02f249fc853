import { SECTOR_COUNT } from "../actor/actor.ts";
import type { Point, PointColumns } from "../geo/points.ts";
import { meters, type Meters } from "../units.ts";
import { countLayers, gatherMembers, visitBetween, type IndexedActors } from "./actor-index.ts";
import { shiftedReach, type ActorsByDistance, type Distances } from "./distances.ts";
import { createNeighbourhood, type Neighbourhood } from "./neighbourhood.ts";
import { positionAfter } from "./reach-table.ts";
import { createActorSorter } from "./sort-by-distance.ts";

/**
 * Distances that are measured when they are asked for, so that they take no memory: for more catchments than a reach
 * table can hold. The uncertainty of actors is that of their index.
 * @param sites n points, degrees
 * @param limit at most 268 km
 */
export function createGridDistances(sites: PointColumns, actors: IndexedActors, limit: Meters): Distances {
  const { layers } = actors;
  let members: Uint32Array | null = null;
  const pointOf = (site: number): Point => ({ lon: sites.lon[site]!, lat: sites.lat[site]! });
  const hasPoint = ({ lon, lat }: Point) => !Number.isNaN(lon) && !Number.isNaN(lat);
  const near = createNeighbourhood(actors);
  const counts = createCountMemory(actors, near);
  const sorted = Array.from({ length: SECTOR_COUNT }, () => createSortedMemory(actors, near));
  return {
    siteCount: sites.lon.length,
    limit: meters(limit),
    isMeasured: (site) => hasPoint(pointOf(site)),
    countWithin(site, sector, reach) {
      const point = pointOf(site);
      if (!hasPoint(point)) return 0;
      let sum = 0;
      for (let first = 0; first < layers.length; first += SECTOR_COUNT)
        sum += counts(point, reach, first)[first + sector]!;
      return sum;
    },
    countRangeWithin(uncertainty, site, sector, reach) {
      const point = pointOf(site);
      let certain = 0;
      let possible = 0;
      if (!hasPoint(point)) return { certain, possible };
      for (let first = 0; first < layers.length; first += SECTOR_COUNT) {
        const error = uncertainty.site[site]! + layers[first]!.uncertaintyMeters;
        certain += counts(point, shiftedReach(reach, -error), first)[first + sector]!;
        possible += counts(point, shiftedReach(reach, error), first)[first + sector]!;
      }
      return { certain, possible };
    },
    membersWithin(site, sector, reach) {
      const point = pointOf(site);
      members ??= new Uint32Array(actors.sector.length);
      return members.subarray(0, hasPoint(point) ? gatherMembers(actors, point, sector, reach, members) : 0);
    },
    between(site, sector, from, to) {
      const point = pointOf(site);
      return hasPoint(point) ? sorted[sector]!(point, sector, from, to) : NOBODY;
    },
  };
}

const NOBODY: ActorsByDistance = { actor: new Uint32Array(), distance: new Float64Array() };

/** Up to this reach the actors around a point are gathered at once, beyond it as long as they are not more than these. */
const NEAR_METERS = 4000;
const MOST_GATHERED = 4096;

/**
 * Counts by layer, those of the sectors from a first layer on made sure of; those asked for last around one point are
 * remembered, as one rule asks for each several times.
 */
function createCountMemory(
  actors: IndexedActors,
  near: Neighbourhood,
): (point: Point, reach: number, firstLayer: number) => Float64Array {
  const REMEMBERED = 8;
  const layerCount = actors.layers.length;
  const counts = Array.from({ length: REMEMBERED }, () => new Float64Array(layerCount));
  const reaches = new Float64Array(REMEMBERED);
  /** A layer that was counted, -1 where all were. */
  const counted = new Int8Array(REMEMBERED);
  let lon = NaN;
  let lat = NaN;
  let next = 0;
  const isWorthGathering = (point: Point, reach: number) =>
    reach <= NEAR_METERS || (near.holds(point, 0) && near.size * (reach / near.reach) ** 2 <= MOST_GATHERED);
  return (point, reach, firstLayer) => {
    if (point.lon !== lon || point.lat !== lat) {
      lon = point.lon;
      lat = point.lat;
      reaches.fill(NaN);
    }
    for (let slot = 0; slot < REMEMBERED; slot++) {
      if (reaches[slot] === reach && (counted[slot] === -1 || counted[slot] === firstLayer)) return counts[slot]!;
    }
    const slot = next++ % REMEMBERED;
    reaches[slot] = reach;
    if (!near.holds(point, reach) && isWorthGathering(point, reach)) near.gather(point, reach);
    if (near.holds(point, reach)) {
      near.count(reach, counts[slot]!);
      counted[slot] = -1;
    } else {
      countLayers(actors, point, reach, firstLayer, counts[slot]!.subarray(firstLayer, firstLayer + SECTOR_COUNT));
      counted[slot] = firstLayer;
    }
    return counts[slot]!;
  };
}

/** Sorted actors; the ring asked for last is remembered, so that a shorter one around the same point is a search in it. */
function createSortedMemory(actors: IndexedActors, near: Neighbourhood) {
  const sorter = createActorSorter();
  let known = NOBODY;
  let lon = NaN;
  let lat = NaN;
  let nearest = NaN;
  let farthest = NaN;
  return ({ lon: atLon, lat: atLat }: Point, sector: number, from: number, to: number): ActorsByDistance => {
    if (atLon !== lon || atLat !== lat || !(from >= nearest && to <= farthest)) {
      const point = { lon: atLon, lat: atLat };
      if (near.holds(point, to)) near.visit(sector, from, to, sorter.add);
      else visitBetween(actors, point, sector, from, to, sorter.add);
      known = sorter.take();
      lon = atLon;
      lat = atLat;
      nearest = from;
      farthest = to;
    }
    const { actor, distance } = known;
    const first = positionAfter(distance, 0, distance.length, from);
    const end = positionAfter(distance, first, distance.length, to);
    return { actor: actor.subarray(first, end), distance: distance.subarray(first, end) };
  };
}
