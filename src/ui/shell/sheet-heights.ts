/** How much of a phone's screen the panel takes, from least to most. */
export const SHEET_HEIGHTS = ["peek", "half", "full"] as const;
export type SheetHeight = (typeof SHEET_HEIGHTS)[number];

/** The height that a tap on the handle leads to: up step by step, from the top down to the least. */
export function nextHeight(height: SheetHeight): SheetHeight {
  return SHEET_HEIGHTS[(SHEET_HEIGHTS.indexOf(height) + 1) % SHEET_HEIGHTS.length] ?? "peek";
}

/** One step up (1) or down (-1), staying at the ends. */
export function stepHeight(height: SheetHeight, step: 1 | -1): SheetHeight {
  return SHEET_HEIGHTS[SHEET_HEIGHTS.indexOf(height) + step] ?? height;
}

/**
 * Where a drag that ended settles: at the nearest height.
 * @param pixels height of the panel when it was let go
 * @param stops pixels of each height in the order of `SHEET_HEIGHTS`
 */
export function settleHeight(pixels: number, stops: readonly [number, number, number]): SheetHeight {
  let nearest = 0;
  for (const [position, stop] of stops.entries()) {
    if (Math.abs(stop - pixels) < Math.abs((stops[nearest] ?? Infinity) - pixels)) nearest = position;
  }
  return SHEET_HEIGHTS[nearest] ?? "half";
}
