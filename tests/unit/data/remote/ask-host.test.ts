import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { askHost } from "#data/remote/ask-host.ts";
import { readWholeFile } from "#data/remote/read-part.ts";
import type { RangeHost } from "#data/remote/range-host.ts";
import type { PartProgress } from "#domain/live/file-part.ts";

const ADDRESS = "https://files.example/table.csv";
const never = new AbortController().signal;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Answers after some seconds, then with pieces of 4 bytes, each after its seconds, and breaks off where one is `null`. */
function slowHost(
  answerSeconds: number,
  pieceSeconds: readonly (number | null)[],
  headers: Readonly<Record<string, string>> = {},
): RangeHost {
  return {
    async get(_, __, signal) {
      await passed(answerSeconds, signal);
      return {
        status: 200,
        header: (name) => headers[name] ?? null,
        async *pieces() {
          for (const seconds of pieceSeconds) {
            if (seconds === null) throw new TypeError("terminated");
            await passed(seconds, signal);
            yield new Uint8Array(4);
          }
        },
        discard: () => undefined,
      };
    },
  };
}

function passed(seconds: number, signal: AbortSignal): Promise<void> {
  if (seconds === 0) return Promise.resolve();
  return new Promise((resolve, reject) => {
    setTimeout(resolve, seconds * 1000);
    signal.addEventListener("abort", () => {
      reject(new DOMException("given up", "AbortError"));
    });
  });
}

async function readSlowly(host: RangeHost, onProgress: (progress: PartProgress) => void = () => undefined) {
  const reading = readWholeFile(ADDRESS, { host, signal: never, onProgress });
  await vi.runAllTimersAsync();
  const answer = await reading;
  return answer.ok ? answer.bytes.size : answer.problem;
}

describe("asking a host", () => {
  it("goes on as long as bytes come, however long it takes, and tells how many", async () => {
    const told: number[] = [];
    const size = await readSlowly(slowHost(59, [59, 59, 59, 59, 59]), ({ bytes }) => told.push(bytes));
    expect([size, told]).toEqual([20, [4, 8, 12, 16, 20]]);
  });

  it.each([
    ["no answer begins", slowHost(61, [])],
    ["the answer begins and nothing comes", slowHost(0, [61])],
    ["nothing comes any more", slowHost(59, [59, 61, 1])],
  ])("gives up where %s for a minute", async (_, host) => {
    expect(await readSlowly(host)).toEqual({ code: "timed-out", params: { seconds: 60 } });
  });

  it("tells how many bytes came of an answer that breaks off, and of how many where that is announced", async () => {
    expect(await readSlowly(slowHost(0, [0, 0, null], { "Content-Length": "20" }))).toEqual({
      code: "cut",
      params: { expected: 20, found: 8 },
    });
    expect(await readSlowly(slowHost(0, [0, null]))).toEqual({ code: "cut", params: { expected: 0, found: 4 } });
    // Packed on its way, an answer has more bytes than it announces.
    expect(await readSlowly(slowHost(0, [0, 0, null], { "Content-Length": "5" }))).toMatchObject({
      params: { expected: 0, found: 8 },
    });
  });

  it("leaves no timer behind, whether the bytes are taken, left or discarded", async () => {
    const ask = () => askHost(slowHost(0, [0, 0]), ADDRESS, null, never);
    let count = 0;
    for await (const piece of (await ask()).pieces(0)) count += piece.length;
    expect([count, vi.getTimerCount()]).toEqual([8, 0]);
    for await (const piece of (await ask()).pieces(0)) if (piece.length > 0) break;
    expect(vi.getTimerCount()).toBe(0);
    (await ask()).discard();
    expect(vi.getTimerCount()).toBe(0);
  });
});
