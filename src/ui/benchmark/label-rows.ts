/**
 * Puts labels of one axis into rows so that none in a row overlap: each into the first row with room, the most important
 * first.
 * @param at positions of the labels' middles, pixels, the most important first
 * @param width of each label, pixels
 * @returns the row of each, `null` for those that no row has room for
 */
export function labelRows(
  at: readonly number[],
  width: readonly number[],
  rows: number,
  gap: number,
): readonly (number | null)[] {
  const taken: { readonly from: number; readonly to: number }[][] = Array.from({ length: rows }, () => []);
  return at.map((middle, label) => {
    const half = ((width[label] ?? 0) + gap) / 2;
    const row = taken.findIndex((spans) => spans.every(({ from, to }) => middle + half <= from || middle - half >= to));
    taken[row]?.push({ from: middle - half, to: middle + half });
    return row < 0 ? null : row;
  });
}
