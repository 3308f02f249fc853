import { COVERAGE_LEVELS, type CoverageLevel } from "../coverage/coverage.ts";
import type { Space } from "../space/space.ts";
import type { Need, ReuseConcept, RoomNeed } from "./concept.ts";
import type { NeedCounts } from "./count-needs.ts";

/** `unknown`: not met by what is listed, and more may be there than is listed. */
export const NEED_STATUSES = ["met", "missing", "unknown"] as const;
export type NeedStatus = (typeof NEED_STATUSES)[number];

/** How it stands with one need at one site. */
export interface AssessedNeed {
  readonly need: Need;
  readonly status: NeedStatus;
  /** Actors within the reach, or rooms, that are listed: a lower bound unless the coverage is complete. */
  readonly found: number;
  /** Of the needed sectors, the least; rooms are never declared complete, so theirs is `partial` or `none`. */
  readonly coverage: CoverageLevel;
  /** Whether the need is met or not by how exact positions are (method §3). */
  readonly dependsOnPositions: boolean;
}

/** A concept at one site: met + missing + unknown = all needs. */
export interface AssessedConcept {
  readonly concept: ReuseConcept;
  readonly needs: readonly AssessedNeed[];
  readonly met: number;
  readonly missing: number;
  readonly unknown: number;
  /** Sum over the needs of the share that is found, each at most 1. */
  readonly filled: number;
}

/** What `countNeeds` gives of one need at one site. */
export interface NeedCount {
  readonly isMeasured: boolean;
  readonly found: number;
  readonly certain: number;
  readonly possible: number;
  readonly unclassified: number;
  readonly coverage: number;
}

const COMPLETE = COVERAGE_LEVELS.indexOf("complete");

/**
 * A need is met by lower bounds; it is missing only where the sectors are completely covered and those of no known
 * category would not suffice either (method §3).
 */
export function statusOfActors(needed: number, count: Omit<NeedCount, "certain" | "possible">): NeedStatus {
  if (!count.isMeasured) return "unknown";
  if (count.found >= needed) return "met";
  return count.coverage === COMPLETE && count.found + count.unclassified < needed ? "missing" : "unknown";
}

/** Rooms that are not listed may be there: a need of rooms is met, or not known. */
export function statusOfRooms(needed: number, found: number): NeedStatus {
  return found >= needed ? "met" : "unknown";
}

/** Listed rooms that serve the need; one whose size is not stated serves only where no size is asked for. */
export function roomsFor(need: RoomNeed, rooms: readonly Space[]): readonly Space[] {
  return rooms.filter(
    ({ kind, areaSquareMeters }) =>
      need.spaceKinds.some((wanted) => wanted === kind) &&
      (need.areaSquareMeters === null || (areaSquareMeters !== null && areaSquareMeters >= need.areaSquareMeters)),
  );
}

export function countAt(counts: NeedCounts, site: number, need: number): NeedCount {
  const at = site * counts.needCount + need;
  return {
    isMeasured: counts.isMeasured[site] === 1,
    found: counts.found[at]!,
    certain: counts.certain[at]!,
    possible: counts.possible[at]!,
    unclassified: counts.unclassified[at]!,
    coverage: counts.coverage[at]!,
  };
}

/**
 * @param countOf of the actor needs of the concept, by their position among these
 * @param rooms of the site
 */
export function assessConcept(
  concept: ReuseConcept,
  countOf: (actorNeed: number) => NeedCount,
  rooms: readonly Space[],
): AssessedConcept {
  let actorNeeds = 0;
  const needs = concept.needs.map((need): AssessedNeed => {
    if (need.kind === "rooms") {
      const found = roomsFor(need, rooms).length;
      const status = statusOfRooms(need.count, found);
      return { need, status, found, coverage: rooms.length > 0 ? "partial" : "none", dependsOnPositions: false };
    }
    const count = countOf(actorNeeds++);
    return {
      need,
      status: statusOfActors(need.count, count),
      found: count.found,
      coverage: COVERAGE_LEVELS[count.coverage]!,
      dependsOnPositions: count.isMeasured && count.certain >= need.count !== count.possible >= need.count,
    };
  });
  const countOfStatus = (wanted: NeedStatus) => needs.filter(({ status }) => status === wanted).length;
  return {
    concept,
    needs,
    met: countOfStatus("met"),
    missing: countOfStatus("missing"),
    unknown: countOfStatus("unknown"),
    filled: needs.reduce((sum, { need, found }) => sum + Math.min(1, found / need.count), 0),
  };
}

/**
 * By the share of needs that are met, then by that of needs that are not missing, then by what is found of the needs;
 * else in the order given.
 */
export function rankConcepts(assessed: readonly AssessedConcept[]): readonly AssessedConcept[] {
  const share = ({ needs }: AssessedConcept, part: number) => part / needs.length;
  return [...assessed].sort(
    (a, b) =>
      share(b, b.met) - share(a, a.met) ||
      share(a, a.missing) - share(b, b.missing) ||
      share(b, b.filled) - share(a, a.filled),
  );
}
