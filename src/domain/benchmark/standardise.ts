/** Indicators of those sites that have all of them, on one scale. */
export interface Standardised {
  /** (k) indices in the site table, in the order asked for. */
  readonly sites: Uint32Array<ArrayBuffer>;
  /** For each indicator (k) values: distance from the mean in standard deviations; 0 where all are equal. */
  readonly scores: readonly Float64Array[];
  /** Sites without a value of some indicator. */
  readonly leftOut: Uint32Array<ArrayBuffer>;
}

/** @param columns one an indicator, (n) a value for each site of the table; `NaN` where undefined */
export function standardise(columns: readonly Float64Array[], asked: ArrayLike<number>): Standardised {
  const isWhole = (site: number) => columns.every((column) => Number.isFinite(column[site]));
  const sites = Uint32Array.from(Array.from(asked).filter(isWhole));
  return {
    sites,
    scores: columns.map((column) => standardScores(column, sites)),
    leftOut: Uint32Array.from(Array.from(asked).filter((site) => !isWhole(site))),
  };
}

/**
 * @param column (n) a value for each site of the table; `NaN` where undefined
 * @returns (k) one of each site asked for: distance from the mean of those that have a value, in standard deviations; 0 where
 * all are equal, `NaN` where undefined
 */
export function standardScores(column: Float64Array, asked: ArrayLike<number>): Float64Array {
  const values = Float64Array.from(asked, (site) => column[site]!);
  const known = values.filter((value) => Number.isFinite(value));
  const mean = sum(known) / known.length;
  const deviation = Math.sqrt(sum(known.map((value) => (value - mean) ** 2)) / known.length);
  const isEqual = known.every((value) => value === known[0]);
  return values.map((value) => (!Number.isFinite(value) ? NaN : isEqual ? 0 : (value - mean) / deviation));
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
