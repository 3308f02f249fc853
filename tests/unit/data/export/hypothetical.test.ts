import { describe, expect, it } from "vitest";
import { layersOf } from "#data/export/plan-export.ts";
import { exportMetadata } from "#data/export/export-metadata.ts";
import { readMetadata } from "#data/export/read-export.ts";
import type { Dataset } from "#domain/dataset.ts";
import { addHypotheticals, hypotheticalTable, type Hypothetical } from "#domain/what-if/hypothetical.ts";
import { applyChanges } from "#domain/workspace/apply-changes.ts";
import { composeDataset } from "#domain/workspace/compose-dataset.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import type { TableId } from "#domain/workspace/table.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "../../../helpers/loaded-table.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const POINT = { lon: 14.75, lat: 45.35 };
const SUPPOSED: readonly Hypothetical[] = [
  { kind: "actors", sector: "service", category: "gastronomy", count: 3, point: POINT, country: "HR" },
  { kind: "site", name: "New mill", point: POINT, country: null },
];

function datasetWith(supposed: readonly Hypothetical[]): Dataset {
  const tables = [
    siteTableOf([siteRow({ id: "mill", ...POINT })]),
    actorTableOf([actorRow({ id: "a", lon: POINT.lon, lat: POINT.lat })]),
  ];
  const added = supposed.map((one, at) =>
    hypotheticalTable(one, {
      id: `hypothetical-${String(at)}` as TableId,
      loadedAt: `2026-11-21T10:00:0${String(at)}Z`,
      title: "supposed",
      nameOf: (number) => (one.kind === "site" ? one.name : `supposed ${String(number)}`),
    }),
  );
  const workspace = applyChanges({ tables, edits: NO_EDITS }, addHypotheticals(added));
  return composeDataset(workspace, { version: "1", date: "2026-11-20", sources: [] });
}

function exportOf(dataset: Dataset) {
  const { sites, actors } = dataset;
  return { ...createSelectionExport({ sites, actors }), dataset };
}

describe("files of a dataset in which something is supposed", () => {
  it("mark each of its records, and no other", () => {
    const dataset = datasetWith(SUPPOSED);
    const [layer] = layersOf(exportOf(dataset), { content: "sites", format: "geojson", withReadme: false }, null);
    const mark = layer?.columns.find(({ name }) => name === "hypothetical");
    expect(mark?.type).toBe("boolean");
    expect(Array.from(layer?.rows ?? [], (row) => mark?.value(row))).toEqual([false, true]);
    expect(layer?.sources.map(({ id }) => id)).toEqual(["sites 0"]);
  });

  it("list all of it in their metadata, from which it is read back", () => {
    const metadata: unknown = JSON.parse(JSON.stringify(exportMetadata(exportOf(datasetWith(SUPPOSED)), [])));
    const { restored, issues } = readMetadata(metadata, "f", { siteIds: null, actorCount: null });
    expect(issues).toEqual([]);
    expect(restored?.supposed).toEqual({ hypotheticals: SUPPOSED, siteIds: ["hypothetical-1"] });
  });

  it("say what of it cannot be read", () => {
    const metadata = { ...exportMetadata(exportOf(datasetWith([])), []), hypothetical: [{ kind: "actors", count: 0 }] };
    const { restored, issues } = readMetadata(metadata, "f", { siteIds: null, actorCount: null });
    expect(restored?.supposed).toEqual({ hypotheticals: [], siteIds: [] });
    expect(issues).toHaveLength(1);
  });

  it("are without column and list where nothing is supposed", () => {
    const dataset = datasetWith([]);
    const [layer] = layersOf(exportOf(dataset), { content: "sites", format: "geojson", withReadme: false }, null);
    expect(layer?.columns.map(({ name }) => name)).not.toContain("hypothetical");
    expect(exportMetadata(exportOf(dataset), [])).not.toHaveProperty("hypothetical");
  });
});
