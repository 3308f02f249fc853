import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SECTORS } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageArea } from "#domain/coverage/coverage.ts";
import { computeCoverageReach, coverageWithin } from "#domain/coverage/coverage-reach.ts";
import { boxRing } from "#domain/geo/box-ring.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { computeShortfall } from "#domain/rule/shortfall.ts";
import { computeVerdict, thresholdsOf } from "#domain/rule/verdict.ts";
import { hasPostgis, startPostgres, type PostgresCluster } from "../../helpers/postgres.ts";
import { hasSharedFiles, readShared, readSharedTable } from "../../helpers/shared-files.ts";

const REACHES = [1000, 5000, 10_000, 25_000, 50_000];

/** Two neighbours that cover together what neither does alone, a smaller claim for trade, and an area with a hole. */
const AREAS: readonly CoverageArea[] = [
  area("west", "complete", "complete", "complete", [rectangle(5, 46, 13, 52)]),
  area("east", "complete", "partial", "complete", [rectangle(13, 46, 18.5, 51)]),
  area("trade", "none", "complete", "none", [rectangle(16, 47, 18, 49)]),
  area("north", "partial", "partial", "none", [rectangle(9, 52.2, 15, 55), rectangle(10, 53, 12, 54)]),
];

function rectangle(west: number, south: number, east: number, north: number) {
  return boxRing({ west, south, east, north });
}

function area(
  id: string,
  creative: CoverageArea["levels"]["creative"],
  trade: CoverageArea["levels"]["trade"],
  service: CoverageArea["levels"]["service"],
  rings: readonly (readonly (readonly [number, number])[])[],
): CoverageArea {
  return { id, source: id, date: null, levels: { creative, trade, service }, shape: { kind: "polygon", rings } };
}

/** A ready-made statement of data/sql. */
const file = (name: string) => readFileSync(resolve(import.meta.dirname, "../../../data/sql", name), "utf8");

const rows = (csv: string) =>
  csv
    .trim()
    .split("\n")
    .map((line) => line.split(","));

const copy = (table: string, csv: string) =>
  `copy atlas.${table} from stdin (format csv, header);\n${csv.trim()}\n\\.\n`;

const missing = !hasPostgis ? "no PostGIS here" : !hasSharedFiles ? "the reference files are absent" : null;

describe.skipIf(missing !== null)(`data/sql in PostGIS${missing === null ? "" : ` (skipped: ${missing})`}`, () => {
  let cluster: PostgresCluster;
  beforeAll(() => {
    cluster = startPostgres();
    const rules = REACHES.map((reach) => `('${String(reach)}', ${String(reach)})`).join(", ");
    const coverage = AREAS.map(({ id, levels, shape }) => {
      const geometry = JSON.stringify({ type: "Polygon", coordinates: shape.kind === "polygon" ? shape.rings : [] });
      return `('${id}', '${levels.creative}', '${levels.trade}', '${levels.service}', st_geomfromgeojson('${geometry}'))`;
    });
    cluster.run(
      [
        file("1-tables.sql"),
        copy("site (id, lon, lat)", readShared("oracle/reach-sites.csv")),
        copy("actor (id, lon, lat, sector)", readShared("oracle/reach-actors.csv")),
        "insert into atlas.site (id, competes) values ('nowhere', false);",
        `insert into atlas.rule (id, reach_m) values ${rules};`,
        `insert into atlas.coverage values ${coverage.join(", ")};`,
        ...["2-pairs.sql", "3-counts.sql", "4-verdicts.sql", "5-e2sfca.sql"].map(file),
      ].join("\n"),
    );
  }, 120_000);
  afterAll(() => {
    cluster.end();
  });

  it("counts exactly the same in all 1,000 catchments", () => {
    const found = cluster.run(
      "select site, reach_m, creative, trade, service from atlas.counts order by site::integer, reach_m",
    );
    expect(rows(found)).toEqual(readSharedTable("oracle/reach-counts.csv").map((row) => Object.values(row)));
  });

  it("gives coverage, shortfalls and verdicts as the page does", () => {
    const sites = readSharedTable("oracle/reach-sites.csv");
    const reach = computeCoverageReach(
      {
        lon: Float64Array.from(sites, ({ lon }) => Number(lon)),
        lat: Float64Array.from(sites, ({ lat }) => Number(lat)),
      },
      AREAS,
    );
    const siteIndex = new Map(sites.map(({ id }, index) => [id, index]));
    const thresholds = thresholdsOf(DEFAULT_RULE);
    const expected = readSharedTable("oracle/reach-counts.csv").map((row) => {
      const count = SECTORS.map((sector) => Number(row[sector]));
      const coverage = SECTORS.map((_, sector) =>
        coverageWithin(reach, siteIndex.get(row["site"] ?? "") ?? NaN, sector, Number(row["reach_m"])),
      );
      const { sectors, total } = computeShortfall(count, thresholds);
      const verdict = computeVerdict({ count, coverage }, thresholds);
      const levels = coverage.map((level) => COVERAGE_LEVELS[level] ?? "");
      return [row["site"], row["reach_m"], ...[...sectors, total].map(String), ...levels, verdict];
    });
    const found = cluster.run(
      `select site, reach_m, short_creative, short_trade, short_service, short_total,
         coverage_creative, coverage_trade, coverage_service, verdict
       from atlas.verdicts order by site::integer, reach_m`,
    );
    expect(new Set(expected.map((row) => row.at(-1)))).toEqual(new Set(["alone", "together", "short", "unknown"]));
    expect(new Set(expected.flatMap((row) => row.slice(6, 9)))).toEqual(new Set(COVERAGE_LEVELS));
    expect(rows(found)).toEqual(expected);
  });

  it("shares actors out after competition as PySAL does", () => {
    const found = rows(cluster.run("select * from atlas.e2sfca order by site::integer"));
    const expected = readSharedTable("oracle/reach-fca.csv");
    expect(found.map(([site]) => site)).toEqual(expected.map(({ site }) => site));
    for (const [index, row] of expected.entries()) {
      for (const [column, sector] of SECTORS.entries()) {
        expect(Number(found[index]?.[column + 1])).toBeCloseTo(Number(row[`e2sfca_${sector}`]), 6);
      }
    }
  });

  it("hands out each actor in reach of a competing site once, whatever the needs, and none to other sites", () => {
    const sums = cluster.run(
      `begin;
       update atlas.site set need = 1 + id::integer % 7, competes = id::integer % 3 > 0 where id <> 'nowhere';
       select round((sum(need * e2sfca_creative) - (
           select count(distinct actor) from atlas.pair join atlas.site on site.id = pair.site
           where competes and sector = 'creative' and distance_m <= 30000
         ))::numeric, 6), min(id::integer % 3), count(*)
       from atlas.e2sfca join atlas.site on site.id = e2sfca.site;
       rollback;`,
    );
    expect(rows(sums)).toEqual([["0.000000", "1", "134"]]);
  });
});
