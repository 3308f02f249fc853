import type { WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

/** A worker that dies so often in so short a time is not started again. */
const MOST_DEATHS = 3;
const WITHIN_MILLISECONDS = 60_000;

export interface AnalysisWorker extends WorkerClient<AnalysisTasks> {
  /** Starts the worker, knowing nothing, where it could not be kept running. Returns whether it was so. */
  wake(): boolean;
}

/**
 * Starts the analysis worker, and starts it again when it dies; what it was doing then is rejected. One that died too often
 * is not started again before it is woken.
 * @param onRestart the new worker knows nothing yet
 * @param onFailure it cannot be kept running
 */
export function startAnalysis(onRestart: () => void, onFailure: () => void): AnalysisWorker {
  const deaths: number[] = [];
  const run = () =>
    runWorker<AnalysisTasks>(
      (name) => new Worker(new URL("../workers/analysis.worker.ts", import.meta.url), { type: "module", name }),
      revive,
    );
  let running: RunningWorker<AnalysisTasks> = run();
  let asleep = false;
  function revive() {
    const now = performance.now();
    deaths.push(now);
    if (deaths.filter((death) => now - death < WITHIN_MILLISECONDS).length >= MOST_DEATHS) {
      asleep = true;
      onFailure();
      return;
    }
    running = run();
    onRestart();
  }
  return {
    call: (task, params, options) => running.client.call(task, params, options),
    abandon: () => {
      running.end();
    },
    wake() {
      if (!asleep) return false;
      asleep = false;
      deaths.length = 0;
      running = run();
      return true;
    },
  };
}
