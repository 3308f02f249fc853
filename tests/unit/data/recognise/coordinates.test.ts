import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { DecimalMark } from "#domain/ingest/mapping.ts";
import { parseAngle, parsePosition, statedSrid } from "#data/recognise/coordinates.ts";

const DIGITS = 9;

describe("parseAngle", () => {
  it("reads a number next to 0 as programs write it, and takes a capital E for east", () => {
    expect(parseAngle("-1.5e-7", "point")).toBe(-1.5e-7);
    expect(parseAngle("14E5", "point")).not.toBe(14e5);
  });

  it.each<[string, DecimalMark, number]>([
    ["47.4979", "point", 47.4979],
    ["47,4979", "comma", 47.4979],
    ["47,4979", "point", 47.4979],
    ["47.498", "comma", 47.498],
    ["-16.5", "point", -16.5],
    ["19.04°", "point", 19.04],
    ["19,04° E", "comma", 19.04],
    ["121,5 W", "comma", -121.5],
    ["37°36'37.8\"N", "point", 37 + 36 / 60 + 37.8 / 3600],
    ["37�36'37.8\"N", "point", 37 + 36 / 60 + 37.8 / 3600],
    ["37Â°36â€²37.8â€³N", "point", 37 + 36 / 60 + 37.8 / 3600],
    ["37?36'37.8\"N", "point", 37 + 36 / 60 + 37.8 / 3600],
    ["37d36'37.8\"N", "point", 37 + 36 / 60 + 37.8 / 3600],
    ["37d36m37.8sN", "point", NaN],
    ["47 30 15 N", "point", 47 + 30 / 60 + 15 / 3600],
    ["47-30-15 N", "point", 47 + 30 / 60 + 15 / 3600],
    ["47:30:15N", "point", 47 + 30 / 60 + 15 / 3600],
    ["N 47° 30.25'", "point", 47 + 30.25 / 60],
    ["46° 4′ 32,4″", "comma", 46 + 4 / 60 + 32.4 / 3600],
    ["46º04´32''", "comma", 46 + 4 / 60 + 32 / 3600],
    ["13° 20′ 30″ O", "comma", 13 + 20 / 60 + 30 / 3600],
    ["13° 20′ ö. L.", "comma", 13 + 20 / 60],
    ["50° 54′ n. Br.", "comma", 50.9],
    ["é. 47° 30′", "comma", 47.5],
    ["19° 2′ K", "comma", 19 + 2 / 60],
    ["19° 2′ Ny", "comma", -(19 + 2 / 60)],
    ["33° 30′ S", "point", -33.5],
    ["-16° 30'", "point", -16.5],
    ["12 deg 30 min", "point", 12.5],
    ["0° 30' W", "point", -0.5],
  ])("reads %j with a decimal %s", (text, mark, value) => {
    const angle = parseAngle(text, mark);
    if (Number.isNaN(value)) expect(angle).toBeNaN();
    else expect(angle).toBeCloseTo(value, DIGITS);
  });

  it("leaves what is past all angles to the decimal mark", () => {
    expect(parseAngle("650.123", "comma")).toBe(650123);
    expect(parseAngle("650,123", "comma")).toBe(650.123);
  });

  it.each([
    "",
    " ",
    "N",
    "°",
    "Zwickau",
    "47° 61'",
    "47° 30' 60\"",
    "47.5° 30'",
    "30'",
    "47° N 30'",
    "N 47° N",
    "-47° S",
    "47° -30'",
    "1 2 3 4",
    "12 5",
    "1e",
    "47.5 X",
    "47,5; 19",
    "47..5",
    "12.5.2019",
  ])("takes %j for no angle", (text) => {
    expect(parseAngle(text, "point")).toBeNaN();
  });
});

