import { describe, expect, it } from "vitest";
import type { PreviewCell, PreviewRow } from "#domain/ingest/report.ts";
import { placeColumn } from "#ui/import/place-column.ts";
import { previewPoints } from "#ui/import/preview-points.ts";

describe("placeColumn", () => {
  it.each([
    [{ kind: "cell", file: "f", row: 4, column: "lat" }, "lat"],
    [{ kind: "row", file: "f", row: 4 }, null],
    [{ kind: "feature", file: "f", feature: 2, property: "name" }, "name"],
    [{ kind: "feature", file: "f", feature: 2, property: null }, null],
    [{ kind: "pointer", file: "f", pointer: "/features/3/properties/a~1b~0c" }, "a/b~c"],
    [{ kind: "pointer", file: "f", pointer: "/features/3/geometry/coordinates/0" }, null],
    [{ kind: "file", file: "f" }, null],
  ] as const)("of %j is %j", (place, column) => {
    expect(placeColumn(place)).toBe(column);
  });
});

describe("previewPoints", () => {
  const cell = (field: string, read: string | null): PreviewCell => ({ field, found: "", read, severity: null });
  const row = (lon: string | null, lat: string | null): PreviewRow => ({
    number: 2,
    cells: [cell("lon", lon), cell("lat", lat)],
    outcome: "loaded",
    issues: [],
  });

  it("gives the rows that have both coordinates", () => {
    const rows = [row("14.75", "45.36"), row(null, "45"), row("", ""), row("0", "0")];
    expect(previewPoints({ rows, issues: [], meanings: {} })).toEqual({
      points: [
        { lon: 14.75, lat: 45.36 },
        { lon: 0, lat: 0 },
      ],
      rows: 4,
    });
  });

  it("gives none before there is a preview", () => {
    expect(previewPoints(null)).toEqual({ points: [], rows: 0 });
  });
});
