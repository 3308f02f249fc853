import type { Dataset } from "#domain/dataset.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { originName, type IsochroneOrigin } from "#domain/travel/isochrone-table.ts";
import { loadedIsochrones } from "#domain/travel/isochrones-of-point.ts";

/** Where the isochrones come from that a rule counts by; none where it does not count by isochrones. */
export function originsFor({ isochrones }: Pick<Dataset, "isochrones">, { travel }: Rule): readonly IsochroneOrigin[] {
  if (travel?.basis !== "isochrones") return [];
  return loadedIsochrones(isochrones).find(({ profile }) => profile === travel.profile)?.origins ?? [];
}

/** As a member of metadata, under the names of our own files of isochrones. */
export function writeOrigin({ provider, engine, dataDate, computed, attribution }: IsochroneOrigin) {
  return { provider, engine, data_date: dataDate, computed, attribution };
}

/** For a table that has no place but its rows: who computed the isochrones and when, and the lines that licences ask for. */
export function isochroneLines(
  dataset: Pick<Dataset, "isochrones">,
  rule: Rule,
): { readonly isochrones_from?: string; readonly isochrones_attribution?: string } {
  const origins = originsFor(dataset, rule);
  if (origins.length === 0) return {};
  const joined = (texts: readonly string[]) => [...new Set(texts.filter((text) => text !== ""))].join("; ");
  return {
    isochrones_from: joined(
      origins.map((origin) => [originName(origin), origin.computed].filter((part) => part !== null).join(", ")),
    ),
    isochrones_attribution: joined(origins.map(({ attribution }) => attribution ?? "")),
  };
}
