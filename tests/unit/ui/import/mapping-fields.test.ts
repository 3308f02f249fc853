import { describe, expect, it } from "vitest";
import type { FieldSource, Mapping } from "#domain/ingest/mapping.ts";
import type { SourceColumn } from "#domain/ingest/report.ts";
import { missingFields, plainFields, unreadHeaders, withField, withValue } from "#ui/import/mapping-fields.ts";

const column = (position: number): FieldSource => ({ kind: "column", column: position });
const mapping = (changes: Partial<Mapping> = {}): Mapping => ({
  kind: "actors",
  fields: {},
  values: {},
  decimalMark: "point",
  pointFrom: "fields",
  crs: "EPSG:4326",
  swapped: false,
  ...changes,
});
const headers = (...names: string[]): SourceColumn[] => names.map((header) => ({ header, samples: [], values: [] }));

describe("missingFields", () => {
  it("names what the kind needs, both coordinates as one", () => {
    expect(missingFields(mapping(), false)).toEqual(["id", "sector", "position"]);
  });

  it("names the one coordinate that is missing", () => {
    const fields = { id: column(0), sector: column(1), lon: column(2) };
    expect(missingFields(mapping({ fields }), false)).toEqual(["lat"]);
  });

  it("needs no coordinates beside geometries, where there are any", () => {
    const fields = { id: column(0), sector: column(1) };
    expect(missingFields(mapping({ fields, pointFrom: "geometry" }), true)).toEqual([]);
    expect(missingFields(mapping({ fields, pointFrom: "geometry" }), false)).toEqual(["position"]);
  });

  it("takes one column for both coordinates", () => {
    const fields = { id: column(0), sector: column(1), position: column(2) };
    expect(missingFields(mapping({ fields }), false)).toEqual([]);
  });

  it("takes one value for all rows, unless it is empty", () => {
    const fields = (value: string) => ({
      id: column(0),
      position: column(1),
      sector: { kind: "constant", value } as const,
    });
    expect(missingFields(mapping({ fields: fields("trade") }), false)).toEqual([]);
    expect(missingFields(mapping({ fields: fields(" ") }), false)).toEqual(["sector"]);
  });
});

describe("plainFields", () => {
  it("leaves out the coordinates and nothing else", () => {
    const names = plainFields(mapping({ kind: "population" })).map(({ name }) => name);
    expect(names).toEqual(["name", "country", "residents"]);
  });
});

describe("unreadHeaders", () => {
  it("names what no field reads, by its position where it has no header", () => {
    const fields = { id: column(0), sector: { kind: "constant", value: "trade" } as const };
    expect(unreadHeaders(mapping({ fields }), headers("nr", "", "phone"))).toEqual(["2", "phone"]);
  });

  it("counts columns of coordinates as unread while geometries give the points", () => {
    const fields = { lon: column(0), lat: column(1) };
    expect(unreadHeaders(mapping({ fields, pointFrom: "geometry" }), headers("x", "y"))).toEqual(["x", "y"]);
    expect(unreadHeaders(mapping({ fields }), headers("x", "y"))).toEqual([]);
  });
});

describe("withField and withValue", () => {
  it("change one field and leave the mapping as it was", () => {
    const before = mapping({ fields: { id: column(0), name: column(1) } });
    expect(withField(before, "name", null).fields).toEqual({ id: column(0) });
    expect(withField(before, "name", column(3)).fields).toEqual({ id: column(0), name: column(3) });
    expect(before.fields).toEqual({ id: column(0), name: column(1) });
  });

  it("add the meaning of one text to those of its field", () => {
    const before = mapping({ values: { sector: { kunst: "creative" }, category: { oper: "music" } } });
    expect(withValue(before, "sector", "handel", "trade").values).toEqual({
      sector: { kunst: "creative", handel: "trade" },
      category: { oper: "music" },
    });
  });
});
