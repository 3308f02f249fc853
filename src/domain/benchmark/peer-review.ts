import { comparableSites, type Comparison } from "./comparable.ts";
import { nearestPeers } from "./peers.ts";
import { comparedColumns, type BenchmarkTables } from "./site-benchmark.ts";
import { standardise } from "./standardise.ts";

const MOST_ABROAD = 5;
const MOST_AT_HOME = 3;
const MOST_AHEAD = 3;
/** Standard deviations by which a peer is clearly better. */
const CLEARLY = 0.5;

export interface ReviewPeer {
  /** Index in the site table. */
  readonly site: number;
  /** Over the standardised indicators, as in `Peer`. */
  readonly distance: number;
  readonly isAbroad: boolean;
  /** Indicators by which it is clearly better, the widest gap first, at most three. */
  readonly ahead: readonly string[];
}

/** Who could review a site: those most like it (method §10). */
export interface PeerReview {
  /** Indicators that can be compared for the site: likeness is measured in these. */
  readonly indicators: readonly string[];
  /** Other sites that have all of them. */
  readonly candidateCount: number;
  /** Other comparable sites without a value of some. */
  readonly leftOutCount: number;
  /** Those from abroad first, each part nearest first. */
  readonly peers: readonly ReviewPeer[];
}

/** The comparison holds but for the country: peers are looked for across borders. */
export function computePeerReview(tables: BenchmarkTables, site: number, comparison: Comparison): PeerReview {
  const { sites, residents, indicators } = tables;
  const columns = comparedColumns(tables);
  const defined = indicators.flatMap((_, position) => (Number.isFinite(columns[position]![site]) ? [position] : []));
  const comparable = comparableSites(sites, residents, site, { ...comparison, sameCountry: false });
  const ids = defined.map((position) => indicators[position]!.id);
  if (defined.length === 0) {
    return { indicators: ids, candidateCount: 0, leftOutCount: comparable.length - 1, peers: [] };
  }
  const measured = standardise(
    defined.map((position) => columns[position]!),
    comparable,
  );
  const here = measured.sites.indexOf(site);
  const home = sites.country[site] ?? null;
  const isAbroad = (other: number) => sites.country[other] !== null && home !== null && sites.country[other] !== home;
  const aheadOf = (other: number): readonly string[] => {
    const there = measured.sites.indexOf(other);
    return defined
      .map((position, index) => {
        const sign = indicators[position]!.favours === "high" ? 1 : -1;
        const column = measured.scores[index]!;
        return { id: indicators[position]!.id, gap: sign * (column[there]! - column[here]!) };
      })
      .filter(({ gap }) => gap >= CLEARLY)
      .sort((a, b) => b.gap - a.gap)
      .slice(0, MOST_AHEAD)
      .map(({ id }) => id);
  };
  const nearest = (most: number, abroad: boolean) =>
    nearestPeers(measured, site, most, (other) => isAbroad(other) === abroad).map((peer) => ({
      ...peer,
      isAbroad: abroad,
      ahead: aheadOf(peer.site),
    }));
  return {
    indicators: ids,
    candidateCount: measured.sites.length - 1,
    leftOutCount: measured.leftOut.length,
    peers: [...nearest(MOST_ABROAD, true), ...nearest(MOST_AT_HOME, false)],
  };
}
