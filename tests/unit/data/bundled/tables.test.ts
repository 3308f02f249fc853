import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readOwnTable } from "#data/bundled/read-declarations.ts";
import { ACTOR_COLUMNS, SITE_COLUMNS, SPACE_COLUMNS } from "#domain/ingest/columns.ts";
import { CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import { ACTIVITY_TYPES } from "#domain/programme/activity-types.ts";
import { DATE_PRECISIONS, periodOf } from "#domain/programme/period.ts";
import { DOCUMENT_TYPES } from "#domain/programme/programme-document.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES } from "#domain/site/site.ts";
import { SPACE_KINDS } from "#domain/space/space.ts";
import {
  DATA_FOLDER,
  readDataFile,
  readDataPackage,
  readTableResources,
  readTables,
  readTableTexts,
} from "../../../helpers/bundled-tables.ts";
import { hasSharedFiles, readShared } from "../../../helpers/shared-files.ts";
import { findViolations, type Resource } from "../../../helpers/table-schema.ts";

const resources = readTableResources();
const tables = readTables();

function vocabulary(table: string, column: string): readonly string[] {
  const field = resources.find(({ name }) => name === table)?.schema.fields.find(({ name }) => name === column);
  return (field?.constraints?.["enum"] ?? []) as readonly string[];
}

function columns(table: string): string[] {
  return (resources.find(({ name }) => name === table)?.schema.fields ?? []).map(({ name }) => name);
}

describe("the bundled tables", () => {
  it.each([
    ["sites", 196],
    ["actors", 449],
    ["activities", 32],
    ["documents", 13],
    ["spaces", 6],
    ["coverage", 5],
    ["sources", 4],
    ["osm-actors", 313],
    ["place-names", 1102],
  ])("hold all rows of %s", (name, count) => {
    expect(tables.get(name)).toHaveLength(count);
  });

  it("are the files of the folder, no more and no fewer", () => {
    const files = readdirSync(DATA_FOLDER).filter((file) => file.endsWith(".csv"));
    expect(resources.map(({ path }) => path).sort()).toEqual(files.sort());
  });

  it("keep to their schema in every cell, key and reference", () => {
    expect(findViolations(resources, tables)).toEqual([]);
  });

  it.each(["sites", "actors", "activities", "documents", "spaces", "place-names"])(
    "name the page of every row of %s",
    (name) => {
      const rows = tables.get(name) ?? [];
      expect(rows.filter((row) => !/^https?:\/\/\S+$/.test(row["source_url"] ?? ""))).toEqual([]);
      expect(rows.length).toBeGreaterThan(0);
    },
  );

  it.each(["sites", "actors", "activities"])(
    "give a point of %s whole, with precision and source, or not at all",
    (name) => {
      const stated = (tables.get(name) ?? []).map(
        (row) => ["lat", "lon", "coord_precision", "coord_source"].filter((column) => row[column] !== "").length,
      );
      expect(stated.filter((count) => count !== 0 && count !== 4)).toEqual([]);
    },
  );

  it("date every activity as exactly as they say, none ending before it starts", () => {
    for (const { id, date_from = "", date_to = "", date_precision = "" } of tables.get("activities") ?? []) {
      const [dateFrom, dateTo] = [date_from, date_to].map((text) => (text === "" ? null : text)) as [
        string | null,
        string | null,
      ];
      const period = periodOf({ dateFrom, dateTo });
      const stated = dateFrom !== null && dateTo !== null ? "both" : dateFrom !== null ? "start" : "end";
      const expected = date_from + date_to === "" ? null : { precision: date_precision, stated };
      expect({ id, dates: period && { precision: period.precision, stated: period.stated } }).toEqual({
        id,
        dates: expected,
      });
    }
  });

  it("hold each strategy and newsletter whose year is known among the activities, too, as its paper says", () => {
    const papers = (tables.get("documents") ?? []).filter(
      ({ type = "", year }) => year !== "" && ["regional_strategy", "newsletter"].includes(type),
    );
    const activities = (tables.get("activities") ?? []).slice(-papers.length);
    expect(activities.map(({ source_url }) => source_url)).toEqual(papers.map(({ source_url }) => source_url));
    for (const [index, paper] of papers.entries()) {
      expect(activities[index]).toMatchObject({
        type: paper["type"] === "newsletter" ? "newsletter" : "strategy",
        country: paper["country"],
        place: paper["region"] === "" ? "online" : paper["region"],
        date_from: paper["year"],
        date_to: paper["year"],
        date_precision: "year",
      });
    }
  });

  it("put every actor's category inside its sector", () => {
    const strays = (tables.get("actors") ?? []).filter((row) => {
      const sector = SECTORS.find((candidate) => candidate === row["sector"]);
      return sector === undefined || !(CATEGORIES[sector] as readonly string[]).includes(row["category"] ?? "");
    });
    expect(strays).toEqual([]);
  });

  it("are UTF-8 with line feeds, without a byte order mark, and end with a line feed", () => {
    for (const text of readTableTexts().values()) {
      expect(text).not.toMatch(/\r|\uFEFF|\uFFFD/);
      expect(text.endsWith("\n")).toBe(true);
    }
  });

  it("stand as the README counts them", () => {
    const counts = [...readDataFile("README.md").matchAll(/^\| `([\w-]+)\.csv`\s*\| (\d+)/gm)];
    expect(counts.map(([, name, count]) => [name, Number(count)])).toEqual(
      resources.map(({ name }) => [name, tables.get(name)?.length]),
    );
  });
});

describe("the data package", () => {
  it.each<[string, string, readonly string[]]>([
    ["sites", "heritage_class", HERITAGE_CLASSES],
    ["sites", "industry", INDUSTRIES],
    ["sites", "reuse_status", REUSE_STATUSES],
    ["sites", "protection", PROTECTIONS],
    ["sites", "coord_precision", PRECISIONS],
    ["actors", "coord_precision", PRECISIONS],
    ["actors", "sector", SECTORS],
    ["actors", "category", [...new Set<string>([...SECTORS.flatMap((sector) => CATEGORIES[sector]), "unknown"])]],
    ["spaces", "kind", SPACE_KINDS],
    ["activities", "type", ACTIVITY_TYPES],
    ["activities", "coord_precision", PRECISIONS],
    ["activities", "date_precision", DATE_PRECISIONS],
    ["documents", "type", DOCUMENT_TYPES],
    ["coverage", "creative", COVERAGE_LEVELS],
    ["coverage", "trade", COVERAGE_LEVELS],
    ["coverage", "service", COVERAGE_LEVELS],
  ])("gives %s.%s the vocabulary of the code", (table, column, expected) => {
    expect(vocabulary(table, column)).toEqual(expected);
  });

  it("describes the columns that are read from a table of sites", () => {
    expect(columns("sites").sort()).toEqual(SITE_COLUMNS.map(({ name }) => name).sort());
  });

  it("describes the columns that are read from a table of actors", () => {
    expect(columns("actors").sort()).toEqual(ACTOR_COLUMNS.map(({ name }) => name).sort());
  });

  it("describes the columns that are read from a table of rooms", () => {
    expect(columns("spaces")).toEqual(SPACE_COLUMNS.map(({ name }) => name));
  });

  it("names a version and the day of the last change", () => {
    const { version, created } = readDataPackage();
    expect(version).toMatch(/^\d{4}\.\d{1,2}\.\d+$/);
    expect(new Date(created).toISOString().slice(0, 7)).toBe(created.slice(0, 7));
  });
});

describe("the check of tables", () => {
  const resource: Resource = {
    name: "rooms",
    path: "rooms.csv",
    schema: {
      fields: [
        {
          name: "id",
          type: "string",
          description: "",
          constraints: { required: true, unique: true, pattern: "[a-z]+" },
        },
        { name: "year", type: "year", description: "", constraints: { minimum: 1900, maximum: 2000 } },
        { name: "kind", type: "string", description: "", constraints: { enum: ["hall", "office"] } },
        { name: "site_id", type: "string", description: "" },
      ],
      missingValues: [""],
      primaryKey: ["id"],
      foreignKeys: [{ fields: ["site_id"], reference: { resource: "sites", fields: ["id"] } }],
    },
  };
  const sites = [{ id: "mill" }];
  const check = (...rows: Record<string, string>[]) =>
    findViolations(
      [resource],
      new Map<string, Record<string, string>[]>([
        ["rooms", rows],
        ["sites", sites],
      ]),
    );

  it("passes a row that keeps to the schema, with what may be missing missing", () => {
    expect(
      check({ id: "a", year: "1950", kind: "hall", site_id: "mill" }, { id: "b", year: "", kind: "", site_id: "" }),
    ).toEqual([]);
  });

  it.each([
    ["a missing value", { id: "" }, "rooms row 2, id: missing"],
    ["a broken pattern", { id: "A" }, 'rooms row 2, id: "A" breaks pattern'],
    ["a wrong type", { year: "195" }, 'rooms row 2, year: "195" is no year'],
    ["a value below the minimum", { year: "1899" }, 'rooms row 2, year: "1899" breaks minimum'],
    ["a value above the maximum", { year: "2001" }, 'rooms row 2, year: "2001" breaks maximum'],
    ["a word outside the vocabulary", { kind: "attic" }, 'rooms row 2, kind: "attic" breaks enum'],
    ["a reference to nothing", { site_id: "tower" }, "rooms row 2, site_id: no such row in sites"],
  ])("finds %s", (_, change, expected) => {
    expect(check({ id: "a", year: "1950", kind: "hall", site_id: "mill", ...change })).toContain(expected);
  });

  it("finds a key that occurs twice", () => {
    const row = { id: "a", year: "", kind: "", site_id: "" };
    expect(check(row, row)).toContain("rooms row 3, id: key occurs twice");
  });

  it("finds a column that the schema does not know", () => {
    expect(check({ id: "a", year: "", kind: "", site_id: "", colour: "" })).toEqual(["rooms: other columns"]);
  });
});

describe.skipIf(!hasSharedFiles)(
  "the tables beside the facts they were put together from (skipped where those are absent)",
  () => {
    const countries = ["de", "hr", "hu", "it", "si"];
    it.each([
      ["sites", countries.map((country) => `sites-${country}.csv`)],
      ["actors", countries.map((country) => `actors-${country}.csv`)],
      ["activities", ["activities.csv"]],
      ["documents", ["documents.csv"]],
    ])("hold the facts of %s unaltered, in their order", (name, files) => {
      const facts = files.flatMap((file) => readOwnTable(readShared(`facts/${file}`), file));
      // Behind them stand the dated papers, which have a test of their own.
      const own = name === "activities" ? tables.get(name)?.slice(0, facts.length) : tables.get(name);
      expect(own).toEqual(facts);
    });

    it("hold the facts of spaces in their order, the terms of one room in the column of terms, and nothing more", () => {
      const facts = readOwnTable(readShared("facts/spaces.csv"), "spaces.csv").map((row) =>
        row["id"] === "de-freiberg-huthaus-offices" ? { ...row, equipment: "", terms: row["equipment"] } : row,
      );
      const nothing = Object.fromEntries(columns("spaces").map((name) => [name, ""]));
      expect(tables.get("spaces")).toEqual(facts.map((row) => ({ ...nothing, ...row })));
    });
  },
);
