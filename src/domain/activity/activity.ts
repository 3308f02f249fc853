import type { Brand } from "../brand.ts";
import type { Precision } from "../geo/points.ts";

export type ActivityId = Brand<string, "ActivityId">;

/** Something that happens or happened at a site or in a town; what the source does not state is `null`. */
export interface Activity {
  readonly id: ActivityId;
  readonly type: string | null;
  readonly title: string;
  readonly siteId: string | null;
  readonly place: string | null;
  /** ISO 3166-1 alpha-2, capitals. */
  readonly country: string | null;
  /** Degrees, WGS 84; both or neither. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly precision: Precision;
  /** ISO 8601, as exact as known. */
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
  readonly note: string | null;
  readonly sourceUrl: string | null;
}
