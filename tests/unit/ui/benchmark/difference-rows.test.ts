import { describe, expect, it } from "vitest";
import { computeCatchment } from "#domain/catchment/compute-catchment.ts";
import { createSurroundings } from "#domain/catchment/surroundings.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { differenceRows } from "#ui/benchmark/difference-rows.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const { dataset, results } = createSelectionExport();
const { sites, actors, coverage } = dataset;

/** The sites, each with its catchment. */
function compared(...indices: readonly number[]) {
  const surroundings = createSurroundings(actors, coverage, null);
  return indices.map((site) => ({
    site,
    catchment: computeCatchment(
      {
        datasetVersion: 1,
        rule: results.rule,
        origin: { kind: "site", index: site },
        place: null,
        point: { lon: sites.lon[site]!, lat: sites.lat[site]! },
        precision: sites.precision[site]!,
        country: sites.country[site]!,
        sites,
        isochrones: dataset.isochrones,
        ownIsochrones: new Uint32Array(),
      },
      surroundings,
    ),
  }));
}

function rowOf(id: string, ...indices: readonly number[]) {
  const rows = differenceRows(dataset, results, compared(...indices), createTranslate("en"), createFormat("en"));
  return rows.find((row) => row.id === id);
}

describe("sites side by side", () => {
  const [mill, salt] = [0, 1];

  it("are told apart in what differs", () => {
    expect(rowOf("country", mill, salt)).toMatchObject({
      cells: [{ text: "Croatia" }, { text: "Slovenia" }],
      isDifferent: true,
    });
    expect(rowOf("industry", mill, salt)?.isDifferent).toBe(false);
  });

  it("state a missing area as such, and counts as their coverage allows", () => {
    expect(rowOf("area", mill, salt)?.cells.map(({ text }) => text)).toEqual(["121 m²", "not stated"]);
    expect(rowOf("count-creative", mill, salt)?.cells.map(({ text }) => text)).toEqual(["1", "not known"]);
    expect(rowOf("count-trade", mill, salt)?.cells.map(({ text }) => text)).toEqual(["≥ 1", "not known"]);
  });

  it("name no best where only one has a value", () => {
    expect(rowOf("evenness", mill, salt)?.cells.some(({ isBest }) => isBest)).toBe(false);
  });
});
