import { SECTORS, type Sector } from "../actor/actor.ts";
import { completeSources } from "../coverage/complete-sources.ts";
import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import { cartesianGeodesicMeters, toCartesian } from "../geo/geodesic.ts";
import type { Point, PointColumns, Precision } from "../geo/points.ts";
import { indicatorsAt } from "../indicator/indicators-at.ts";
import { computeIndicators, computeVerdicts } from "../indicator/site-results.ts";
import type { Place } from "../place/place.ts";
import { computeFirmness } from "../rule/firmness.ts";
import type { Rule } from "../rule/rule.ts";
import { computeAddedActors, computeShortfall } from "../rule/shortfall.ts";
import { computeSectorSufficientReach } from "../rule/sufficient-reach.ts";
import { thresholdsOf } from "../rule/verdict.ts";
import { VERDICTS } from "../rule/verdict-kind.ts";
import type { Catchment, CatchmentOrigin, CatchmentSector } from "./catchment.ts";
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
}

/** Everything the sheet shows of one point: the same computation as for the site table, on a table of one row. */
export function computeCatchment(request: CatchmentRequest, surroundings: Surroundings): Catchment {
  const { rule, point, precision, origin } = request;
  const columns = { lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) };
  const measured = measureSites(columns, [precision], surroundings, limitFor(rule));
  const verdicts = computeVerdicts(measured, rule);
  const facts = { country: [request.country], standing: null };
  const indicators = computeIndicators({ measured, facts, rule, count: verdicts.count });
  const thresholds = thresholdsOf(rule);
  const shortfall = computeShortfall(verdicts.count, thresholds);
  const curveLimitMeters = Math.max(LEAST_CURVE_METERS, 2 * rule.reach);
  const { distances } = measured;
  const sector = (index: number): CatchmentSector => {
    const { actor, distance } = distances.between(0, index, -1, curveLimitMeters);
    return {
      count: verdicts.count[index]!,
      certainCount: verdicts.certainCount[index]!,
      possibleCount: verdicts.possibleCount[index]!,
      coverage: COVERAGE_LEVELS[verdicts.coverage[index]!]!,
      floor: thresholds.floors[index]!,
      shortfall: shortfall.sectors[index]!,
      sufficientReachMeters: computeSectorSufficientReach(distances, 0, index, thresholds.floors[index]!, rule.decay),
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
  return {
    datasetVersion: request.datasetVersion,
    rule,
    origin,
    place: request.place,
    point: located ? point : null,
    sectors,
    verdict: VERDICTS[verdicts.verdict[0]!]!,
    dependsOnPositions: verdicts.dependsOnPositions[0] === 1,
    completeSources: completeSources(surroundings.coverage, point, rule.reach, verdicts.coverage),
    totalShortfall: shortfall.total,
    added: computeAddedActors(verdicts.count, thresholds),
    firmness: computeFirmness(distances, measured.coverageAt, 0, rule),
    indicators: indicatorsAt({ indicators }, 0),
    curveLimitMeters,
    ring: located
      ? computeRing(point, rule.reach, actorsAtEdge(surroundings, distances, rule.reach))
      : new Float64Array(),
    nearestSite: Uint32Array.from(nearest, ({ index }) => index),
    nearestSiteMeters: Float64Array.from(nearest, ({ distanceMeters }) => distanceMeters),
  };
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
