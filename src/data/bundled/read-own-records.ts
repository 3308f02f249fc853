import type { Activity, ActivityId } from "#domain/activity/activity.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import type { Space, SpaceId } from "#domain/space/space.ts";
import { readOwnTable, type OwnRow } from "./read-declarations.ts";

/** Letters of an ISO 8601 date that are known, by the word of the column `date_precision`. */
const KNOWN_LETTERS: Readonly<Record<string, number>> = { year: 4, month: 7, day: 10 };

/** Reads the hand-kept table of rooms. */
export function readOwnSpaces(text: string, file: string): Space[] {
  return readOwnTable(text, file).map((row) => ({
    id: row["id"] as SpaceId,
    siteId: wordOf(row, "site_id"),
    name: row["name"] ?? "",
    kind: wordOf(row, "kind"),
    areaSquareMeters: numberOf(row, "area_m2"),
    heightMeters: numberOf(row, "height_m"),
    loadKilonewtonsPerSquareMeter: numberOf(row, "load_kn_m2"),
    equipment: wordOf(row, "equipment"),
    access: wordOf(row, "access"),
    heating: wordOf(row, "heating"),
    priceEuroPerSquareMeterMonth: numberOf(row, "price_eur_m2_month"),
    availableFrom: wordOf(row, "available_from"),
    availableUntil: wordOf(row, "available_until"),
    terms: wordOf(row, "terms"),
    contact: wordOf(row, "contact"),
    contactPage: wordOf(row, "contact_page"),
    lastConfirmed: wordOf(row, "last_confirmed"),
    sourceUrl: wordOf(row, "source_url"),
  }));
}

/** Reads the hand-kept table of activities; dates only as far as their precision says. */
export function readOwnActivities(text: string, file: string): Activity[] {
  return readOwnTable(text, file).map((row) => {
    const letters = KNOWN_LETTERS[row["date_precision"] ?? ""] ?? 10;
    return {
      id: row["id"] as ActivityId,
      type: wordOf(row, "type"),
      title: row["title"] ?? "",
      siteId: wordOf(row, "site_id"),
      place: wordOf(row, "place"),
      country: wordOf(row, "country"),
      lon: numberOf(row, "lon"),
      lat: numberOf(row, "lat"),
      precision: PRECISIONS.find((precision) => precision === row["coord_precision"]) ?? "unknown",
      dateFrom: wordOf(row, "date_from")?.slice(0, letters) ?? null,
      dateTo: wordOf(row, "date_to")?.slice(0, letters) ?? null,
      note: wordOf(row, "note"),
      sourceUrl: wordOf(row, "source_url"),
    };
  });
}

function wordOf(row: OwnRow, column: string): string | null {
  const text = row[column] ?? "";
  return text === "" ? null : text;
}

function numberOf(row: OwnRow, column: string): number | null {
  const text = row[column] ?? "";
  return text === "" ? null : Number(text);
}
