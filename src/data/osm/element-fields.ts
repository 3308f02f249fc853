import { COUNTRY_CODES } from "#domain/country-codes.ts";
import type { Precision } from "#domain/geo/points.ts";
import { withoutHidden } from "#domain/hidden-characters.ts";
import { MOST } from "#domain/limits.ts";
import type { OsmElement } from "./osm-element.ts";

/** The page of the element. */
export function pageOf({ type, id }: OsmElement): string {
  return `https://www.openstreetmap.org/${type}/${String(id)}`;
}

/** The text with single blanks and without what is not seen, cut where it is beyond all measure; `null` where nothing is left. */
export function textOf(text: string | undefined): string | null {
  const trimmed = withoutHidden(text?.slice(0, MOST.text).replace(/\s+/g, " ") ?? "").trim();
  return trimmed === "" ? null : trimmed;
}

const COUNTRIES = new Set(COUNTRY_CODES);

/** ISO 3166-1 alpha-2; `null` where the code is none. */
export function countryOf(code: string | undefined): string | null {
  const capitals = code?.trim().toUpperCase() ?? "";
  return COUNTRIES.has(capitals) ? capitals : null;
}

/** `building` for a node and for a building; the middle of any other ground may lie some hundred metres from the door. */
export function precisionOf({ type, tags }: OsmElement): Precision {
  return type === "node" || (tags["building"] ?? "no") !== "no" ? "building" : "site";
}

/** The first of several addresses; one that only lacks its scheme gets it. */
export function webAddressOf(text: string | undefined): string | null {
  const address = text?.slice(0, MOST.text).split(";")[0]?.trim() ?? "";
  const whole = /^https?:\/\//i.test(address) ? address : `https://${address}`;
  return /^https?:\/\/[^\s/]+\.[^\s]+$/i.test(whole) && URL.canParse(whole) ? whole : null;
}
