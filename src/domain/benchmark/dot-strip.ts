/** A distribution as dots on one axis, stacked where values are close (a dot plot after Wilkinson 1999, bins of equal width). */
export interface DotStrip {
  /** The ends of the axis: least and greatest value; equal where all values are. */
  readonly low: number;
  readonly high: number;
  /** Values a bin, bins of equal width from `low` to `high`, a value on an edge in the higher one. */
  readonly binCount: Uint32Array<ArrayBuffer>;
  /** How many values a dot stands for, so that no stack passes {@link TALLEST_STACK}. */
  readonly perDot: number;
}

const BINS = 80;
/** Dots. */
export const TALLEST_STACK = 8;

/** @returns `null` for no values */
export function computeDotStrip(values: Float64Array): DotStrip | null {
  if (values.length === 0) return null;
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const binCount = new Uint32Array(BINS);
  for (const value of values) binCount[binOf(value, low, high)]! += 1;
  const tallest = binCount.reduce((most, count) => Math.max(most, count), 0);
  return { low, high, binCount, perDot: Math.ceil(tallest / TALLEST_STACK) };
}

function binOf(value: number, low: number, high: number): number {
  return low === high ? 0 : Math.min(BINS - 1, Math.floor(((value - low) / (high - low)) * BINS));
}

/** One dot of a strip. */
export interface Dot {
  /** On the axis of the values: the middle of the bin. */
  readonly value: number;
  /** From 0, the lowest of a stack. */
  readonly level: number;
}

/** A stack for each bin, its last dot standing for what is left over. */
export function dotsOf({ low, high, binCount, perDot }: DotStrip): readonly Dot[] {
  const width = (high - low) / binCount.length;
  return Array.from(binCount).flatMap((count, bin) => {
    const value = low === high ? low : low + (bin + 0.5) * width;
    return Array.from({ length: Math.ceil(count / perDot) }, (_, level) => ({ value, level }));
  });
}
