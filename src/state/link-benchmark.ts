import {
  ALL_SITES,
  DEFAULT_COMPARISON,
  RESIDENTS_FACTOR_RANGE,
  type Comparison,
} from "#domain/benchmark/comparable.ts";
import { WEIGHT_RANGE } from "#domain/benchmark/weight-range.ts";
import { parseNumber, type Reader } from "./link-choice.ts";
import type { View, Weights } from "./view-store.ts";

const ALL = "all";
/** What is the same, by the word for it. */
const SAME = { country: "sameCountry", industry: "sameIndustry", status: "sameStatus" } as const;
const RESIDENTS = "residents-";

/** The members of the link for the benchmark, those that are not as they open apart. */
export function benchmarkParts({ comparison, weights }: View): [string, string][] {
  const parts: [string, string][] = [];
  const compared = writeComparison(comparison);
  if (compared !== writeComparison(DEFAULT_COMPARISON)) parts.push(["compare", compared]);
  const weighed = Object.entries(weights).map(([id, weight]) => `${id}-${String(weight)}`);
  if (weighed.length > 0) parts.push(["weights", weighed.join(",")]);
  return parts;
}

/** "country,residents-2": what comparable sites have in common; "all" for nothing. */
function writeComparison(comparison: Comparison): string {
  const words = Object.entries(SAME).flatMap(([word, key]) => (comparison[key] ? [word] : []));
  if (comparison.residentsFactor !== null) words.push(`${RESIDENTS}${String(comparison.residentsFactor)}`);
  return words.length === 0 ? ALL : words.join(",");
}

export const BENCHMARK_READERS: readonly (readonly [string, Reader])[] = [
  ["compare", readComparison],
  ["weights", readWeights],
];

function readComparison(...[value, view]: Parameters<Reader>): ReturnType<Reader> {
  let comparison = ALL_SITES;
  const unknown: string[] = [];
  for (const word of value.split(",")) {
    const factor = word.startsWith(RESIDENTS) ? parseNumber(word.slice(RESIDENTS.length)) : NaN;
    if (factor >= RESIDENTS_FACTOR_RANGE.least && factor <= RESIDENTS_FACTOR_RANGE.most) {
      comparison = { ...comparison, residentsFactor: Number(factor.toFixed(FACTOR_DIGITS)) };
    } else if (Object.hasOwn(SAME, word)) {
      comparison = { ...comparison, [SAME[word as keyof typeof SAME]]: true };
    } else if (word !== ALL) {
      unknown.push(word);
    }
  }
  const { least, most } = RESIDENTS_FACTOR_RANGE;
  const expected = `all, ${Object.keys(SAME).join(", ")}, ${RESIDENTS}${String(least)}…${String(most)}`;
  if (unknown.length === value.split(",").length) return { expected };
  const read = { view: { ...view, comparison } };
  return unknown.length === 0 ? read : { ...read, found: unknown.join(","), expected };
}

/** Decimals of the factor that are kept. */
export const FACTOR_DIGITS = 2;

function readWeights(...[value, view]: Parameters<Reader>): ReturnType<Reader> {
  const weights: Record<string, number> = {};
  const unreadable: string[] = [];
  for (const part of value.split(",")) {
    const [, id, text = ""] = /^([a-z][a-z0-9_]{0,39})-(\d{1,3})$/.exec(part) ?? [];
    const weight = Number(text);
    if (
      id === undefined ||
      Object.hasOwn(weights, id) ||
      !(weight > WEIGHT_RANGE.least && weight <= WEIGHT_RANGE.most)
    ) {
      unreadable.push(part);
    } else {
      weights[id] = weight;
    }
  }
  const expected = `id-${String(WEIGHT_RANGE.least + 1)}…${String(WEIGHT_RANGE.most)},…`;
  const read = { view: { ...view, weights: weights satisfies Weights } };
  return unreadable.length === 0 ? read : { ...read, found: unreadable.join(","), expected };
}
