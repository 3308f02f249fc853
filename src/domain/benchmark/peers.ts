export interface Peer {
  /** Position among the sites that were standardised. */
  readonly at: number;
  /** Root mean square over the indicators that both have, in standard deviations; 0 where all are equal. */
  readonly distance: number;
  /** How many these are. */
  readonly shared: number;
}

/**
 * The sites most like one by their indicators, nearest first, equally near ones in their order (method §10). Not every site has
 * every indicator: likeness is measured in those that both have, at least half of those that the one has.
 * @param scores one column an indicator, (k) standardised values; `NaN` where undefined
 * @param here position of the one
 * @returns all that can be measured; none for a site without a value
 */
export function nearestPeers(scores: readonly Float64Array[], here: number): readonly Peer[] {
  const own = scores.filter((column) => Number.isFinite(column[here]));
  const count = scores[0]?.length ?? 0;
  const peers: Peer[] = [];
  for (let at = 0; at < count && own.length > 0; at++) {
    if (at === here) continue;
    let squares = 0;
    let shared = 0;
    for (const column of own) {
      const gap = column[at]! - column[here]!;
      if (Number.isNaN(gap)) continue;
      squares += gap * gap;
      shared += 1;
    }
    if (shared > 0 && 2 * shared >= own.length) peers.push({ at, distance: Math.sqrt(squares / shared), shared });
  }
  return peers.sort((a, b) => a.distance - b.distance);
}
