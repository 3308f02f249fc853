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
  const scores = columns.map((column) => {
    const values = Float64Array.from(sites, (site) => column[site]!);
    const mean = sum(values) / values.length;
    const deviation = Math.sqrt(sum(values.map((value) => (value - mean) ** 2)) / values.length);
    const isEqual = values.every((value) => value === values[0]);
    return values.map((value) => (isEqual ? 0 : (value - mean) / deviation));
  });
  return { sites, scores, leftOut: Uint32Array.from(Array.from(asked).filter((site) => !isWhole(site))) };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
