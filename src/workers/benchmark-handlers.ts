import { DRAWS } from "#domain/benchmark/composite.ts";
import { computePeerReview } from "#domain/benchmark/peer-review.ts";
import { stepsToSiteBenchmark, type BenchmarkTables } from "#domain/benchmark/site-benchmark.ts";
import { stepsToSiteComposite } from "#domain/benchmark/site-composite.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { INDUSTRIES, REUSE_STATUSES } from "#domain/site/site.ts";
import type { BenchmarkTasks, SentSites } from "./benchmark-protocol.ts";
import { inSlices } from "./in-slices.ts";
import type { Handlers } from "./serve.ts";

/** Steps between two words on how far it is. */
const TOLD_EVERY = DRAWS / 20;

/** The tasks of `benchmark-protocol.ts`, over tables that one set of handlers keeps. */
export function createBenchmarkHandlers(): Handlers<BenchmarkTasks> {
  let kept: BenchmarkTables | null = null;
  const tables = (): BenchmarkTables => {
    if (kept === null) throw new Error("asked to compare before there were tables");
    return kept;
  };
  return {
    "set-tables"({ sites, indicators, coverage }) {
      kept = {
        sites: readSites(sites),
        indicators: INDICATORS,
        columns: INDICATORS.map(({ id }) => indicators[id]),
        residents: indicators.residents,
        coverage,
      };
      return { result: null, transfer: [] };
    },

    async benchmark({ site, comparison }, context) {
      const result = await inSlices(stepsToSiteBenchmark(tables(), site, comparison), context);
      const buffers = result.indicators.flatMap(({ compared, comparedRank, leftOut, leftOutReason, strip }) => [
        ...[compared, comparedRank, leftOut, leftOutReason].map(({ buffer }) => buffer),
        ...(strip === null ? [] : [strip.binCount.buffer]),
      ]);
      return { result, transfer: buffers };
    },

    async composite({ site, comparison, weights }, { signal, breathe, progress }) {
      const byPosition = INDICATORS.map(({ id }) => (Object.hasOwn(weights, id) ? (weights[id] ?? 0) : 0));
      const steps = stepsToSiteComposite(tables(), site, comparison, byPosition);
      const result = await inSlices(counted(steps, progress), { signal, breathe });
      return { result, transfer: Object.values(result).map(({ buffer }: { buffer: ArrayBuffer }) => buffer) };
    },

    peers: ({ site, comparison }) => ({ result: computePeerReview(tables(), site, comparison), transfer: [] }),
  };
}

/** The same steps; tells now and then which share of them is done. */
function* counted(steps: ReturnType<typeof stepsToSiteComposite>, progress: (share: number) => void) {
  for (let taken = 1; ; taken++) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (taken % TOLD_EVERY === 0) progress(taken / DRAWS);
    yield undefined;
  }
}

function readSites({ country, industry, status }: SentSites): BenchmarkTables["sites"] {
  return {
    country: Array.from(country.code, (code) => country.values[code] ?? null),
    industry: Array.from(industry, (code) => INDUSTRIES[code]!),
    reuseStatus: Array.from(status, (code) => REUSE_STATUSES[code]!),
  };
}
