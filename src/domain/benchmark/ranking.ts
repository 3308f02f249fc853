/** Why a site is not compared: nothing is declared of a sector that the indicator counts, or the indicator is not defined. */
export const LEFT_OUT_REASONS = ["no-coverage", "no-value"] as const;
export type LeftOutReason = (typeof LEFT_OUT_REASONS)[number];

/** Some sites by one indicator (method §10); every site asked for is in one of the two lists. */
export interface Ranking {
  /** (k) indices in the site table, best first, equal ones in the order asked for. */
  readonly compared: Uint32Array<ArrayBuffer>;
  /** (k) 1 for the best; equal values share the first of their places. */
  readonly rank: Uint32Array<ArrayBuffer>;
  /** (k) share of the compared that are worse, equal ones (itself among them) counted half, in percent: above 0, below 100. */
  readonly percentile: Float64Array;
  readonly leftOut: readonly { readonly site: number; readonly reason: LeftOutReason }[];
}

/**
 * @param values (n) one a site of the table; `NaN` where undefined
 * @param isCovered whether what is declared around the site lets its value be compared
 * @param favours which end is best
 */
export function rankSites(
  values: Float64Array,
  sites: ArrayLike<number>,
  isCovered: (site: number) => boolean,
  favours: "high" | "low",
): Ranking {
  const leftOut: { site: number; reason: LeftOutReason }[] = [];
  const compared: number[] = [];
  for (const site of Array.from(sites)) {
    if (!isCovered(site)) leftOut.push({ site, reason: "no-coverage" });
    else if (!Number.isFinite(values[site])) leftOut.push({ site, reason: "no-value" });
    else compared.push(site);
  }
  const sign = favours === "high" ? -1 : 1;
  compared.sort((a, b) => sign * (values[a]! - values[b]!));
  const size = compared.length;
  const rank = new Uint32Array(size);
  const percentile = new Float64Array(size);
  for (let from = 0; from < size;) {
    let to = from + 1;
    while (to < size && values[compared[to]!] === values[compared[from]!]) to++;
    rank.fill(from + 1, from, to);
    percentile.fill((100 * (size - to + (to - from) / 2)) / size, from, to);
    from = to;
  }
  return { compared: Uint32Array.from(compared), rank, percentile, leftOut };
}
