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

/** What has been answered, and what not. */
export interface AnsweredIsochrones {
  readonly rows: readonly IsochroneRow[];
  readonly failed: readonly FailedQuestion[];
}

/** How far asking has come, and what has been answered and has failed since it was last told. */
export interface IsochronesProgress extends AnsweredIsochrones {
  /** Points that were answered or have failed. */
  readonly pointsDone: number;
  readonly pointsAll: number;
  readonly host: string;
  /** What the service asks to wait for before the next request; `null` while none is waited for. */
  readonly waitSeconds: number | null;
  /** As long as the requests so far have taken; `null` before the first answer. */
  readonly secondsLeft: number | null;
}

/**
 * The whole of what was asked: what has failed, times of one point and reason together, and what was not come to.
 * @param stopped why that was not asked
 */
export function unanswered(
  { questions }: IsochroneQuestions,
  { rows, failed }: AnsweredIsochrones,
  stopped: IsochroneProblem,
): readonly FailedQuestion[] {
  const settled = new Map<string, Set<number>>();
  const settle = (start: Start, minutes: readonly number[]) => {
    const key = keyOf(start);
    settled.set(key, new Set([...(settled.get(key) ?? []), ...minutes]));
  };
  for (const row of rows) settle(row, [row.minutes]);
  const joined = new Map<string, FailedQuestion>();
  for (const { point, minutes, problem } of failed) {
    settle(point, minutes);
    const key = `${keyOf(point)} ${problem.code}`;
    const before = joined.get(key)?.minutes ?? [];
    joined.set(key, { point, minutes: [...before, ...minutes].sort((a, b) => a - b), problem });
  }
  const open = questions.flatMap(({ point, minutes }) => {
    const done = settled.get(keyOf(point));
    const rest = minutes.filter((each) => done?.has(each) !== true);
    return rest.length > 0 ? [{ point, minutes: rest, problem: stopped }] : [];
  });
  return [...joined.values(), ...open];
}

type Start = Pick<IsochroneRow, "siteId" | "lon" | "lat">;

function keyOf({ siteId, lon, lat }: Start): string {
  return JSON.stringify([siteId, lon, lat]);
}
