import { describe, expect, it } from "vitest";
import { askedKeys, classifyTags, kindName, readTagTable, TAG_TABLE_FORMAT } from "#data/osm/tag-table.ts";
import { ownTagTable } from "../../../helpers/osm.ts";

const table = ownTagTable();
const classify = (tags: Record<string, string>) => {
  const kind = classifyTags(tags, table);
  return kind === null ? null : [kind.sector, kind.category];
};

describe("classifyTags", () => {
  it.each([
    [{ tourism: "museum" }, ["creative", "museum_heritage"]],
    [{ craft: "pottery" }, ["creative", "artistic_craft"]],
    [{ shop: "bakery" }, ["trade", "retail_food"]],
    [{ man_made: "works" }, ["trade", "manufacturing"]],
    [{ amenity: "restaurant" }, ["service", "gastronomy"]],
    [{ office: "government" }, ["service", "public_admin"]],
  ])("tells sector and category of %j", (tags, expected) => {
    expect(classify(tags)).toEqual(expected);
  });

  it.each([
    [{ shop: "tyres" }, ["trade", "retail_other"]],
    [{ shop: "yes" }, ["trade", "retail_other"]],
    [{ craft: "tatami" }, ["trade", "craft_trade"]],
  ])("takes any other value of a key for %j", (tags, expected) => {
    expect(classify(tags)).toEqual(expected);
  });

  it.each([
    { amenity: "parking" },
    { amenity: "bench" },
    { amenity: "atm" },
    { amenity: "toilets" },
    { amenity: "place_of_worship" },
    { highway: "bus_stop" },
    { tourism: "artwork" },
    { tourism: "information", information: "guidepost" },
    { leisure: "pitch" },
    { building: "yes", name: "Fabrik" },
    { shop: "vacant" },
    { shop: "no" },
    { shop: "mall" },
    { shop: "" },
    { "disused:shop": "bakery" },
    { "abandoned:man_made": "works" },
    {},
  ])("takes %j for no actor", (tags) => {
    expect(classify(tags)).toBeNull();
  });

  it.each([
    { shop: "bakery", disused: "yes" },
    { man_made: "works", abandoned: "yes" },
    { man_made: "works", ruins: "yes" },
    { shop: "bakery", "disused:shop": "bakery" },
  ])("takes %j for an actor of the past", (tags) => {
    expect(classify(tags)).toBeNull();
  });

  it("takes a shop where another one was for an actor", () => {
    expect(classify({ shop: "bakery", "disused:shop": "butcher", disused: "no" })).toEqual(["trade", "retail_food"]);
  });

  it("takes a listed value before any other, then the earlier row", () => {
    expect(classify({ shop: "tyres", amenity: "cafe" })).toEqual(["service", "gastronomy"]);
    expect(classify({ amenity: "cafe", shop: "bakery", tourism: "museum" })).toEqual(["creative", "museum_heritage"]);
    expect(classify({ shop: "mall", office: "architect" })).toEqual(["creative", "architecture"]);
  });

  it("looks up each of several values", () => {
    expect(classify({ shop: "stationery; books;pottery" })).toEqual(["creative", "artistic_craft"]);
    expect(classify({ amenity: "atm;bank" })).toEqual(["service", "finance"]);
  });
});

describe("askedKeys", () => {
  it("asks for each key once, for all values where any may count", () => {
    const keys = askedKeys(table);
    expect(new Set(keys.map(({ key }) => key)).size).toBe(keys.length);
    expect(keys.find(({ key }) => key === "shop")?.values).toBeNull();
    expect(keys.find(({ key }) => key === "tourism")?.values).toContain("museum");
  });
});

describe("kindName", () => {
  it("speaks the language, else English", () => {
    const rule = table.rules.find(({ key, value }) => key === "shop" && value === "bakery")!;
    expect(["de", "sl", "en", "xx"].map((language) => kindName(rule, language))).toEqual([
      "Bäckerei",
      "Pekarna",
      "Bakery",
      "Bakery",
    ]);
  });
});

describe("readTagTable", () => {
  it.each([
    "{}",
    "[]",
    `{"format":"${TAG_TABLE_FORMAT}","rules":[{"key":"shop"}]}`,
    `{"format":"${TAG_TABLE_FORMAT}","rules":[{"key":"a","value":null,"sector":"x","category":null,"names":{}}]}`,
  ])("refuses %s", (text) => {
    expect(() => readTagTable(text)).toThrow(TAG_TABLE_FORMAT);
  });
});
