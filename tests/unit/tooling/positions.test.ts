import { polygon } from "@turf/turf";
import { describe, expect, it } from "vitest";
import type { Precision } from "#domain/geo/points.ts";
import { reportBundledPositions } from "#tooling/check-positions.ts";
import type { CountryPart } from "#tooling/countries.ts";
import type { City } from "#tooling/geonames.ts";
import { replaceReportSection, reportPositions } from "#tooling/position-report.ts";
import { checkPositions, createGazetteer, type Positioned } from "#tooling/positions.ts";
import { readDataFile } from "../../helpers/bundled-tables.ts";

const parts: CountryPart[] = [
  {
    country: "DE",
    shape: polygon([
      [
        [13, 50],
        [15, 50],
        [15, 52],
        [13, 52],
        [13, 50],
      ],
    ]),
    arcs: [],
  },
  {
    country: "PL",
    shape: polygon([
      [
        [15, 50],
        [17, 50],
        [17, 52],
        [15, 52],
        [15, 50],
      ],
    ]),
    arcs: [],
  },
];

const komlo: City = {
  id: 7,
  name: "Komló",
  alternateNames: ["Kumlau"],
  lon: 14,
  lat: 51,
  featureClass: "P",
  featureCode: "PPL",
  country: "DE",
  population: 20_000,
};
const gazetteer = createGazetteer([komlo]);

interface Row {
  readonly lon?: number;
  readonly lat?: number;
  readonly municipality?: string;
  readonly precision?: Precision;
  readonly source?: string;
}

function tableOf(...rows: Row[]): Positioned {
  return {
    count: rows.length,
    id: rows.map((_, index) => `record-${String(index)}`),
    lon: Float64Array.from(rows, ({ lon }) => lon ?? 14),
    lat: Float64Array.from(rows, ({ lat }) => lat ?? 51),
    country: rows.map(() => "DE"),
    municipality: rows.map(({ municipality }) => municipality ?? "Komló"),
    precision: rows.map(({ precision }) => precision ?? "settlement"),
    positionSource: rows.map(({ source }) => source ?? "https://example.org/"),
  };
}

function check(...rows: Row[]) {
  return checkPositions(tableOf(...rows), parts, gazetteer);
}

describe("checkPositions", () => {
  it("has nothing to say about a point in its country and municipality", () => {
    expect(check({})).toEqual([]);
  });

  it("finds the municipality without its accents, and by another of its names", () => {
    expect(check({ municipality: "KOMLO" }, { municipality: "Kumlau" })).toEqual([]);
  });

  it("passes over a record without a point", () => {
    expect(check({ lon: NaN, lat: NaN, municipality: "Nowhere" })).toEqual([]);
  });

  it("reports a point in the neighbouring country, with its distance from its own", () => {
    const [group] = check({ lon: 15.01, precision: "building", municipality: "Komló" });
    expect(group?.misfit).toMatchObject({ kind: "outside-country", liesIn: "PL" });
    expect(group?.misfit.kind === "outside-country" && group.misfit.meters).toBeCloseTo(700, -2);
  });

  it("reports a point in no country as in the water", () => {
    expect(check({ lon: 12.9, precision: "site" })[0]?.misfit).toMatchObject({ kind: "outside-country", liesIn: null });
  });

  it.each<[Precision, number, number]>([
    ["settlement", 4990, 0],
    ["settlement", 5010, 1],
    ["building", 9990, 0],
    ["building", 10_010, 1],
  ])("lets a point of precision %s stand %d m from its municipality: %d misfits", (precision, meters, expected) => {
    const lat = 51 + meters / 111_263;
    expect(check({ lat, precision })).toHaveLength(expected);
  });

  it("reports a municipality that it cannot find", () => {
    expect(check({ municipality: "Nowhere" })[0]?.misfit).toEqual({ kind: "unknown-municipality" });
  });

  it("reports a point that is not at the place named as its source", () => {
    const source = "geonames:7";
    expect(check({ source, lat: 51.0008 })).toEqual([]);
    expect(check({ source, lat: 51.001 })[0]?.misfit).toMatchObject({ kind: "not-at-its-source" });
  });

  it("lists records of one point and one misfit together", () => {
    expect(check({ municipality: "Nowhere" }, {}, { municipality: "Nowhere" }).map(({ ids }) => ids)).toEqual([
      ["record-0", "record-2"],
    ]);
  });
});

describe("the report on positions", () => {
  const table = tableOf({ lon: 15.01, precision: "building" }, { lon: NaN, lat: NaN });
  const report = reportPositions(
    [{ name: "sites", table, groups: checkPositions(table, parts, gazetteer) }],
    gazetteer,
  );

  it("counts what was checked and names what has no point", () => {
    expect(report).toContain("1 of 2 records have a point");
    expect(report).toContain("Without a point: `record-1`.");
  });

  it("lists a misfit under its heading", () => {
    expect(report).toMatch(/### Outside the country's outline: 1 sites\n[^#]*record-0/);
  });

  it("takes the place of the one before", () => {
    const before = report.replace("1 of 2", "9 of 9");
    expect(replaceReportSection(`# Title\n\n${before}\n\nEnd\n`, report)).toBe(`# Title\n\n${report}\n\nEnd\n`);
  });

  it("throws where there is no place for it", () => {
    expect(() => replaceReportSection("# Title\n", report)).toThrow("no marks");
  });

  it("stands in the README of the tables as it is today", async () => {
    const readme = readDataFile("README.md");
    expect(readme).toBe(replaceReportSection(readme, await reportBundledPositions()));
  }, 60_000);
});
