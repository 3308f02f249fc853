import type { SourcesTasks } from "#workers/sources-protocol.ts";
import { createWorkerRun, type WorkerRun } from "./worker-run.ts";

/**
 * One question after another to the worker that asks other hosts.
 * @param onFailed called when the worker has died, or the work has failed unexpectedly; not after `end`
 */
export function createSourcesRun(onFailed: () => void): WorkerRun<SourcesTasks> {
  return createWorkerRun<SourcesTasks>({
    make: (name) => new Worker(new URL("../workers/sources.worker.ts", import.meta.url), { type: "module", name }),
    onGone: onFailed,
    onFailed,
  });
}
