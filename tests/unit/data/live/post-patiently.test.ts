import { describe, expect, it, vi } from "vitest";
import { isTooMuch, postPatiently, wordsOf, type Posting } from "#data/live/post-patiently.ts";
import { failure, success } from "#domain/result.ts";
import { retryAfterSeconds } from "#data/live/service-host.ts";
import { createFakeHost } from "../../../helpers/service-host.ts";

const posting: Posting<string> = {
  endpoints: ["https://one.example", "https://two.example"],
  form: { data: "q" },
  timeoutSeconds: 60,
  signal: new AbortController().signal,
  read: (text) =>
    text === "nonsense" ? failure({ code: "malformed", params: { reason: "nonsense" } }) : success(text),
  onStep: () => undefined,
};

describe("postPatiently", () => {
  it("waits as long as the service asks for, and asks again", async () => {
    const host = createFakeHost((_, count) =>
      count === 0 ? { status: 429, headers: { "Retry-After": "7" } } : { text: "fine" },
    );
    const steps: (number | null)[] = [];
    const posted = await postPatiently(host, { ...posting, onStep: (_, wait) => steps.push(wait) });
    expect(posted).toEqual({ ok: true, value: { endpoint: "https://one.example", value: "fine" } });
    expect(host.waits).toEqual([7000]);
    expect(steps).toEqual([null, 7, null]);
  });

  it("waits longer each time where the service does not say how long, then goes to the next address", async () => {
    const host = createFakeHost((_, __, address) => (address.includes("one") ? { status: 504 } : { text: "fine" }));
    expect(await postPatiently(host, posting)).toMatchObject({ ok: true, value: { endpoint: "https://two.example" } });
    expect(host.waits).toEqual([5000, 10_000, 20_000]);
  });

  it.each([
    [
      { status: 429, headers: { "Retry-After": "9" } },
      { code: "rate-limited", params: { waitSeconds: 9 } },
    ],
    [{ status: 504 }, { code: "busy", params: { status: 504 } }],
    [
      { status: 400, text: "<p>bad <b>query</b></p>" },
      { code: "refused", params: { status: 400, reason: "bad query" } },
    ],
    ["silent", { code: "unreachable", params: {} }],
  ] as const)("says what is wrong where no address answers: %j", async (reply, problem) => {
    const host = createFakeHost(() => reply);
    expect(await postPatiently(host, posting)).toEqual({ ok: false, failure: problem });
    expect(new Set(host.asked.map(({ address }) => address)).size).toBe(2);
  });

  it("goes to the next address where one answers with something else", async () => {
    const host = createFakeHost((_, __, address) => ({ text: address.includes("one") ? "nonsense" : "fine" }));
    const posted = await postPatiently(host, posting);
    expect(posted).toEqual({ ok: true, value: { endpoint: "https://two.example", value: "fine" } });
  });

  it("asks no other address where the question is too much", async () => {
    const host = createFakeHost(() => ({ status: 413 }));
    const posted = await postPatiently(host, posting);
    expect(posted).toMatchObject({ failure: { code: "refused", params: { status: 413 } } });
    expect(host.asked).toHaveLength(1);
    expect(posted.ok || isTooMuch(posted.failure)).toBe(true);
  });

  it("does not wait for hours", async () => {
    const host = createFakeHost(() => ({ status: 429, headers: { "Retry-After": "3600" } }));
    expect(await postPatiently(host, posting)).toMatchObject({ failure: { params: { waitSeconds: 3600 } } });
    expect(host.waits).toEqual([]);
  });

  it("gives an answer up that does not come in time", async () => {
    const host = createFakeHost(() => "slow");
    expect(await postPatiently(host, { ...posting, timeoutSeconds: 0.01 })).toEqual({
      ok: false,
      failure: { code: "timed-out", params: { seconds: 0.01 } },
    });
  });

  it("ends at once when it is given up", async () => {
    const giveUp = new AbortController();
    const host = createFakeHost(() => {
      setTimeout(() => {
        giveUp.abort();
      });
      return "slow";
    });
    await expect(postPatiently(host, { ...posting, signal: giveUp.signal })).rejects.toThrow(
      expect.objectContaining({ name: "AbortError" }) as Error,
    );
  });
});

describe("retryAfterSeconds", () => {
  it("reads seconds and dates", () => {
    vi.useFakeTimers({ now: Date.UTC(2026, 10, 21, 10, 0, 0) });
    expect(retryAfterSeconds("30", Date.now())).toBe(30);
    expect(retryAfterSeconds("Sat, 21 Nov 2026 10:00:45 GMT", Date.now())).toBe(45);
    expect(retryAfterSeconds("Sat, 21 Nov 2026 09:00:00 GMT", Date.now())).toBe(0);
    expect([retryAfterSeconds("soon", Date.now()), retryAfterSeconds(null, Date.now())]).toEqual([null, null]);
    vi.useRealTimers();
  });
});

describe("wordsOf", () => {
  it("takes the words of a page and cuts them", () => {
    expect(wordsOf("<html><style>p{}</style><body>Error:\n <b>no</b></body>")).toBe("Error: no");
    expect(wordsOf("x".repeat(500))).toHaveLength(201);
  });
});
