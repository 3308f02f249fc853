import type { HeritageClass, Industry } from "#domain/site/site.ts";
import type { AskedKey } from "./overpass-query.ts";

/** Tags that make an object a site of industrial heritage. */
export interface SiteTag {
  readonly key: string;
  /** `null`: every value but "no". */
  readonly values: readonly string[] | null;
  /** `unknown` where other tags have to tell. */
  readonly industry: Industry;
  readonly heritage: HeritageClass;
  /** Whether the tag by itself says that it is of the past; else one of {@link SIGNS} has to stand beside it. */
  readonly isPast: boolean;
}

/** Keys that tell that a thing is no ordinary one in use: history, protection, disuse, or an item in Wikidata. */
export const SIGNS = ["historic", "heritage", "disused", "abandoned", "ruins", "wikidata"] as const;

/** Prefixes under which a tag is kept that no longer holds. */
export const PAST_PREFIXES = ["disused:", "abandoned:"] as const;

const HISTORIC: readonly (readonly [Industry, HeritageClass, string])[] = [
  ["mining", "industrial", "mine mine_shaft mineshaft mine_adit adit mine_level"],
  ["metallurgy", "industrial", "blast_furnace furnace bloomery ironworks foundry forge hammer_mill smelter"],
  ["building_materials", "industrial", "lime_kiln kiln brickworks brick_kiln quarry"],
  ["food_drink", "industrial", "mill watermill water_mill windmill oil_mill brewery distillery"],
  ["wood", "industrial", "sawmill"],
  ["paper_print", "industrial", "paper_mill"],
  ["glass_ceramics", "industrial", "glassworks pottery"],
  ["leather_shoes", "industrial", "tannery"],
  ["textile", "industrial", "textile_mill spinning_mill"],
  ["salt", "industrial", "saltworks salt_works"],
  ["energy", "industrial", "gasworks gasometer power_station power_plant"],
  ["water", "industrial", "water_tower waterworks water_works pumping_station"],
  ["storage_trade", "industrial", "warehouse granary storehouse"],
  ["transport", "related", "railway_station roundhouse engine_shed locomotive_shed depot"],
  ["unknown", "industrial", "factory industrial works manufacture chimney"],
];

const MAN_MADE: readonly (readonly [Industry, string, boolean])[] = [
  ["mining", "mineshaft adit headframe", true],
  ["building_materials", "kiln", true],
  ["food_drink", "watermill windmill", true],
  ["energy", "gasometer", true],
  ["unknown", "works chimney", false],
  ["water", "water_tower water_works pumping_station", false],
  ["storage_trade", "silo storage_tank", false],
  ["energy", "cooling_tower", false],
];

const BUILDINGS: readonly (readonly [Industry, HeritageClass, string])[] = [
  ["unknown", "industrial", "industrial factory manufacture works"],
  ["storage_trade", "industrial", "warehouse granary"],
  ["food_drink", "industrial", "brewery mill watermill windmill"],
  ["energy", "industrial", "gasometer"],
  ["water", "industrial", "water_tower"],
  ["transport", "related", "train_station engine_shed roundhouse"],
];

const tag = (
  key: string,
  values: string | null,
  industry: Industry,
  isPast: boolean,
  heritage: HeritageClass = "industrial",
): SiteTag => ({ key, values: values?.split(" ") ?? null, industry, heritage, isPast });

/** The earlier goes before the later. */
export const SITE_TAGS: readonly SiteTag[] = [
  ...HISTORIC.map(([industry, heritage, values]) => tag("historic", values, industry, true, heritage)),
  ...MAN_MADE.map(([industry, values, isPast]) => tag("man_made", values, industry, isPast)),
  tag("power", "plant", "energy", false),
  tag("industrial", null, "unknown", false),
  ...BUILDINGS.map(([industry, heritage, values]) => tag("building", values, industry, false, heritage)),
  tag("railway", "roundhouse workshop engine_shed depot", "transport", false, "related"),
  tag("landuse", "quarry", "mining", false),
  tag("landuse", "industrial", "unknown", false),
  tag("ruins", "mine", "mining", true),
  tag("ruins", "mill watermill windmill brewery", "food_drink", true),
  tag("ruins", "kiln lime_kiln", "building_materials", true),
  tag("ruins", "factory industrial works", "unknown", true),
  ...PAST_PREFIXES.flatMap((prefix) => [
    ...MAN_MADE.map(([industry, values]) => tag(`${prefix}man_made`, values, industry, true)),
    tag(`${prefix}power`, "plant", "energy", true),
    tag(`${prefix}industrial`, null, "unknown", true),
    ...BUILDINGS.map(([industry, heritage, values]) => tag(`${prefix}building`, values, industry, true, heritage)),
    tag(`${prefix}landuse`, "quarry", "mining", true),
    tag(`${prefix}landuse`, "industrial", "unknown", true),
    tag(`${prefix}railway`, "station roundhouse workshop engine_shed depot", "transport", true, "related"),
  ]),
];

/** What to ask the service for, so that it gives every object that {@link findSiteTag} may take. */
export function siteKeys(): readonly AskedKey[] {
  const keys = new Map<string, AskedKey>();
  for (const { key, values, isPast } of SITE_TAGS) {
    for (const beside of isPast ? [null] : SIGNS.filter((sign) => sign !== key)) {
      const name = `${key} ${beside ?? ""}`;
      const known = keys.get(name);
      const all = values === null || known?.values === null ? null : [...(known?.values ?? []), ...values];
      keys.set(name, { key, values: all, ...(beside !== null && { beside }) });
    }
  }
  return [...keys.values()];
}

/** The tag that makes the object a site; `null` where none does. One of several values of a key is enough. */
export function findSiteTag(tags: Readonly<Record<string, string>>): SiteTag | null {
  if (GONE.some((key) => says(tags[key]))) return null;
  const isSpecial = SIGNS.some((sign) => says(tags[sign]));
  return (
    SITE_TAGS.find(({ key, values, isPast }) => {
      const text = tags[key];
      if (text === undefined || !(isPast || isSpecial)) return false;
      return values === null ? says(text) : valuesOf(text).some((value) => values.includes(value));
    }) ?? null
  );
}

/** Keys with which an object is said not to be there any more. */
const GONE = ["demolished", "razed", "removed", "destroyed"];

/** Whether a key with this value holds. */
export function says(text: string | undefined): boolean {
  return text !== undefined && text !== "" && text !== "no";
}

export function valuesOf(text: string): readonly string[] {
  return text.split(";").map((value) => value.trim());
}
