import type { Industry, Protection, SiteId } from "#domain/site/site.ts";
import type { FoundSite } from "#domain/live/site-candidate.ts";
import { lookupWord } from "../recognise/vocabulary-words.ts";
import { countryOf, pageOf, precisionOf, textOf, webAddressOf } from "./element-fields.ts";
import type { OsmElement } from "./osm-element.ts";
import { findSiteTag, PAST_PREFIXES, says, valuesOf, type SiteTag } from "./site-tags.ts";

/** The sites of industrial heritage among elements, with the names of a language (ISO 639-1) where they have one. */
export function sitesFromElements(elements: readonly OsmElement[], language: string): readonly FoundSite[] {
  return elements.flatMap((element) => {
    const found = findSiteTag(element.tags);
    return found === null ? [] : [siteOf(element, found, language)];
  });
}

function siteOf(element: OsmElement, found: SiteTag, language: string): FoundSite {
  const { type, id, tags, lon, lat } = element;
  const page = pageOf(element);
  const use = useOf(tags);
  const local = textOf(tags["name"]);
  const name = textOf(tags[`name:${language}`]) ?? textOf(tags["name:en"]) ?? local ?? "";
  const status = use !== null ? "reused" : isOutOfUse(tags) ? "unused" : "unknown";
  return {
    service: "overpass",
    page,
    kind: `${found.key}=${tags[found.key] ?? ""}`,
    item: itemOf(tags["wikidata"]),
    row: {
      id: `osm-${type}-${String(id)}` as SiteId,
      name,
      nameLocal: local === name ? null : local,
      country: countryOf(tags["addr:country"]),
      municipality: textOf(tags["addr:city"]),
      lon,
      lat,
      precision: precisionOf(element),
      positionSource: page,
      heritageClass: found.heritage,
      industry: industryOf(tags, found),
      builtFromYear: yearOf(tags["start_date"]),
      closedInYear: yearOf(tags["end_date"]),
      reuseStatus: status,
      statusYear: null,
      currentUse: use,
      floorAreaSquareMeters: null,
      protection: protectionOf(tags),
      website: webAddressOf(tags["website"] ?? tags["contact:website"]),
      sourceUrl: page,
      note: noteOf(tags),
    },
  };
}

/** Keys that tell what is made, dug or stored there. */
const DETAILS = ["industrial", "product", "resource", "mineral", "kiln", "works", "craft"];

/** What is made there goes before the kind of building; a mine stays a mine, but for salt. */
function industryOf(tags: OsmElement["tags"], { key, industry }: SiteTag): Industry {
  for (const detail of key.endsWith("industrial") ? [key, ...DETAILS] : DETAILS) {
    for (const value of valuesOf(tags[detail] ?? "")) {
      const told = lookupWord("industry", value.replaceAll("_", " "));
      if (told !== null && (industry !== "mining" || told === "salt")) return told as Industry;
    }
  }
  return industry;
}

/** Uses that an industrial building was not made for. */
const USES: Readonly<Record<string, readonly string[]>> = {
  tourism: "museum gallery hotel hostel guest_house apartment chalet".split(" "),
  amenity:
    "restaurant cafe pub bar nightclub theatre cinema arts_centre community_centre social_centre events_venue conference_centre exhibition_centre library school college university kindergarten studio coworking_space townhall".split(
      " ",
    ),
};

function useOf(tags: OsmElement["tags"]): string | null {
  for (const [key, uses] of Object.entries(USES)) {
    const use = valuesOf(tags[key] ?? "").find((value) => uses.includes(value));
    if (use !== undefined) return use.replaceAll("_", " ");
  }
  return null;
}

function isOutOfUse(tags: OsmElement["tags"]): boolean {
  if (says(tags["disused"]) || says(tags["abandoned"])) return true;
  return Object.keys(tags).some((key) => PAST_PREFIXES.some((prefix) => key.startsWith(prefix)) && says(tags[key]));
}

/** `heritage` is the administrative level of who protects: 1 the world, 2 a country, more its parts. */
function protectionOf(tags: OsmElement["tags"]): Protection {
  if (valuesOf(tags["heritage:operator"] ?? "").includes("whc")) return "unesco";
  const level = Number(tags["heritage"]);
  if (!Number.isInteger(level) || level < 1 || level > 11) return "unknown";
  return level === 1 ? "unesco" : level === 2 ? "national" : "regional";
}

/** A year that is stated as one; "before 1850", "~1850" and "C19" are none. */
function yearOf(text: string | undefined): number | null {
  const year = /^(\d{4})(?:-\d\d(?:-\d\d)?)?(?:\.\..*)?$/.exec(text?.trim() ?? "")?.[1];
  return year === undefined ? null : Number(year);
}

function itemOf(text: string | undefined): string | null {
  return /^\s*(Q[1-9]\d*)\b/.exec(text ?? "")?.[1] ?? null;
}

/** Keys whose values the record rests on. */
const TOLD = /^(historic|heritage(:operator)?|disused|abandoned|ruins|industrial|product|start_date|end_date)$/;
const LONGEST_NOTE = 300;

/** The tags that status, protection and years rest on, as they stand. */
function noteOf(tags: OsmElement["tags"]): string | null {
  const told = Object.keys(tags)
    .filter((key) => TOLD.test(key) || PAST_PREFIXES.some((prefix) => key.startsWith(prefix)))
    .sort()
    .map((key) => `${key}=${textOf(tags[key]) ?? ""}`)
    .join(", ");
  return told === "" ? null : told.length > LONGEST_NOTE ? `${told.slice(0, LONGEST_NOTE)}…` : told;
}
