import type { ProblemParams, ServiceProblem } from "../live/ask.ts";

/** Why a routing service gives no isochrones of a point, beside what any service may answer; the words are in `i18n`. */
interface RoutingParams {
  /** No road for the profile within the search distance; also where the service has no data there at all. */
  readonly "no-road": NoParams;
  /** There is a road, but none that leads on. */
  readonly "no-path": NoParams;
  /** More contours in a request than the service allows; `most`: how many it does, `NaN` where it does not say. */
  readonly "too-many-contours": { readonly most: number };
  /** A contour beyond the longest time that the service allows; `most` in minutes, `NaN` where it does not say. */
  readonly "too-long": { readonly most: number };
  /** The service does not know the profile. */
  readonly "no-profile": NoParams;
  /** The service computes no isochrones. */
  readonly "no-isochrones": NoParams;
  /** The service takes the user's key for none of its own, or as used up for today (401, 403). */
  readonly "key-refused": { readonly status: number };
}
type NoParams = ProblemParams["unreachable"];

export type IsochroneProblem =
  | ServiceProblem
  | { [C in keyof RoutingParams]: { readonly code: C; readonly params: RoutingParams[C] } }[keyof RoutingParams];

/** Whether it is the point that has no isochrones, so that asking for the others makes sense. */
export function isOfPoint({ code }: IsochroneProblem): boolean {
  return code === "no-road" || code === "no-path";
}
