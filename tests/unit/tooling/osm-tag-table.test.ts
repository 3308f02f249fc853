import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { readTagTable } from "#data/osm/tag-table.ts";
import { SECTORS } from "#domain/actor/actor.ts";
import { computeTagTable, isKnownToSchema, type TaggingSchema } from "#tooling/osm-tag-table.ts";
import { readTaggingSchema } from "#tooling/tagging-schema.ts";
import { readDataFile, readTables } from "../../helpers/bundled-tables.ts";

const FILE = "osm-actors.csv";
const rows = readTables().get("osm-actors") ?? [];
const schema = readTaggingSchema();

describe("the table of OpenStreetMap's actors", () => {
  it("holds every row as a rule, each of a sector and one of its categories, or of neither", () => {
    const { rules } = computeTagTable(readDataFile(FILE), FILE, schema);
    expect(rules).toHaveLength(rows.length);
    expect(rules.filter(({ sector, category }) => (sector === null) !== (category === null))).toEqual([]);
  });

  it("covers every sector, and the keys that actors are tagged with", () => {
    expect(SECTORS.filter((sector) => !rows.some((row) => row["sector"] === sector))).toEqual([]);
    const keys = new Set(rows.map(({ key }) => key));
    const expected = ["shop", "craft", "office", "amenity", "tourism", "leisure", "industrial", "man_made"];
    expect(expected.filter((key) => !keys.has(key))).toEqual([]);
  });

  it("holds only tags that the schema knows, or says that they are beyond it", () => {
    const strays = rows.filter(({ key = "", value = "", reason = "" }) => {
      const isKnown = value === "*" || isKnownToSchema(key, value, schema);
      return isKnown === reason.endsWith("; in use beyond the schema");
    });
    expect(strays).toEqual([]);
    const beyond = rows.filter(({ reason = "" }) => reason.includes("beyond the schema"));
    expect(readDataFile("README.md")).toContain(`${String(beyond.length)} values, marked`);
  });

  it("gives a reason of a few words in every row", () => {
    expect(rows.filter(({ reason = "" }) => reason === "" || reason.length > 80)).toEqual([]);
  });

  it("is what the build prepared", () => {
    const generated = readFileSync(resolve(import.meta.dirname, "../../../public/generated/osm-actors.json"), "utf8");
    expect(generated).toBe(JSON.stringify(computeTagTable(readDataFile(FILE), FILE, schema)));
    expect(readTagTable(generated).rules).toHaveLength(rows.length);
  });
});

describe("computeTagTable", () => {
  const small: TaggingSchema = {
    presets: {
      "shop/bakery/own": { tags: { shop: "bakery", own: "yes" } },
      "shop/bakery": { tags: { shop: "bakery" } },
    },
    words: {
      en: {
        presets: { "shop/bakery": { name: "Bakery" }, "shop/bakery/own": { name: "Own" } },
        fields: { craft: { options: { builder: "Builder" } } },
      },
      de: { presets: { "shop/bakery": { name: "Bäcke\u00ADrei" } }, fields: {} },
    },
  };
  const header = "key,value,sector,category,reason\n";
  const namesOf = (row: string) => computeTagTable(header + row, FILE, small).rules[0]?.names;

  it("names a kind as the schema does, in English where there is no translation", () => {
    expect(namesOf("shop,bakery,trade,retail_food,x\n")).toEqual({ en: "Bakery", de: "Bäckerei" });
    expect(namesOf("craft,builder,trade,craft_trade,x\n")).toEqual({ en: "Builder" });
  });

  it("names a kind that the schema does not know by its value", () => {
    expect(namesOf("craft,cabinet_maker,trade,craft_trade,x\n")).toEqual({ en: "Cabinet maker" });
  });

  it.each([
    ["the same tag twice", "shop,a,trade,retail_food,x\nshop,a,trade,retail_food,x\n", "row 3, shop=a: listed before"],
    ["an unknown sector", "shop,a,travel,retail_food,x\n", "row 2, shop=a: no such sector"],
    ["a category of another sector", "shop,a,trade,music,x\n", "row 2, shop=a: no such category in the sector"],
  ])("refuses %s", (_, text, message) => {
    expect(() => computeTagTable(header + text, FILE, small)).toThrow(message);
  });
});
