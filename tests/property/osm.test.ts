import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { actorsFromElements } from "#data/osm/actors-from-elements.ts";
import { OverpassQuestion } from "#data/osm/ask-overpass.ts";
import type { OsmElement } from "#data/osm/osm-element.ts";
import { overpassQuery } from "#data/osm/overpass-query.ts";
import { readOverpass } from "#data/osm/read-overpass.ts";
import { splitArea, tilesOf } from "#data/osm/split-area.ts";
import { askedKeys, classifyTags } from "#data/osm/tag-table.ts";
import { distinctAreas, holdsPoint } from "#domain/live/asked-area.ts";
import { textsOf } from "#domain/text-column.ts";
import { meters } from "#domain/units.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import { ownTagTable } from "../helpers/osm.ts";
import { createFakeHost, type FakeReply } from "../helpers/service-host.ts";

const table = ownTagTable();
const keys = table.rules.map(({ key }) => key);
const values = table.rules.map(({ value }) => value ?? "any");
const endpoints = ["https://one.example/api", "https://two.example/api"];

const lon = fc.double({ min: -20, max: 40, noNaN: true });
const lat = fc.double({ min: 30, max: 70, noNaN: true });
const tags = fc.dictionary(
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...keys, "name", "website", "addr:city", "disused", "disused:shop") },
    { weight: 1, arbitrary: fc.string() },
  ),
  fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...values, "yes", "no", "vacant", ";", "a;b") },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  ),
);
const element: fc.Arbitrary<OsmElement> = fc.record({
  type: fc.constantFrom("node", "way", "relation"),
  id: fc.integer({ min: 1, max: 30 }),
  lon,
  lat,
  tags,
});
const disc = fc
  .record({ lon, lat, radius: fc.integer({ min: 100, max: 60_000 }) })
  .map((at): AskedArea => ({ kind: "disc", center: { lon: at.lon, lat: at.lat }, radiusMeters: meters(at.radius) }));
const box = fc
  .record({
    lon,
    lat,
    width: fc.double({ min: 0, max: 2, noNaN: true }),
    height: fc.double({ min: 0, max: 2, noNaN: true }),
  })
  .map(({ lon: west, lat: south, width, height }): AskedArea => ({
    kind: "box",
    west,
    south,
    east: west + width,
    north: south + height,
  }));
const area = fc.oneof(disc, box);

const whole = fc.array(element, { maxLength: 5 }).map((elements) => ({
  osm3s: { timestamp_osm_base: "2026-11-20T08:00:00Z" },
  elements,
}));
/** Answers, whole, cut, altered, or nothing of the kind. */
const answer = fc.oneof(
  whole.map((json) => JSON.stringify(json)),
  fc.tuple(whole, fc.nat(400)).map(([json, length]) => JSON.stringify(json).slice(0, length)),
  fc.tuple(whole, fc.jsonValue()).map(([json, osm3s]) => JSON.stringify({ ...json, osm3s, remark: osm3s })),
  fc.jsonValue().map((elements) => JSON.stringify({ elements })),
  fc.array(fc.jsonValue()).map((elements) => JSON.stringify({ elements })),
  fc.string({ unit: "binary" }),
  fc.string().map((words) => `<html><body>${words}</body></html>`),
);
const reply: fc.Arbitrary<FakeReply> = fc.oneof(
  { weight: 4, arbitrary: answer.map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.constantFrom(429, 502, 504, 413, 400, 500).map((status) => ({ status })) },
  { weight: 1, arbitrary: fc.constant<FakeReply>("silent") },
  {
    weight: 1,
    arbitrary: fc.constant({ text: JSON.stringify({ elements: [], remark: "runtime error: Query timed out" }) }),
  },
);

describe("an answer of the Overpass API", () => {
  it("is read, whatever it says, without a throw", () => {
    fc.assert(
      fc.property(answer, (text) => {
        const read = readOverpass(text);
        if (!read.ok) return;
        for (const found of read.value.elements) {
          expect(Math.abs(found.lon) <= 180 && Math.abs(found.lat) <= 90).toBe(true);
        }
      }),
    );
  });
});

