export interface Size {
  readonly width: number;
  readonly height: number;
}

/** In CSS pixels from the window's upper left corner. */
export interface Box extends Size {
  readonly left: number;
  readonly top: number;
}

/** Between the card and what it stands beside; to the sides there is room for the handles of the columns. */
const GAP = 10;
const SIDE_GAP = 26;
/** Between the card and the window's edge. */
const MARGIN = 12;

/**
 * Where a card stands: inside the window, beside one of the things that it speaks of, and so that it covers as little of
 * them as can be; in the lower right corner where none of them is in sight.
 */
export function placeCard(card: Size, window: Size, things: readonly Box[]): Pick<Box, "left" | "top"> {
  const inside = (left: number, top: number) => ({
    left: Math.max(MARGIN, Math.min(left, window.width - card.width - MARGIN)),
    top: Math.max(MARGIN, Math.min(top, window.height - card.height - MARGIN)),
  });
  const places = things.flatMap(({ left, top, width, height }) => [
    inside(left + width + SIDE_GAP, top + (height - card.height) / 2),
    inside(left + width - card.width, top + height + GAP),
    inside(left + (width - card.width) / 2, top - card.height - GAP),
    inside(left - card.width - SIDE_GAP, top + (height - card.height) / 2),
  ]);
  let best = inside(window.width, window.height);
  let least = Infinity;
  for (const place of places) {
    const covered = things.reduce((sum, thing) => sum + sharedArea({ ...card, ...place }, thing), 0);
    if (covered >= least) continue;
    best = place;
    least = covered;
  }
  return best;
}

function sharedArea(one: Box, other: Box): number {
  const width = Math.min(one.left + one.width, other.left + other.width) - Math.max(one.left, other.left);
  const height = Math.min(one.top + one.height, other.top + other.height) - Math.max(one.top, other.top);
  return Math.max(0, width) * Math.max(0, height);
}
