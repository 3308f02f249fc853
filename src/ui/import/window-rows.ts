/** Tallest element that all browsers lay out exactly, CSS pixels. */
const TALLEST = 16_000_000;

export interface RowWindow {
  readonly first: number;
  /** Rows to draw from the first on. */
  readonly count: number;
  /** Where the first drawn row lies from the top of all, CSS pixels. */
  readonly top: number;
  /** Of all rows together, CSS pixels. */
  readonly height: number;
}

/**
 * Which of many rows of equal height are in view. Where all together are taller than browsers lay out, the scroll bar
 * covers them in proportion.
 */
export function windowRows(total: number, rowHeight: number, scrollTop: number, viewHeight: number): RowWindow {
  const height = Math.min(total * rowHeight, TALLEST);
  const scrolled = Math.max(0, Math.min(scrollTop, height - viewHeight));
  const stretch = stretchOf(total, rowHeight, viewHeight);
  const at = (scrolled * stretch) / rowHeight;
  const first = Math.max(0, Math.floor(at) - 1);
  const count = Math.max(0, Math.min(total - first, Math.ceil(viewHeight / rowHeight) + 3));
  return { first, count, top: scrolled - (at - first) * rowHeight, height };
}

/** The scroll position that brings a row into view, moved as little as possible. */
export function scrollToRow(
  row: number,
  total: number,
  rowHeight: number,
  scrollTop: number,
  viewHeight: number,
): number {
  const stretch = stretchOf(total, rowHeight, viewHeight);
  const highest = (row * rowHeight) / stretch;
  const lowest = Math.max(0, ((row + 1) * rowHeight - viewHeight) / stretch);
  return Math.min(Math.max(scrollTop, lowest), highest);
}

/** Pixels of rows that one pixel of the scroll bar goes past; 1 where all rows fit. */
function stretchOf(total: number, rowHeight: number, viewHeight: number): number {
  const whole = total * rowHeight;
  if (whole <= TALLEST || TALLEST <= viewHeight) return 1;
  return (whole - viewHeight) / (TALLEST - viewHeight);
}
