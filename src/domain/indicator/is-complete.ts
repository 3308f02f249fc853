import type { CompleteSiteResults, SiteResults } from "./site-results.ts";

/** Apart from the registry, which a page that only asks this need not load. */
export function isComplete(results: SiteResults): results is CompleteSiteResults {
  return Object.values(results.indicators).every((column) => column !== null);
}
