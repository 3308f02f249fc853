import { describe, expect, it } from "vitest";
import { overpassQuery } from "#data/osm/overpass-query.ts";
import { meters } from "#domain/units.ts";

const disc = { kind: "disc", center: { lon: 14.5, lat: -0.00000001 }, radiusMeters: meters(10_000) } as const;

describe("overpassQuery", () => {
  it("asks for keys with any value, or with some, alone or among others", () => {
    const keys = [
      { key: "craft", values: null },
      { key: "man_made", values: ["works"] },
      { key: "amenity", values: ["cafe", "a.b|c"] },
    ];
    expect(overpassQuery([disc], keys, 90)).toBe(
      [
        "[out:json][timeout:90][maxsize:268435456];",
        "(",
        'nwr["craft"](around:10560,-0,14.5);',
        'nwr["man_made"~"(^|;) *(works) *(;|$)"](around:10560,-0,14.5);',
        'nwr["amenity"~"(^|;) *(cafe|a\\\\.b\\\\|c) *(;|$)"](around:10560,-0,14.5);',
        ");",
        "out tags center qt;",
      ].join("\n"),
    );
  });

  it("asks for a box as south, west, north, east, a little wider", () => {
    const area = { kind: "box", west: 14, south: 45, east: 15, north: 46 } as const;
    expect(overpassQuery([area], [{ key: "shop", values: null }], 90)).toContain(
      'nwr["shop"](44.99,13.99,46.01,15.01);',
    );
  });
});
