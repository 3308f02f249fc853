import { finish, type Steps } from "../steps.ts";
import type { Standardised } from "./standardise.ts";

/** How many random weightings the range of ranks rests on. */
export const DRAWS = 1000;

/** Where sites stand by a weighted sum of standardised indicators, and where they could stand by others. */
export interface Composite {
  /** (k) weighted mean of the scores, in the order of `Standardised.sites`. */
  readonly score: Float64Array<ArrayBuffer>;
  /** (k) 1 for the best; equal scores share the first of their places. */
  readonly rank: Uint32Array<ArrayBuffer>;
  /** (k) best and worst rank over {@link DRAWS} random weightings and the user's own. */
  readonly bestRank: Uint32Array<ArrayBuffer>;
  readonly worstRank: Uint32Array<ArrayBuffer>;
}

/**
 * A composite by the user's own weighting, with the range of ranks over random weightings (flat Dirichlet distribution)
 * beside it (method §10).
 * @param weights one an indicator, 0 and more, not all 0
 * @param favours of each indicator, which end is best
 * @param seed the same gives the same draws, whatever the sites
 */
export function computeComposite(
  standardised: Standardised,
  weights: readonly number[],
  favours: readonly ("high" | "low")[],
  seed: number,
): Composite {
  return finish(stepsToComposite(standardised, weights, favours, seed));
}

/** As {@link computeComposite}, a step for each random weighting. */
export function* stepsToComposite(
  { sites, scores }: Standardised,
  weights: readonly number[],
  favours: readonly ("high" | "low")[],
  seed: number,
): Steps<Composite> {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const signs = scores.map((_, index) => (favours[index] === "low" ? -1 : 1));
  const scoreBy = (shares: readonly number[]) => {
    const sum = new Float64Array(sites.length);
    for (const [index, column] of scores.entries()) {
      const share = signs[index]! * shares[index]!;
      for (let at = 0; at < sum.length; at++) sum[at]! += share * column[at]!;
    }
    return sum;
  };
  const score = scoreBy(weights.map((weight) => weight / total));
  const rank = ranksOf(score);
  const bestRank = rank.slice();
  const worstRank = rank.slice();
  const random = createRandom(seed);
  for (let draw = 0; draw < DRAWS; draw++) {
    const drawn = ranksOf(scoreBy(drawWeights(scores.length, random)));
    for (let at = 0; at < drawn.length; at++) {
      bestRank[at] = Math.min(bestRank[at]!, drawn[at]!);
      worstRank[at] = Math.max(worstRank[at]!, drawn[at]!);
    }
    yield;
  }
  return { score, rank, bestRank, worstRank };
}

/** Scores that differ by less are equal: sums of the same numbers in another order. */
const EQUAL = 1e-9;

/** 1 for the highest; equal scores share the first of their places. */
function ranksOf(score: Float64Array): Uint32Array<ArrayBuffer> {
  const ascending = score.toSorted();
  const rank = new Uint32Array(score.length);
  for (let at = 0; at < rank.length; at++) rank[at] = rank.length - countUpTo(ascending, score[at]! + EQUAL) + 1;
  return rank;
}

/** How many of the ascending values are at most the limit. */
function countUpTo(ascending: Float64Array, limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Weights that sum to 1, every such weighting equally likely (flat Dirichlet: exponential draws over their sum). */
export function drawWeights(count: number, random: () => number): readonly number[] {
  const drawn = Array.from({ length: count }, () => -Math.log(1 - random()));
  const total = drawn.reduce((sum, value) => sum + value, 0);
  return drawn.map((value) => (total > 0 ? value / total : 1 / count));
}

/** Evenly distributed numbers in [0, 1), the same for the same seed (a Weyl sequence, mixed as in SplitMix32). */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}
