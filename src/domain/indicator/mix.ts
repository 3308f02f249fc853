/** Shannon evenness over the sectors (method §6), `-Σ p ln p / ln 3`, in [0, 1]; `NaN` with no actors. */
export function computeEvenness(count: ArrayLike<number>): number {
  return shannon(count) / Math.log(count.length);
}

/** Effective number of categories (method §6; Hill number of order 1), `exp(-Σ q ln q)`, at least 1; `NaN` with no actors. */
export function computeEffectiveNumber(count: ArrayLike<number>): number {
  return Math.exp(shannon(count));
}

/** Shannon entropy of the shares, nats; `NaN` where the counts sum to 0. */
function shannon(count: ArrayLike<number>): number {
  let total = 0;
  for (let index = 0; index < count.length; index++) total += count[index]!;
  if (total === 0) return NaN;
  let entropy = 0;
  for (let index = 0; index < count.length; index++) {
    const share = count[index]! / total;
    if (share > 0) entropy -= share * Math.log(share);
  }
  return Math.max(0, entropy);
}
