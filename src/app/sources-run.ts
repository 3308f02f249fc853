import { isAbortError, WorkerGoneError, type WorkerClient } from "#workers/client.ts";
import type { SourcesTasks } from "#workers/sources-protocol.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

/** One question after another to the worker that asks other hosts. */
export interface SourcesRun {
  /** Starts the worker where none runs. */
  readonly client: () => WorkerClient<SourcesTasks>;
  readonly isRunning: () => boolean;
  /** Does a piece of work; the one before is given up. */
  readonly run: (work: (signal: AbortSignal) => Promise<void>) => void;
  /** Gives the work up and ends the worker, with all that it keeps. */
  readonly end: () => void;
}

/** @param onFailed called when the worker has died, or the work has failed unexpectedly; not after `end` */
export function createSourcesRun(onFailed: () => void): SourcesRun {
  let running: RunningWorker<SourcesTasks> | null = null;
  let task = new AbortController();

  const end = () => {
    task.abort();
    running?.end();
    running = null;
  };
  return {
    client() {
      running ??= runWorker<SourcesTasks>(
        (name) => new Worker(new URL("../workers/sources.worker.ts", import.meta.url), { type: "module", name }),
        () => {
          running = null;
          onFailed();
        },
      );
      return running.client;
    },
    isRunning: () => running !== null,
    run(work) {
      task.abort();
      task = new AbortController();
      const { signal } = task;
      work(signal).catch((error: unknown) => {
        if (isAbortError(error) || signal.aborted) return;
        end();
        onFailed();
        if (!(error instanceof WorkerGoneError)) throw error;
      });
    },
    end,
  };
}
