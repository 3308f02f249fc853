import type { Steps } from "../steps.ts";
import { comparableSites, type Comparison } from "./comparable.ts";
import { stepsToComposite, type Composite } from "./composite.ts";
import { comparedColumns, type BenchmarkTables } from "./site-benchmark.ts";
import { standardise } from "./standardise.ts";

/** The random weightings are the same whenever and wherever they are drawn. */
const SEED = 1;

/** Comparable sites by the user's own weighting; comparable = ranked + left out. */
export interface SiteComposite extends Composite {
  /** (k) indices in the site table, best first; the other columns go with it. */
  readonly sites: Uint32Array<ArrayBuffer>;
  /** Comparable sites without a value that can be compared of some weighted indicator. */
  readonly leftOut: Uint32Array<ArrayBuffer>;
}

/**
 * A composite of those indicators that have a weight, and the range of ranks over random weightings of the same ones.
 * @param weights one an indicator of the tables, 0 and more; at least one above 0
 */
export function* stepsToSiteComposite(
  tables: BenchmarkTables,
  site: number,
  comparison: Comparison,
  weights: readonly number[],
): Steps<SiteComposite> {
  const weighted = weights.flatMap((weight, position) => (weight > 0 ? [position] : []));
  const columns = comparedColumns(tables);
  const comparable = comparableSites(tables.sites, tables.residents, site, comparison);
  const measured = standardise(
    weighted.map((position) => columns[position]!),
    comparable,
  );
  const { score, rank, bestRank, worstRank } = yield* stepsToComposite(
    measured,
    weighted.map((position) => weights[position]!),
    weighted.map((position) => tables.indicators[position]!.favours),
    SEED,
  );
  const order = Array.from(rank.keys()).sort((a, b) => rank[a]! - rank[b]! || a - b);
  return {
    sites: Uint32Array.from(order, (at) => measured.sites[at]!),
    score: Float64Array.from(order, (at) => score[at]!),
    rank: Uint32Array.from(order, (at) => rank[at]!),
    bestRank: Uint32Array.from(order, (at) => bestRank[at]!),
    worstRank: Uint32Array.from(order, (at) => worstRank[at]!),
    leftOut: measured.leftOut,
  };
}
