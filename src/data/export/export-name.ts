import { foldText } from "#domain/selection/fold-text.ts";
import { FACET_NAMES, type Facet } from "#domain/selection/filters.ts";
import { APP } from "./sites-geojson.ts";
import type { SelectionExport } from "./selection-export.ts";

/** Facets whose values tell by themselves what they are. */
const PLAIN_FACETS: readonly Facet[] = ["country", "status"];
const MOST_VALUES = 3;
const LONGEST = 100;

/** A name from filters, reach and number of sites, in ASCII: `refresh-atlas_hr_unused_10km_12-sites.geojson`. */
export function exportName({ filters, results, indices }: SelectionExport, extension: string): string {
  const { reach, decay } = results.rule;
  const facets = FACET_NAMES.flatMap((facet) => {
    const values = filters.values[facet];
    if (values.length === 0) return [];
    if (values.length > MOST_VALUES) return [`${facet}-${String(values.length)}`];
    const plain = PLAIN_FACETS.includes(facet) && !values.includes("unknown");
    return [slug(plain ? values.join("-") : `${facet}-${values.join("-")}`)];
  });
  const words = slug(filters.text).slice(0, 30);
  const chosen = [...facets, words]
    .filter((part) => part !== "")
    .join("_")
    .slice(0, LONGEST);
  const parts = [
    APP,
    chosen,
    reach % 1000 === 0 ? `${String(reach / 1000)}km` : `${String(Math.round(reach))}m`,
    decay === "none" ? "" : decay,
    indices.length === 1 ? "1-site" : `${String(indices.length)}-sites`,
  ];
  return `${parts.filter((part) => part !== "").join("_")}.${extension}`;
}

/** Small letters and digits, joined by hyphens. */
function slug(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
