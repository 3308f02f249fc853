import { describe, expect, it } from "vitest";
import { readConcepts, writeConcepts } from "#data/options/concepts-json.ts";
import { readDataFile, readTables } from "../../../helpers/bundled-tables.ts";

const text = readDataFile("concepts.json");
const bundled = readConcepts(text, "concepts.json");

type Json = Record<string, unknown>;
type Concepts = Json & { concepts: (Json & { needs: Json[] })[] };

/** The bundled file with something changed in it, read. */
function readChanged(change: (file: Concepts) => void) {
  const file = JSON.parse(text) as Concepts;
  change(file);
  const { concepts, issues } = readConcepts(JSON.stringify(file), "own.json");
  return {
    count: concepts.length,
    issues: issues.map(({ place, code, params }) => [place.kind === "pointer" ? place.pointer : place, code, params]),
  };
}

describe("the bundled reuse concepts", () => {
  it("are eight at least, without a fault", () => {
    expect(bundled.issues).toEqual([]);
    expect(bundled.concepts.length).toBeGreaterThanOrEqual(8);
  });

  it("are labelled as examples", () => {
    expect((JSON.parse(text) as Json)["note"]).toMatch(/^Examples/);
  });

  it("name as sources only pages that the bundled tables name, too", () => {
    const pages = new Set(
      [...readTables().values()].flatMap((rows) => rows.flatMap((row) => [row["source_url"], row["website"]])),
    );
    const sources = bundled.concepts.flatMap(({ needs }) => needs.flatMap(({ source }) => source ?? []));
    expect(sources.length).toBeGreaterThan(5);
    expect(sources.filter((source) => !pages.has(source))).toEqual([]);
  });

  it("are the same, written and read again", () => {
    const written = writeConcepts(bundled.concepts, { title: "t", note: "n" });
    expect(readConcepts(written, "again.json")).toEqual(bundled);
  });
});

describe("a file of reuse concepts", () => {
  it.each<[string, (file: Concepts) => void, string, Json]>([
    [
      "a category that is none",
      ({ concepts }) => (concepts[1]!.needs[0]!["categories"] = ["craft_trade", "crafts"]),
      "/concepts/1/needs/0/categories/1",
      { found: "crafts" },
    ],
    [
      "a count that is a text",
      ({ concepts }) => (concepts[0]!.needs[0]!["count"] = "3"),
      "/concepts/0/needs/0/count",
      { found: "3", expected: "1–500" },
    ],
    [
      "half an actor",
      ({ concepts }) => (concepts[0]!.needs[0]!["count"] = 0.5),
      "/concepts/0/needs/0/count",
      { found: "0.5", expected: "1–500" },
    ],
    [
      "a reach beyond the range",
      ({ concepts }) => (concepts[0]!.needs[0]!["reach_m"] = 100_001),
      "/concepts/0/needs/0/reach_m",
      { found: "100001", expected: "100–100000" },
    ],
    [
      "a kind of room that is none",
      ({ concepts }) => (concepts[0]!.needs[3]!["space_kinds"] = ["ballroom"]),
      "/concepts/0/needs/3/space_kinds/0",
      { found: "ballroom" },
    ],
    [
      "an empty reason",
      ({ concepts }) => (concepts[0]!.needs[0]!["reason"] = "  "),
      "/concepts/0/needs/0/reason",
      { expected: '"…" (1–500)' },
    ],
    [
      "a source that is no page",
      ({ concepts }) => (concepts[0]!.needs[0]!["source"] = "javascript:alert(1)"),
      "/concepts/0/needs/0/source",
      { found: "javascript:alert(1)", expected: "https://…, null" },
    ],
    [
      "a need of an unknown kind",
      ({ concepts }) => (concepts[0]!.needs[0]!["kind"] = "money"),
      "/concepts/0/needs/0/kind",
      { found: "money", expected: "actors, rooms" },
    ],
    [
      "a member that nobody knows",
      ({ concepts }) => (concepts[0]!.needs[0]!["reach_km"] = 10),
      "/concepts/0/needs/0/reach_km",
      { found: "reach_km", expected: "kind, count, categories, reach_m, reason, source" },
    ],
    ["no needs", ({ concepts }) => (concepts[0]!.needs = []), "/concepts/0/needs", { found: "0", expected: "1–12" }],
    [
      "an identifier with capitals",
      ({ concepts }) => (concepts[0]!["id"] = "Music"),
      "/concepts/0/id",
      { found: "Music" },
    ],
    [
      "an identifier that another has",
      ({ concepts }) => (concepts[2]!["id"] = concepts[0]!["id"]),
      "/concepts/2/id",
      { expected: "≠ /concepts/0/id" },
    ],
  ])("with %s is read without that concept, and says where and what was expected", (_, change, pointer, params) => {
    const read = readChanged(change);
    expect(read.issues).toEqual([[pointer, "unreadable-value", expect.objectContaining(params)]]);
    expect(read.count).toBe(bundled.concepts.length - 1);
  });

  it.each<[string, (file: Concepts) => void, string, string]>([
    ["a count", ({ concepts }) => delete concepts[3]!.needs[1]!["count"], "/concepts/3/needs/1", "count"],
    ["a name", ({ concepts }) => delete concepts[3]!["name"], "/concepts/3", "name"],
    ["a kind", ({ concepts }) => delete concepts[3]!.needs[1]!["kind"], "/concepts/3/needs/1", "kind"],
  ])("that lacks %s says so", (_, change, pointer, member) => {
    const read = readChanged(change);
    expect(read).toEqual({ count: bundled.concepts.length - 1, issues: [[pointer, "missing-member", { member }]] });
  });

  it.each([
    ["", "not-json"],
    ["concepts", "not-json-text"],
    ['{"concepts": [', "not-json"],
    ["[]", "unreadable-value"],
    ["{}", "missing-member"],
    ['{"format": 2, "concepts": []}', "unreadable-value"],
  ])("that reads %j is refused as a whole", (found, code) => {
    const { concepts, issues } = readConcepts(found, "own.json");
    expect(concepts).toEqual([]);
    expect(issues[0]).toMatchObject({ severity: "error", code });
  });
});
