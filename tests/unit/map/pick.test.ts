import type { Map as MapLibreMap, MapGeoJSONFeature } from "maplibre-gl";
import { describe, expect, it } from "vitest";
import { isNothing, pickAt } from "#map/pick.ts";

/** A map on which these features are drawn everywhere. */
function mapWith(features: readonly object[]): MapLibreMap {
  const queryRenderedFeatures = () => features as MapGeoJSONFeature[];
  const getLayer = (id: string) => features.find((feature) => (feature as { layer: { id: string } }).layer.id === id);
  return { queryRenderedFeatures, getLayer } as unknown as MapLibreMap;
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
      activities: [],
    });
  });

  it("is nothing where nothing is drawn", () => {
    expect(isNothing(pickAt(mapWith([]), 0, 0, 5))).toBe(true);
  });

  it("gives the activities of a flag in words, each flag once", () => {
    const words = { title: "2 activities here", activities: [{ title: "Open day", lines: ["2020"], link: null }] };
    const flag = { ...drawn("activities", 0), properties: { count: 2, words: JSON.stringify(words) } };
    const picked = pickAt(mapWith([flag, flag, drawn("sites", 3)]), 0, 0, 5);
    expect(picked).toMatchObject({ sites: [3], activities: [words] });
    expect(isNothing(pickAt(mapWith([flag]), 0, 0, 5))).toBe(false);
  });

  it("asks for flags only once their layer is there", () => {
    const asked: string[][] = [];
    const map = {
      getLayer: () => undefined,
      queryRenderedFeatures: (_: unknown, { layers }: { layers: string[] }) => {
        asked.push(layers);
        return [];
      },
    } as unknown as MapLibreMap;
    expect(isNothing(pickAt(map, 0, 0, 5))).toBe(true);
    expect(asked[0]).not.toContain("activities");
  });
});
