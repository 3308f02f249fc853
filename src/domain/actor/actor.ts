import type { Brand } from "../brand.ts";
import { PRECISIONS, type PointColumns, type Precision } from "../geo/points.ts";
import { textAt, type TextColumn } from "../text-column.ts";

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

/** Columns hold the position in this list. */
export const ALL_CATEGORIES: readonly Category[] = [...SECTORS.flatMap((sector) => CATEGORIES[sector]), "unknown"];

/**
 * m actors (organisations and businesses) as columns of equal length; missing values as in `SiteTable`. There may be a
 * million, so texts are {@link TextColumn}s and vocabularies positions. No identifier or name is `null`.
 */
export interface ActorTable extends PointColumns {
  readonly count: number;
  readonly id: TextColumn;
  readonly name: TextColumn;
  /** Position of the sector in {@link SECTORS}. */
  readonly sector: Uint8Array;
  /** Position in {@link ALL_CATEGORIES}. */
  readonly category: Uint8Array;
  readonly country: TextColumn;
  readonly municipality: TextColumn;
  readonly address: TextColumn;
  /** Position in `PRECISIONS`. */
  readonly precision: Uint8Array;
  readonly positionSource: TextColumn;
  readonly website: TextColumn;
  readonly sourceUrl: TextColumn;
  /** Year of the page that names the actor. */
  readonly seenYear: Float64Array;
}

export function actorIdAt(actors: ActorTable, index: number): ActorId {
  return (textAt(actors.id, index) ?? "") as ActorId;
}

export function actorNameAt(actors: ActorTable, index: number): string {
  return textAt(actors.name, index) ?? "";
}

export function sectorAt(actors: ActorTable, index: number): Sector {
  return SECTORS[actors.sector[index]!]!;
}

export function categoryAt(actors: ActorTable, index: number): Category {
  return ALL_CATEGORIES[actors.category[index]!]!;
}

export function actorPrecisionAt(actors: ActorTable, index: number): Precision {
  return PRECISIONS[actors.precision[index]!]!;
}
