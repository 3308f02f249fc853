import type { Port, Request, Response } from "./serve.ts";
import type { ProgressOf, TaskList } from "./tasks.ts";

export interface CallOptions<P> {
  readonly signal?: AbortSignal;
  readonly transfer?: readonly Transferable[];
  readonly onProgress?: (progress: P) => void;
}

export interface WorkerClient<T extends TaskList<T>> {
  /**
   * Asks the worker; buffers in `transfer` are handed over.
   * @throws DOMException "AbortError" at once when the signal fires; WorkerGoneError where the worker has died; Error for
   * a bug in the worker
   */
  call<N extends keyof T & string>(
    task: N,
    params: T[N]["params"],
    options?: CallOptions<ProgressOf<T[N]>>,
  ): Promise<T[N]["result"]>;
  /** Rejects all that wait, and every later call: the worker is gone. */
  abandon(): void;
}

/** The worker was ended, or its memory ran out. */
export class WorkerGoneError extends Error {
  override readonly name = "WorkerGoneError";
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
  readonly onProgress: ((progress: unknown) => void) | undefined;
}

export function createWorkerClient<T extends TaskList<T>>(port: Port): WorkerClient<T> {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  let gone = false;
  port.addEventListener("message", ({ data }: MessageEvent<Response>) => {
    const caller = waiting.get(data.id);
    if (caller === undefined) return;
    if (data.kind === "progress") {
      caller.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if (data.kind === "result") caller.resolve(data.result);
    else caller.reject(new Error(data.message));
  });
  const send = (request: Request, transfer: readonly Transferable[]) => {
    port.postMessage(request, [...transfer]);
  };
  return {
    call: (task, params, { signal, transfer = [], onProgress } = {}) =>
      new Promise((resolve, reject) => {
        if (gone) {
          reject(new WorkerGoneError("the worker is gone"));
          return;
        }
        if (signal?.aborted === true) {
          reject(abortError());
          return;
        }
        const id = nextId++;
        waiting.set(id, { resolve, reject, onProgress: onProgress as ((progress: unknown) => void) | undefined });
        signal?.addEventListener(
          "abort",
          () => {
            if (!waiting.delete(id)) return;
            send({ kind: "cancel", id }, []);
            reject(abortError());
          },
          { once: true },
        );
        send({ kind: "call", id, task, params }, transfer);
      }),
    abandon() {
      gone = true;
      for (const { reject } of waiting.values()) reject(new WorkerGoneError("the worker is gone"));
      waiting.clear();
    },
  };
}

function abortError(): DOMException {
  return new DOMException("The task was cancelled", "AbortError");
}

export function isAbortError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
