import { describe, expect, it } from "vitest";
import { FurtherHostsError, GroundError, prepareGround, type GroundTerms } from "#app/prepare-ground.ts";

const STYLE = "https://a.example/style";
const FILES: Readonly<Record<string, unknown>> = {
  [STYLE]: {
    sources: { s: { type: "vector", url: "https://b.example/tiles.json" } },
    sprite: "https://c.example/sprite",
    layers: [{ id: "roads", type: "line", source: "s", "source-layer": "roads" }],
  },
  "https://b.example/tiles.json": { tiles: ["https://d.example/{z}/{x}/{y}"], maxzoom: 14 },
  "https://a.example/empty": { sources: {}, layers: [{ id: "land", type: "background" }] },
  "https://a.example/text": "no style",
};

function termsFor(...agreed: readonly string[]): { readonly terms: GroundTerms; readonly asked: string[] } {
  const asked: string[] = [];
  const terms: GroundTerms = {
    agreed: new Set(agreed),
    isDark: false,
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
  ])("tells that %s is %s", async (address, code) => {
    const failed = prepareGround({ kind: "style", address }, termsFor("a.example").terms);
    await expect(failed).rejects.toBeInstanceOf(GroundError);
    await expect(failed).rejects.toMatchObject({ host: "a.example", problem: { code } });
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
