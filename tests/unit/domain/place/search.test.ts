import { describe, expect, it } from "vitest";
import type { PlaceTable } from "#domain/place/place.ts";
import { foldNames, searchPlaces } from "#domain/place/search.ts";
import { shownPlaceName } from "#domain/place/shown-name.ts";

/** By population. */
const PLACES: PlaceTable = {
  count: 5,
  id: Uint32Array.of(1, 2, 3, 4, 5),
  name: ["Wien", "Rijeka", "Koper", "Bad Fium", "Fiumefreddo"],
  country: ["AT", "HR", "SI", "AT", "IT"],
  population: Uint32Array.of(5, 4, 3, 2, 1),
  lon: new Float64Array(5),
  lat: new Float64Array(5),
  exonyms: new Map([
    [1, { en: "Vienna", hu: "Bécs", sl: "Dunaj", it: "Vienna", hr: "Beč" }],
    [2, { hu: "Fiume", it: "Fiume" }],
    [3, { it: "Capodistria" }],
  ]),
};
const folded = foldNames(PLACES);
const search = (text: string, limit = 8) => searchPlaces(PLACES, folded, text, limit).map(({ name }) => name);

describe("a search of places", () => {
  it("finds them by what they are called in any language, without its accents", () => {
    expect(search("bec")).toEqual(["Wien"]);
    expect(search("VIENNA")).toEqual(["Wien"]);
    expect(search("capod")).toEqual(["Koper"]);
  });

  it("puts those of which any name begins with the text first, then later words, then the rest", () => {
    expect(search("fium")).toEqual(["Rijeka", "Fiumefreddo", "Bad Fium"]);
    expect(search("um")).toEqual(["Rijeka", "Bad Fium", "Fiumefreddo"]);
    expect(search("fium", 1)).toEqual(["Rijeka"]);
  });

  it("finds nothing across two names of a place", () => {
    expect(search("rijeka fiume")).toEqual([]);
    expect(search("")).toEqual([]);
  });

  it("gives each place with its exonyms", () => {
    const [koper] = searchPlaces(PLACES, folded, "koper", 1);
    expect(koper?.exonyms).toEqual({ it: "Capodistria" });
  });
});

describe("the shown name of a place", () => {
  it("is its local spelling, with the reader's own name for it where there is one", () => {
    const koper = { name: "Koper", exonyms: { it: "Capodistria" } };
    expect(shownPlaceName(koper, "it")).toBe("Koper (Capodistria)");
    expect(shownPlaceName(koper, "sl")).toBe("Koper");
  });
});
