import type { ActorTable } from "../actor/actor.ts";
import type { CoverageArea } from "../coverage/coverage.ts";
import { computeCoverageReach, stepsToCoverageReach, type CoverageReach } from "../coverage/coverage-reach.ts";
import { positionUncertaintyMeters, PRECISIONS, type PointColumns, type Precision } from "../geo/points.ts";
import type { IndexedResidents } from "../population/residents.ts";
import { REACH_RANGE, type Rule } from "../rule/rule.ts";
import { finish, type Steps } from "../steps.ts";
import { meters, type Meters } from "../units.ts";
import { indexActors, type IndexedActors } from "./actor-index.ts";
import { createGridDistances } from "./grid-distances.ts";
import type { Distances, Uncertainty } from "./distances.ts";
import { stepsToDistances } from "./measure-distances.ts";
import { LARGEST_ACTOR_ERROR_METERS } from "./reach-table.ts";

const UNCERTAINTY_BY_CODE = PRECISIONS.map(positionUncertaintyMeters);
const UNCERTAINTIES = [...new Set(UNCERTAINTY_BY_CODE)].sort((a, b) => a - b);

/** What counting needs of actors. */
export type CountedActors = Pick<ActorTable, "count" | "lon" | "lat" | "sector" | "category" | "precision">;

/** What stands around: actors, residents and declared coverage, indexed once for a dataset. */
export interface Surroundings {
  readonly actors: CountedActors;
  readonly indexedActors: IndexedActors;
  /** (m) metres. */
  readonly actorUncertainty: Float64Array;
  readonly coverage: readonly CoverageArea[];
  /** `null` where no places are loaded: then residents are not defined. */
  readonly residents: IndexedResidents | null;
}

export function createSurroundings(
  actors: CountedActors,
  coverage: readonly CoverageArea[],
  residents: IndexedResidents | null,
): Surroundings {
  const { precision } = actors;
  const levelByCode = UNCERTAINTY_BY_CODE.map((uncertainty) => UNCERTAINTIES.indexOf(uncertainty));
  const actorUncertainty = new Float64Array(actors.count);
  const level = new Uint8Array(actors.count);
  let most = 0;
  for (let index = 0; index < level.length; index++) {
    actorUncertainty[index] = UNCERTAINTY_BY_CODE[precision[index]!]!;
    level[index] = levelByCode[precision[index]!]!;
    if (level[index]! > most) most = level[index]!;
  }
  return {
    actors,
    indexedActors: indexActors(actors, UNCERTAINTIES.slice(0, most + 1), level),
    actorUncertainty,
    coverage,
    residents,
  };
}

/**
 * Everything measured around n points that no rule changes: distances and coverage. A rule is then a search in it.
 * Serves the whole site table, and as a table of one row the catchment of any single point.
 */
export interface MeasuredSites {
  readonly points: PointColumns;
  readonly surroundings: Surroundings;
  readonly distances: Distances;
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
  return finish(stepsToMeasuredSites(points, precision, surroundings, limit, null));
}

/**
 * As {@link measureSites}, in steps.
 * @param known what was measured of the same sites to a shorter limit: only what is beyond it is measured anew
 */
export function* stepsToMeasuredSites(
  points: PointColumns,
  precision: readonly Precision[],
  surroundings: Surroundings,
  limit: Meters,
  known: MeasuredSites | null,
): Steps<MeasuredSites> {
  return {
    points,
    surroundings,
    distances: yield* stepsToDistances(points, surroundings.indexedActors, limit, known?.distances),
    coverageReach: known?.coverageReach ?? (yield* stepsToCoverageReach(points, surroundings.coverage)),
    uncertainty: known?.uncertainty ?? {
      site: Float64Array.from(precision, positionUncertaintyMeters),
      actor: surroundings.actorUncertainty,
    },
  };
}

/** As {@link measureSites} for one point, of which only what is asked for is measured. */
export function measurePoint(
  points: PointColumns,
  precision: Precision,
  surroundings: Surroundings,
  limit: Meters,
): MeasuredSites {
  return {
    points,
    surroundings,
    distances: createGridDistances(points, surroundings.indexedActors, limit),
    coverageReach: computeCoverageReach(points, surroundings.coverage),
    uncertainty: {
      site: Float64Array.of(positionUncertaintyMeters(precision)),
      actor: surroundings.actorUncertainty,
    },
  };
}

/** How far a rule needs distances: to 100 km for sufficient reaches, to twice the reach for firmness, and the errors of positions. */
export function limitFor(rule: Rule): Meters {
  return meters(Math.max(REACH_RANGE.most, 2 * rule.reach) + 2 * LARGEST_ACTOR_ERROR_METERS);
}
