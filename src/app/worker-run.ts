import { isAbortError, WorkerGoneError, type WorkerClient } from "#workers/client.ts";
import type { TaskList } from "#workers/tasks.ts";
import { runWorker, type RunningWorker } from "./run-worker.ts";

/** One piece of work after another, with a worker that lives as long as it is wanted. */
export interface WorkerRun<T extends TaskList<T>> {
  /** Starts the worker where none runs. */
  readonly client: () => WorkerClient<T>;
  readonly isRunning: () => boolean;
  /** Does a piece of work; the one before is given up. */
  readonly run: (work: (signal: AbortSignal) => Promise<void> | void) => void;
  /** Ends the worker, with all that it keeps; the work goes on without it. */
  readonly endWorker: () => void;
  /** Gives the work up and ends the worker. */
  readonly end: () => void;
}

export interface WorkerRunTerms {
  /** Starts the worker under a name of its own. */
  readonly make: (name: string) => Worker;
  /** Called when the worker has died. */
  readonly onGone: () => void;
  /** Called when the work has failed, unless it was given up; with a {@link WorkerGoneError} where the worker died. */
  readonly onFailed: (error: unknown) => void;
}

/** What goes wrong in the work, beyond what it answers for itself, ends the worker. */
export function createWorkerRun<T extends TaskList<T>>({ make, onGone, onFailed }: WorkerRunTerms): WorkerRun<T> {
  let running: RunningWorker<T> | null = null;
  let task = new AbortController();

  const endWorker = () => {
    running?.end();
    running = null;
  };
  const end = () => {
    task.abort();
    endWorker();
  };
  return {
    client() {
      running ??= runWorker<T>(make, () => {
        running = null;
        onGone();
      });
      return running.client;
    },
    isRunning: () => running !== null,
    run(work) {
      task.abort();
      task = new AbortController();
      const { signal } = task;
      const done = async () => {
        await work(signal);
      };
      done().catch((error: unknown) => {
        if (isAbortError(error) || signal.aborted) return;
        end();
        onFailed(error);
        if (!(error instanceof WorkerGoneError)) throw error;
      });
    },
    endWorker,
    end,
  };
}
