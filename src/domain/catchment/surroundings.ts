import type { ActorTable } from "../actor/actor.ts";
import type { CoverageArea } from "../coverage/coverage.ts";
import { computeCoverageReach, type CoverageReach } from "../coverage/coverage-reach.ts";
import { positionUncertaintyMeters, PRECISIONS, type PointColumns, type Precision } from "../geo/points.ts";
import type { IndexedResidents } from "../population/residents.ts";
import { REACH_RANGE, type Rule } from "../rule/rule.ts";
import { codeTexts } from "../text-codes.ts";
import type { CodedTexts } from "../text-column.ts";
import { meters, type Meters } from "../units.ts";
import { LARGEST_ACTOR_ERROR_METERS, type Uncertainty } from "./counts.ts";
import { computeReachTable, indexActors, type IndexedActors, type ReachTable } from "./reach-table.ts";

const UNCERTAINTY_BY_CODE = PRECISIONS.map(positionUncertaintyMeters);

/** What counting needs of actors. */
export type CountedActors = Pick<ActorTable, "count" | "lon" | "lat" | "sector" | "category" | "precision" | "country">;

/** What stands around: actors, residents and declared coverage, indexed once for a dataset. */
export interface Surroundings {
  readonly actors: CountedActors;
  readonly indexedActors: IndexedActors;
  /** (m) metres. */
  readonly actorUncertainty: Float64Array;
  readonly coverage: readonly CoverageArea[];
  /** `null` where no places are loaded: then residents are not defined. */
  readonly residents: IndexedResidents | null;
  readonly actorCountry: CodedTexts;
}

export function createSurroundings(
  actors: CountedActors,
  coverage: readonly CoverageArea[],
  residents: IndexedResidents | null,
): Surroundings {
  return {
    actors,
    indexedActors: indexActors(actors),
    actorUncertainty: Float64Array.from(actors.precision, (code) => UNCERTAINTY_BY_CODE[code]!),
    coverage,
    residents,
    actorCountry: codeTexts(actors.country, actors.count),
  };
}

/**
 * Everything measured around n points that no rule changes: distances and coverage. A rule is then a search in it.
 * Serves the whole site table, and as a table of one row the catchment of any single point.
 */
export interface MeasuredSites {
  readonly points: PointColumns;
  readonly surroundings: Surroundings;
  readonly reachTable: ReachTable;
  readonly coverageReach: CoverageReach;
  readonly uncertainty: Uncertainty;
}

/** @param precision one value a point */
export function measureSites(
  points: PointColumns,
  precision: readonly Precision[],
  surroundings: Surroundings,
  limit: Meters,
): MeasuredSites {
  return {
    points,
    surroundings,
    reachTable: computeReachTable(points, surroundings.indexedActors, limit),
    coverageReach: computeCoverageReach(points, surroundings.coverage),
    uncertainty: {
      site: Float64Array.from(precision, positionUncertaintyMeters),
      actor: surroundings.actorUncertainty,
    },
  };
}

/** How far a rule needs distances: to 100 km for sufficient reaches, to twice the reach for firmness, and the errors of positions. */
export function limitFor(rule: Rule): Meters {
  return meters(Math.max(REACH_RANGE.most, 2 * rule.reach) + 2 * LARGEST_ACTOR_ERROR_METERS);
}
