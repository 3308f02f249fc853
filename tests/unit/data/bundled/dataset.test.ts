import { describe, expect, it } from "vitest";
import { readBundledDataset } from "#data/bundled/read-dataset.ts";
import { writeBundledDataset } from "#data/bundled/write-dataset.ts";
import { textsOf } from "#domain/text-column.ts";
import { composeDataset } from "#domain/workspace/compose-dataset.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import type { Published } from "#domain/workspace/published.ts";
import { assembleDataset, describeOwnIssue, isTolerated } from "#tooling/assemble-dataset.ts";
import { readDataPackage, readTables, readTableTexts } from "../../../helpers/bundled-tables.ts";

const dataPackage = readDataPackage();
const { dataset: assembled, issues } = await assembleDataset(dataPackage, readTableTexts());
if (assembled === null) throw new Error("the bundled tables have faults");
const published: Published = assembled;
const dataset = composeDataset({ tables: published.tables, edits: NO_EDITS }, published);

function encode(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer;
}

function withText(name: string, change: (text: string) => string): Map<string, string> {
  const texts = readTableTexts();
  return texts.set(name, change(texts.get(name) ?? ""));
}

describe("the bundled dataset", () => {
  it("is the same after writing and reading, typed columns and missing values included", () => {
    const text = writeBundledDataset(published);
    const read = readBundledDataset(encode(text));
    expect(writeBundledDataset(read)).toBe(text);
    const composed = composeDataset({ tables: read.tables, edits: NO_EDITS }, read);
    expect(composed.sites).toEqual(dataset.sites);
    expect(textsOf(composed.actors.name, composed.actors.count)).toEqual(
      textsOf(dataset.actors.name, dataset.actors.count),
    );
    expect(composed.actors.sector).toEqual(dataset.actors.sector);
  });

  it("keeps a missing number missing", () => {
    const read = readBundledDataset(encode(writeBundledDataset(published)));
    const { sites } = composeDataset({ tables: read.tables, edits: NO_EDITS }, read);
    const index = sites.id.findIndex((id) => id === "hr-lipa-memorijalni-centar");
    expect([sites.lon[index], sites.lat[index], sites.builtFromYear[index]]).toEqual([NaN, NaN, NaN]);
  });

  it("is refused from another build", () => {
    const text = writeBundledDataset(published).replace(/"format":"[^"]+"/, '"format":"refresh-atlas-dataset-0"');
    expect(() => readBundledDataset(encode(text))).toThrow("not of format");
  });

  it("is refused when a column is short", () => {
    const shortened = { ...dataset.sites, name: dataset.sites.name.slice(1) };
    const tables = published.tables.map((table) =>
      table.info.kind === "sites" ? { info: table.info, records: shortened } : table,
    ) as Published["tables"];
    expect(() => readBundledDataset(encode(writeBundledDataset({ ...published, tables })))).toThrow(
      "column name of sites",
    );
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
    expect(
      [...dataset.sites.sourceUrl, ...textsOf(dataset.actors.sourceUrl, dataset.actors.count)].filter(
        (url) => url === null,
      ),
    ).toEqual([]);
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

  it("puts version and content of the tables into its version", async () => {
    expect(dataset.version).toMatch(new RegExp(`^${dataPackage.version}\\+[0-9a-f]{8}$`));
    const changed = withText("actors", (text) => text.replace("terra mineralia", "terra  mineralia"));
    expect((await assembleDataset(dataPackage, changed)).dataset?.version).not.toBe(dataset.version);
  });

  it("takes its date from the data package", () => {
    expect(dataset.date).toBe(dataPackage.created.slice(0, 10));
  });

  it("reports a fault in a table with row and column", async () => {
    const broken = withText("sites", (text) => text.replace(",50.905685,", ",95,"));
    const { dataset: none, issues: found } = await assembleDataset(dataPackage, broken);
    expect(none).toBeNull();
    expect(found.filter((issue) => !isTolerated(issue)).map(describeOwnIssue)).toEqual([
      'sites.csv row 2, column lat: latitude-out-of-range {"found":95}',
    ]);
  });

  it("does not tolerate a word outside a vocabulary", async () => {
    const broken = withText("sites", (text) => text.replace(",interim,", ",frobnicated,"));
    const { issues: found } = await assembleDataset(dataPackage, broken);
    expect(found.filter((issue) => !isTolerated(issue)).map(({ code }) => code)).toEqual(["not-in-vocabulary"]);
  });

  it("throws where coverage rests on a site without a point", async () => {
    const broken = withText("coverage", (text) => text.replace("hu-komlo-komloverzum", "hu-papateszer-kurali-malom"));
    await expect(assembleDataset(dataPackage, broken)).rejects.toThrow(
      'no point for site "hu-papateszer-kurali-malom"',
    );
  });

  it("throws where coverage names an unknown source or level", async () => {
    const source = withText("coverage", (text) => text.replace("atlas-tables", "elsewhere"));
    const level = withText("coverage", (text) => text.replace("partial", "most"));
    await expect(assembleDataset(dataPackage, source)).rejects.toThrow('no source "elsewhere"');
    await expect(assembleDataset(dataPackage, level)).rejects.toThrow('"most" is no level');
  });

  it("throws where a row of a declaration has a cell too many", async () => {
    const broken = withText("coverage", (text) => text.replace("2026-11,30000", "2026-11,,30000"));
    await expect(assembleDataset(dataPackage, broken)).rejects.toThrow("coverage.csv row 2: 9 cells, not 8");
  });
});
