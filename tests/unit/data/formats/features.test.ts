import { describe, expect, it } from "vitest";
import { findDuplicateKeys } from "#data/formats/duplicate-keys.ts";
import { readSource, sourceOf } from "../../../helpers/open-files.ts";

const geojson = (json: unknown) => readSource(sourceOf(JSON.stringify(json), "a.geojson"));
const features = (properties: readonly unknown[], more: object = {}) =>
  geojson({
    type: "FeatureCollection",
    ...more,
    features: properties.map((each) => ({ type: "Feature", geometry: null, properties: each })),
  });

describe("headers of features", () => {
  it("are the keys of all features in order of first sight", async () => {
    const { table, rows } = await features([{ b: 1, a: " x\r\ny " }, null, { c: true, a: null, b: 0.1 }]);
    expect(table?.headers).toEqual(["b", "a", "c"]);
    expect(rows.map(({ cells }) => cells)).toEqual([["1", "x\ny", ""], ["", "", ""], ["0.1", "", "true"]]); // prettier-ignore
  });

  it("are dotted for nested members; lists of plain values become one text", async () => {
    const { table, rows } = await features([{ a: { b: [{ c: 1 }, { c: 2 }], d: [1, "x", null] } }]);
    expect(table?.headers).toEqual(["a.b.0.c", "a.b.1.c", "a.d"]);
    expect(rows[0]?.cells).toEqual(["1", "2", "1; x; "]);
  });

  it("keep two columns apart whose dotted names are the same", async () => {
    const { table, rows } = await features([{ "a.b": 1, a: { b: 2 } }]);
    expect(table?.headers).toEqual(["a.b", "a.b"]);
    expect(rows[0]?.cells).toEqual(["1", "2"]);
    expect([0, 1].map((column) => table?.place(0, column))).toMatchObject([
      { pointer: "/features/0/properties/a.b" },
      { pointer: "/features/0/properties/a/b" },
    ]);
  });

  it("keep what is nested very deep, or a long list, as JSON text", async () => {
    const { table, rows } = await features([{ a: { b: { c: { d: { e: { f: 1 } } } } }, l: Array(9).fill({ x: 1 }) }]);
    expect(table?.headers).toEqual(["a.b.c.d.e", "l"]);
    expect(rows[0]?.cells[0]).toBe('{"f":1}');
    expect(rows[0]?.cells[1]).toMatch(/^\[\{"x":1\},/);
  });

  it("are refused where they are too many for a table", async () => {
    const many = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`k${String(index)}`, 1]));
    expect((await features([many])).issues).toMatchObject([{ code: "too-many-columns", params: { found: 10_001 } }]);
  });

  it("begin with the feature's own identifier", async () => {
    const { table, rows } = await geojson({ type: "Feature", id: 7, geometry: null, properties: { name: "a" } });
    expect(table?.headers).toEqual(["id", "name"]);
    expect(rows[0]?.cells).toEqual(["7", "a"]);
    expect(table?.place(0, 0)).toEqual({ kind: "pointer", file: "a.geojson", pointer: "/id" });
  });

  it("take the own identifier only where the property id is empty", async () => {
    const json = { type: "FeatureCollection", features: [{ type: "Feature", id: "f1", geometry: null, properties: { id: "p1" } }, { type: "Feature", id: "f2", geometry: null, properties: {} }] }; // prettier-ignore
    const { table, rows } = await geojson(json);
    expect(table?.headers).toEqual(["id"]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(["p1", "f2"]);
    expect([0, 1].map((row) => table?.place(row, 0))).toMatchObject([
      { pointer: "/features/0/properties/id" },
      { pointer: "/features/1/id" },
    ]);
  });
});

