import type { MeasuredSites } from "../catchment/surroundings.ts";
import { finish, type Steps } from "../steps.ts";
import { countAt, statusOfActors, statusOfRooms } from "./assess.ts";
import { actorNeedsOf, roomNeedsOf, type ReuseConcept } from "./concept.ts";
import { stepsToNeedCounts, type NeedCounts } from "./count-needs.ts";

/** Of a site that has rooms: how many serve each of the room needs, in their order. */
export interface RoomsFound {
  /** Index in the site table. */
  readonly site: number;
  readonly found: readonly number[];
}

/** The sites that a concept fits best, best first, with what is counted around them. */
export interface RankedSites {
  /** (k) indices in the site table. */
  readonly site: Uint32Array<ArrayBuffer>;
  /** Of these sites, in this order, for the actor needs of the concept. */
  readonly counts: NeedCounts;
  /** (needs + 1) how many of all sites asked about meet so many needs. */
  readonly sitesByMet: Uint32Array<ArrayBuffer>;
}

/**
 * Ranks sites by needs met, then by needs missing, then by what is found of them; else in the order given.
 * @param sites indices in the table that was measured, none twice
 * @param rooms of those sites that have any
 * @param most so many are given
 */
export function rankSites(
  measured: MeasuredSites,
  concept: ReuseConcept,
  sites: Uint32Array,
  rooms: readonly RoomsFound[],
  most: number,
): RankedSites {
  return finish(stepsToRankedSites(measured, concept, sites, rooms, most));
}

/** As {@link rankSites}, a step for each site. */
export function* stepsToRankedSites(
  measured: MeasuredSites,
  concept: ReuseConcept,
  sites: Uint32Array,
  rooms: readonly RoomsFound[],
  most: number,
): Steps<RankedSites> {
  const actorNeeds = actorNeedsOf(concept);
  const roomNeeds = roomNeedsOf(concept);
  const counts = yield* stepsToNeedCounts(measured, actorNeeds, sites);
  const roomsOf = new Map(rooms.map(({ site, found }) => [site, found]));
  const met = new Uint8Array(sites.length);
  const missing = new Uint8Array(sites.length);
  const filled = new Float64Array(sites.length);
  const sitesByMet = new Uint32Array(concept.needs.length + 1);
  for (let position = 0; position < sites.length; position++) {
    const tell = (status: string, share: number) => {
      if (status === "met") met[position]! += 1;
      if (status === "missing") missing[position]! += 1;
      filled[position]! += Math.min(1, share);
    };
    for (const [need, { count }] of actorNeeds.entries()) {
      const counted = countAt(counts, position, need);
      tell(statusOfActors(count, counted), counted.found / count);
    }
    const found = roomsOf.get(sites[position]!);
    for (const [need, { count }] of roomNeeds.entries()) {
      tell(statusOfRooms(count, found?.[need] ?? 0), (found?.[need] ?? 0) / count);
    }
    sitesByMet[met[position]!]! += 1;
    yield;
  }
  const order = Uint32Array.from(sites.keys())
    .sort((a, b) => met[b]! - met[a]! || missing[a]! - missing[b]! || filled[b]! - filled[a]! || a - b)
    .slice(0, most);
  return { site: order.map((position) => sites[position]!), counts: takeSites(counts, order), sitesByMet };
}

/** The counts of some of the sites, by their positions. */
function takeSites(counts: NeedCounts, positions: Uint32Array): NeedCounts {
  const { needCount } = counts;
  const take = <T extends Uint32Array<ArrayBuffer> | Uint8Array<ArrayBuffer>>(column: T, into: T): T => {
    for (let index = 0; index < positions.length; index++) {
      const from = positions[index]! * needCount;
      into.set(column.subarray(from, from + needCount), index * needCount);
    }
    return into;
  };
  const size = positions.length * needCount;
  return {
    needCount,
    isMeasured: Uint8Array.from(positions, (position) => counts.isMeasured[position]!),
    found: take(counts.found, new Uint32Array(size)),
    certain: take(counts.certain, new Uint32Array(size)),
    possible: take(counts.possible, new Uint32Array(size)),
    unclassified: take(counts.unclassified, new Uint32Array(size)),
    coverage: take(counts.coverage, new Uint8Array(size)),
  };
}
