import { afterEach, describe, expect, it } from "vitest";
import { createWorkerClient, isAbortError, WorkerGoneError } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";
import { serve, type Handlers } from "#workers/serve.ts";

const open: MessageChannel[] = [];
afterEach(() => {
  for (const { port1, port2 } of open.splice(0)) {
    port1.close();
    port2.close();
  }
});

/** Handlers of which a test gives those that it calls. */
function connect(handlers: Partial<Handlers<AnalysisTasks>>) {
  const channel = new MessageChannel();
  open.push(channel);
  channel.port1.start();
  channel.port2.start();
  serve<AnalysisTasks>(channel.port2, handlers as Handlers<AnalysisTasks>);
  return createWorkerClient<AnalysisTasks>(channel.port1);
}

const place = { id: 1, name: "Lokve", country: "HR", population: 500, lon: 14.7, lat: 45.4, exonyms: {} };

describe("the worker protocol", () => {
  it("answers each call with its own result", async () => {
    const client = connect({
      "search-places": ({ text }) => ({ result: [{ ...place, name: text }], transfer: [] }),
    });
    const found = await Promise.all(["a", "b"].map((text) => client.call("search-places", { text, limit: 1 })));
    expect(found.map(([first]) => first?.name)).toEqual(["a", "b"]);
  });

  it("hands buffers over instead of copying them", async () => {
    const client = connect({
      "load-bundled": ({ dataset }) => {
        expect(dataset.byteLength).toBe(8);
        return { result: {} as never, transfer: [] };
      },
    });
    const dataset = new ArrayBuffer(8);
    await client.call("load-bundled", { dataset, places: new ArrayBuffer(0) }, { transfer: [dataset] });
    expect(dataset.byteLength).toBe(0);
  });

  it("rejects a cancelled call at once and stops its handler", async () => {
    let stopped: () => void = () => undefined;
    const heard = new Promise<void>((resolve) => {
      stopped = resolve;
    });
    let started: () => void = () => undefined;
    const running = new Promise<void>((resolve) => {
      started = resolve;
    });
    const client = connect({
      "search-places": (_, { signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => {
            stopped();
            resolve({ result: [], transfer: [] });
          });
          started();
        }),
    });
    const controller = new AbortController();
    const call = client.call("search-places", { text: "a", limit: 1 }, { signal: controller.signal });
    await running;
    controller.abort();
    await expect(call).rejects.toSatisfy(isAbortError);
    await heard;
  });

  it("never starts a call that was cancelled while it waited", async () => {
    const texts: string[] = [];
    const client = connect({
      "search-places": ({ text }) => {
        texts.push(text);
        return { result: [], transfer: [] };
      },
    });
    const controller = new AbortController();
    const first = client.call("search-places", { text: "first", limit: 1 });
    const second = client.call("search-places", { text: "second", limit: 1 }, { signal: controller.signal });
    controller.abort();
    await expect(second).rejects.toSatisfy(isAbortError);
    await first;
    await client.call("search-places", { text: "third", limit: 1 });
    expect(texts).toEqual(["first", "third"]);
  });

  it("passes a handler's bug on to the caller", async () => {
    const client = connect({
      "search-places": () => {
        throw new Error("broken invariant");
      },
    });
    await expect(client.call("search-places", { text: "a", limit: 1 })).rejects.toThrow("broken invariant");
  });

  it("tells how far a task is", async () => {
    const channel = new MessageChannel();
    open.push(channel);
    channel.port1.start();
    channel.port2.start();
    interface Tasks {
      readonly count: { readonly params: number; readonly result: string; readonly progress: number };
    }
    serve<Tasks>(channel.port2, {
      count(to, { progress }) {
        for (let step = 1; step <= to; step++) progress(step);
        return { result: "done", transfer: [] };
      },
    });
    const told: number[] = [];
    const client = createWorkerClient<Tasks>(channel.port1);
    const done = await client.call("count", 3, { onProgress: (step) => told.push(step) });
    expect([told, done]).toEqual([[1, 2, 3], "done"]);
  });

  it("rejects what waits for a worker that is gone, and what is asked later", async () => {
    const client = connect({ "search-places": () => new Promise(() => undefined) });
    const waiting = client.call("search-places", { text: "a", limit: 1 });
    client.abandon();
    await expect(waiting).rejects.toThrow(WorkerGoneError);
    await expect(client.call("search-places", { text: "b", limit: 1 })).rejects.toThrow(WorkerGoneError);
  });
});
