import type { Point } from "#domain/geo/points.ts";
import type { AskedPoint, IsochroneQuestions, RoutingService } from "#domain/travel/asked-isochrones.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { ROUTING_FACTS } from "./routing-facts.ts";

/** What one request asks for: the same times around each of some points. */
export interface IsochroneBatch {
  readonly points: readonly Point[];
  readonly profile: TravelProfile;
  /** Ascending. */
  readonly minutes: readonly number[];
}

/** `of`: positions of the questions that it is of, in one order with its points. */
export interface Batch extends IsochroneBatch {
  readonly of: readonly number[];
}

/** How many requests a question takes, unless the service allows fewer contours than usual. */
export function countRequests(asked: IsochroneQuestions, service: RoutingService): number {
  return batchesOf(asked, service).length;
}

/** Points in their order, those that want the same times together as far as the service takes them. */
export function batchesOf({ questions, profile }: IsochroneQuestions, service: RoutingService): readonly Batch[] {
  const { mostPoints, mostContours } = ROUTING_FACTS[service];
  const batches: { of: number[]; points: AskedPoint[]; profile: TravelProfile; minutes: readonly number[] }[] = [];
  for (const [position, { point, minutes }] of questions.entries()) {
    const last = batches.at(-1);
    const joins = last !== undefined && last.of.length < mostPoints && last.minutes.join() === minutes.join();
    if (joins) {
      last.of.push(position);
      last.points.push(point);
    } else batches.push({ of: [position], points: [point], profile, minutes });
  }
  return batches.flatMap((batch) => inContours(batch, mostContours));
}

/** The same in as many batches as it takes where each may hold `most` contours of a point. */
export function inContours(batch: Batch, most: number): readonly Batch[] {
  const parts: Batch[] = [];
  for (let from = 0; from < batch.minutes.length; from += most) {
    parts.push({ ...batch, minutes: batch.minutes.slice(from, from + most) });
  }
  return parts;
}
