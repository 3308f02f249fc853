import { describe, expect, it } from "vitest";
import { choosePlaces, readGeoNames, type City } from "#tooling/geonames.ts";

const LINE = [
  "2925192",
  "Freiberg",
  "Freiberg",
  "Freiberg in Sachsen,Friberga",
  "50.91089",
  "13.33881",
  "P",
  "PPLA3",
  "DE",
  "",
  "13",
  "00",
  "14522",
  "14522180",
  "41823",
  "",
  "404",
  "Europe/Berlin",
  "2022-02-01",
].join("\t");

const FREIBERG: City = {
  id: 2925192,
  name: "Freiberg",
  alternateNames: ["Freiberg", "Freiberg in Sachsen", "Friberga"],
  lat: 50.91089,
  lon: 13.33881,
  featureClass: "P",
  featureCode: "PPLA3",
  country: "DE",
  population: 41_823,
};

function choose(...changes: Partial<City>[]): number[] {
  return choosePlaces(
    changes.map((change, index) => ({ ...FREIBERG, id: index + 1, name: `Town ${String(index)}`, ...change })),
  ).map(({ id }) => id);
}

describe("readGeoNames", () => {
  it("reads the columns of a row", () => {
    expect(readGeoNames(`${LINE}\n`)).toEqual([FREIBERG]);
  });

  it("passes over what is not a row", () => {
    expect(readGeoNames(`\n${LINE}\n\n`)).toHaveLength(1);
  });
});

describe("choosePlaces", () => {
  it("takes places of 500 people and more", () => {
    expect(choose({ population: 499 }, { population: 500 })).toEqual([2]);
  });

  it.each(["PPLX", "PPLH", "PPLCH", "PPLQ", "PPLW"])("leaves out what GeoNames calls %s", (featureCode) => {
    expect(choose({ featureCode }, { featureCode: "PPLL" })).toEqual([2]);
  });

  it("leaves out what is no populated place", () => {
    expect(choose({ featureClass: "A" })).toEqual([]);
  });

  it("leaves out other continents, and the overseas parts of European countries", () => {
    expect(choose({ country: "MA" }, { country: "FR", lon: 55.45, lat: -20.88 }, { country: "XK" })).toEqual([3]);
  });

  it("takes one of two rows that are the same place", () => {
    expect(choose({ name: "Borgarnes" }, { name: "Borgarnes", lon: 13.36 })).toEqual([1]);
  });

  it("keeps namesakes that lie apart, or differ in people", () => {
    expect(choose({ name: "Kiten" }, { name: "Kiten", lon: 13.5 }, { name: "Kiten", population: 501 })).toEqual([
      1, 2, 3,
    ]);
  });
});
