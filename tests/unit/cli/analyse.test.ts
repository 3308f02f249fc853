import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { runCli } from "../../helpers/run-cli.ts";

const folder = mkdtempSync(path.join(tmpdir(), "atlas-cli-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function table(name: string, ...rows: string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `${rows.join("\n")}\n`);
  return file;
}

const sites = table("sites.csv", "id,lon,lat", '"b, north",14.5,45.5', "a,14.6,45.6", "nowhere,,");
const actors = table(
  "actors.csv",
  "id,lon,lat,sector",
  "1,14.5,45.51,creative",
  "2,14.5,45.51,trade",
  "3,14.5,45.49,service",
  "4,14.5,45.52,service",
);
const analyse = (...options: string[]) => runCli("analyse", "--sites", sites, "--actors", actors, ...options);
const lines = ({ stdout }: { readonly stdout: string }) => stdout.trimEnd().split("\n");

describe("analyse", () => {
  it("writes a row for each site and reach, in the order given", async () => {
    const run = await analyse("--reach", "25000,1000");
    expect(run.status).toBe(0);
    expect(run.stderr).toBe("");
    expect(lines(run).map((line) => line.split(/,(?! )/).slice(0, 2))).toEqual([
      ["site", "reach_m"],
      ['"b, north"', "25000"],
      ['"b, north"', "1000"],
      ["a", "25000"],
      ["a", "1000"],
      ["nowhere", "25000"],
      ["nowhere", "1000"],
    ]);
  });

  it("applies thresholds and floors, and gives the least sufficient reach to the millimetre", async () => {
    const [header, first] = lines(await analyse("--together", "4", "--floors", "1,1,2"));
    expect(header).toBe(
      "site,reach_m,creative,trade,service,total,verdict,short_creative,short_trade,short_service,short_total,sufficient_reach_m,evenness",
    );
    expect(first).toBe('"b, north",10000,1,1,2,4,together,0,0,0,0,2222.835,0.9464');
  });

  it("calls nothing short unless the table is vouched for", async () => {
    const verdict = async (...options: string[]) => lines(await analyse(...options))[1]?.split(/,(?! )/)[6];
    expect(await verdict()).toBe("unknown");
    expect(await verdict("--coverage", "partial")).toBe("unknown");
    expect(await verdict("--coverage", "complete")).toBe("short");
  });

  it("leaves cells empty that are not defined", async () => {
    const rows = lines(await analyse("--reach", "1000"));
    expect(rows[2]).toBe("a,1000,0,0,0,0,unknown,10,5,5,50,,");
    expect(rows[3]).toBe("nowhere,1000,,,,,unknown,,,,,,");
    expect(lines(await analyse("--reach", "1000", "--coverage", "none"))[2]).toBe("a,1000,,,,,unknown,,,,,,");
  });

  it("adds the indicators asked for, by their identifiers and in their order, none twice", async () => {
    const [usual = ""] = lines(await analyse());
    const [header, first] = lines(await analyse("--indicators", "shared_actors, evenness,e2sfca_trade,shared_actors"));
    expect(header).toBe(`${usual},shared_actors,e2sfca_trade`);
    expect(first).toMatch(/,0.9464,0,0.595238095$/);
  });

  it("adds every indicator of the registry when all are asked for", async () => {
    const rows = lines(await analyse("--indicators", "all"));
    const columns = rows[0]?.split(",") ?? [];
    expect(new Set(columns).size).toBe(columns.length);
    expect(columns).toEqual(expect.arrayContaining(INDICATORS.map(({ id }) => id)));
    expect(rows[3]).toMatch(/^nowhere,10000,,,,,unknown,,+$/);
  });

  it("sets sites beside comparable ones, and says why one is left out", async () => {
    const countries = table(
      "countries.csv",
      "id,lon,lat,country",
      "x,14.5,45.5,SI",
      "y,14.5,45.51,SI",
      "z,14.5,45.9,HR",
      "nowhere,,,SI",
    );
    const run = (benchmark: string, ...options: string[]) =>
      runCli(
        "analyse",
        "--sites",
        countries,
        "--actors",
        actors,
        "--indicators",
        "shared_actors,evenness",
        "--benchmark",
        benchmark,
        ...options,
      );
    const rows = lines(await run("country")).map((line) => line.split(",").slice(-8));
    expect(rows).toEqual([
      ["shared_actors", "evenness"].flatMap((id) =>
        ["rank", "percentile", "compared_n", "left_out"].map((part) => `${id}_${part}`),
      ),
      ["1", "50", "2", "", "1", "50", "2", ""],
      ["1", "50", "2", "", "1", "50", "2", ""],
      ["1", "50", "1", "", "", "", "0", "no-value"],
      ["", "", "2", "no-coverage", "", "", "2", "no-coverage"],
    ]);
    expect(lines(await run("all")).map((line) => line.split(",").slice(-8, -5))[3]).toEqual(["1", "83.33", "3"]);
    expect(lines(await run("all", "--coverage", "none"))[1]).toMatch(/,,,0,no-coverage,,,0,no-coverage$/);
  });

  it("takes minutes from a file of isochrones, and says which sites it has none for", async () => {
    const square = [14.4, 45.4, 14.6, 45.515] as const;
    const [west, south, east, north] = square;
    const ring = [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
    const feature = (minutes: number, profile: string) => ({
      type: "Feature",
      properties: { site_id: "b, north", minutes, profile },
      geometry: { type: "Polygon", coordinates: [ring] },
    });
    const file = table(
      "catchments.geojson",
      JSON.stringify({ type: "FeatureCollection", features: [feature(10, "car"), feature(30, "foot")] }),
    );
    const run = await analyse("--catchments", file, "--minutes", "10,20", "--together", "3", "--floors", "1,1,1");
    expect(run.stderr).toBe("catchments.geojson: 1 of 3 sites have isochrones by car; the others are not counted.\n");
    expect(lines(run).slice(0, 4)).toEqual([
      "site,reach_min,creative,trade,service,total,verdict,short_creative,short_trade,short_service,short_total,sufficient_reach_min,evenness",
      '"b, north",10,1,1,1,3,together,0,0,0,0,10,1',
      '"b, north",20,1,1,1,3,together,0,0,0,0,10,1',
      "a,10,,,,,unknown,,,,,,",
    ]);
    const byBicycle = await analyse("--catchments", file, "--minutes", "10", "--profile", "bicycle");
    expect([byBicycle.status, byBicycle.stderr]).toEqual([2, expect.stringContaining("no isochrone by bicycle")]);
  });

  it("estimates by a detour factor and a speed of one's own, and says where these cannot be", async () => {
    const rule = ["--together", "4", "--floors", "1,1,2"];
    const own = await analyse("--minutes", "18", "--detour", "1.2", "--speed", "12", ...rule);
    const inMeters = await analyse("--reach", "3000", ...rule);
    const cells = (run: typeof own) =>
      lines(run)
        .slice(1)
        .map((line) => line.split(",").slice(3, 8));
    expect(cells(own)).toEqual(cells(inMeters));
    expect(lines(own)[0]).toMatch(/^site,reach_min_estimated,/);
    const alone = await analyse("--detour", "1.2");
    expect([alone.status, alone.stderr]).toEqual([2, expect.stringContaining("--minutes")]);
    const both = await analyse("--minutes", "6", "--speed", "12", "--catchments", "areas.geojson");
    expect([both.status, both.stderr]).toEqual([2, expect.stringContaining("--catchments")]);
  });

  it("estimates minutes by the straight line, and names the columns so", async () => {
    const [header, first] = lines(await analyse("--minutes", "3", "--together", "4", "--floors", "1,1,2"));
    expect(header).toMatch(/^site,reach_min_estimated,.*,sufficient_reach_min_estimated,evenness$/);
    const straight = lines(await analyse("--reach", "2008", "--together", "4", "--floors", "1,1,2"))[1];
    expect(first?.split(",").slice(3, 8)).toEqual(straight?.split(",").slice(3, 8));
    expect(Number(first?.split(",").at(-2))).toBeCloseTo((2222.835 * 1.27) / (51_000 / 60), 3);
  });

  it("counts residents of the table that is named", async () => {
    const people = table(
      "people.csv",
      "name,lon,lat,residents",
      "A,14.5,45.5,1000",
      "B,14.5,45.51,600",
      "C,15,46,5000",
    );
    const rows = lines(await analyse("--indicators", "residents,actors_per_1000_residents", "--residents", people));
    expect(rows[1]).toMatch(/,1600,2.5$/);
    expect(lines(await analyse("--indicators", "residents"))[1]).toMatch(/,$/);
  });

  it("puts indicators and what they rest on into GeoJSON", async () => {
    const { stdout } = await analyse("--format", "geojson", "--indicators", "exclusive_actors");
    const json = JSON.parse(stdout) as { features: { properties: Record<string, unknown> }[]; metadata: object };
    expect(json.features[0]?.properties).toMatchObject({ site: "b, north", exclusive_actors: 4 });
    expect(json.metadata).toMatchObject({ residents: null });
  });

  it("weighs actors by distance when asked", async () => {
    const row = lines(await analyse("--decay", "steps", "--reach", "3000"))[1];
    expect(row).toMatch(/^"b, north",3000,0\.68,0\.68,0\.9,2\.26,/);
  });

  it("lists the nearest actors with distances to the millimetre, equally far ones in the order of their table", async () => {
    expect(lines(await analyse("--nearest=3"))).toEqual([
      "site,actor,distance_m",
      '"b, north",3,1111.415',
      '"b, north",1,1111.416',
      '"b, north",2,1111.416',
      "a,4,11832.765",
      "a,1,12689.545",
      "a,2,12689.545",
    ]);
  });

  it("writes GeoJSON with a feature for each row", async () => {
    const { stdout } = await analyse("--format", "geojson", "--reach", "1000,10000");
    const json = JSON.parse(stdout) as { features: { geometry: unknown; properties: Record<string, unknown> }[] };
    expect(json.features).toHaveLength(6);
    expect(json.features[1]).toMatchObject({
      geometry: { type: "Point", coordinates: [14.5, 45.5] },
      properties: { site: "b, north", reach_m: 10000, creative: 1, total: 4 },
    });
    expect(json.features[5]?.geometry).toBeNull();
  });

  it("reads GeoJSON", async () => {
    const feature = (id: string, lat: number, properties: object) => ({
      type: "Feature",
      id,
      properties,
      geometry: { type: "Point", coordinates: [14.5, lat] },
    });
    const collection = (...features: object[]) => JSON.stringify({ type: "FeatureCollection", features });
    const run = await runCli(
      "analyse",
      "--sites",
      table("s.geojson", collection(feature("x", 45.5, {}))),
      "--actors",
      table("a.geojson", collection(feature("n1", 45.51, { group: "trade" }))),
    );
    expect(lines(run)[1]).toMatch(/^x,10000,0,1,0,1,/);
  });

  it("writes to the file named by --out", async () => {
    const out = path.join(folder, "out.csv");
    const run = await analyse("--out", out);
    expect(run).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(readFileSync(out, "utf8")).toBe((await analyse()).stdout);
  });

  it("names rejected rows on standard error and goes on with the others", async () => {
    const bad = table("bad.csv", "id,lon,lat,sector", "1,14.5,45.51,elsewhere", "2,14.5,95,trade", "3,14.5,45.5,trade");
    const run = await runCli("analyse", "--sites", sites, "--actors", bad);
    expect(run.status).toBe(0);
    expect(run.stderr.split("\n")).toEqual([
      "bad.csv: row 2, column sector: error not-in-vocabulary: Found elsewhere; expected one of: creative, trade, service.",
      "bad.csv: row 3, column lat: error latitude-out-of-range: Found the latitude 95; expected a value from -90 to 90 degrees.",
      "bad.csv: 2 of 3 rows rejected.",
      "",
    ]);
    expect(lines(run)[1]).toContain(",0,1,0,1,");
  });

  it("gives up on a file that holds no table", async () => {
    const run = await runCli("analyse", "--sites", sites, "--actors", table("none.csv", "id,lon,lat", "1,2,3"));
    expect(run).toMatchObject({ status: 2, stdout: "" });
    expect(run.stderr).toContain("none.csv: whole file: error missing-column: No column sector / category was found;");
  });
});
