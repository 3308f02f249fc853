import type { Result } from "#domain/result.ts";
import type { RoutingTerms } from "#domain/travel/asked-isochrones.ts";
import type { IsochroneProblem } from "#domain/travel/isochrone-problem.ts";
import type { IsochroneOrigin } from "#domain/travel/isochrone-table.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import type { ServiceRequest } from "../live/service-host.ts";
import type { IsochroneBatch } from "./isochrone-batches.ts";

/** What a service tells about its engine; `null` where it does not. */
export type EngineFacts = Pick<IsochroneOrigin, "engine" | "dataDate">;

export interface IsochroneAnswer extends EngineFacts {
  /** (points) of each the contours that were asked for, ascending. */
  readonly contours: readonly (readonly Contour[])[];
}

/** How one kind of routing service is asked. */
export interface RoutingProvider {
  request(terms: RoutingTerms, batch: IsochroneBatch): ServiceRequest;
  /** Reads an answer of status 200. Never throws. */
  read(text: string, batch: IsochroneBatch): Result<IsochroneAnswer, IsochroneProblem>;
  /** What an answer of another status tells. */
  problem(status: number, text: string): IsochroneProblem;
  /** Asks what engine answers; `null` where each answer tells it. */
  readonly status: {
    request(terms: RoutingTerms): ServiceRequest;
    /** Never throws; what is not told is `null`. */
    read(text: string): EngineFacts;
  } | null;
}
