import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { overpassQuery } from "#data/osm/overpass-query.ts";
import type { OsmElement } from "#data/osm/osm-element.ts";
import { findSiteTag, SIGNS, SITE_TAGS, siteKeys } from "#data/osm/site-tags.ts";
import { sitesFromElements } from "#data/osm/sites-from-elements.ts";
import { readSparql, type SparqlRow } from "#data/wikidata/read-sparql.ts";
import { SITE_CLASSES } from "#data/wikidata/site-classes.ts";
import { sitesFromItems } from "#data/wikidata/sites-from-items.ts";
import { candidatesOf, type FoundSite } from "#domain/live/site-candidate.ts";
import { tableOfSites } from "#domain/workspace/rows.ts";
import { siteRow } from "../helpers/loaded-table.ts";

const keys = [...new Set([...SITE_TAGS.map(({ key }) => key), ...SIGNS, "demolished", "product", "tourism"])];
const values = [...new Set(SITE_TAGS.flatMap((tag) => tag.values ?? [])), "yes", "no", "museum", "2", "", "Q9"];
const tags = fc.dictionary(
  fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...keys) },
    { weight: 1, arbitrary: fc.constantFrom("name", "name:de") },
  ),
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...values) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom(...values), { maxLength: 3 }).map((all) => all.join(" ; ")) },
    { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  ),
  { maxKeys: 6 },
);
const near = fc.integer({ min: 0, max: 6 }).map((step) => 46 + step / 2000);
const element: fc.Arbitrary<OsmElement> = fc.record({
  type: fc.constantFrom("node", "way", "relation"),
  id: fc.integer({ min: 1, max: 30 }),
  lon: fc.constantFrom(14, 14.0005),
  lat: near,
  tags,
});
const entity = (item: string) => `http://www.wikidata.org/entity/${item}`;
const item: fc.Arbitrary<SparqlRow> = fc.record({
  item: fc.integer({ min: 1, max: 12 }).map((number) => entity(`Q${String(number)}`)),
  itemLabel: fc.constantFrom("Mill", "Mine", "", "Q9"),
  point: near.map((lat) => `Point(14 ${String(lat)})`),
  classes: fc.constantFrom(...SITE_CLASSES).map(({ item: id }) => entity(id)),
});
const name = fc.constantFrom("Mill", "mill", "Mine", "");
const found: fc.Arbitrary<readonly FoundSite[]> = fc
  .tuple(
    fc.uniqueArray(element, { selector: ({ type, id }) => `${type} ${String(id)}`, maxLength: 8 }),
    fc.array(fc.record({ name, item: fc.option(fc.integer({ min: 1, max: 12 })) }), { minLength: 8, maxLength: 8 }),
    fc.array(item, { maxLength: 6 }),
  )
  .map(([elements, facts, items]) => [
    ...sitesFromElements(
      elements.map((each, at) => {
        const fact = facts[at];
        const said = fact?.item == null ? {} : { wikidata: `Q${String(fact.item)}` };
        return { ...each, tags: { historic: "mine", name: fact?.name ?? "", ...said } };
      }),
      "de",
    ),
    ...sitesFromItems(items),
  ]);

describe("sites of other services", () => {
  it("are asked for with everything that may be one", () => {
    const query = overpassQuery([{ kind: "box", west: 1, south: 2, east: 3, north: 4 }], siteKeys(), 60);
    const statements = [
      ...query.matchAll(/^nwr\["([a-z_:]+)"(?:~"((?:[^"\\]|\\.)*)")?\](?:\["([a-z_:]+)"\])?\(/gm),
    ].map(([, key = "", pattern, beside]) => ({
      key,
      beside,
      pattern: new RegExp(pattern?.replace(/\\(.)/g, "$1") ?? ""),
    }));
    expect(statements).toHaveLength(siteKeys().length);
    let sites = 0;
    fc.assert(
      fc.property(tags, (each) => {
        if (findSiteTag(each) === null) return;
        sites += 1;
        const isAsked = statements.some(
          ({ key, beside, pattern }) =>
            each[key] !== undefined && pattern.test(each[key]) && (beside === undefined || each[beside] !== undefined),
        );
        expect(isAsked).toBe(true);
      }),
      { numRuns: 1000 },
    );
    expect(sites).toBeGreaterThan(100);
  });

  it("are read, whatever an answer says, without a throw", () => {
    const term = fc.record({ type: fc.constant("literal"), value: fc.string({ unit: "binary" }) });
    const binding = fc.dictionary(
      fc.constantFrom("item", "itemLabel", "point", "classes", "kinds", "from", "to", "page", "states", "country"),
      fc.oneof({ weight: 5, arbitrary: term }, { weight: 1, arbitrary: fc.jsonValue() }),
    );
    const answer = fc.oneof(
      fc.array(fc.oneof(binding, fc.jsonValue())).map((bindings) => JSON.stringify({ results: { bindings } })),
      fc.json(),
      fc.string({ unit: "binary" }),
    );
    fc.assert(
      fc.property(answer, fc.array(item), fc.array(element), (text, items, elements) => {
        const read = readSparql(text);
        const rows = read.ok ? read.value : [];
        const sites = [
          ...sitesFromItems([...rows, ...items.map((each, at) => ({ ...each, ...rows[at] }))]),
          ...sitesFromElements(elements, "hu"),
        ];
        for (const { row, page } of sites) {
          expect(Math.abs(row.lon) <= 180 && Math.abs(row.lat) <= 90).toBe(true);
          expect([row.sourceUrl, row.positionSource]).toEqual([page, page]);
        }
      }),
    );
  });

  it("are the same candidates in any order", () => {
    fc.assert(
      fc.property(
        found.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length })),
        ),
        ([all, shuffled]) => {
          const sites = tableOfSites([]);
          expect(candidatesOf(shuffled, sites)).toEqual(candidatesOf(all, sites));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("are each told once: a candidate, loaded, or without a name; and every page of theirs is kept", () => {
    fc.assert(
      fc.property(found, (all) => {
        const { candidates, nameless } = candidatesOf(all, tableOfSites([]));
        const pages = candidates.flatMap((one) => one.pages);
        expect(new Set(pages).size).toBe(pages.length);
        for (const { row, page } of all) if (row.name !== "") expect(pages).toContain(page);
        for (const { row, pages: own } of candidates) {
          for (const page of own) expect(`${row.sourceUrl ?? ""} ${row.note ?? ""}`).toContain(page);
        }
        expect(nameless).toBeLessThanOrEqual(all.filter(({ row }) => row.name === "").length);
        const again = candidatesOf(all, tableOfSites(candidates.map(({ row }) => siteRow({ ...row }))));
        expect(again).toMatchObject({ candidates: [], loaded: candidates.length, nameless });
      }),
      { numRuns: 300 },
    );
  });
});
