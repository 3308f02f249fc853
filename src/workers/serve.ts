import type { Tasks, TaskName } from "./protocol.ts";

/** What a handler gives: the answer, and which of its buffers are handed over rather than copied. */
export interface Answer<R> {
  readonly result: R;
  readonly transfer: readonly ArrayBufferLike[];
}

export type Handlers = {
  readonly [N in TaskName]: (
    params: Tasks[N]["params"],
    signal: AbortSignal,
  ) => Answer<Tasks[N]["result"]> | Promise<Answer<Tasks[N]["result"]>>;
};

/** Caller to worker. `id` is the caller's, unique while it waits. */
export type Request =
  | { readonly kind: "call"; readonly id: number; readonly task: TaskName; readonly params: unknown }
  | { readonly kind: "cancel"; readonly id: number };

/** Worker to caller. A cancelled call is not answered. */
export type Response =
  | { readonly kind: "result"; readonly id: number; readonly result: unknown }
  | { readonly kind: "bug"; readonly id: number; readonly message: string };

/** Either end of a channel: a worker, its global scope, a message port. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

/** Answers the calls that arrive at the port, one after another in their order; a call cancelled while it waits never starts. */
export function serve(port: Port, handlers: Handlers): void {
  const running = new Map<number, AbortController>();
  let queue = Promise.resolve();
  const run = async ({ id, task, params }: Extract<Request, { kind: "call" }>, signal: AbortSignal) => {
    await waitingMessagesHeard();
    if (!isAborted(signal)) {
      try {
        const handler = handlers[task] as (params: unknown, signal: AbortSignal) => Promise<Answer<unknown>>;
        const { result, transfer } = await handler(params, signal);
        if (!isAborted(signal)) {
          port.postMessage({ kind: "result", id, result } satisfies Response, transfer as Transferable[]);
        }
      } catch (error) {
        if (!isAborted(signal)) {
          const message = error instanceof Error ? `${error.message}\n${error.stack ?? ""}` : String(error);
          port.postMessage({ kind: "bug", id, message } satisfies Response, []);
        }
      }
    }
    running.delete(id);
  };
  port.addEventListener("message", ({ data }: MessageEvent<Request>) => {
    if (data.kind === "cancel") {
      running.get(data.id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(data.id, controller);
    queue = queue.then(() => run(data, controller.signal));
  });
}

/** Lets messages that have arrived be handled first, so that a cancel overtakes the call it cancels. */
function waitingMessagesHeard(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

/** Asked anew each time: the flag changes while a task waits. */
function isAborted(signal: AbortSignal): boolean {
  return signal.aborted;
}
