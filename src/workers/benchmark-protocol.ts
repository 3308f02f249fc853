import type { Comparison } from "#domain/benchmark/comparable.ts";
import type { PeerReview } from "#domain/benchmark/peer-review.ts";
import type { SiteBenchmark } from "#domain/benchmark/site-benchmark.ts";
import type { SiteComposite } from "#domain/benchmark/site-composite.ts";
import type { IndicatorColumns } from "#domain/indicator/site-results.ts";
import type { CodedTexts } from "#domain/text-column.ts";

/** n sites as they are handed over: codes rather than a text each, which would block the page that sends them. */
export interface SentSites {
  readonly country: CodedTexts;
  /** (n) positions in `INDUSTRIES` and `REUSE_STATUSES`. */
  readonly industry: Uint8Array;
  readonly status: Uint8Array;
}

interface Question {
  /** Index in the site table. */
  readonly site: number;
  readonly comparison: Comparison;
}

/** Everything the benchmark's worker can be asked, about the tables that it was given last. */
export interface BenchmarkTasks {
  "set-tables": {
    params: { sites: SentSites; indicators: IndicatorColumns; coverage: Uint8Array };
    result: null;
  };
  benchmark: { params: Question; result: SiteBenchmark };
  /** Weights by indicator; at least one of an indicator of the registry is above 0. Tells the share that is done, 0 to 1. */
  composite: {
    params: Question & { readonly weights: Readonly<Record<string, number>> };
    result: SiteComposite;
    progress: number;
  };
  peers: { params: Question; result: PeerReview };
}
