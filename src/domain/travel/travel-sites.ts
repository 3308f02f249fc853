import { COVERAGE_LEVELS } from "../coverage/coverage.ts";
import type { CoverageAt } from "../coverage/coverage-reach.ts";
import type { MeasuredSites } from "../catchment/surroundings.ts";
import { geodesicMeters } from "../geo/geodesic.ts";
import type { Point } from "../geo/points.ts";
import { finish, type Steps } from "../steps.ts";
import { minutesOfPoints } from "./minutes-of-points.ts";
import type { Contour } from "./minutes-test.ts";
import { createTravelDistances } from "./travel-distances.ts";
import { stepsToTravelTable } from "./travel-table.ts";

const [NONE, PARTIAL] = [COVERAGE_LEVELS.indexOf("none"), COVERAGE_LEVELS.indexOf("partial")];

/** As {@link stepsToTravelSites}, at once. */
export function measureTravel(straight: MeasuredSites, contoursOf: ContoursOf): MeasuredSites {
  return finish(stepsToTravelSites(straight, contoursOf));
}

/** The contours of a site, of one profile; none where nothing is known of it. */
type ContoursOf = (site: number) => readonly Contour[];

/**
 * The same sites with minutes of travel in place of metres. The catchment at t minutes is the union of all contours up to t.
 * A site without contours is not measured: nothing is counted around it.
 *
 * Coverage of a catchment is `complete` only at a time of which the site has a contour, and where the ground up to the
 * farthest corner of that is; at other times the contour is smaller than the true catchment, so it is `partial` at most.
 */
export function* stepsToTravelSites(straight: MeasuredSites, contoursOf: ContoursOf): Steps<MeasuredSites> {
  const { points, surroundings } = straight;
  const table = yield* stepsToTravelTable(points.lon.length, contoursOf, surroundings.indexedActors);
  const extents = Array.from(points.lon, (lon, site) => extentsOf({ lon, lat: points.lat[site]! }, contoursOf(site)));
  yield;
  const coverageAt: CoverageAt = (site, sector, reach) => {
    const reached = extents[site]!.filter(({ minutes }) => minutes <= reach);
    const last = reached.at(-1);
    if (last === undefined) return NONE;
    const level = straight.coverageAt(site, sector, last.meters);
    return last.minutes === reach ? level : Math.min(level, PARTIAL);
  };
  return {
    ...straight,
    distances: createTravelDistances(table),
    coverageAt,
    residentsWithin: residentsIn(straight, contoursOf),
    uncertainty: { site: new Float64Array(points.lon.length), actor: straight.uncertainty.actor },
  };
}

/** From the point to the farthest corner of any contour up to a time, metres; 0 where there is none. */
export function farthestMeters(point: Point, contours: readonly Contour[], minutes: number): number {
  return extentsOf(point, contours).findLast((extent) => extent.minutes <= minutes)?.meters ?? 0;
}

interface Extent {
  readonly minutes: number;
  /** From the point to the farthest corner of any contour up to this time. */
  readonly meters: number;
}

/** By ascending time, each once. */
function extentsOf(point: Point, contours: readonly Contour[]): readonly Extent[] {
  const extents = new Map<number, number>();
  let farthest = 0;
  for (const { minutes, polygons } of contours.toSorted((a, b) => a.minutes - b.minutes)) {
    for (const [lon, lat] of polygons.flat(2)) farthest = Math.max(farthest, geodesicMeters(point, { lon, lat }));
    extents.set(minutes, farthest);
  }
  return Array.from(extents, ([minutes, meters]) => ({ minutes, meters }));
}

function residentsIn({ surroundings }: MeasuredSites, contoursOf: ContoursOf): MeasuredSites["residentsWithin"] {
  const { residents } = surroundings;
  if (residents === null) return null;
  /** Of one site after another, as they are asked for. */
  let known: { readonly site: number; readonly minutes: Float64Array } | null = null;
  return (site, reach) => {
    if (known?.site !== site) known = { site, minutes: minutesOfPoints(contoursOf(site), residents.points) };
    const { minutes } = known;
    let people = 0;
    for (let point = 0; point < minutes.length; point++) {
      if (minutes[point]! <= reach) people += residents.residents[point]!;
    }
    return people;
  };
}
