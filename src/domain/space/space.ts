import type { Brand } from "../brand.ts";

export type SpaceId = Brand<string, "SpaceId">;

/** A room of a site that can be used; what the source does not state is `null`. */
export interface Space {
  readonly id: SpaceId;
  /** Of the site that it belongs to; `null` where the source names none. */
  readonly siteId: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly areaSquareMeters: number | null;
  readonly heightMeters: number | null;
  readonly equipment: string | null;
  readonly priceEuroPerSquareMeterMonth: number | null;
  /** ISO 8601, as exact as known. */
  readonly availableFrom: string | null;
  readonly contact: string | null;
  /** ISO 8601, as exact as known. */
  readonly lastConfirmed: string | null;
  readonly sourceUrl: string | null;
}
