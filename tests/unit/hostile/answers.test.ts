import { afterEach, describe, expect, it } from "vitest";
import { OverLimit } from "#domain/limits.ts";
import { openrouteservice } from "#data/isochrones/openrouteservice.ts";
import { readValhalla } from "#data/isochrones/read-valhalla.ts";
import { postPatiently } from "#data/live/post-patiently.ts";
import { readOverpass } from "#data/osm/read-overpass.ts";
import { textOf, webAddressOf } from "#data/osm/element-fields.ts";
import { readStatement } from "#data/remote/file-statement.ts";
import { readSparql } from "#data/wikidata/read-sparql.ts";
import { sitesFromItems } from "#data/wikidata/sites-from-items.ts";
import { MOST } from "#domain/limits.ts";
import { deepLists } from "../../helpers/hostile/geometries.ts";
import { BAD_LINKS, INVISIBLE, OBJECT_NAMES, pollution, SCRIPTS } from "../../helpers/hostile/texts.ts";

afterEach(() => {
  expect(pollution()).toBeNull();
});

const BATCH = { points: [{ lon: 14, lat: 46 }], profile: "car", minutes: [10] } as never;

/** Every reader of an answer of a live source. */
const READERS = {
  overpass: readOverpass,
  sparql: readSparql,
  valhalla: (text: string) => readValhalla(text, [10]),
  openrouteservice: (text: string) => openrouteservice.read(text, BATCH),
};

describe.each(Object.entries(READERS))("an answer as of %s", (_, read) => {
  it.each([
    ["deep lists", deepLists(100_000)],
    ["deep objects", `${'{"elements":'.repeat(100_000)}1`],
  ])("of %s is not read, and says why", (_what, text) => {
    expect(read(text)).toMatchObject({
      failure: { code: "malformed", params: { reason: "It is nested too deeply." } },
    });
  });

  it.each(SCRIPTS)("that is %s is told as words", (text) => {
    const answer = read(`<html><body>${text}</body></html>`);
    expect(answer.ok).toBe(false);
  });

  it.each(OBJECT_NAMES)("with the key %s everywhere changes nothing", (name) => {
    const key = JSON.stringify(name);
    const texts = [
      `{${key}:{"polluted":1},"elements":[{"type":"node","id":1,"lon":14,"lat":46,"tags":{${key}:"x"}}],"results":{"bindings":[{${key}:{"value":"x"}}]}}`,
      `{"type":"FeatureCollection",${key}:1,"features":[{"type":"Feature","properties":{${key}:{"polluted":1},"contour":10},"geometry":{"type":${key},"coordinates":[]}}]}`,
    ];
    for (const text of texts) expect(() => read(text)).not.toThrow();
  });

  it.each([
    ["numbers beyond numbers", "[[[1e999,1],[2,1],[2,2],[1e999,1]]]"],
    ["the end of numbers", "[[[1e308,1e308],[-1e308,1e308],[-1e308,-1e308],[1e308,1e308]]]"],
    ["lists for numbers", "[[[[],{}],[null,1],[2,2],[[],{}]]]"],
  ])("with ground of %s is not read", (_what, coordinates) => {
    const text = `{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"contour":10,"value":600,"group_index":0},"geometry":{"type":"Polygon","coordinates":${coordinates}}}],"elements":null}`;
    expect(read(text).ok).toBe(false);
  });
});

describe("values of an answer", () => {
  it.each(BAD_LINKS.filter((link) => !link.startsWith("//")))("%j is no website", (link) => {
    const address = webAddressOf(link);
    expect(address === null || /^https?:\/\//.test(address)).toBe(true);
  });

  it("lose what is not seen, and have an end", () => {
    for (const text of INVISIBLE)
      expect(textOf(text)).not.toMatch(/[\u0000-\u001f\u200b\u202a-\u202e\u2060\u2066-\u2069]/);
    expect(textOf("x".repeat(1e6))).toHaveLength(MOST.text);
  });

  it("make no sites of items that are none", () => {
    const rows = [...SCRIPTS, ...OBJECT_NAMES].map((text) => ({
      item: text,
      point: text,
      classes: text,
      itemLabel: text,
    }));
    expect(sitesFromItems(rows)).toEqual([]);
  });

  it("that credit a source hold no markup of theirs without end", () => {
    const start = performance.now();
    const { source } = readStatement({ attribution: "<".repeat(5e6) }, null);
    expect(source?.attribution.length).toBeLessThanOrEqual(MOST.text);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

it("an answer without end is given up, and says how much is read", async () => {
  const host = { post: () => Promise.reject(new OverLimit("answer")), wait: () => Promise.resolve() };
  const asked = await postPatiently(host, {
    endpoints: ["https://a.example/api", "https://b.example/api"],
    form: {},
    timeoutSeconds: 1,
    signal: new AbortController().signal,
    read: readOverpass,
    onStep: () => undefined,
  });
  expect(asked).toEqual({ ok: false, failure: { code: "too-large", params: { most: 100 } } });
});
