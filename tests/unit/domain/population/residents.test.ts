import { describe, expect, it } from "vitest";
import { computeResidents, indexResidents } from "#domain/population/residents.ts";
import type { PlaceTable } from "#domain/place/place.ts";
import type { PopulationTable } from "#domain/population/population.ts";

const places: PlaceTable = {
  exonyms: new Map(),
  count: 2,
  id: Uint32Array.of(1, 2),
  name: ["Inside", "Outside"],
  country: ["HR", "HR"],
  lon: Float64Array.of(14.05, 15),
  lat: Float64Array.of(45.05, 45.05),
  population: Uint32Array.of(1000, 500),
};

function table(points: readonly (readonly [number, number, number])[]): PopulationTable {
  return {
    count: points.length,
    name: [],
    country: [],
    lon: Float64Array.from(points, ([lon]) => lon),
    lat: Float64Array.from(points, ([, lat]) => lat),
    residents: Float64Array.from(points, ([, , people]) => people),
  };
}

const grid = table([
  [14, 45, 10],
  [14.1, 45, 20],
  [14.1, 45.1, 30],
  [14, 45.1, 40],
]);
const everywhere = { lon: 14.5, lat: 45.05 };
const REACH = 100_000;

describe("residents", () => {
  it("are those of the places where no table is loaded", () => {
    expect(computeResidents(indexResidents(places, []), everywhere, REACH)).toBe(1500);
  });

  it("of a table count inside the area that it spans, the places there do not", () => {
    expect(computeResidents(indexResidents(places, [grid]), everywhere, REACH)).toBe(600);
  });

  it("are not counted twice where tables overlap: the later one counts", () => {
    const wide = table([
      [13.9, 44.9, 1],
      [14.2, 44.9, 1],
      [14.2, 45.2, 1],
      [13.9, 45.2, 1],
    ]);
    expect(computeResidents(indexResidents(places, [grid, wide]), everywhere, REACH)).toBe(504);
  });

  it("of a table that spans no area are added", () => {
    expect(computeResidents(indexResidents(places, [table([[14.05, 45.05, 7]])]), everywhere, REACH)).toBe(1507);
  });
});
