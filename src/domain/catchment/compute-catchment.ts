import { SECTORS, type Sector } from "../actor/actor.ts";
import { completeSources } from "../coverage/complete-sources.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import { cartesianGeodesicMeters, toCartesian } from "../geo/geodesic.ts";
import type { Point, PointColumns, Precision } from "../geo/points.ts";
import { indicatorsAt } from "../indicator/indicators-at.ts";
import { computeIndicators, computeVerdicts } from "../indicator/site-results.ts";
import type { Place } from "../place/place.ts";
import { computeFirmness } from "../rule/firmness.ts";
import type { Rule, Travel } from "../rule/rule.ts";
import { computeAddedActors, computeShortfall } from "../rule/shortfall.ts";
import { computeSectorSufficientReach } from "../rule/sufficient-reach.ts";
import { thresholdsOf } from "../rule/verdict.ts";
import { VERDICTS } from "../rule/verdict-kind.ts";
import { applyRule, unitOf } from "../travel/apply-rule.ts";
import { estimatedMinutes } from "../travel/estimate.ts";
import type { IsochroneTable } from "../travel/isochrone-table.ts";
import { ofProfile, originsAt } from "../travel/isochrones-of-point.ts";
import { contoursAt } from "../travel/minutes-test.ts";
import { TRAVEL_PROFILES } from "../travel/travel-profile.ts";
import { farthestMeters, measureTravel } from "../travel/travel-sites.ts";
import { unionEdge } from "../travel/union-edge.ts";
import type { Catchment, CatchmentOrigin, CatchmentSector } from "./catchment.ts";
import { compareReaches } from "./compare-reaches.ts";
import type { Distances } from "./distances.ts";
import { computeRing, ringTolerance } from "./ring.ts";
import { limitFor, measureSites, type Surroundings } from "./surroundings.ts";

/** The curve shows at least this far, and to twice the reach, so that what lies just beyond is seen. */
const LEAST_CURVE_METERS = 30_000;
const NEAREST_SITES = 10;

export interface CatchmentRequest {
  readonly datasetVersion: number;
  readonly rule: Rule;
  readonly origin: CatchmentOrigin;
  readonly place: Place | null;
  /** `NaN` in both for a site without a point. */
  readonly point: Point;
  readonly precision: Precision;
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: string | null;
  /** The site table's points, for the nearest sites. */
  readonly sites: PointColumns;
  readonly isochrones: IsochroneTable;
  /** Those of the point, of any profile: indices in the table. */
  readonly ownIsochrones: Uint32Array;
}

