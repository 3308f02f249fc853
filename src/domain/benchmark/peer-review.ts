import { comparableSites, type Comparison } from "./comparable.ts";
import { nearestPeers } from "./peers.ts";
import { comparedColumns, type BenchmarkTables } from "./site-benchmark.ts";
import { standardScores } from "./standardise.ts";

const MOST_ABROAD = 5;
const MOST_AT_HOME = 3;
const MOST_AHEAD = 3;
/** Standard deviations by which a peer is clearly better. */
const CLEARLY = 0.5;

export interface ReviewPeer {
  /** Index in the site table. */
  readonly site: number;
  /** As in `Peer`. */
  readonly distance: number;
  readonly shared: number;
  readonly isAbroad: boolean;
  /** Indicators by which it is clearly better, the widest gap first, at most three. */
  readonly ahead: readonly string[];
}

/** Who could review a site: those most like it (method §10). */
export interface PeerReview {
  /** Indicators that can be compared for the site: likeness is measured in these, as far as a peer has them. */
  readonly indicators: readonly string[];
  /** Other comparable sites that have at least half of them, and those that have not. */
  readonly candidateCount: number;
  readonly leftOutCount: number;
  /** Those from abroad first, each part nearest first. */
  readonly peers: readonly ReviewPeer[];
}

/** The comparison holds but for the country: peers are looked for across borders. */
export function computePeerReview(tables: BenchmarkTables, site: number, comparison: Comparison): PeerReview {
  const { sites, residents, indicators } = tables;
  const columns = comparedColumns(tables);
  const defined = indicators
    .map(({ id, favours }, position) => ({ id, favours, column: columns[position]! }))
    .filter(({ column }) => Number.isFinite(column[site]));
  const comparable = comparableSites(sites, residents, site, { ...comparison, sameCountry: false });
  const scores = defined.map(({ column }) => standardScores(column, comparable));
  const here = comparable.indexOf(site);
  const home = sites.country[site] ?? null;
  const isAbroad = (other: number) => sites.country[other] !== null && home !== null && sites.country[other] !== home;
  const aheadAt = (at: number): readonly string[] =>
    defined
      .map(({ id, favours }, position) => {
        const score = scores[position]!;
        return { id, gap: (favours === "high" ? 1 : -1) * (score[at]! - score[here]!) };
      })
      .filter(({ gap }) => gap >= CLEARLY)
      .sort((a, b) => b.gap - a.gap)
      .slice(0, MOST_AHEAD)
      .map(({ id }) => id);
  const nearest = nearestPeers(scores, here);
  const part = (most: number, abroad: boolean) =>
    nearest
      .filter(({ at }) => isAbroad(comparable[at]!) === abroad)
      .slice(0, most)
      .map(({ at, distance, shared }) => ({
        site: comparable[at]!,
        distance,
        shared,
        isAbroad: abroad,
        ahead: aheadAt(at),
      }));
  return {
    indicators: defined.map(({ id }) => id),
    candidateCount: nearest.length,
    leftOutCount: comparable.length - 1 - nearest.length,
    peers: [...part(MOST_ABROAD, true), ...part(MOST_AT_HOME, false)],
  };
}
