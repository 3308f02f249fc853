import type { HeritageClass, Industry } from "#domain/site/site.ts";

/** A class of Wikidata whose instances, and those of its subclasses, may be sites of industrial heritage. */
export interface SiteClass {
  readonly item: string;
  /** English label of the class. */
  readonly label: string;
  /** `unknown` where only the label of a subclass tells ("paper mill" below "factory"). */
  readonly industry: Industry;
  readonly heritage: HeritageClass;
}

const classOf = (
  item: string,
  label: string,
  industry: Industry,
  heritage: HeritageClass = "industrial",
): SiteClass => ({ item, label, industry, heritage });

/**
 * The special before the general: of an item in several classes the first tells the industry. Classes of dwellings,
 * companies and whole towns are not among them, nor is the museum, which says how a site is used, not what it was.
 */
export const SITE_CLASSES: readonly SiteClass[] = [
  classOf("Q244326", "salt evaporation pond", "salt"),
  classOf("Q556186", "mine shaft", "mining"),
  classOf("Q58917", "adit", "mining"),
  classOf("Q820477", "mine", "mining"),
  classOf("Q505213", "sawmill", "wood"),
  classOf("Q60077401", "furniture factory", "wood"),
  classOf("Q46398483", "textile factory", "textile"),
  classOf("Q2069494", "steel mill", "metallurgy"),
  classOf("Q65515162", "smelter", "metallurgy"),
  classOf("Q59772", "lime kiln", "building_materials"),
  classOf("Q198632", "brickyard", "building_materials"),
  classOf("Q131734", "brewery", "food_drink"),
  classOf("Q385557", "slaughterhouse", "food_drink"),
  classOf("Q185187", "watermill", "food_drink"),
  classOf("Q38720", "windmill", "food_drink"),
  classOf("Q44494", "mill", "food_drink"),
  classOf("Q190928", "shipyard", "machinery"),
  classOf("Q962715", "gas holder", "energy"),
  classOf("Q159719", "power station", "energy"),
  classOf("Q274153", "water tower", "water"),
  classOf("Q11849395", "waterworks", "water"),
  classOf("Q10283556", "motive power depot", "transport", "related"),
  classOf("Q213643", "silo", "storage_trade"),
  classOf("Q181623", "warehouse", "storage_trade"),
  classOf("Q1362225", "warehouse (structure)", "storage_trade"),
  classOf("Q83405", "factory", "unknown"),
  classOf("Q170477", "chimney", "unknown"),
  classOf("Q1662011", "industrial building", "unknown"),
];

/** The class of museums: an item that is one, too, is used as one. */
export const MUSEUM = "Q33506";
/** The designation of World Heritage. */
export const WORLD_HERITAGE = "Q9259";
