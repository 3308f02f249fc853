import type { Brand } from "../brand.ts";

export type SpaceId = Brand<string, "SpaceId">;

/** The kinds of rooms that our own tables and reuse concepts name; a table may have others, in its own words. */
export const SPACE_KINDS = [
  "event_hall",
  "exhibition",
  "workshop",
  "studio",
  "office",
  "meeting_room",
  "shop",
  "kitchen",
  "storage",
] as const;
export type SpaceKind = (typeof SPACE_KINDS)[number];

export function isSpaceKind(kind: string): kind is SpaceKind {
  return (SPACE_KINDS as readonly string[]).includes(kind);
}

/** The kind that a text names, however it is written: "Event hall", "event-hall"; any other text as it is. */
export function readSpaceKind(text: string): string {
  const name = text
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, "_");
  return isSpaceKind(name) ? name : text;
}

/** A room of a site that can be used; what the source does not state is `null`. */
export interface Space {
  readonly id: SpaceId;
  /** Of the site that it belongs to; `null` where the source names none. */
  readonly siteId: string | null;
  readonly name: string;
  readonly kind: string | null;
  readonly areaSquareMeters: number | null;
  readonly heightMeters: number | null;
  /** Load that the floor bears. */
  readonly loadKilonewtonsPerSquareMeter: number | null;
  readonly equipment: string | null;
  /** How one gets in: steps, lift, gate, hours. */
  readonly access: string | null;
  readonly heating: string | null;
  readonly priceEuroPerSquareMeterMonth: number | null;
  /** ISO 8601, as exact as known. */
  readonly availableFrom: string | null;
  /** As {@link Space.availableFrom}; the day, month or year itself is still part of it. */
  readonly availableUntil: string | null;
  /** To whom and on what conditions it is let. */
  readonly terms: string | null;
  /** Whom to ask. */
  readonly contact: string | null;
  /** The page on which to ask. */
  readonly contactPage: string | null;
  /** ISO 8601, as exact as known. */
  readonly lastConfirmed: string | null;
  readonly sourceUrl: string | null;
}
