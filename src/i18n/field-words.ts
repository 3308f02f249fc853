import { isMessageKey } from "./catalogs.ts";
import type { Translate } from "./translate.ts";

/** Which vocabulary of the catalog names the values of a column. */
const VOCABULARIES: Readonly<Record<string, string>> = {
  coord_precision: "precision",
  heritage_class: "heritage",
  industry: "industry",
  reuse_status: "status",
  protection: "protection",
  sector: "sector",
  category: "category",
  profile: "profile",
};

/** The name of a column of our tables (`columns.ts`), or of `position`. */
export function fieldWords(field: string, translate: Translate): string {
  const key = `field.${field}`;
  return isMessageKey(key) ? translate(key) : field;
}

/**
 * A value of a vocabulary as people call it, an outline by its corners and its extent; the value itself in a column without
 * a vocabulary.
 */
export function fieldValueWords(field: string, value: string, translate: Translate): string {
  if (field === "geometry") return outlineWords(value, translate);
  const key = `${VOCABULARIES[field] ?? ""}.${value}`;
  return isMessageKey(key) ? translate(key) : value;
}

/** @param value number of corners, west, south, east and north, parted by blanks; of no ground the number alone */
function outlineWords(value: string, translate: Translate): string {
  const [corners = 0, ...bounds] = value.split(" ").map(Number);
  if (corners === 0) return translate("field.geometry.none");
  const [west = "", south = "", east = "", north = ""] = bounds.map((degrees) => degrees.toFixed(4));
  return translate("field.geometry.read", { corners, west, south, east, north });
}
