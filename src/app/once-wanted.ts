/** Loads when first asked, and gives the same promise each time; what could not be loaded is asked for anew the next time. */
export function onceWanted<T>(load: () => Promise<T>): () => Promise<T> {
  let loading: Promise<T> | null = null;
  return () => {
    const asked = (loading ??= load());
    asked.catch(() => {
      if (loading === asked) loading = null;
    });
    return asked;
  };
}
