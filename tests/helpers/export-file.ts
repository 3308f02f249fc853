import { actorsInCatchments, type CatchmentActors } from "#domain/catchment/actors-in-catchments.ts";
import { applyRule } from "#domain/travel/apply-rule.ts";
import { createExportWriter } from "#data/export/export-writer.ts";
import type { ExportRequest } from "#domain/export/request.ts";
import { layersOf, planExport } from "#data/export/plan-export.ts";
import { rowsInPieces } from "#data/export/layers.ts";
import type { SelectionExport } from "#data/export/selection-export.ts";
import { measureForExport } from "./selection-export.ts";

/** The actors in the catchments of the selection's sites. */
export function catchmentActorsOf({ dataset, indices, results }: SelectionExport): CatchmentActors {
  const { distances } = measureForExport(dataset, results.rule);
  return actorsInCatchments(distances, indices, applyRule(results.rule).reach, dataset.actors.count);
}

/** The file of a selection, as the page writes it. */
export async function writeExport(
  selection: SelectionExport,
  request: Pick<ExportRequest, "content" | "format"> & Partial<ExportRequest>,
): Promise<File> {
  const wanted = { withReadme: false, ...request };
  const layers = layersOf(selection, wanted, catchmentActorsOf(selection));
  const { plan, fileName } = planExport(selection, wanted, layers, "What is inside.");
  const writer = await createExportWriter(plan, {});
  for (const [index, layer] of layers.entries()) for (const rows of rowsInPieces(layer)) writer.rows(index, rows);
  return new File([writer.finish()], fileName);
}
