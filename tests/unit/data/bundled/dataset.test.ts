import { describe, expect, it } from "vitest";
import { readBundledDataset } from "#data/bundled/read-dataset.ts";
import { writeBundledDataset } from "#data/bundled/write-dataset.ts";
import type { Dataset } from "#domain/dataset.ts";
import { assembleDataset, describeOwnIssue, isTolerated } from "#tooling/assemble-dataset.ts";
import { readDataPackage, readTables, readTableTexts } from "../../../helpers/bundled-tables.ts";

const dataPackage = readDataPackage();
const { dataset: assembled, issues } = assembleDataset(dataPackage, readTableTexts());
if (assembled === null) throw new Error("the bundled tables have faults");
const dataset: Dataset = assembled;

function encode(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

function withText(name: string, change: (text: string) => string): Map<string, string> {
  const texts = readTableTexts();
  return texts.set(name, change(texts.get(name) ?? ""));
}

describe("the bundled dataset", () => {
  it("is the same after writing and reading, typed columns and missing values included", () => {
    expect(readBundledDataset(encode(writeBundledDataset(dataset)))).toEqual(dataset);
  });

  it("keeps a missing number missing", () => {
    const read = readBundledDataset(encode(writeBundledDataset(dataset)));
    const index = read.sites.id.findIndex((id) => id === "hr-lipa-memorijalni-centar");
    expect([read.sites.lon[index], read.sites.lat[index], read.sites.builtFromYear[index]]).toEqual([NaN, NaN, NaN]);
  });

  it("is refused from another build", () => {
    const text = writeBundledDataset(dataset).replace(/"format":"[^"]+"/, '"format":"refresh-atlas-dataset-0"');
    expect(() => readBundledDataset(encode(text))).toThrow("not of format");
  });

  it("is refused when a column is short", () => {
    const short: Dataset = { ...dataset, sites: { ...dataset.sites, name: dataset.sites.name.slice(1) } };
    expect(() => readBundledDataset(encode(writeBundledDataset(short)))).toThrow("column name of sites");
  });
});

describe("assembling the dataset", () => {
  it("takes every row of the tables", () => {
    expect([dataset.sites.count, dataset.actors.count]).toEqual([196, 449]);
  });

  it("finds nothing wrong but the three sites without a point", () => {
    expect(issues.filter((issue) => !isTolerated(issue)).map(describeOwnIssue)).toEqual([]);
    expect(issues.filter(isTolerated)).toHaveLength(3);
  });

  it("finds a page's address for every record", () => {
    expect([...dataset.sites.sourceUrl, ...dataset.actors.sourceUrl].filter((url) => url === null)).toEqual([]);
  });

  it("declares coverage as discs of 30 km around the points of the five pilot sites", () => {
    const discs = dataset.coverage.map(({ shape, levels }) => {
      if (shape.kind !== "disc") throw new Error("not a disc");
      return { ...shape.center, radius: shape.radiusMeters, ...levels };
    });
    const pilots = (readTables().get("sites") ?? []).filter(({ note }) => note?.startsWith("REFREsh pilot") === true);
    expect(discs).toEqual(
      pilots.map(({ lon, lat }) => ({
        lon: Number(lon),
        lat: Number(lat),
        radius: 30_000,
        creative: "partial",
        trade: "partial",
        service: "partial",
      })),
    );
    expect(discs).toHaveLength(5);
  });

  it("names the source of the coverage by its title", () => {
    const titles = dataset.sources.map(({ title }) => title);
    expect(dataset.coverage.every(({ source }) => titles.includes(source))).toBe(true);
  });

  it("puts version and content of the tables into its version", () => {
    expect(dataset.version).toMatch(new RegExp(`^${dataPackage.version}\\+[0-9a-f]{8}$`));
    const changed = withText("actors", (text) => text.replace("terra mineralia", "terra  mineralia"));
    expect(assembleDataset(dataPackage, changed).dataset?.version).not.toBe(dataset.version);
  });

  it("takes its date from the data package", () => {
    expect(dataset.date).toBe(dataPackage.created.slice(0, 10));
  });

  it("reports a fault in a table with row and column", () => {
    const broken = withText("sites", (text) => text.replace(",50.905685,", ",95,"));
    const { dataset: none, issues: found } = assembleDataset(dataPackage, broken);
    expect(none).toBeNull();
    expect(found.filter((issue) => !isTolerated(issue)).map(describeOwnIssue)).toEqual([
      'sites.csv row 2, column lat: latitude-out-of-range {"found":95}',
    ]);
  });

  it("does not tolerate a word outside a vocabulary", () => {
    const broken = withText("sites", (text) => text.replace(",interim,", ",temporary,"));
    const { issues: found } = assembleDataset(dataPackage, broken);
    expect(found.filter((issue) => !isTolerated(issue)).map(({ code }) => code)).toEqual(["not-in-vocabulary"]);
  });

  it("throws where coverage rests on a site without a point", () => {
    const broken = withText("coverage", (text) => text.replace("hu-komlo-komloverzum", "hu-papateszer-kurali-malom"));
    expect(() => assembleDataset(dataPackage, broken)).toThrow('no point for site "hu-papateszer-kurali-malom"');
  });

  it("throws where coverage names an unknown source or level", () => {
    const source = withText("coverage", (text) => text.replace("atlas-tables", "elsewhere"));
    const level = withText("coverage", (text) => text.replace("partial", "most"));
    expect(() => assembleDataset(dataPackage, source)).toThrow('no source "elsewhere"');
    expect(() => assembleDataset(dataPackage, level)).toThrow('"most" is no level');
  });

  it("throws where a row of a declaration has a cell too many", () => {
    const broken = withText("coverage", (text) => text.replace("2026-11,30000", "2026-11,,30000"));
    expect(() => assembleDataset(dataPackage, broken)).toThrow("coverage.csv row 2: 9 cells, not 8");
  });
});
