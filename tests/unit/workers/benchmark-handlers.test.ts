import { describe, expect, it } from "vitest";
import { ALL_SITES } from "#domain/benchmark/comparable.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import type { IndicatorColumns } from "#domain/indicator/site-results.ts";
import { INDUSTRIES, REUSE_STATUSES } from "#domain/site/site.ts";
import { codeTexts } from "#domain/text-codes.ts";
import { createBenchmarkHandlers } from "#workers/benchmark-handlers.ts";
import type { TaskContext } from "#workers/serve.ts";

const COMPLETE = 2;

/** Three sites, alike but in country and in one indicator. */
function tables() {
  const columns = INDICATORS.map(({ id }) => [id, Float64Array.of(1, 1, 1)] as const);
  const indicators = { ...Object.fromEntries(columns), evenness: Float64Array.of(0.2, 0.9, 0.4) } as IndicatorColumns;
  return {
    sites: {
      country: codeTexts(["SI", "HR", null], 3),
      industry: Uint8Array.of(0, 0, 0).fill(INDUSTRIES.indexOf("salt")),
      status: Uint8Array.of(0, 0, 0).fill(REUSE_STATUSES.indexOf("unused")),
    },
    indicators,
    coverage: new Uint8Array(9).fill(COMPLETE),
  };
}

function context(progress: (share: number) => void = () => undefined): TaskContext<never> & TaskContext<number> {
  return { signal: new AbortController().signal, progress, breathe: () => Promise.resolve() };
}

describe("the benchmark's worker", () => {
  it("compares by every indicator of the registry, and hands its columns over", async () => {
    const handlers = createBenchmarkHandlers();
    await handlers["set-tables"](tables(), context());
    const { result, transfer } = await handlers.benchmark({ site: 0, comparison: ALL_SITES }, context());
    expect(result.indicators.map(({ id }) => id)).toEqual(INDICATORS.map(({ id }) => id));
    const evenness = result.indicators.find(({ id }) => id === "evenness");
    expect(evenness).toMatchObject({ value: 0.2, rank: 3 });
    expect(evenness?.medians.map(({ country }) => country)).toEqual(["HR", "SI", null]);
    expect(transfer).toContain(evenness?.compared.buffer);
    expect(new Set(transfer).size).toBe(transfer.length);
  });

  it("ranks by the weights, and tells how far it is", async () => {
    const handlers = createBenchmarkHandlers();
    await handlers["set-tables"](tables(), context());
    const told: number[] = [];
    const asked = { site: 0, comparison: ALL_SITES, weights: { evenness: 3, firmness: 1, nothing_of_ours: 5 } };
    const { result } = await handlers.composite(
      asked,
      context((share) => told.push(share)),
    );
    expect([...result.sites]).toEqual([1, 2, 0]);
    expect([...result.rank]).toEqual([1, 2, 3]);
    expect(told.at(-1)).toBe(1);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
  });

  it("names peers", async () => {
    const handlers = createBenchmarkHandlers();
    await handlers["set-tables"](tables(), context());
    const { result } = await handlers.peers({ site: 0, comparison: ALL_SITES }, context());
    expect(result.peers.map(({ site, isAbroad, ahead }) => [site, isAbroad, ahead])).toEqual([
      [1, true, ["evenness"]],
      [2, false, ["evenness"]],
    ]);
  });

  it("is not asked before it has tables", () => {
    expect(() => createBenchmarkHandlers().peers({ site: 0, comparison: ALL_SITES }, context())).toThrow();
  });
});
