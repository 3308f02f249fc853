import { watchLife } from "#workers/alive.ts";
import { createWorkerClient, type WorkerClient } from "#workers/client.ts";
import type { TaskList } from "#workers/tasks.ts";

export interface RunningWorker<T extends TaskList<T>> {
  readonly client: WorkerClient<T>;
  /** Ends the worker; what waits for it is rejected. */
  end(): void;
}

/**
 * Starts a worker of a name of its own.
 * @param make gives the worker the name, so that its death is seen
 * @param onGone called once when the worker has died or its script could not be run; not after `end`
 */
export function runWorker<T extends TaskList<T>>(make: (name: string) => Worker, onGone: () => void): RunningWorker<T> {
  const name = `refresh-atlas-${String(performance.timeOrigin)}-${String(Math.random()).slice(2)}`;
  const thread = make(name);
  const client = createWorkerClient<T>(thread);
  const stop = () => {
    unwatch();
    thread.terminate();
    client.abandon();
  };
  const fail = () => {
    stop();
    onGone();
  };
  const unwatch = watchLife(name, navigator.locks, fail);
  thread.addEventListener("error", fail, { once: true });
  return { client, end: stop };
}
