import type { LayerSpecification, Map as MapLibreMap } from "maplibre-gl";
import { describe, expect, it, vi } from "vitest";
import { createGroundDrawer } from "#map/ground/draw-ground.ts";
import type { Ground } from "#map/ground/ground.ts";
import { themeFromTokens } from "../theme-fixtures.ts";

/** A map that knows only what is put into it, and says as maplibre-gl does what it does not take. */
function createMap() {
  const layers = new Set<string>();
  const sources = new Set<string>();
  const images = new Set<string>();
  const wrongs: string[] = [];
  const zooms: number[] = [];
  let resolver: (name: string) => void | Promise<void> = () => undefined;
  const put = (into: Set<string>, name: string) => {
    if (into.has(name)) wrongs.push(`${name} twice`);
    into.add(name);
  };
  const take = (from: Set<string>, name: string) => {
    if (!from.delete(name)) wrongs.push(`${name} is not there`);
  };
  const map = {
    addLayer: ({ id }: LayerSpecification) => {
      put(layers, id);
    },
    getLayer: (id: string) => (layers.has(id) ? { id } : undefined),
    removeLayer: (id: string) => {
      take(layers, id);
    },
    addSource: (name: string) => {
      put(sources, name);
    },
    getSource: (name: string) => (sources.has(name) ? {} : undefined),
    removeSource: (name: string) => {
      take(sources, name);
    },
    addImage: (name: string) => {
      put(images, name);
    },
    hasImage: (name: string) => images.has(name),
    removeImage: (name: string) => {
      take(images, name);
    },
    setPaintProperty: () => undefined,
    setLayoutProperty: () => undefined,
    setMaxZoom: (zoom: number) => zooms.push(zoom),
    setMissingStyleImageResolver: (next: typeof resolver) => {
      resolver = next;
    },
  };
  return {
    map: map as unknown as MapLibreMap,
    layers,
    sources,
    images,
    wrongs,
    zooms,
    ask: (name: string) => resolver(name),
  };
}

const never = () => new Promise<ArrayBuffer>(() => undefined);
const GROUND: Ground = {
  drawing: {
    sources: { "ground-s": { type: "vector", tiles: ["ground://https://t.example/{z}/{x}/{y}"] } },
    layers: () =>
      ["ground-roads", "ground-veil", "ground-roads"].map((id) => ({
        id,
        type: "line",
        source: "ground-s",
        "source-layer": "roads",
      })),
    sprites: [{ id: "default", address: "https://t.example/sprite" }],
  },
  supply: { bytes: never, aside: never, tile: never },
  look: { muted: 0.2, ownNames: false },
  isThere: true,
};

describe("drawing a basemap", () => {
  it("puts each layer in once, and leaves nothing behind", () => {
    const { map, layers, sources, wrongs } = createMap();
    const drawer = createGroundDrawer(map, themeFromTokens("light"), () => undefined);
    drawer.show(GROUND);
    expect([...layers]).toEqual(["ground-roads", "ground-veil", "veil"]);
    drawer.show(null);
    expect([layers.size, sources.size, wrongs]).toEqual([0, 0, []]);
  });

  it("lets the map come closer until the built-in one is back, whatever changes meanwhile", () => {
    const { map, zooms } = createMap();
    const drawer = createGroundDrawer(map, themeFromTokens("light"), () => undefined);
    drawer.show(GROUND);
    drawer.setTheme(themeFromTokens("dark"));
    drawer.show({ ...GROUND, drawing: { ...GROUND.drawing } });
    expect(new Set(zooms)).toEqual(new Set([19]));
    drawer.show(null);
    expect(zooms.at(-1)).toBe(17);
  });

  it("waits for pictures only with what names them, and not for long", async () => {
    vi.useFakeTimers();
    vi.stubGlobal("devicePixelRatio", 1);
    const { map, layers, images, ask } = createMap();
    const drawer = createGroundDrawer(map, themeFromTokens("light"), (name) => {
      if (name === "hatch") map.addImage(name, { width: 1, height: 1, data: new Uint8Array(4) });
    });
    drawer.show(GROUND);
    expect(layers.size).toBe(3);
    void ask("hatch");
    expect([...images]).toEqual(["hatch"]);
    const dot = ask("dot");
    await vi.advanceTimersByTimeAsync(100);
    expect(images.has("dot")).toBe(false);
    await vi.advanceTimersByTimeAsync(5000);
    await dot;
    expect(images.has("dot")).toBe(true);
    drawer.show(null);
    expect([...images]).toEqual(["hatch"]);
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
});
