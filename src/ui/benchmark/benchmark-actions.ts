import type { Comparison } from "#domain/benchmark/comparable.ts";
import type { PeerReview } from "#domain/benchmark/peer-review.ts";
import type { SiteBenchmark } from "#domain/benchmark/site-benchmark.ts";
import type { SiteComposite } from "#domain/benchmark/site-composite.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { CompleteSiteResults } from "#domain/indicator/site-results.ts";
import type { Weights } from "#state/view-store.ts";

/** One site, and what it is compared by; all of the same version of the dataset. */
export interface BenchmarkQuestion {
  readonly dataset: Dataset;
  readonly results: CompleteSiteResults;
  /** Index in the site table. */
  readonly site: number;
  readonly comparison: Comparison;
}

/** Comparing sites, done in a worker of its own. Each rejects with AbortError once its signal fires. */
export interface BenchmarkActions {
  benchmark(asked: BenchmarkQuestion, signal: AbortSignal): Promise<SiteBenchmark>;
  /** @param onProgress share of the random weightings that is drawn, 0 to 1 */
  composite(
    asked: BenchmarkQuestion,
    weights: Weights,
    signal: AbortSignal,
    onProgress: (share: number) => void,
  ): Promise<SiteComposite>;
  peers(asked: BenchmarkQuestion, signal: AbortSignal): Promise<PeerReview>;
  /** Each site's catchment under the rule of the results, in the order asked for; `null` where the tables have changed. */
  catchments(
    results: CompleteSiteResults,
    sites: readonly number[],
    signal: AbortSignal,
  ): Promise<readonly Catchment[] | null>;
  /** Hands the table to the browser's download, with rule and sources, and the composite where something is weighted. */
  save(asked: BenchmarkQuestion, benchmark: SiteBenchmark, weights: Weights): Promise<void>;
}
