import { describe, expect, it } from "vitest";
import { guessCrs, looksSwapped, type CrsGuess } from "#data/recognise/guess-crs.ts";

/** Komló, Budapest, Debrecen; Freiberg, Zwickau, Görlitz; Idrija, Ljubljana, Maribor; Labin, Rijeka, Zagreb; degrees. */
const IN_HUNGARY = { xs: [589205.58, 650000, 845000], ys: [94244.54, 238000, 247000] };
const IN_SAXONY_UTM = { xs: [383296.59, 321400, 503200], ys: [5641128.96, 5622200, 5666800] };
const IN_SAXONY_GK = { xs: [4594350.95, 4534500, 4523100], ys: [5642487.66, 5621900, 5681500] };
const IN_SLOVENIA = { xs: [424868.23, 462000, 549500], ys: [96033.82, 101200, 157300] };
const IN_CROATIA = { xs: [312624.67, 338900, 459900], ys: [4996092.07, 5023200, 5074500] };

const codes = (guesses: readonly CrsGuess[]) => guesses.map(({ code }) => code);
const flip = ({ xs, ys }: { xs: number[]; ys: number[] }) => ({ xs: ys, ys: xs });

describe("guessCrs", () => {
  it("takes degrees for WGS 84 without question", () => {
    expect(guessCrs({ xs: [13.3, 18.2], ys: [50.9, 46.2], headers: ["x", "y"] })).toEqual([
      { code: "EPSG:4326", name: "WGS 84", from: "range", swapped: false },
    ]);
    expect(codes(guessCrs({ xs: [13.3, 18.2, 19], ys: [50.9, 4619, 47], headers: [] }))).toEqual(["EPSG:4326"]);
  });

  it("finds the Hungarian grid by its values alone, in either order", () => {
    const [best] = guessCrs({ ...IN_HUNGARY, headers: ["X", "Y"] });
    expect(best).toMatchObject({ code: "EPSG:23700", from: "range", swapped: false });
    const [flipped] = guessCrs({ ...flip(IN_HUNGARY), headers: ["X", "Y"] });
    expect(flipped).toMatchObject({ code: "EPSG:23700", swapped: true });
  });

  it("does not choose between two countries where the values fit both", () => {
    expect(codes(guessCrs({ xs: [589205.58], ys: [94244.54], headers: ["X", "Y"] }))).toEqual(
      expect.arrayContaining(["EPSG:23700", "EPSG:3794"]),
    );
  });

  it.each([
    ["EOV_Y", "EOV_X", IN_HUNGARY, ["EPSG:23700"]],
    ["EOV Y", "EOV X", IN_HUNGARY, ["EPSG:23700"]],
    ["D96_E", "D96_N", IN_SLOVENIA, ["EPSG:3794"]],
    ["HTRS96_E", "HTRS96_N", IN_CROATIA, ["EPSG:3765"]],
    ["UTM33_E", "UTM33_N", IN_SAXONY_UTM, ["EPSG:25833"]],
    ["x_25833", "y_25833", IN_SAXONY_UTM, ["EPSG:25833"]],
    ["Rechtswert", "Hochwert", IN_SAXONY_GK, ["EPSG:31468"]],
    ["GK_X", "GK_Y", { xs: [431090, 431500], ys: [93225, 93800] }, ["EPSG:3912"]],
    ["x_3035", "y_3035", { xs: [4555825.21], ys: [3094091.65] }, ["EPSG:3035"]],
    ["Est (Gauss-Boaga)", "Nord (Gauss-Boaga)", { xs: [1683722.68], ys: [5064555.97] }, ["EPSG:3003"]],
  ])("takes headers like %s and %s for the name of the system", (x, y, sample, expected) => {
    const guesses = guessCrs({ ...sample, headers: [x, y] });
    expect(codes(guesses)).toEqual(expected);
    expect(guesses[0]?.from).toBe("header");
    expect(guesses[0]?.swapped).toBe(false);
  });

  it("lists all zones where easting and northing bare of a zone fit several", () => {
    const found = codes(guessCrs({ ...IN_SAXONY_UTM, headers: ["Easting", "Northing"] }));
    expect(found.length).toBeGreaterThan(1);
    expect(found).toContain("EPSG:25832");
    expect(found).toContain("EPSG:25833");
    expect(found).not.toContain("EPSG:32633");
  });

  it("proposes the zones on the old German datums that share their values", () => {
    const found = codes(guessCrs({ ...IN_SAXONY_GK, headers: ["X", "Y"] }));
    expect(found).toContain("EPSG:31468");
    expect(found).toContain("EPSG:2398");
    expect(found).not.toContain("EPSG:31467");
  });

  it("does not believe a header that the values contradict", () => {
    const found = codes(guessCrs({ ...IN_SAXONY_GK, headers: ["EOV_X", "EOV_Y"] }));
    expect(found).not.toContain("EPSG:23700");
  });

  it("gives nothing for values of no known system, and for none", () => {
    expect(guessCrs({ xs: [99_000_000], ys: [1], headers: [] })).toEqual([]);
    expect(guessCrs({ xs: [NaN], ys: [1], headers: [] })).toEqual([]);
    expect(guessCrs({ xs: [], ys: [], headers: [] })).toEqual([]);
  });
});

describe("looksSwapped", () => {
  it("sees latitudes of Europe under the longitudes", () => {
    expect(looksSwapped([50.7, 49.8, 41.8], [12.5, 10, 12.3])).toBe(true);
    expect(looksSwapped([12.5, 10, 12.3], [50.7, 49.8, 41.8])).toBe(false);
  });

  it("leaves points elsewhere as they stand", () => {
    expect(looksSwapped([-121, -70], [37, -33])).toBe(false);
    expect(looksSwapped([], [])).toBe(false);
    expect(looksSwapped([NaN], [NaN])).toBe(false);
  });
});
