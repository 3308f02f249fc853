import type { Brand } from "../brand.ts";
import type { PointColumns, Precision } from "../geo/points.ts";

export type ActorId = Brand<string, "ActorId">;

/** The order of sectors in every column that has one value a sector. */
export const SECTORS = ["creative", "trade", "service"] as const;
export type Sector = (typeof SECTORS)[number];
export const SECTOR_COUNT = SECTORS.length;

export const CATEGORIES = {
  creative: [
    "visual_arts",
    "performing_arts",
    "music",
    "film_photo_video",
    "design",
    "architecture",
    "advertising_media",
    "publishing_press",
    "software_games",
    "artistic_craft",
    "museum_heritage",
    "library_archive",
    "cultural_centre",
    "arts_education",
    "coworking_makerspace",
    "event_festival",
  ],
  trade: ["retail_food", "retail_other", "wholesale", "craft_trade", "manufacturing", "farm_direct"],
  service: [
    "gastronomy",
    "accommodation",
    "tourism",
    "finance",
    "business_it",
    "education",
    "health_social",
    "public_admin",
    "association",
    "transport",
    "repair_personal",
  ],
} as const satisfies Record<Sector, readonly string[]>;
export type Category = (typeof CATEGORIES)[Sector][number] | "unknown";

/** m actors (organisations and businesses) as columns of equal length; missing values as in `SiteTable`. */
export interface ActorTable extends PointColumns {
  readonly count: number;
  readonly id: readonly ActorId[];
  readonly name: readonly string[];
  /** Position of the sector in {@link SECTORS}. */
  readonly sector: Uint8Array;
  readonly category: readonly Category[];
  readonly country: readonly (string | null)[];
  readonly municipality: readonly (string | null)[];
  readonly address: readonly (string | null)[];
  readonly precision: readonly Precision[];
  readonly positionSource: readonly (string | null)[];
  readonly website: readonly (string | null)[];
  readonly sourceUrl: readonly (string | null)[];
  /** Year of the page that names the actor. */
  readonly seenYear: Float64Array;
}
