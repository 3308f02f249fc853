import { describe, expect, it } from "vitest";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { computeCounts } from "#domain/catchment/counts.ts";
import { computeReachTable } from "#domain/catchment/reach-table.ts";
import { meters } from "#domain/units.ts";
import { hasSharedFiles, readSharedTable } from "../../../helpers/shared-files.ts";

function readPoints(path: string) {
  const rows = readSharedTable(path);
  return {
    ids: rows.map((row) => row["id"] ?? ""),
    lon: Float64Array.from(rows, (row) => Number(row["lon"])),
    lat: Float64Array.from(rows, (row) => Number(row["lat"])),
    sector: Uint8Array.from(rows, (row) => SECTORS.indexOf(row["sector"] as Sector)),
  };
}

describe.skipIf(!hasSharedFiles)("against PostGIS (needs the reference files beside the project)", () => {
  const sites = hasSharedFiles ? readPoints("oracle/reach-sites.csv") : null;
  const actors = hasSharedFiles ? readPoints("oracle/reach-actors.csv") : null;

  it("counts the same actors in all 1,000 catchments", () => {
    const table = computeReachTable(sites!, actors!, meters(50_000));
    const expected = readSharedTable("oracle/reach-counts.csv");
    const byReach = new Map([1000, 5000, 10_000, 25_000, 50_000].map((reach) => [reach, computeCounts(table, reach)]));
    const found = expected.map(({ site, reach_m }) => {
      const start = sites!.ids.indexOf(site!) * 3;
      const [creative, trade, service] = byReach.get(Number(reach_m))!.subarray(start, start + 3);
      return { site, reach_m, creative: String(creative), trade: String(trade), service: String(service) };
    });
    expect(found).toHaveLength(1000);
    expect(found).toEqual(expected);
  });

  it("measures the 4,765 nearest distances within 1 cm", () => {
    const table = computeReachTable(sites!, actors!, meters(60_000));
    const distances = new Map<string, number>();
    for (let index = 0; index < sites!.ids.length * 3; index++) {
      for (let position = table.offset[index]!; position < table.offset[index + 1]!; position++) {
        const key = `${sites!.ids[Math.floor(index / 3)]!} ${actors!.ids[table.actor[position]!]!}`;
        distances.set(key, table.distanceMeters[position]!);
      }
    }
    const expected = readSharedTable("oracle/reach-nearest.csv");
    const errors = expected.map(({ site, actor, distance_m }) =>
      Math.abs((distances.get(`${site!} ${actor!}`) ?? Infinity) - Number(distance_m)),
    );
    expect(errors).toHaveLength(4765);
    expect(Math.max(...errors)).toBeLessThanOrEqual(0.01);
  });
});
