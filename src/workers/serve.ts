import type { ProgressOf, TaskList } from "./tasks.ts";

/** What a handler gives: the answer, and which of its buffers are handed over rather than copied. */
export interface Answer<R> {
  readonly result: R;
  readonly transfer: readonly ArrayBufferLike[];
}

/** What a handler knows of its caller. */
export interface TaskContext<P> {
  /** Fires when the caller has given the task up. */
  readonly signal: AbortSignal;
  readonly progress: (value: P) => void;
  /** Lets messages that have arrived be handled, so that a cancel is heard; to be called every 50 ms. */
  readonly breathe: () => Promise<void>;
}

export type Handlers<T> = {
  readonly [N in keyof T]: T[N] extends { readonly params: infer P; readonly result: infer R }
    ? (params: P, context: TaskContext<ProgressOf<T[N]>>) => Answer<R> | Promise<Answer<R>>
    : never;
};

/** Caller to worker. `id` is the caller's, unique while it waits. */
export type Request =
  | { readonly kind: "call"; readonly id: number; readonly task: string; readonly params: unknown }
  | { readonly kind: "cancel"; readonly id: number };

/** Worker to caller. A cancelled call is not answered. */
export type Response =
  | { readonly kind: "result"; readonly id: number; readonly result: unknown }
  | { readonly kind: "progress"; readonly id: number; readonly progress: unknown }
  | { readonly kind: "bug"; readonly id: number; readonly message: string };

/** Either end of a channel: a worker, its global scope, a message port. */
export interface Port {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: "message", listener: (event: MessageEvent) => void): void;
}

type AnyHandler = (params: unknown, context: TaskContext<unknown>) => Promise<Answer<unknown>>;

/**
 * Answers the calls that arrive at the port, one after another in their order; a call cancelled while it waits never starts.
 * @param atOnce tasks that wait for no other
 */
export function serve<T extends TaskList<T>>(
  port: Port,
  handlers: Handlers<T>,
  atOnce: readonly (keyof T)[] = [],
): void {
  const running = new Map<number, AbortController>();
  let queue = Promise.resolve();
  const run = async ({ id, task, params }: Extract<Request, { kind: "call" }>, signal: AbortSignal) => {
    await waitingMessagesHeard();
    if (!isAborted(signal)) {
      try {
        const handler = handlers[task as keyof T] as unknown as AnyHandler;
        const progress = (value: unknown) => {
          if (!isAborted(signal)) port.postMessage({ kind: "progress", id, progress: value } satisfies Response, []);
        };
        const { result, transfer } = await handler(params, { signal, progress, breathe: waitingMessagesHeard });
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
    if (atOnce.some((task) => task === data.task)) void run(data, controller.signal);
    else queue = queue.then(() => run(data, controller.signal));
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
