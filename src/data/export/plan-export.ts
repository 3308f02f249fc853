import type { CatchmentActors } from "#domain/catchment/actors-in-catchments.ts";
import { isSeveral, type ExportRequest } from "#domain/export/request.ts";
import { exportMetadata, layerMetadata } from "./export-metadata.ts";
import { exportName } from "./export-name.ts";
import { NAME_ENDS, type ExportPlan } from "./export-plan.ts";
import { actorsLayer, headsOf, sitesLayer, withConstants, type Layer } from "./layers.ts";
import type { SelectionExport } from "./selection-export.ts";

/** The layers that were asked for, with the columns that the format needs. */
export function layersOf(
  selection: SelectionExport,
  { content, format }: ExportRequest,
  inCatchments: CatchmentActors | null,
): readonly Layer[] {
  const layers = [
    ...(content === "actors" ? [] : [sitesLayer(selection)]),
    ...(content === "sites" || inCatchments === null ? [] : [actorsLayer(selection, inCatchments)]),
  ];
  if (format !== "csv-spreadsheet" && format !== "csv-exact") return layers;
  const guard = format === "csv-spreadsheet" ? "apostrophe" : "none";
  return layers.map((layer) => withConstants(layer, selection, guard));
}

/** What is to be written, and the name of the file. */
export function planExport(
  selection: SelectionExport,
  request: ExportRequest,
  layers: readonly Layer[],
  readme: string,
): { readonly plan: ExportPlan; readonly fileName: string } {
  const asArchive = request.withReadme || isSeveral(request);
  const plan: ExportPlan = {
    format: request.format,
    layers: layers.map((layer) => ({
      name: layer.name,
      columns: headsOf(layer),
      rowCount: layer.rows.length,
      metadata: layerMetadata(selection, layer),
    })),
    metadata: exportMetadata(selection, layers),
    date: selection.dataset.date,
    readme,
    asArchive,
  };
  const end = NAME_ENDS[request.format];
  const actors = layers.find(({ name }) => name === "actors");
  const counts = { actors: actors?.rows.length ?? null, sitesToo: request.content !== "actors" };
  return { plan, fileName: exportName(selection, counts, asArchive ? `${end.replace(".", "-")}.zip` : end) };
}
