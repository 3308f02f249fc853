import type { ServiceAnswer, ServiceHost } from "#data/live/service-host.ts";

export interface FakeAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly text?: string;
}

/** `silent`: no answer comes. `slow`: the answer comes only once nobody waits for it any more. */
export type FakeReply = FakeAnswer | "silent" | "slow";

export interface FakeHost extends ServiceHost {
  readonly asked: readonly { readonly address: string; readonly form: Readonly<Record<string, string>> }[];
  /** Milliseconds of each wait, none of which is waited. */
  readonly waits: readonly number[];
}

/** Answers by rule, without a network and without time. */
export function createFakeHost(
  replyTo: (form: Readonly<Record<string, string>>, count: number, address: string) => FakeReply,
): FakeHost {
  const asked: { address: string; form: Readonly<Record<string, string>> }[] = [];
  const waits: number[] = [];
  return {
    asked,
    waits,
    post(address, form, signal) {
      signal.throwIfAborted();
      const reply = replyTo(form, asked.length, address);
      asked.push({ address, form });
      if (signal.aborted) return Promise.reject(new DOMException("given up", "AbortError"));
      return answerWith(reply, signal);
    },
    wait(milliseconds, signal) {
      signal.throwIfAborted();
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
}

/** What a request comes to that is answered so. */
export function answerWith(reply: FakeReply, signal: AbortSignal): Promise<ServiceAnswer> {
  if (reply === "silent") return Promise.reject(new TypeError("Failed to fetch"));
  if (reply === "slow") {
    return new Promise((_, reject) => {
      signal.addEventListener("abort", () => {
        reject(new DOMException("no longer waited for", "AbortError"));
      });
    });
  }
  const { status = 200, headers = {}, text = "" } = reply;
  return Promise.resolve({ status, text, header: (name) => headers[name] ?? null });
}