describe("a question to the Overpass API", () => {
  it("ends with every area answered or failed, whatever is answered, and only with what lies in those answered", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(area, { maxLength: 4 }),
        fc.array(reply, { minLength: 1, maxLength: 8 }),
        async (areas, replies) => {
          const host = createFakeHost((_, count) => replies[count % replies.length]!);
          const question = new OverpassQuestion(areas, { endpoints, keys: [{ key: "shop", values: null }] }, host);
          await question.ask(new AbortController().signal, ({ areasDone, areasAll }) => {
            expect(areasDone).toBeLessThan(areasAll);
          });
          const { elements, answered, failed } = question.answer();
          const told = [...answered, ...failed.map((each) => each.area)];
          expect(told.every((each) => areas.includes(each))).toBe(true);
          expect(told).toHaveLength(distinctAreas(areas).length);
          expect(elements.every((each) => answered.some((at) => holdsPoint(at, each)))).toBe(true);
          const names = elements.map(({ type, id }) => `${type} ${String(id)}`);
          expect(new Set(names).size).toBe(names.length);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("covers with its parts every point of what it splits", () => {
    fc.assert(
      fc.property(
        area,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (whole, x, y) => {
          const parts = splitArea(whole) ?? [whole];
          const point =
            whole.kind === "box"
              ? { lon: whole.west + x * (whole.east - whole.west), lat: whole.south + y * (whole.north - whole.south) }
              : { lon: whole.center.lon + (x - 0.5) * 1.5, lat: whole.center.lat + (y - 0.5) };
          if (!holdsPoint(whole, point)) return;
          expect(parts.some((part) => holdsPoint(part, point))).toBe(true);
          expect(tilesOf(whole).some((tile) => holdsPoint(tile, point))).toBe(true);
        },
      ),
    );
  });

  it("asks for everything that may be an actor", () => {
    const query = overpassQuery([{ kind: "box", west: 1, south: 2, east: 3, north: 4 }], askedKeys(table), 90);
    const statements = [...query.matchAll(/^nwr\["([a-z_]+)"(?:~"((?:[^"\\]|\\.)*)")?\]/gm)].map(
      ([, key = "", pattern]) => ({
        key,
        pattern: new RegExp(pattern?.replace(/\\(.)/g, "$1") ?? ""),
      }),
    );
    expect(statements).toHaveLength(new Set(keys).size);
    const isAsked = (each: Readonly<Record<string, string>>) =>
      statements.some(({ key, pattern }) => key in each && pattern.test(each[key] ?? ""));
    const value = fc.oneof(
      fc.constantFrom(...values),
      fc.array(fc.constantFrom(...values, " bank ", "x", ""), { maxLength: 4 }).map((several) => several.join(";")),
    );
    let actors = 0;
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), value, { minKeys: 1, maxKeys: 2 }), (each) => {
        if (classifyTags(each, table) === null) return;
        actors += 1;
        expect(isAsked(each)).toBe(true);
      }),
      { numRuns: 500 },
    );
    expect(actors).toBeGreaterThan(50);
  });

  it("quotes every key and value", () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string(), { minLength: 1 }), (key, several) => {
        const query = overpassQuery(
          [{ kind: "box", west: 1, south: 2, east: 3, north: 4 }],
          [{ key, values: several }],
          90,
        );
        const statement = query.slice(query.indexOf("nwr"), query.lastIndexOf(";\n);\nout"));
        expect(statement).toMatch(/^nwr\["(?:[^"\\]|\\[^])*"~"(?:[^"\\]|\\[^])*"\]\([-\d.,]+\)$/);
      }),
    );
  });
});

describe("the actors of elements", () => {
  it("are the same in any order, each once, and only what is one", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(element, { selector: ({ type, id }) => `${type} ${String(id)}`, maxLength: 12 })
          .chain((each) => fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length }))),
        ([elements, shuffled]) => {
          const terms = { table, language: "de", asOf: null };
          const actors = actorsFromElements(elements, terms);
          expect(actorsFromElements([...shuffled, ...elements], terms)).toEqual(actors);
          const kinds = elements.filter((each) => classifyTags(each.tags, table) !== null);
          expect(actors.count).toBeLessThanOrEqual(kinds.length);
          expect(textsOf(actors.name, actors.count).every((name) => (name ?? "").trim() !== "")).toBe(true);
          expect(new Set(textsOf(actors.id, actors.count)).size).toBe(actors.count);
        },
      ),
    );
  });
});
