import type { Standardised } from "./standardise.ts";

export interface Peer {
  /** Index in the site table. */
  readonly site: number;
  /** Over the standardised indicators, Euclidean, in standard deviations; 0 where all are equal. */
  readonly distance: number;
}

/**
 * The sites most like one by their indicators, nearest first, equally near ones in their order (method §10).
 * @param isOffered which others may be named, for example those of another country
 * @returns at most `most`; none for a site without a value of some indicator
 */
export function nearestPeers(
  { sites, scores }: Standardised,
  site: number,
  most: number,
  isOffered: (other: number) => boolean,
): readonly Peer[] {
  const here = sites.indexOf(site);
  if (here < 0) return [];
  const peers: Peer[] = [];
  for (const [there, other] of sites.entries()) {
    if (there === here || !isOffered(other)) continue;
    const distance = Math.hypot(...scores.map((column) => column[there]! - column[here]!));
    peers.push({ site: other, distance });
  }
  return peers.sort((a, b) => a.distance - b.distance).slice(0, most);
}
