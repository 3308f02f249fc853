import { describe, expect, it } from "vitest";
import { mergeAsked } from "#domain/live/merge-asked.ts";
import { meters } from "#domain/units.ts";
import type { AskedArea, TableId, TableInfo } from "#domain/workspace/table.ts";
import { actorTableOf } from "../../../helpers/loaded-table.ts";

const disc = (lon: number, radius: number): AskedArea => ({
  kind: "disc",
  center: { lon, lat: 45 },
  radiusMeters: meters(radius),
});
const terms = { id: "t" as TableId, source: "OpenStreetMap", date: "2026-11-21T10:00:00Z" };

function tableWith(areas: readonly AskedArea[]): TableInfo {
  const merged = mergeAsked(null, areas, { ...terms, id: "old" as TableId, date: "2025-01-01" });
  return {
    ...actorTableOf([]).info,
    coverage: merged.coverage,
    asked: { service: "overpass", endpoint: "https://overpass.example", areas: merged.areas, asOf: null },
  };
}

describe("mergeAsked", () => {
  it("declares each area complete in every sector, with the date of its answer", () => {
    const { areas, coverage } = mergeAsked(null, [disc(14, 5000)], terms);
    expect(areas).toEqual([disc(14, 5000)]);
    expect(coverage).toEqual([
      {
        id: "t-0",
        source: "OpenStreetMap",
        date: "2026-11-21T10:00:00Z",
        levels: { creative: "complete", trade: "complete", service: "complete" },
        shape: disc(14, 5000),
      },
    ]);
  });

  it("keeps older answers with their dates, but for those that the new one covers", () => {
    const { areas, coverage } = mergeAsked(tableWith([disc(14, 5000), disc(16, 5000)]), [disc(14, 9000)], terms);
    expect(areas).toEqual([disc(16, 5000), disc(14, 9000)]);
    expect(coverage.map(({ id, date }) => [id, date])).toEqual([
      ["t-0", "2025-01-01"],
      ["t-1", terms.date],
    ]);
  });

  it("declares a box as its four corners, closed", () => {
    const { coverage } = mergeAsked(null, [{ kind: "box", west: 14, south: 45, east: 15, north: 46 }], terms);
    expect(coverage[0]?.shape).toEqual({
      kind: "polygon",
      rings: [
        [
          [14, 45],
          [15, 45],
          [15, 46],
          [14, 46],
          [14, 45],
        ],
      ],
    });
  });
});
