import { describe, expect, it } from "vitest";
import { actorsFromElements } from "#data/osm/actors-from-elements.ts";
import type { OsmElement } from "#data/osm/osm-element.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { rowOfActor } from "#domain/workspace/rows.ts";
import { textsOf } from "#domain/text-column.ts";
import { osmElement, ownTagTable } from "../../../helpers/osm.ts";

const table = ownTagTable();
const asOf = "2026-11-20T08:00:00Z";
const actors = (elements: readonly OsmElement[], language = "en") =>
  actorsFromElements(elements, { table, language, asOf });
const ids = (elements: readonly OsmElement[]) => {
  const { id, count } = actors(elements);
  return textsOf(id, count);
};
const away = (meters: number) => destination({ lon: 14, lat: 46 }, 90, meters);

describe("actorsFromElements", () => {
  it("fills every column from tags and position", () => {
    const tags = {
      shop: "bakery",
      name: " Pekarna  Ana ",
      "addr:country": "si",
      "addr:city": "Bled",
      "addr:street": "Ljubljanska cesta",
      "addr:housenumber": "4a",
      website: "www.ana.si",
    };
    expect(rowOfActor(actors([osmElement(12_345_678_901, tags, { lon: 14.1, lat: 46.3 })]), 0)).toEqual({
      id: "osm-node-12345678901",
      name: "Pekarna Ana",
      sector: "trade",
      category: "retail_food",
      country: "SI",
      municipality: "Bled",
      address: "Ljubljanska cesta 4a",
      lon: 14.1,
      lat: 46.3,
      precision: "building",
      positionSource: "https://www.openstreetmap.org/node/12345678901",
      website: "https://www.ana.si",
      sourceUrl: "https://www.openstreetmap.org/node/12345678901",
      seenYear: 2026,
    });
  });

  it("leaves empty what is not tagged, or makes no sense", () => {
    const tags = { shop: "bakery", "addr:country": "Slovenia", "addr:housenumber": "4", website: "see below" };
    const row = rowOfActor(actorsFromElements([osmElement(1, tags)], { table, language: "en", asOf: null }), 0);
    expect([row.country, row.municipality, row.address, row.website, row.seenYear]).toEqual([
      null,
      null,
      null,
      null,
      null,
    ]);
  });

  it.each([
    [{ name: "Ana", brand: "B", operator: "O" }, "Ana"],
    [{ brand: "B", operator: "O" }, "B"],
    [{ operator: "O" }, "O"],
    [{ name: "  " }, "Bäckerei"],
  ])("calls an actor with %j by its name, else by its kind in the language", (tags, name) => {
    expect(rowOfActor(actors([osmElement(1, { shop: "bakery", ...tags })], "de"), 0).name).toBe(name);
  });

  it.each([
    ["way", { building: "yes" }, "building"],
    ["way", {}, "site"],
    ["relation", { building: "no" }, "site"],
    ["node", {}, "building"],
  ] as const)("takes the point of a %s with %j to be of the right precision", (type, tags, precision) => {
    expect(rowOfActor(actors([osmElement(1, { shop: "bakery", ...tags }, { type })]), 0).precision).toBe(precision);
  });

  it("takes each element once, in an order of its own", () => {
    const way = osmElement(1, { shop: "bakery" }, { type: "way" });
    const relation = osmElement(1, { shop: "bakery" }, { type: "relation" });
    const elements = [relation, osmElement(20, { shop: "bakery" }), way, osmElement(3, { amenity: "cafe" }), way];
    const expected = ["osm-node-3", "osm-node-20", "osm-way-1", "osm-relation-1"];
    expect(ids(elements)).toEqual(expected);
    expect(ids(elements.toReversed())).toEqual(expected);
  });

  it("leaves out what is no actor", () => {
    expect(ids([osmElement(1, { amenity: "bench" }), osmElement(2, {}), osmElement(3, { shop: "vacant" })])).toEqual(
      [],
    );
  });

  describe("where an actor is mapped twice", () => {
    const named = { shop: "supermarket", name: "Żabka" };
    const way = osmElement(1, named, { type: "way" });

    it("keeps the way of the same name and kind around a node, in either order", () => {
      const node = osmElement(2, { shop: "supermarket", name: "ZABKA" }, away(49.9));
      expect([ids([node, way]), ids([way, node])]).toEqual([["osm-way-1"], ["osm-way-1"]]);
    });

    it("keeps the relation that a way is a part of", () => {
      expect(ids([way, osmElement(3, named, { type: "relation" })])).toEqual(["osm-relation-3"]);
    });

    it.each([
      ["farther than 50 m apart", osmElement(2, named, away(50.1))],
      ["of another name", osmElement(2, { ...named, name: "Lidl" })],
      ["without a name", osmElement(2, { shop: "supermarket" })],
      ["of another kind", osmElement(2, { ...named, shop: "kiosk" })],
      ["both ways", osmElement(2, named, { type: "way" })],
    ])("keeps both when they are %s", (_, other) => {
      expect(ids([other, way])).toHaveLength(2);
    });

    it("keeps two nodes of one name", () => {
      expect(ids([osmElement(2, named), osmElement(3, named)])).toHaveLength(2);
    });
  });
});
