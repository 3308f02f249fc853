import { describe, expect, it } from "vitest";
import { readDocuments } from "#data/bundled/read-documents.ts";
import { isExport } from "#data/export/is-export.ts";
import { readText } from "#data/ingest/read-file.ts";
import { activitiesFileName, writeActivities, type ActivitiesExport } from "#data/programme/activities-file.ts";
import { readDataFile } from "../../../helpers/bundled-tables.ts";
import { datasetOf } from "../../../helpers/dataset.ts";

const { records: sites } = await readText("sites", "id,lon,lat\na,14,45\n", "s.csv");
const { records: actors } = await readText("actors", "id,lon,lat,sector\na,14,45,trade\n", "a.csv");
const { records: bundled } = await readText("activities", readDataFile("activities.csv"), "activities.csv");
const { records: own } = await readText("activities", 'id,title,date_from\nx,"=1+1, Ő",2021-05\n', "own.csv");

const list: ActivitiesExport = {
  dataset: { ...datasetOf(sites, actors), activities: [...bundled, ...own] },
  indices: [bundled.length, 2, 0],
  title: "Programme",
  filtersInWords: "workshop",
  link: "https://atlas.example/?v=1",
  appVersion: "0.1.0",
};

describe("a file of activities", () => {
  it.each(["csv-spreadsheet", "geojson"] as const)("as %s is opened again as the same table", async (format) => {
    const blob = await writeActivities(list, format);
    expect(await isExport(blob)).toBe(false);
    const name = activitiesFileName(3, format);
    const { records, issues } = await readText("activities", await blob.text(), name);
    expect(issues.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(records).toEqual([own[0], bundled[2], bundled[0]]);
  });

  it("says in a spreadsheet what was chosen, and lets no cell run as a formula", async () => {
    const text = await (await writeActivities(list, "csv-spreadsheet")).text();
    const [head = "", first = ""] = text.split("\r\n");
    expect(head).toContain("date_precision,table,attribution,filters_in_words,");
    expect(first).toContain(`"'=1+1, Ő"`);
    expect(first).toContain("2021-05,,");
    expect(first).toContain(",month,");
    expect(first).toContain(",workshop,");
  });

  it("is called by what it holds", () => {
    expect(activitiesFileName(3, "calendar")).toBe("refresh-atlas_programme_3-activities.ics");
    expect(activitiesFileName(1, "geojson")).toBe("refresh-atlas_programme_1-activities.geojson");
  });
});

describe("the papers of the programme", () => {
  it("are read with region, year, language and page; what is not stated is null", () => {
    const documents = readDocuments(readDataFile("documents.csv"), "documents.csv");
    expect(documents).toHaveLength(13);
    expect(documents.find(({ id }) => id === "strategy-coast-karst")).toMatchObject({
      type: "regional_strategy",
      country: "SI",
      region: "Obalno-kraška",
      year: 2019,
      language: "en",
      note: null,
    });
    expect(documents.find(({ id }) => id === "needs-of-creatives")).toMatchObject({
      country: null,
      region: null,
      year: null,
    });
  });

  it("refuse a type that is none of ours", () => {
    expect(() => readDocuments("id,type\na,song\n", "d.csv")).toThrow('no type "song"');
    expect(() => readDocuments("id,type,year\na,study,soon\n", "d.csv")).toThrow('no year "soon"');
  });
});
