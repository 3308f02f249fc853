import { describe, expect, it } from "vitest";
import { TABLE_KINDS } from "#domain/workspace/table.ts";
import { headerWords } from "#data/recognise/header-words.ts";
import { fieldsOf, foldHeader, matchHeaders } from "#data/recognise/match-headers.ts";

describe("foldHeader", () => {
  it("drops case, accents, blanks and punctuation", () => {
    expect(foldHeader(" Geographische Länge ")).toBe("geographischelange");
    expect(foldHeader("COORD_PRECISION")).toBe("coordprecision");
    expect(foldHeader("addr:city")).toBe("addrcity");
  });
});

describe("headerWords", () => {
  it("has words for every field of every kind", () => {
    for (const kind of TABLE_KINDS) {
      for (const field of fieldsOf(kind)) expect([kind, field, headerWords(kind, field).length > 5]).toContain(true);
    }
  });

  it("has no empty word and no field that the kind lacks", () => {
    for (const kind of TABLE_KINDS) {
      for (const field of fieldsOf(kind)) {
        expect(headerWords(kind, field).filter((word) => foldHeader(word) === "")).toEqual([]);
      }
      expect(headerWords(kind, "nonsense")).toEqual([]);
    }
  });
});

describe("matchHeaders", () => {
  it("finds the words of several languages", () => {
    const matches = matchHeaders(["OSM_ID", "Hosszúság", "Szélesség", "Szektor"], "actors");
    expect([...matches].map(([field, [first]]) => [field, first?.column])).toEqual([
      ["id", 0],
      ["sector", 3],
      ["lon", 1],
      ["lat", 2],
    ]);
  });

  it("prefers the own name to other words, and the earlier word to the later", () => {
    expect(matchHeaders(["x", "lon"], "sites").get("lon")).toEqual([
      { column: 1, isOwnName: true },
      { column: 0, isOwnName: false },
    ]);
    expect(matchHeaders(["objectid", "osm_id"], "sites").get("id")?.[0]?.column).toBe(1);
  });

  it("takes the first of equal headers", () => {
    expect(matchHeaders(["id", "lat", "lon", "LAT"], "sites").get("lat")).toEqual([{ column: 1, isOwnName: true }]);
  });

  it.each([
    ["E_UTM33", "N_UTM33"],
    ["x_25832", "y_25832"],
    ["UTM Ost", "UTM Nord"],
    ["GK_X", "GK_Y"],
    ["D96 E", "D96 N"],
    ["EOV Y", "EOV X"],
  ])("takes %s and %s for easting and northing", (easting, northing) => {
    const matches = matchHeaders([northing, easting], "sites");
    expect(matches.get("lon")?.[0]?.column).toBe(1);
    expect(matches.get("lat")?.[0]?.column).toBe(0);
  });

  it("looks past the unit in brackets, unless it is another one", () => {
    expect(matchHeaders(["Fläche (m²)"], "sites").get("floor_area_m2")?.[0]?.column).toBe(0);
    expect(matchHeaders(["Fläche (ha)"], "sites").get("floor_area_m2")).toBeUndefined();
    expect(matchHeaders(["lon [WGS 84]"], "sites").get("lon")?.[0]?.column).toBe(0);
  });
});
