import { createExportWriter, type ExportHost, type ExportWriter } from "#data/export/export-writer.ts";
import type { ExportTasks } from "./export-protocol.ts";
import type { Handlers } from "./serve.ts";

/** The tasks of an export. Each has a worker of its own; giving it up ends the worker, and what it holds. */
export function createExportHandlers(host: ExportHost): Handlers<ExportTasks> {
  let begun: ExportWriter | null = null;
  const writer = (): ExportWriter => {
    if (begun === null) throw new Error("asked for rows of a file that was not begun");
    return begun;
  };
  return {
    async begin({ plan }) {
      begun = await createExportWriter(plan, host);
      return { result: null, transfer: [] };
    },
    add({ layer, rows }) {
      writer().rows(layer, rows);
      return { result: null, transfer: [] };
    },
    finish() {
      const blob = writer().finish();
      begun = null;
      return { result: { blob }, transfer: [] };
    },
    async "read-export"({ file, name }) {
      const { readExportFile } = await import("#data/export/read-export-file.ts");
      return { result: await readExportFile(file, name, host), transfer: [] };
    },
  };
}
