import type { PacedHost, ServiceAnswer, ServiceRequest } from "#data/live/service-host.ts";
import type { FakeReply } from "./service-host.ts";

export interface FakePacedHost extends PacedHost {
  readonly asked: readonly ServiceRequest[];
  /** Milliseconds at which each request was asked. */
  readonly times: readonly number[];
}

/** Answers by rule, without a network; its clock goes on by what is waited for, and by `millisecondsAnAnswer`. */
export function createPacedHost(
  replyTo: (request: ServiceRequest, count: number) => FakeReply,
  millisecondsAnAnswer = 0,
): FakePacedHost {
  const asked: ServiceRequest[] = [];
  const times: number[] = [];
  let clock = 0;
  return {
    asked,
    times,
    now: () => clock,
    ask(request, signal) {
      signal.throwIfAborted();
      const reply = replyTo(request, asked.length);
      asked.push(request);
      times.push(clock);
      clock += millisecondsAnAnswer;
      if (reply === "silent") return Promise.reject(new TypeError("Failed to fetch"));
      if (reply === "slow") {
        return new Promise((_, reject) => {
          signal.addEventListener("abort", () => {
            reject(new DOMException("no longer waited for", "AbortError"));
          });
        });
      }
      const { status = 200, headers = {}, text = "" } = reply;
      const answer: ServiceAnswer = { status, text, header: (name) => headers[name] ?? null };
      return Promise.resolve(answer);
    },
    wait(milliseconds, signal) {
      signal.throwIfAborted();
      clock += milliseconds;
      return Promise.resolve();
    },
  };
}
