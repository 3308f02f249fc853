import { describe, expect, it } from "vitest";
import { ACTOR_COLUMNS, SITE_COLUMNS } from "#domain/ingest/columns.ts";
import { foldHeader, matchHeaders } from "#data/ingest/headers.ts";

describe("foldHeader", () => {
  it("drops case, accents, blanks and punctuation", () => {
    expect(foldHeader(" Geographische Länge ")).toBe("geographischelange");
    expect(foldHeader("COORD_PRECISION")).toBe("coordprecision");
  });
});

describe("matchHeaders", () => {
  it("finds the usual synonyms in several languages", () => {
    const { position, missing } = matchHeaders(["OSM_ID", "Hosszúság", "Szélesség", "Szektor"], ACTOR_COLUMNS);
    expect([...position]).toEqual([
      ["id", 0],
      ["sector", 3],
      ["lon", 1],
      ["lat", 2],
    ]);
    expect(missing).toEqual([]);
  });

  it("prefers the own name to a synonym, and the earlier synonym to the later", () => {
    expect(matchHeaders(["x", "lon", "lat"], SITE_COLUMNS).position.get("lon")).toBe(1);
    expect(matchHeaders(["fid", "osm_id"], SITE_COLUMNS).position.get("id")).toBe(1);
  });

  it("names the columns that are needed and absent", () => {
    const { missing } = matchHeaders(["id", "lon"], ACTOR_COLUMNS);
    expect(missing.map(({ name }) => name)).toEqual(["sector", "lat"]);
  });

  it("names headers that repeat a column that is read, and no others", () => {
    expect(matchHeaders(["id", "lat", "lon", "LAT", "extra", "extra"], SITE_COLUMNS).repeated).toEqual([3]);
  });

  it("gives no two columns the same header", () => {
    for (const columns of [SITE_COLUMNS, ACTOR_COLUMNS]) {
      const names = columns.flatMap(({ name, synonyms }) => [foldHeader(name), ...synonyms]);
      expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
      expect(names.map(foldHeader)).toEqual(names);
    }
  });
});
