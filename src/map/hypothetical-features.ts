import type { Feature, FeatureCollection, Point } from "geojson";
import type { ActorMask } from "#domain/actor/actor-filter.ts";
import { passes } from "#domain/actor/actor-filter.ts";
import type { Dataset } from "#domain/dataset.ts";
import { hasHypotheticals, isHypothetical } from "#domain/what-if/marks.ts";
import { NO_FEATURES, isMapped, type fanSites } from "./features.ts";
import { pointKey, type FanOffset } from "./fan.ts";

/** What a mark of something supposed goes around: a site's symbol, that of the selected one, or the actors of one point. */
export type HypotheticalPart = "site" | "selected" | "actors";

export interface HypotheticalProperties {
  readonly part: HypotheticalPart;
  /** As of the site's symbol. */
  readonly offset: FanOffset;
}

/**
 * Where the map marks what is supposed. Each point of actors is marked once, unless none of them is drawn.
 * @param fanned the sites that are drawn with their symbols
 * @param selected index of the selected site
 */
export function hypotheticalFeatures(
  dataset: Dataset,
  { indices, fan }: ReturnType<typeof fanSites>,
  selected: number | null,
  mask: ActorMask,
): FeatureCollection<Point, HypotheticalProperties> {
  if (!hasHypotheticals(dataset)) return NO_FEATURES;
  const { sites, actors } = dataset;
  const features: Feature<Point, HypotheticalProperties>[] = [];
  const add = (lon: number, lat: number, properties: HypotheticalProperties) => {
    features.push({ type: "Feature", geometry: { type: "Point", coordinates: [lon, lat] }, properties });
  };
  for (let site = 0; site < sites.count; site++) {
    if (!isHypothetical(dataset, "sites", site) || !isMapped(sites, site)) continue;
    const offset = fan.offsets[indices.indexOf(site)] ?? [0, 0];
    add(sites.lon[site]!, sites.lat[site]!, { part: site === selected ? "selected" : "site", offset });
  }
  const seen = new Set<string>();
  for (let actor = 0; actor < actors.count; actor++) {
    if (!isHypothetical(dataset, "actors", actor) || !passes(mask, actors.sector[actor]!, actors.category[actor]!)) {
      continue;
    }
    const key = pointKey(actors.lon[actor]!, actors.lat[actor]!);
    if (seen.has(key)) continue;
    seen.add(key);
    add(actors.lon[actor]!, actors.lat[actor]!, { part: "actors", offset: [0, 0] });
  }
  return { type: "FeatureCollection", features };
}
