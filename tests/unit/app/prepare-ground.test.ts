import { describe, expect, it } from "vitest";
import { failureOf, FurtherHostsError, GroundError, prepareGround, type GroundTerms } from "#app/prepare-ground.ts";
import { MOST_STYLE_LAYERS, MOST_STYLE_MEGABYTES, MOST_STYLE_SOURCES } from "#domain/limits.ts";
import { WorkerGoneError } from "#workers/client.ts";

const STYLE = "https://a.example/style";
const LAND = { id: "land", type: "background" };
/** One more than that. */
function many<T>(most: number, make: (id: string) => T): T[] {
  return Array.from({ length: most + 1 }, (_, index) => make(`s${String(index)}`));
}
const FILES: Readonly<Record<string, unknown>> = {
  [STYLE]: {
    sources: {
      s: { type: "vector", url: "https://b.example/tiles.json" },
      unused: { type: "vector", url: "https://e.example/tiles.json" },
    },
    sprite: "https://c.example/sprite",
    layers: [{ id: "roads", type: "line", source: "s", "source-layer": "roads" }],
  },
  "https://b.example/tiles.json": { tiles: ["https://d.example/{z}/{x}/{y}"], maxzoom: 14 },
  "https://a.example/empty": { sources: {}, layers: [{ id: "land", type: "background" }] },
  "https://a.example/text": "no style",
  "https://a.example/long": { sources: {}, layers: [], name: "a".repeat(MOST_STYLE_MEGABYTES * 1e6) },
  "https://a.example/layers": { sources: {}, layers: many(MOST_STYLE_LAYERS, () => LAND) },
  "https://a.example/sources": {
    sources: Object.fromEntries(many(MOST_STYLE_SOURCES, (id) => [id, { type: "geojson", data: STYLE }])),
    layers: many(MOST_STYLE_SOURCES, (id) => ({ id, type: "line", source: id })),
  },
};

function termsFor(...agreed: readonly string[]): { readonly terms: GroundTerms; readonly asked: string[] } {
  const asked: string[] = [];
  const terms: GroundTerms = {
    agreed: new Set(agreed),
    isDark: false,
    isSecure: true,
    bytes(address) {
      asked.push(address);
      return Promise.resolve(new TextEncoder().encode(JSON.stringify(FILES[address])).buffer);
    },
    openArchive() {
      const facts = {
        kind: "raster",
        minZoom: 2,
        maxZoom: 9,
        bounds: [1, 2, 3, 4],
        layers: [],
        attribution: "<i>A</i>",
      } as const;
      return Promise.resolve({ archive: 3, facts });
    },
  };
  return { terms, asked };
}

describe("preparing a basemap", () => {
  it("asks no host that was not agreed to, and names all that are found at once", async () => {
    const first = termsFor("a.example");
    await expect(prepareGround({ kind: "style", address: STYLE }, first.terms)).rejects.toEqual(
      new FurtherHostsError(["c.example", "b.example"]),
    );
    expect(first.asked).toEqual([STYLE]);
    const second = termsFor("a.example", "b.example", "c.example");
    await expect(prepareGround({ kind: "style", address: STYLE }, second.terms)).rejects.toEqual(
      new FurtherHostsError(["d.example"]),
    );
    expect(second.asked).toEqual([STYLE, "https://b.example/tiles.json"]);
  });

  it("gives a drawing whose addresses all go through the page, and the hosts behind it", async () => {
    const { terms } = termsFor("a.example", "b.example", "c.example", "d.example");
    const { drawing, hosts } = await prepareGround({ kind: "style", address: STYLE }, terms);
    expect(hosts).toEqual(["a.example", "c.example", "b.example", "d.example"]);
    expect(drawing.sources["ground-s"]).toMatchObject({ tiles: ["ground://https://d.example/{z}/{x}/{y}"] });
  });

  it.each([
    ["https://a.example/text", "no-style"],
    ["https://a.example/empty", "no-layers"],
    ["https://a.example/long", "over-limit"],
    ["https://a.example/layers", "over-limit"],
    ["https://a.example/sources", "over-limit"],
  ])("tells that %s is %s", async (address, code) => {
    const failed = prepareGround({ kind: "style", address }, termsFor("a.example").terms);
    await expect(failed).rejects.toBeInstanceOf(GroundError);
    await expect(failed).rejects.toMatchObject({ host: "a.example", problem: { code } });
  });

  it("tells of a worker that has ended, and of no fault of the page itself", () => {
    expect(failureOf(new WorkerGoneError("gone"))).toEqual({ host: null, problem: { code: "ended", params: {} } });
    expect(failureOf(new TypeError("a bug"))).toBeNull();
  });

  it("draws the pictures of a file of this device, and asks nobody", async () => {
    const { terms, asked } = termsFor();
    const { drawing, hosts } = await prepareGround({ kind: "file", file: new File([], "a.pmtiles") }, terms);
    expect(drawing.sources).toEqual({
      "ground-tiles": {
        type: "raster",
        tiles: ["ground://archive/3/{z}/{x}/{y}"],
        tileSize: 256,
        minzoom: 2,
        maxzoom: 9,
        bounds: [1, 2, 3, 4],
        attribution: "A",
      },
    });
    expect([hosts, asked]).toEqual([[], []]);
  });
});
