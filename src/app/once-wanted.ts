/** Loads when first asked, and gives the same promise each time. */
export function onceWanted<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => (loading ??= load());
}
