import { describe, expect, it } from "vitest";
import { sampleMeanings } from "#data/ingest/sample-meanings.ts";
import type { Mapping } from "#domain/ingest/mapping.ts";

const mapping: Mapping = {
  kind: "sites",
  fields: {
    id: { kind: "column", column: 0 },
    reuse_status: { kind: "column", column: 1 },
    industry: { kind: "constant", value: "mining" },
  },
  values: { reuse_status: { "k. a.": "lost" } },
  decimalMark: "point",
  pointFrom: "fields",
  crs: "EPSG:4326",
  swapped: false,
};
const row = (...cells: string[]) => ({ number: 2, cells, geometry: null, fault: null });

describe("sampleMeanings", () => {
  it("says what the texts of mapped columns are read as without the mapping's own words", () => {
    const rows = [
      row("a", "Leerstehend"),
      row("b", "leerstehend"),
      row("c", "In operation"),
      row("d", "xyzzy"),
      row("e"),
    ];
    expect(sampleMeanings(rows, mapping)).toEqual({
      reuse_status: { leerstehend: "unused", "in operation": "in_operation" },
    });
  });
});
