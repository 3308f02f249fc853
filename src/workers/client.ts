import type { Tasks, TaskName } from "./protocol.ts";
import type { Port, Request, Response } from "./serve.ts";

export interface WorkerClient {
  /**
   * Asks the worker; buffers in `transfer` are handed over.
   * @throws DOMException "AbortError" at once when the signal fires; Error for a bug in the worker
   */
  call<N extends TaskName>(
    task: N,
    params: Tasks[N]["params"],
    options?: { readonly signal?: AbortSignal; readonly transfer?: readonly Transferable[] },
  ): Promise<Tasks[N]["result"]>;
}

interface Waiting {
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

export function createWorkerClient(port: Port): WorkerClient {
  const waiting = new Map<number, Waiting>();
  let nextId = 1;
  port.addEventListener("message", ({ data }: MessageEvent<Response>) => {
    const caller = waiting.get(data.id);
    if (caller === undefined) return;
    waiting.delete(data.id);
    if (data.kind === "result") caller.resolve(data.result);
    else caller.reject(new Error(data.message));
  });
  const send = (request: Request, transfer: readonly Transferable[]) => {
    port.postMessage(request, [...transfer]);
  };
  return {
    call: <N extends TaskName>(
      task: N,
      params: Tasks[N]["params"],
      { signal, transfer = [] }: { readonly signal?: AbortSignal; readonly transfer?: readonly Transferable[] } = {},
    ) =>
      new Promise<Tasks[N]["result"]>((resolve, reject) => {
        if (signal?.aborted === true) {
          reject(abortError());
          return;
        }
        const id = nextId++;
        waiting.set(id, { resolve: resolve as (result: unknown) => void, reject });
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
  };
}

function abortError(): DOMException {
  return new DOMException("The task was cancelled", "AbortError");
}

export function isAbortError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}
