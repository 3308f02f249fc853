import { describe, expect, it } from "vitest";
import { readOverpass } from "#data/osm/read-overpass.ts";

const read = (json: object) => readOverpass(JSON.stringify(json));

describe("readOverpass", () => {
  it("reads nodes, and ways and relations by their middle", () => {
    const osm3s = { timestamp_osm_base: "2026-11-20T08:00:00Z" };
    const elements = [
      { type: "node", id: 1, lat: 45, lon: 14, tags: { shop: "bakery" } },
      { type: "way", id: 2, center: { lat: 46, lon: 15 }, nodes: [1, 2], tags: { name: "Őrség" } },
      { type: "relation", id: 3, center: { lat: 47, lon: 16 } },
    ];
    expect(read({ osm3s, elements })).toEqual({
      ok: true,
      value: {
        asOf: "2026-11-20T08:00:00Z",
        elements: [
          { type: "node", id: 1, lon: 14, lat: 45, tags: { shop: "bakery" } },
          { type: "way", id: 2, lon: 15, lat: 46, tags: { name: "Őrség" } },
          { type: "relation", id: 3, lon: 16, lat: 47, tags: {} },
        ],
      },
    });
  });

  it("leaves out what has no position or no identifier", () => {
    const elements = [{ type: "way", id: 2 }, { type: "node", lat: 1, lon: 2 }, { type: "area", id: 1 }, null, 7];
    expect(read({ elements })).toEqual({ ok: true, value: { asOf: null, elements: [] } });
  });

  it("takes a remark of an error for a failure, though there are elements", () => {
    const elements = [{ type: "node", id: 1, lat: 45, lon: 14 }];
    expect(read({ elements, remark: "runtime error: Query run out of memory" })).toEqual({
      ok: false,
      failure: { code: "remark", params: { remark: "runtime error: Query run out of memory" } },
    });
  });

  it.each(["", "{", "[]", "{}", '{"elements":{}}', "null", "<html><p>Too busy</p></html>"])("refuses %j", (text) => {
    expect(readOverpass(text)).toMatchObject({ ok: false, failure: { code: "malformed" } });
  });
});
