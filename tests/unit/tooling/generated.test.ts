import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { booleanClockwise, booleanPointInPolygon, nearestPointOnLine } from "@turf/turf";
import type { Feature, FeatureCollection, LineString, MultiLineString, MultiPolygon, Point, Position } from "geojson";
import { describe, expect, it } from "vitest";
import { writeBundledDataset } from "#data/bundled/write-dataset.ts";
import { readBundledDataset } from "#data/bundled/read-dataset.ts";
import { readBundledPlaces } from "#data/bundled/read-places.ts";
import { assembleDataset } from "#tooling/assemble-dataset.ts";
import { BASEMAP_WINDOW } from "#tooling/basemap.ts";
import { readDataFile, readDataPackage, readTableTexts } from "../../helpers/bundled-tables.ts";

/** The files that the page is served; made by src/tooling/prepare.ts. */
const GENERATED = resolve(import.meta.dirname, "../../../public/generated");

function readBytes(path: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(readFileSync(resolve(GENERATED, path)));
}

function readLayer<G extends Feature["geometry"]>(name: string): FeatureCollection<G> {
  return JSON.parse(readFileSync(resolve(GENERATED, `basemap/${name}.json`), "utf8")) as FeatureCollection<G>;
}

const places = readBundledPlaces(readBytes("places.bin").buffer);
const [land] = readLayer<MultiPolygon>("land").features;
const borders = readLayer<MultiLineString>("borders");

function isLand(lon: number, lat: number): boolean {
  return land !== undefined && booleanPointInPolygon([lon, lat], land);
}

describe("the prepared dataset", () => {
  it("is what the tables say", async () => {
    const { dataset } = await assembleDataset(readDataPackage(), readTableTexts());
    if (dataset === null) throw new Error("the bundled tables have faults");
    expect(new TextDecoder().decode(readBytes("dataset.json"))).toBe(writeBundledDataset(dataset));
    expect(readBundledDataset(readBytes("dataset.json").buffer).tables).toHaveLength(4);
  });

  it("stands beside the tables that it was made of", () => {
    for (const { path } of readDataPackage().resources) {
      expect(new TextDecoder().decode(readBytes(`tables/${path}`))).toBe(readDataFile(path));
    }
  });
});

describe("the prepared places", () => {
  it("stand the most populous first", () => {
    expect(
      places.population.every((people, index) => index === 0 || people <= (places.population[index - 1] ?? 0)),
    ).toBe(true);
  });

  it.each([
    ["SI", 0.66, 2_110_000],
    ["HR", 0.88, 3_860_000],
    ["DE", 0.95, 83_200_000],
  ])("hold in %s the share of the official number of people that the method names: %d", (country, share, official) => {
    let people = 0;
    for (const [index, code] of places.country.entries()) if (code === country) people += places.population[index] ?? 0;
    expect(people / official).toBeCloseTo(share, 1.5);
  });

  it("hold the towns of the pilot sites", () => {
    const names = new Set(places.name);
    expect(["Freiberg", "Lokve", "Komló", "Castello di Godego", "Piran"].filter((name) => !names.has(name))).toEqual(
      [],
    );
  });
});

describe("the prepared basemap", () => {
  it("closes every ring of land and winds it as RFC 7946 asks", () => {
    const faults = (land?.geometry.coordinates ?? []).flatMap((rings) =>
      rings.filter((ring, index) => {
        const closed = ring[0]?.join() === ring.at(-1)?.join();
        return !closed || ring.length < 4 || booleanClockwise(ring) !== index > 0;
      }),
    );
    expect(faults).toEqual([]);
  });

  it.each([
    ["Freiberg", 13.34, 50.91],
    ["Komló", 18.26, 46.19],
    ["Krk, an island", 14.6, 45.08],
    ["Kautokeino", 23.04, 69.01],
    ["Moscow", 37.6, 55.75],
  ])("has land at %s", (_, lon, lat) => {
    expect(isLand(lon, lat)).toBe(true);
  });

  it.each([
    ["the Adriatic off Piran", 13.3, 45.4],
    ["the bay of Rijeka", 14.4, 45.25],
    ["the Norwegian Sea", 0, 66],
    ["the Barents Sea", 30, 73],
    ["the Gulf of Bothnia", 20, 63.2],
  ])("has water in %s", (_, lon, lat) => {
    expect(isLand(lon, lat)).toBe(false);
  });

  it("draws the border between Slovenia and Croatia, and none across Crimea's neck", () => {
    const lines = (borders.features[0]?.geometry.coordinates ?? []).map((coordinates): Feature<LineString> => ({
      type: "Feature",
      properties: {},
      geometry: { type: "LineString", coordinates },
    }));
    const kilometers = (point: Position) =>
      Math.min(...lines.map((line) => nearestPointOnLine(line, point).properties.pointDistance));
    expect(kilometers([14.6, 45.65])).toBeLessThan(30);
    expect(kilometers([33.7, 46.1])).toBeGreaterThan(100);
  });

  it("stays inside its window", () => {
    const [west, south, east, north] = BASEMAP_WINDOW;
    const outside = (land?.geometry.coordinates ?? [])
      .flat(2)
      .filter(([lon = NaN, lat = NaN]) => !(lon >= west && lon <= east && lat >= south && lat <= north));
    expect(outside).toEqual([]);
  });

  it("names towns of 20,000 people and more", () => {
    const towns = readLayer<Point>("towns").features.map(
      ({ properties }) => properties as { name: string; population: number },
    );
    expect(Math.min(...towns.map(({ population }) => population))).toBeGreaterThanOrEqual(20_000);
    expect(towns.map(({ name }) => name)).toContain("Freiberg");
  });

  it("weighs less than 3 MB in all", () => {
    const layers = ["land", "borders", "lakes", "rivers", "towns", "countries"];
    const bytes = layers.reduce((sum, layer) => sum + readBytes(`basemap/${layer}.json`).length, 0);
    expect(bytes).toBeLessThan(3e6);
  });
});
