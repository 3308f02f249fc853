import type { Map as MapLibreMap, MapGeoJSONFeature } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { isNothing, pickAt } from "#map/pick.ts";

/** A map on which these features are drawn everywhere. */
function mapWith(features: readonly object[]): MapLibreMap {
  const queryRenderedFeatures = () => features as MapGeoJSONFeature[];
  return { queryRenderedFeatures } as unknown as MapLibreMap;
}

const drawn = (layer: string, id: number) => ({
  layer: { id: layer },
  id,
  source: layer,
  properties: {},
  geometry: { type: "Point", coordinates: [14, 45] },
});

describe("what is drawn at a place", () => {
  it("names a site once, though it is drawn as a site and as the selected one", () => {
    expect(pickAt(mapWith([drawn("site-selected", 0), drawn("sites", 0)]), 10, 10, 0).sites).toEqual([0]);
  });

  it("keeps sites, actors and clusters apart, uppermost first", () => {
    const cluster = {
      ...drawn("actors-counted-clusters", 7),
      source: "actors-counted",
      properties: { cluster_id: 7, creative: 2, trade: 0, service: 3 },
    };
    const picked = pickAt(
      mapWith([drawn("sites", 5), drawn("sites", 3), cluster, drawn("actors-other-dots", 9)]),
      0,
      0,
      0,
    );
    expect(picked).toEqual({
      sites: [5, 3],
      actors: [9],
      clusters: [{ source: "actors-counted", id: 7, lon: 14, lat: 45, counts: [2, 0, 3] }],
    });
  });

  it("is nothing where nothing is drawn", () => {
    expect(isNothing(pickAt(mapWith([]), 0, 0, 5))).toBe(true);
  });
});
