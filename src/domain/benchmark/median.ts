/** The middle value, of an even number the mean of the two in the middle; `NaN` for none. */
export function median(values: Float64Array): number {
  if (values.length === 0) return NaN;
  const sorted = values.toSorted();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}