/** Everything the sheet shows of one point: the same computation as for the site table, on a table of one row. */
export function computeCatchment(request: CatchmentRequest, surroundings: Surroundings): Catchment {
  const { rule, point, precision, origin, isochrones } = request;
  const columns = { lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) };
  const straight = measureSites(columns, [precision], surroundings, limitFor(rule));
  const minutesRule = ruleByIsochrones(request);
  const own = minutesRule === null ? NONE : ofProfile(isochrones, request.ownIsochrones, minutesRule.travel.profile);
  const contours = contoursAt(isochrones, own);
  const travel = own.length === 0 ? null : measureTravel(straight, () => contours);
  const unit = unitOf(rule);
  const measured = unit === "meters" ? straight : (travel ?? measureTravel(straight, () => []));
  const applied = applyRule(rule);
  const verdicts = computeVerdicts(measured, applied);
  const facts = { country: [request.country], standing: null };
  const indicators = computeIndicators({ measured, facts, rule: applied, count: verdicts.count });
  const thresholds = thresholdsOf(rule);
  const shortfall = computeShortfall(verdicts.count, thresholds);
  const { distances } = measured;
  const curveLimit =
    unit === "meters" ? Math.max(LEAST_CURVE_METERS, 2 * rule.reach) : Math.max(distances.limit, applied.reach);
  const sector = (index: number): CatchmentSector => {
    const { actor, distance } = distances.between(0, index, -1, curveLimit);
    return {
      count: verdicts.count[index]!,
      certainCount: verdicts.certainCount[index]!,
      possibleCount: verdicts.possibleCount[index]!,
      coverage: COVERAGE_LEVELS[verdicts.coverage[index]!]!,
      floor: thresholds.floors[index]!,
      shortfall: shortfall.sectors[index]!,
      sufficientReach: computeSectorSufficientReach(distances, 0, index, thresholds.floors[index]!, rule.decay),
      actor: actor.slice(),
      distance: distance.slice(),
    };
  };
  const sectors = Object.fromEntries(SECTORS.map((name, index) => [name, sector(index)])) as Record<
    Sector,
    CatchmentSector
  >;
  const located = !Number.isNaN(point.lon) && !Number.isNaN(point.lat);
  const nearest = located ? nearestSites(request, columns) : [];
  const groundMeters = unit === "meters" ? rule.reach : farthestMeters(point, contours, applied.reach);
  return {
    datasetVersion: request.datasetVersion,
    rule,
    unit,
    reach: applied.reach,
    origin,
    place: request.place,
    point: located ? point : null,
    isMeasured: distances.isMeasured(0),
    sectors,
    verdict: VERDICTS[verdicts.verdict[0]!]!,
    dependsOnPositions: verdicts.dependsOnPositions[0] === 1,
    completeSources: completeSources(surroundings.coverage, point, groundMeters, verdicts.coverage),
    totalShortfall: shortfall.total,
    added: computeAddedActors(verdicts.count, thresholds),
    firmness: computeFirmness(distances, measured.coverageAt, 0, applied),
    indicators: indicatorsAt({ indicators }, 0),
    curveLimit,
    ring:
      located && unit === "meters"
        ? computeRing(point, rule.reach, actorsAtEdge(surroundings, distances, rule.reach))
        : new Float64Array(),
    isochrones: unit === "minutes" ? own : NONE,
    contourMinutes: unit === "minutes" ? [...new Set(contours.map(({ minutes }) => minutes))] : [],
    contourEdge: unit === "minutes" ? unionEdge(contours.filter(({ minutes }) => minutes <= applied.reach)) : [],
    origins: originsAt(isochrones, own),
    comparison: !located || minutesRule === null ? null : compareReaches(straight, travel, rule, minutesRule),
    nearestSite: Uint32Array.from(nearest, ({ index }) => index),
    nearestSiteMeters: Float64Array.from(nearest, ({ distanceMeters }) => distanceMeters),
  };
}

const NONE = new Uint32Array();

type MinutesRule = Rule & { readonly travel: Travel };

/**
 * The rule by isochrones that goes with a rule: itself; where it has estimated minutes, the same by isochrones; where it has
 * metres, the loaded minutes that come nearest to them by the estimate, of the first profile with isochrones of the point.
 * `null` where the rule does not ask for isochrones and the point has none.
 */
function ruleByIsochrones({ rule, isochrones, ownIsochrones }: CatchmentRequest): MinutesRule | null {
  const { travel } = rule;
  if (travel?.basis === "isochrones") return { ...rule, travel };
  for (const profile of travel === null ? TRAVEL_PROFILES : [travel.profile]) {
    const own = ofProfile(isochrones, ownIsochrones, profile);
    if (own.length === 0) continue;
    const wanted = travel?.minutes ?? estimatedMinutes(profile, rule.reach);
    const loaded = Array.from(own, (index) => isochrones.minutes[index]!);
    const nearest = loaded.reduce((best, minutes) =>
      Math.abs(minutes - wanted) < Math.abs(best - wanted) ? minutes : best,
    );
    return { ...rule, travel: { profile, minutes: travel?.minutes ?? nearest, basis: "isochrones" } };
  }
  return null;
}

function actorsAtEdge({ actors }: Surroundings, distances: Distances, reach: number) {
  const tolerance = ringTolerance(reach);
  return SECTORS.flatMap((_, sector) => {
    const { actor, distance } = distances.between(0, sector, reach - tolerance, reach + tolerance);
    return Array.from(actor, (index, position) => ({
      point: { lon: actors.lon[index]!, lat: actors.lat[index]! },
      distanceMeters: distance[position]!,
    }));
  });
}

function nearestSites({ origin, sites }: CatchmentRequest, from: PointColumns) {
  const start = toCartesian(from);
  const all = toCartesian(sites);
  const measured: { readonly index: number; readonly distanceMeters: number }[] = [];
  for (let index = 0; index < sites.lon.length; index++) {
    if (origin.kind === "site" && origin.index === index) continue;
    const distanceMeters = cartesianGeodesicMeters(start, 0, all, index, 200_000);
    if (distanceMeters <= 200_000) measured.push({ index, distanceMeters });
  }
  return measured.sort((a, b) => a.distanceMeters - b.distanceMeters || a.index - b.index).slice(0, NEAREST_SITES);
}
