import { foldText } from "#domain/selection/fold-text.ts";
import { FACET_NAMES, type Facet } from "#domain/selection/filters.ts";
import { APP } from "./export-metadata.ts";
import type { SelectionExport } from "./selection-export.ts";

/** Facets whose values tell by themselves what they are. */
const PLAIN_FACETS: readonly Facet[] = ["country", "status"];
const MOST_VALUES = 3;
const LONGEST = 100;

/** What of the selection is in the file; `actors` is `null` where none are. */
export interface ExportedCounts {
  readonly actors: number | null;
  readonly sitesToo: boolean;
}

/**
 * A name from filters, reach and what is inside, in ASCII: `refresh-atlas_hr_unused_10km_12-sites.geojson`,
 * `refresh-atlas_10km_340-actors-of-12-sites-exact.csv`.
 * @param end with the extension
 */
export function exportName(
  { filters, results, indices }: SelectionExport,
  { actors, sitesToo }: ExportedCounts,
  end: string,
): string {
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
  const sites = counted(indices.length, "site");
  const parts = [
    APP,
    chosen,
    reach % 1000 === 0 ? `${String(reach / 1000)}km` : `${String(Math.round(reach))}m`,
    decay === "none" ? "" : decay,
    actors === null || sitesToo ? sites : `${counted(actors, "actor")}-of-${sites}`,
    actors === null || !sitesToo ? "" : counted(actors, "actor"),
  ];
  return `${parts.filter((part) => part !== "").join("_")}${end}`;
}

function counted(count: number, one: string): string {
  return `${String(count)}-${one}${count === 1 ? "" : "s"}`;
}

/** Small letters and digits, joined by hyphens. */
export function slug(text: string): string {
  return foldText(text)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
