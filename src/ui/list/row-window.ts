/** Height of a row that was not yet measured, CSS pixels. */
const USUAL_HEIGHT = 62;
/** Rows are drawn so far beyond the edge of what is in view, CSS pixels. */
const MARGIN = 600;

/** Rows one after another, of which those in view are drawn; between them are gaps as high as the rows left out. */
export interface RowWindow {
  /** Positions of the rows to draw, ascending. */
  readonly rows: readonly number[];
  /** Height of the gap before each of these rows, and at the end after the last, CSS pixels. */
  readonly gaps: readonly number[];
}

/**
 * @param tops as {@link rowTops} gives them
 * @param kept position of a row that is drawn wherever it is, as it has the focus; -1 for none
 */
export function windowOf(tops: Float64Array, scrollTop: number, viewHeight: number, kept: number): RowWindow {
  const count = tops.length - 1;
  const first = rowAt(tops, scrollTop - MARGIN);
  const last = Math.min(rowAt(tops, scrollTop + viewHeight + MARGIN), count - 1);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
  if (kept >= 0 && kept < first) rows.unshift(kept);
  else if (kept > last && kept < count) rows.push(kept);
  const gaps = [...rows, count].map((row, at) => tops[row]! - tops[at === 0 ? 0 : rows[at - 1]! + 1]!);
  return { rows, gaps };
}

/**
 * Where each row begins, and at the end the height of all, CSS pixels.
 * @param heights by record; 0 where it was not measured
 */
export function rowTops(records: Uint32Array, heights: Float32Array): Float64Array {
  const tops = new Float64Array(records.length + 1);
  for (let row = 0; row < records.length; row++) {
    tops[row + 1] = tops[row]! + (heights[records[row]!]! || USUAL_HEIGHT);
  }
  return tops;
}

/** The row at a height, the first above all and the last below. */
export function rowAt(tops: Float64Array, height: number): number {
  let low = 0;
  let high = Math.max(0, tops.length - 2);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (tops[middle]! <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
