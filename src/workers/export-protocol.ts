import type { ExportPlan, Row } from "#data/export/export-plan.ts";
import type { ReadExport } from "#data/export/read-export.ts";

/** Everything the worker of an export can be asked. It makes one file. */
export interface ExportTasks {
  begin: { params: { plan: ExportPlan }; result: null };
  /** The next rows of a layer, by its position in the plan. */
  add: { params: { layer: number; rows: readonly Row[] }; result: null };
  finish: { params: Record<string, never>; result: { readonly blob: Blob } };
  /** Reads a file that the page wrote; it needs nothing to be begun. */
  "read-export": { params: { file: Blob; name: string }; result: ReadExport };
}
