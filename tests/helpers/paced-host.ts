import type { PacedHost, ServiceRequest } from "#data/live/service-host.ts";
import { answerWith, type FakeReply } from "./service-host.ts";

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
      return answerWith(reply, signal);
    },
    wait(milliseconds, signal) {
      signal.throwIfAborted();
      clock += milliseconds;
      return Promise.resolve();
    },
  };
}
