import { describe, expect, it } from "vitest";
import { readBundledPlaces } from "#data/bundled/read-places.ts";
import { writeBundledPlaces } from "#data/bundled/write-places.ts";
import type { Place, PlaceTable } from "#domain/place/place.ts";

const FREIBERG: Place = {
  id: 2925192,
  name: "Freiberg",
  country: "DE",
  population: 41_823,
  lon: 13.33881,
  lat: 50.91089,
  exonyms: {},
};
const KOMLO: Place = { ...FREIBERG, id: 3049512, name: "Komló", country: "HU", population: 27_462, lon: 18.26494, lat: 46.19278 }; // prettier-ignore
const HORTA: Place = { ...FREIBERG, id: 3373385, name: "Horta", country: "PT", population: 600, lon: -28.62563, lat: 38.53737 }; // prettier-ignore
const LOEBAU: Place = { ...FREIBERG, id: 2875457, name: "Löbau", population: 600, lon: 14.66823, lat: 51.09954 };

function rows(table: PlaceTable): Place[] {
  return Array.from({ length: table.count }, (_, index) => ({
    id: table.id[index] ?? NaN,
    name: table.name[index] ?? "",
    country: table.country[index] ?? "",
    population: table.population[index] ?? NaN,
    lon: table.lon[index] ?? NaN,
    lat: table.lat[index] ?? NaN,
    exonyms: table.exonyms.get(table.id[index] ?? NaN) ?? {},
  }));
}

function roundTrip(places: readonly Place[]): Place[] {
  return rows(readBundledPlaces(writeBundledPlaces(places).buffer));
}

describe("the file of places", () => {
  it("gives every place back to the last of five decimals, west of Greenwich too", () => {
    expect(roundTrip([FREIBERG, KOMLO, HORTA])).toEqual([FREIBERG, KOMLO, HORTA]);
  });

  it("puts the most populous first, and the lower id where populations are equal", () => {
    expect(roundTrip([HORTA, LOEBAU, KOMLO, FREIBERG])).toEqual([FREIBERG, KOMLO, LOEBAU, HORTA]);
  });

  it("keeps what places are called elsewhere", () => {
    const koper = { ...FREIBERG, id: 3197753, name: "Koper", country: "SI", exonyms: { it: "Capodistria" } };
    const wien = {
      ...KOMLO,
      id: 2761369,
      name: "Wien",
      country: "AT",
      exonyms: { hu: "Bécs", sl: "Dunaj", hr: "Beč" },
    };
    expect(roundTrip([koper, wien])).toEqual([koper, wien]);
  });

  it("is the same whatever the order of the places", () => {
    expect(writeBundledPlaces([HORTA, KOMLO, FREIBERG])).toEqual(writeBundledPlaces([FREIBERG, HORTA, KOMLO]));
  });

  it("holds no places as well", () => {
    expect(roundTrip([])).toEqual([]);
  });

  it("keeps the ends of the globe", () => {
    const ends = { ...FREIBERG, lon: 180, lat: -90 };
    expect(roundTrip([ends])).toEqual([ends]);
  });

  it("refuses a place that occurs twice", () => {
    expect(() => writeBundledPlaces([FREIBERG, FREIBERG])).toThrow("occurs twice");
  });

  it("refuses what is no country code", () => {
    expect(() => writeBundledPlaces([{ ...FREIBERG, country: "Germany" }])).toThrow("country code");
  });

  it("is refused when something else is read", () => {
    expect(() => readBundledPlaces(new TextEncoder().encode("<!doctype html><html></html>").buffer)).toThrow(
      "not a file",
    );
  });

  it("is refused when it is cut off", () => {
    const bytes = writeBundledPlaces([FREIBERG, KOMLO]);
    expect(() => readBundledPlaces(bytes.slice(0, -1).buffer)).toThrow("cut off");
  });
});
