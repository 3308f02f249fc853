import type { IsochroneProblem } from "./isochrone-problem.ts";
import type { IsochroneRow } from "./isochrone-row.ts";
import type { TravelProfile } from "./travel-profile.ts";

/** The kinds of routing services, in the order in which they are offered. */
export const ROUTING_SERVICES = ["valhalla", "openrouteservice"] as const;
export type RoutingService = (typeof ROUTING_SERVICES)[number];

/** The times that can be asked for, minutes. */
export const ASKED_MINUTES = [5, 10, 15, 20, 30, 45, 60] as const;

/** Whom to ask, and how fast. */
export interface RoutingTerms {
  readonly service: RoutingService;
  /** The service's address without the path of a question. */
  readonly endpoint: string;
  /** The user's own key; `null` where the service asks for none. */
  readonly key: string | null;
  /** From the beginning of a request to that of the next, at least. */
  readonly pauseSeconds: number;
}

/** A point that isochrones are asked for: a site, or a place that is none. */
export interface AskedPoint {
  /** `null` for a place that is no site. */
  readonly siteId: string | null;
  readonly name: string;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
}

/** What is asked of one point. */
export interface PointQuestion {
  readonly point: AskedPoint;
  /** Ascending. */
  readonly minutes: readonly number[];
}

export interface IsochroneQuestions {
  readonly profile: TravelProfile;
  readonly questions: readonly PointQuestion[];
}

/** What of a question was not answered, and why. */
export interface FailedQuestion extends PointQuestion {
  readonly problem: IsochroneProblem;
}

/** How far asking has come, and what has been answered since it was last told. */
export interface IsochronesProgress {
  readonly rows: readonly IsochroneRow[];
  /** Points that were answered or have failed. */
  readonly pointsDone: number;
  readonly pointsAll: number;
  readonly host: string;
  /** What the service asks to wait for before the next request; `null` while none is waited for. */
  readonly waitSeconds: number | null;
  /** As long as the requests so far have taken; `null` before the first answer. */
  readonly secondsLeft: number | null;
}