describe("parsePosition", () => {
  it.each<[string, DecimalMark, number, number]>([
    ["47.5, 19.04", "point", 19.04, 47.5],
    ["47.5,19.04", "point", 19.04, 47.5],
    ["47.5 19.04", "point", 19.04, 47.5],
    ["47.5;19.04", "comma", 19.04, 47.5],
    ["(47.5, 19.04)", "point", 19.04, 47.5],
    ["47,5; 19,04", "comma", 19.04, 47.5],
    ["47,5 19,04", "comma", 19.04, 47.5],
    ["47,5, 19,04", "comma", 19.04, 47.5],
    ["47,5,19,04", "comma", 19.04, 47.5],
    ["47.5,19.04", "comma", 19.04, 47.5],
    ["47, 19", "comma", 19, 47],
    ["47,19", "point", 19, 47],
    ["-33.5, -70.6", "point", -70.6, -33.5],
    ["37°36'37.8\"N 121°2'17.9\"W", "point", -(121 + 2 / 60 + 17.9 / 3600), 37 + 36 / 60 + 37.8 / 3600],
    ["N 47° 30.25' E 19° 2.4'", "point", 19.04, 47 + 30.25 / 60],
    ["19.04 E, 47.5 N", "point", 19.04, 47.5],
    ["47.5N 19.04E", "point", 19.04, 47.5],
    ["50° 54′ N, 13° 20′ O", "comma", 13 + 20 / 60, 50.9],
    ["50° 54′ n. Br., 13° 20′ ö. L.", "comma", 13 + 20 / 60, 50.9],
    ["é. sz. 47° 30′, k. h. 19° 3′", "comma", NaN, NaN],
    ["É 47° 30′, K 19° 3′", "comma", 19.05, 47.5],
    ["46° 3′ S, 14° 30′ V", "comma", 14.5, 46.05],
    ["45° 48′ S, 15° 54′ I", "comma", 15.9, 45.8],
    ["46° 4′ 32,4″, 14° 30′ 36″", "comma", 14.51, 46 + 4 / 60 + 32.4 / 3600],
    ["47 30 15 19 02 24", "point", 19.04, 47 + 30 / 60 + 15 / 3600],
    ["47°30' 19°3'", "point", 19.05, 47.5],
    ["Lon: 19.04, Lat: 47.5", "point", 19.04, 47.5],
    ["POINT(19.04 47.5)", "comma", 19.04, 47.5],
    ["Point Z (19.04 47.5 120)", "point", 19.04, 47.5],
    ["SRID=4326;POINT(19.04 47.5)", "point", 19.04, 47.5],
    ["geo:47.5,19.04", "comma", 19.04, 47.5],
    ["geo:47.5,19.04,120;u=35", "point", 19.04, 47.5],
    ['{"type": "Point", "coordinates": [102.0, 0.5]}', "point", 102, 0.5],
    ["238 456, 650 123", "comma", 650123, 238456],
    ["238.456,5; 650.123,5", "comma", 650123.5, 238456.5],
  ])("reads %j with a decimal %s", (text, mark, lon, lat) => {
    const point = parsePosition(text, mark);
    if (Number.isNaN(lon)) {
      expect(point).toBeNull();
      return;
    }
    expect(point?.lon).toBeCloseTo(lon, DIGITS);
    expect(point?.lat).toBeCloseTo(lat, DIGITS);
  });

  it.each<[string, DecimalMark]>([
    ["", "point"],
    ["47,5", "comma"],
    ["47,5,19", "point"],
    ["47.5", "point"],
    ["Zwickau, Sachsen", "point"],
    ["N 47° 30', N 19° 3'", "point"],
    ["POINT EMPTY", "point"],
    ["POINT(19.04)", "point"],
    ["LINESTRING(1 2, 3 4)", "point"],
    ["geo:47.5", "point"],
    ['{"type": "Point"}', "point"],
    ["{", "point"],
    ["47 30 19 03", "point"],
    ["47 30 15,19 2 24", "comma"],
  ])("takes %j with a decimal %s for no position", (text, mark) => {
    expect(parsePosition(text, mark)).toBeNull();
  });

  it("answers at once for very long texts", () => {
    const start = performance.now();
    for (const part of ["1", "1 ", "1,", "POINT(", "point(1 ", "geo:", "N", "[", "°"]) {
      parsePosition(part.repeat(200_000), "comma");
      parseAngle(part.repeat(200_000), "comma");
    }
    parsePosition(`POINT(${" ".repeat(200_000)}`, "point");
    expect(performance.now() - start).toBeLessThan(1000);
  });

  const spectrum = path.resolve(import.meta.dirname, "../../../../../shared/testdata/importer/csv-spectrum");
  it.skipIf(!existsSync(spectrum))(
    "reads the shared cell with broken degree signs (skipped where it is absent)",
    () => {
      const text = readFileSync(path.join(spectrum, "location_coordinates.csv"), "utf8");
      const point = parsePosition(text.split(",").at(-3) ?? "", "point");
      expect(point?.lon).toBeCloseTo(-121.038306, 6);
      expect(point?.lat).toBeCloseTo(37.6105, 6);
    },
  );
});

describe("statedSrid", () => {
  it("names the system of extended well-known text, and of nothing else", () => {
    expect(statedSrid("SRID=3857;POINT(1 2)")).toBe("EPSG:3857");
    expect(statedSrid("POINT(1 2)")).toBeNull();
  });
});
