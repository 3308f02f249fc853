import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Steps } from "#domain/steps.ts";
import { createWorkerClient, isAbortError } from "#workers/client.ts";
import { inSlices } from "#workers/in-slices.ts";
import { serve } from "#workers/serve.ts";

/** Steps of some milliseconds each, on a clock that only they move. */
function* work(count: number, milliseconds: number, done: { steps: number }): Steps<string> {
  for (let step = 0; step < count; step++) {
    vi.advanceTimersByTime(milliseconds);
    done.steps++;
    yield;
  }
  return "done";
}

describe("work in slices", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["performance"] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("hears messages at least every 25 ms while steps are short", async () => {
    const done = { steps: 0 };
    const heardAt: number[] = [];
    const breathe = () => {
      heardAt.push(done.steps);
      return Promise.resolve();
    };
    await expect(inSlices(work(100, 5, done), { signal: new AbortController().signal, breathe })).resolves.toBe("done");
    const pauses = heardAt.map((steps, index) => (steps - (heardAt[index - 1] ?? 0)) * 5);
    expect(pauses.length).toBeGreaterThan(10);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(25);
  });

  it("takes no further step once it is given up, and can be resumed there", async () => {
    const done = { steps: 0 };
    const controller = new AbortController();
    const steps = work(100, 5, done);
    let slices = 0;
    const breathe = () => {
      if (++slices === 3) controller.abort();
      return Promise.resolve();
    };
    await expect(inSlices(steps, { signal: controller.signal, breathe })).rejects.toSatisfy(isAbortError);
    expect(done.steps).toBe(12);
    await inSlices(steps, { signal: new AbortController().signal, breathe: () => Promise.resolve() });
    expect(done.steps).toBe(100);
  });
});

interface Tasks {
  readonly endless: { readonly params: null; readonly result: null };
  readonly answer: { readonly params: number; readonly result: number };
}

describe("a newer question", () => {
  it("ends the running one within a slice and is answered", async () => {
    const { port1, port2 } = new MessageChannel();
    port1.start();
    port2.start();
    let started: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    let isEnded = false;
    function* endless(): Steps<null> {
      try {
        started();
        for (;;) yield;
      } finally {
        isEnded = true;
      }
    }
    let breathsAfterCancel = 0;
    const controller = new AbortController();
    serve<Tasks>(port2, {
      async endless(_, context) {
        const steps = endless();
        const breathe = async () => {
          if (controller.signal.aborted) breathsAfterCancel++;
          await context.breathe();
        };
        try {
          return { result: await inSlices(steps, { signal: context.signal, breathe }), transfer: [] };
        } finally {
          steps.return(null);
        }
      },
      answer: (value) => ({ result: value, transfer: [] }),
    });
    const client = createWorkerClient<Tasks>(port1);
    const older = client.call("endless", null, { signal: controller.signal });
    await running;
    controller.abort();
    await expect(older).rejects.toSatisfy(isAbortError);
    await expect(client.call("answer", 2)).resolves.toBe(2);
    expect(isEnded).toBe(true);
    expect(breathsAfterCancel).toBeLessThanOrEqual(3);
    port1.close();
    port2.close();
  });
});
