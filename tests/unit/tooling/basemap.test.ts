import {
  area,
  booleanClockwise,
  booleanPointInPolygon,
  featureCollection,
  lineString,
  multiPolygon,
  polygon,
} from "@turf/turf";
import type { FeatureCollection, MultiLineString, MultiPolygon, Position } from "geojson";
import { topology } from "topojson-server";
import { describe, expect, it } from "vitest";
import { BASEMAP_WINDOW, computeBasemap, type Basemap, type WaterTopology } from "#tooling/basemap.ts";
import type { CountryTopology } from "#tooling/countries.ts";
import type { City } from "#tooling/geonames.ts";

/** A square of `size` degrees with its lower left corner at a point, wound clockwise as in TopoJSON. */
function square(lon: number, lat: number, size: number): Position[] {
  return [
    [lon, lat],
    [lon, lat + size],
    [lon + size, lat + size],
    [lon + size, lat],
    [lon, lat],
  ];
}

/** Three countries side by side and an island; the northern half of the third is held by the second. */
const shapes: Readonly<Record<string, Position[][][]>> = {
  West: [[square(0, 40, 4)], [square(-10, 60, 1)]],
  Middle: [
    [
      [
        [4, 40],
        [4, 44],
        [8, 44],
        [8, 42],
        [8, 40],
        [4, 40],
      ],
    ],
    [
      [
        [8, 42],
        [8, 44],
        [12, 44],
        [12, 42],
        [8, 42],
      ],
    ],
  ],
  East: [
    [
      [
        [8, 40],
        [8, 42],
        [12, 42],
        [12, 40],
        [8, 40],
      ],
    ],
  ],
  Edge: [[square(58, 30, 4)]],
};

function city(country: string, lon: number, lat: number, population: number): City {
  const name = `${country} ${String(population)}`;
  return {
    id: population,
    name,
    alternateNames: [],
    lon,
    lat,
    featureClass: "P",
    featureCode: "PPL",
    country,
    population,
  };
}

const cities = [
  city("WW", 1, 41, 30_000),
  city("MM", 5, 41, 60_000),
  city("MM", 11, 43.5, 1_000),
  city("EE", 9, 43, 9_000),
  city("EE", 9, 41, 20_000),
  city("XX", 59, 31, 19_999),
];

function compute(): Basemap {
  const countries = featureCollection(
    Object.entries(shapes).map(([name, coordinates]) => multiPolygon(coordinates, { name })),
  );
  const land = multiPolygon(Object.values(shapes).flat()).geometry;
  const lakes = featureCollection([polygon([square(1.00049, 42, 0.1)])]);
  const rivers = featureCollection([
    lineString([
      [50, 50],
      [70, 50],
    ]),
  ]);
  return computeBasemap(
    topology({ countries, land }) as CountryTopology,
    topology({ lakes, rivers }) as WaterTopology,
    cities,
    cities.map((city) => ({ ...city, exonyms: {} })),
  );
}

const basemap = compute();

function polygons(layer: FeatureCollection<MultiPolygon>): Position[][][] {
  return layer.features.flatMap(({ geometry }) => geometry.coordinates);
}

function lines(layer: FeatureCollection<MultiLineString>): Position[][] {
  return layer.features.flatMap(({ geometry }) => geometry.coordinates);
}

function isOnBorder([lon, lat]: readonly [number, number]): boolean {
  return lines(basemap.borders).some((line) =>
    line.some(([x1 = NaN, y1 = NaN], index) => {
      const [x2 = NaN, y2 = NaN] = line[index + 1] ?? [];
      return (
        (x1 - lon) * (x2 - lon) <= 0 &&
        (y1 - lat) * (y2 - lat) <= 0 &&
        (x1 - lon) * (y2 - lat) === (x2 - lon) * (y1 - lat)
      );
    }),
  );
}

describe("computeBasemap", () => {
  it("winds outer rings counter-clockwise and closes them", () => {
    for (const [ring = []] of [...polygons(basemap.land), ...polygons(basemap.lakes)]) {
      expect(booleanClockwise(ring)).toBe(false);
      expect(ring[0]).toEqual(ring.at(-1));
    }
  });

  it("cuts land at the window", () => {
    const edge = polygons(basemap.land).find(([ring = []]) => ring.some(([lon = 0]) => lon > 50)) ?? [];
    expect(edge).toHaveLength(1);
    expect(Math.max(...(edge[0] ?? []).map(([lon = NaN]) => lon))).toBe(BASEMAP_WINDOW[2]);
    expect(area(polygon(edge))).toBeCloseTo(area(polygon([square(58, 30, 4)])) / 2, -6);
  });

  it("cuts rivers at the window", () => {
    expect(lines(basemap.rivers)).toEqual([
      [
        [50, 50],
        [60, 50],
      ],
    ]);
  });

  it("rounds to three decimals", () => {
    expect(polygons(basemap.lakes)[0]?.[0]).toContainEqual([1, 42]);
  });

  it("draws a border between two countries", () => {
    expect(isOnBorder([4, 41])).toBe(true);
  });

  it("draws no border along a coast", () => {
    expect(isOnBorder([2, 40])).toBe(false);
  });

  it("counts a part to the country that most of its people are listed under", () => {
    expect(isOnBorder([8, 43])).toBe(true);
    expect(isOnBorder([10, 42])).toBe(false);
  });

  it("shows places of 20,000 people and more, the most populous first", () => {
    expect(basemap.towns.features.map(({ properties }) => properties.population)).toEqual([60_000, 30_000, 20_000]);
  });

  it("puts a country's name inside its largest part, the largest country first", () => {
    const labels = basemap.countries.features;
    const [first] = labels;
    expect(labels.map(({ properties }) => properties.country).sort()).toEqual(["EE", "MM", "WW", "XX"]);
    const areas = labels.map(({ properties }) => properties.areaSquareKilometers);
    expect(areas).toEqual([...areas].sort((a, b) => b - a));
    const west = labels.find(({ properties }) => properties.country === "WW");
    expect(west !== undefined && booleanPointInPolygon(west, polygon([square(0, 40, 4)]))).toBe(true);
    expect(first?.geometry.coordinates.every((value) => Number.isFinite(value))).toBe(true);
  });

  it("gives the same every time", () => {
    expect(JSON.stringify(compute())).toBe(JSON.stringify(basemap));
  });
});
