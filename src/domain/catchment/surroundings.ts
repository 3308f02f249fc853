import type { ActorTable } from "../actor/actor.ts";
import type { CoverageArea } from "../coverage/coverage.ts";
import { coverageWithin, stepsToCoverageReach, type CoverageAt } from "../coverage/coverage-reach.ts";
import { positionUncertaintyMeters, PRECISIONS, type PointColumns, type Precision } from "../geo/points.ts";
import { computeResidents, type IndexedResidents } from "../population/residents.ts";
import { REACH_RANGE, type Rule } from "../rule/rule.ts";
import { finish, type Steps } from "../steps.ts";
import { codeTexts } from "../text-codes.ts";
import type { CodedTexts } from "../text-column.ts";
import { meters, type Meters } from "../units.ts";
import { indexActors, type ActorUncertainty, type IndexedActors } from "./actor-index.ts";
import { createGridDistances } from "./grid-distances.ts";
import type { Distances, Uncertainty } from "./distances.ts";
import { LARGEST_ACTOR_ERROR_METERS } from "./reach-table.ts";

const UNCERTAINTY_BY_CODE = PRECISIONS.map(positionUncertaintyMeters);

/** What counting needs of actors. */
export type CountedActors = Pick<ActorTable, "count" | "lon" | "lat" | "sector" | "category" | "precision" | "country">;

/** What stands around: actors, residents and declared coverage, indexed once for a dataset. */
export interface Surroundings {
  readonly actors: CountedActors;
  readonly indexedActors: IndexedActors;
  readonly actorUncertainty: ActorUncertainty;
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
  const actorUncertainty = { code: actors.precision, metersByCode: UNCERTAINTY_BY_CODE };
  return {
    actors,
    indexedActors: indexActors(actors, actorUncertainty),
    actorUncertainty,
    coverage,
    residents,
    actorCountry: codeTexts(actors.country, actors.count),
  };
}

/**
 * Everything measured around n points that no rule changes: distances and coverage. A rule is then a search in it.
 * Serves the whole site table, and as a table of one row the catchment of any single point. Reaches are in the unit of
 * the distances: metres, or minutes of travel.
 */
export interface MeasuredSites {
  readonly points: PointColumns;
  readonly surroundings: Surroundings;
  readonly distances: Distances;
  readonly coverageAt: CoverageAt;
  /** People at the points within the reach; `null` where no places are loaded. */
  readonly residentsWithin: ((site: number, reach: number) => number) | null;
  /** Distances and coverage in metres, whatever the unit of the others: for what has a reach of its own. */
  readonly straight: Pick<MeasuredSites, "distances" | "coverageAt">;
  readonly uncertainty: Uncertainty;
}

/**
 * Distances are measured when they are asked for; a `ReachTable` may take their place.
 * @param precision one value a point
 */
export function measureSites(
  points: PointColumns,
  precision: readonly Precision[],
  surroundings: Surroundings,
  limit: Meters,
): MeasuredSites {
  return finish(stepsToMeasuredSites(points, precision, surroundings, limit));
}

/** As {@link measureSites}, in steps. */
export function* stepsToMeasuredSites(
  points: PointColumns,
  precision: readonly Precision[],
  surroundings: Surroundings,
  limit: Meters,
): Steps<MeasuredSites> {
  const distances = createGridDistances(points, surroundings.indexedActors, limit);
  const coverageReach = yield* stepsToCoverageReach(points, surroundings.coverage);
  const coverageAt: CoverageAt = (site, sector, reach) => coverageWithin(coverageReach, site, sector, reach);
  const { residents } = surroundings;
  return {
    points,
    surroundings,
    distances,
    coverageAt,
    residentsWithin:
      residents === null
        ? null
        : (site, reach) => computeResidents(residents, { lon: points.lon[site]!, lat: points.lat[site]! }, reach),
    straight: { distances, coverageAt },
    uncertainty: {
      site: Float64Array.from(precision, positionUncertaintyMeters),
      actor: surroundings.actorUncertainty,
    },
  };
}

/** The same, with distances in metres that are had in another way. */
export function withDistances(measured: MeasuredSites, distances: Distances): MeasuredSites {
  return { ...measured, distances, straight: { ...measured.straight, distances } };
}

/** How far a rule needs distances: to 100 km for sufficient reaches, to twice the reach for firmness, and the errors of positions. */
export function limitFor(rule: Rule): Meters {
  return meters(Math.max(REACH_RANGE.most, 2 * rule.reach) + 2 * LARGEST_ACTOR_ERROR_METERS);
}
