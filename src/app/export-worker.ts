import type { ExportTasks } from "#workers/export-protocol.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

/** A worker that makes one file, or reads one of ours. */
export function runExportWorker(): RunningWorker<ExportTasks> {
  return runWorker<ExportTasks>(
    (name) => new Worker(new URL("../workers/export.worker.ts", import.meta.url), { type: "module", name }),
    () => undefined,
  );
}
