import type { Point } from "#domain/geo/points.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { USUAL_MOST_CONTOURS } from "./routing-facts.ts";

/** What Valhalla calls the profiles. */
export const VALHALLA_COSTING: Readonly<Record<TravelProfile, string>> = {
  car: "auto",
  bicycle: "bicycle",
  foot: "pedestrian",
};

/**
 * Metres to the nearest road. Valhalla itself would look 35 km around, so that a point outside of its data got the isochrones
 * of the nearest road inside.
 */
export const NEAREST_ROAD_METERS = 1000;

/** The body of a request to Valhalla's `/isochrone`. */
export interface ValhallaRequest {
  readonly locations: readonly { readonly lon: number; readonly lat: number; readonly search_cutoff: number }[];
  readonly costing: string;
  readonly contours: readonly { readonly time: number }[];
  readonly polygons: true;
}

/**
 * The requests for the isochrones of one point. Islands, holes and detail are left to the engine: on four extracts its usual
 * polygons and its finest ones, of up to ten times the size, told the engine's own travel times alike to 0.3 % of the actors.
 * @param minutes in any order; the same twice is asked for once
 */
export function valhallaRequests(
  { lon, lat }: Point,
  profile: TravelProfile,
  minutes: readonly number[],
  mostContours = USUAL_MOST_CONTOURS,
): readonly ValhallaRequest[] {
  const times = [...new Set(minutes)].sort((a, b) => a - b);
  const requests: ValhallaRequest[] = [];
  for (let from = 0; from < times.length; from += mostContours) {
    requests.push({
      locations: [{ lon, lat, search_cutoff: NEAREST_ROAD_METERS }],
      costing: VALHALLA_COSTING[profile],
      contours: times.slice(from, from + mostContours).map((time) => ({ time })),
      polygons: true,
    });
  }
  return requests;
}