describe("openGeojson", () => {
  it.each([
    [{ type: "name", properties: { name: "urn:ogc:def:crs:EPSG::3035" } }, "EPSG:3035"],
    [{ type: "name", properties: { name: "urn:ogc:def:crs:OGC:1.3:CRS84" } }, "EPSG:4326"],
    [{ type: "name", properties: { name: "EPSG:23700" } }, "EPSG:23700"],
    [{ type: "EPSG", properties: { code: 3794 } }, "EPSG:3794"],
    [{ type: "link", properties: { href: "x" } }, null],
    [undefined, null],
  ])("reads the reference system that %j states", async (crs, expected) => {
    expect((await features([{}], { crs })).table?.crs).toBe(expected);
  });

  it("refuses a bare list of features with the word for it", async () => {
    const read = await geojson([{ type: "Feature", geometry: null, properties: {} }]);
    expect(read.issues).toMatchObject([{ code: "list-of-features", params: { count: 1 } }]);
  });

  it("places a missing value at the nearest thing that exists", async () => {
    const { table } = await features([{ a: { b: 1 } }, { a: 2 }, null]);
    expect([1, 2].map((row) => table?.place(row, 0))).toMatchObject([
      { pointer: "/features/1/properties/a" },
      { pointer: "/features/2/properties" },
    ]);
  });
});

describe("openGeojsonLines", () => {
  const line = (name: string): string => `{"type":"Feature","geometry":null,"properties":{"name":"${name}"}}`;
  const lines = (text: string) => readSource(sourceOf(text, "a.geojsonl"));

  it("numbers rows by lines, blank ones among them", async () => {
    const { table, rows } = await lines(`\n${line("a")}\r\n \n${line("b")}`);
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([[2, "a"], [4, "b"]]); // prettier-ignore
    expect(table?.place(4, 0)).toEqual({ kind: "cell", file: "a.geojsonl", row: 4, column: "name" });
  });

  it("rejects a bad line alone", async () => {
    const { rows, issues } = await lines(`${line("a")}\n{"type":\n[]\n7\n${line("b")}`);
    expect(rows).toHaveLength(5);
    expect(issues.map(({ code, place }) => [code, place.kind === "row" && place.row])).toEqual([["not-json", 2], ["not-a-feature", 3], ["not-a-feature", 4]]); // prettier-ignore
  });

  it("takes geometries without properties, and says what a line repeats", async () => {
    const { points, issues } = await lines(`{"type":"Point","coordinates":[1,2]}\n{"type":"Point","type":"Point","coordinates":[3,4]}`); // prettier-ignore
    expect(points).toMatchObject([{ lon: 1 }, { lon: 3 }]);
    expect(issues).toMatchObject([{ code: "duplicate-key", place: { row: 2 } }]);
  });

  it("reads a sequence of texts that run over several lines", async () => {
    const { rows } = await lines(`\u001e${line("a").replace(",", ",\n")}\n\u001e\n${line("b")}\n`);
    expect(rows.map(({ number, cells }) => [number, cells[0]])).toEqual([[1, "a"], [4, "b"]]); // prettier-ignore
  });

  it("reads lines that are decoded in several parts", async () => {
    const long = "é".repeat(1_500_000);
    const { rows } = await lines(`${line(`a${long}`)}\n${line(`b${long}`)}\n${line("c")}`);
    expect(rows.map(({ cells }) => [cells[0]?.length, cells[0]?.at(-1)])).toEqual([[1_500_001, "é"], [1_500_001, "é"], [1, "c"]]); // prettier-ignore
  });
});

describe("findDuplicateKeys", () => {
  it("finds keys that repeat in the same object, however they are written", () => {
    const text = String.raw`{"a":[{"x/y":1,"b":{"b":2},"x\/y":"\"a\":","x/y":3}],"\u0061":4}`;
    expect(findDuplicateKeys(text, 9)).toEqual([
      { pointer: "/a/0/x~1y", key: "x/y" },
      { pointer: "/a/0/x~1y", key: "x/y" },
      { pointer: "/a", key: "a" },
    ]);
  });

  it("finds one among very many keys", () => {
    const keys = Array.from({ length: 100_000 }, (_, index) => `"k${String(index)}":1`);
    expect(findDuplicateKeys(`{${[...keys, '"k500":2'].join(",")}}`, 9)).toEqual([{ pointer: "/k500", key: "k500" }]);
  });
});
