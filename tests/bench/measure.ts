export interface Timing {
  /** Median of the runs. */
  readonly milliseconds: number;
  /** Kept so that no run can be optimised away. */
  readonly result: number;
}

/** Runs the rivals in turn, A B A B …, so that a machine that slows down slows both. */
export async function measure(
  works: readonly (() => number | Promise<number>)[],
  runs: number,
): Promise<readonly Timing[]> {
  const times = works.map(() => [] as number[]);
  const results = works.map(() => 0);
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      results[index] = await work();
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map((each, index) => ({
    milliseconds: each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? NaN,
    result: results[index] ?? NaN,
  }));
}
