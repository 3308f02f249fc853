import { COUNTRY_CODES } from "#domain/country-codes.ts";
import type { FoundSite } from "#domain/live/site-candidate.ts";
import type { Industry, Protection, ReuseStatus, SiteId } from "#domain/site/site.ts";
import { textOf, webAddressOf } from "../osm/element-fields.ts";
import { lookupWord } from "../recognise/vocabulary-words.ts";
import type { SparqlRow } from "./read-sparql.ts";
import { SITE_CLASSES, WORLD_HERITAGE, type SiteClass } from "./site-classes.ts";

/** The sites among the rows of a {@link sitesQuery}, each item once. A row without an item, a point on the earth or a class is left out. */
export function sitesFromItems(rows: readonly SparqlRow[]): readonly FoundSite[] {
  const found = new Map<string, FoundSite>();
  for (const row of rows) {
    const site = siteOf(row);
    if (site?.item != null && !found.has(site.item)) found.set(site.item, site);
  }
  return [...found.values()];
}

function siteOf(row: SparqlRow): FoundSite | null {
  const item = itemIn(row["item"]);
  const point = pointOf(row["point"]);
  const found = classOf(row["classes"]);
  if (item === null || point === null || found === null) return null;
  const page = `https://www.wikidata.org/wiki/${item}`;
  const country = row["country"]?.toUpperCase() ?? "";
  const isMuseum = row["museum"] === "true";
  return {
    service: "wikidata",
    page,
    kind: labelOf(row["kindLabel"]) ?? found.label,
    item,
    row: {
      id: `wikidata-${item}` as SiteId,
      name: labelOf(row["itemLabel"]) ?? "",
      nameLocal: null,
      country: COUNTRIES.has(country) ? country : null,
      municipality: labelOf(row["townLabel"]),
      ...point,
      precision: "unknown",
      positionSource: page,
      heritageClass: found.heritage,
      industry: industryOf(row["kinds"], found),
      builtFromYear: yearOf(row["from"]),
      closedInYear: yearOf(row["to"]),
      reuseStatus: isMuseum ? "reused" : statusOf(row["states"]),
      statusYear: null,
      currentUse: isMuseum ? "museum" : null,
      floorAreaSquareMeters: null,
      protection: protectionOf(row["listings"]),
      website: webAddressOf(row["page"]),
      sourceUrl: page,
      note: labelOf(row["listingLabel"]),
    },
  };
}

const COUNTRIES = new Set(COUNTRY_CODES);

/** The item that an address ends with. */
function itemIn(text: string | undefined): string | null {
  return /\/(Q[1-9]\d*)$/.exec(text ?? "")?.[1] ?? null;
}

/** A label; the service gives the item itself where it has none. */
function labelOf(text: string | undefined): string | null {
  const label = textOf(text);
  return label === null || /^Q[1-9]\d*$/.test(label) ? null : label;
}

/** Well-known text, longitude first; one with an address before it lies on another celestial body. */
function pointOf(text: string | undefined): { readonly lon: number; readonly lat: number } | null {
  const match = /^\s*POINT\s*\(\s*(\S+)\s+(\S+?)\s*\)\s*$/i.exec(text ?? "");
  const [lon, lat] = [Number(match?.[1]), Number(match?.[2])];
  return Math.abs(lon) <= 180 && Math.abs(lat) <= 90 ? { lon, lat } : null;
}

function classOf(text: string | undefined): SiteClass | null {
  const items = new Set((text ?? "").split(" ").map(itemIn));
  return SITE_CLASSES.find(({ item }) => items.has(item)) ?? null;
}

/** The labels of the item's own classes tell more than the class that is asked for; a mine stays a mine, but for salt. */
function industryOf(kinds: string | undefined, { industry }: SiteClass): Industry {
  for (const kind of (kinds ?? "").split("|")) {
    const told = lookupWord("industry", kind);
    if (told !== null && (industry !== "mining" || told === "salt")) return told as Industry;
  }
  return industry;
}

/** Only what is said plainly: out of use, or gone. "In use" does not tell for what. */
function statusOf(states: string | undefined): ReuseStatus {
  const told = (states ?? "").split("|").map((state) => lookupWord("reuse_status", state));
  return told.includes("lost") ? "lost" : told.includes("unused") ? "unused" : "unknown";
}

/** That something is protected does not tell by whom, but for World Heritage. */
function protectionOf(listings: string | undefined): Protection {
  return (listings ?? "").split(" ").map(itemIn).includes(WORLD_HERITAGE) ? "unesco" : "unknown";
}

/** The year of an XSD date and time; `null` where it is before the common era or none. */
function yearOf(text: string | undefined): number | null {
  const year = /^\+?(\d{4})-\d\d-\d\d/.exec(text ?? "")?.[1];
  return year === undefined || year === "0000" ? null : Number(year);
}
