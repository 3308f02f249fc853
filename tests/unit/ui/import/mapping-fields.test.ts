import { describe, expect, it } from "vitest";
import type { FieldSource, Mapping } from "#domain/ingest/mapping.ts";
import type { SourceColumn } from "#domain/ingest/report.ts";
import {
  hasOutline,
  hasPlace,
  neededFields,
  plainFields,
  stillMissing,
  unreadHeaders,
  withField,
  withValue,
} from "#ui/import/mapping-fields.ts";

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

describe("stillMissing", () => {
  it("names what the kind needs", () => {
    expect(stillMissing(mapping(), false)).toEqual([
      ["lon", "lat", "position"],
      ["sector", "category"],
    ]);
  });

  it("takes one value for all rows, unless it is empty", () => {
    const fields = (value: string) => ({ position: column(1), sector: { kind: "constant", value } as const });
    expect(stillMissing(mapping({ fields: fields("trade") }), false)).toEqual([]);
    expect(stillMissing(mapping({ fields: fields(" ") }), false)).toEqual([["sector", "category"]]);
  });
});

describe("areas", () => {
  const areas = (pointFrom: Mapping["pointFrom"]) => mapping({ kind: "areas", pointFrom });

  it("need an outline beside the columns or in one, and never coordinates", () => {
    expect(stillMissing(areas("geometry"), true)).toEqual([]);
    expect(stillMissing(areas("fields"), true)).toEqual([["geometry"]]);
    expect(stillMissing(areas("geometry"), false)).toEqual([["geometry"]]);
    expect(stillMissing({ ...areas("fields"), fields: { geometry: column(1) } }, false)).toEqual([]);
  });

  it("have their outline chosen apart from the other fields", () => {
    expect(plainFields(areas("fields")).map(({ name }) => name)).toEqual(["id", "name", "country", "source_url"]);
    expect([hasPlace(areas("fields")), hasOutline(areas("fields"))]).toEqual([true, true]);
    expect([hasPlace(mapping()), hasOutline(mapping())]).toEqual([true, false]);
    expect(hasPlace(mapping({ kind: "spaces" }))).toBe(false);
  });
});

describe("neededFields", () => {
  it("tells fields that are needed from those of which one is enough", () => {
    const needed = neededFields(mapping({ kind: "population", fields: { residents: column(0) } }));
    expect(needed.get("residents")).toBe("needed");
    expect(needed.get("name")).toBeUndefined();
    expect(neededFields(mapping()).get("sector")).toBe("one-needed");
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
