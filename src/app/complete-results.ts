import type { IndicatorId } from "#domain/indicator/registry.ts";
import { isComplete } from "#domain/indicator/is-complete.ts";
import type { CompleteSiteResults, SiteResults } from "#domain/indicator/site-results.ts";
import type { WorkerClient } from "#workers/client.ts";
import type { AnalysisTasks } from "#workers/protocol.ts";

/**
 * Computes the indicators that are missing; `null` where the worker has other tables by now.
 * @throws AbortError once the signal fires
 */
export async function completeResults(
  results: SiteResults,
  worker: WorkerClient<AnalysisTasks>,
  signal: AbortSignal,
): Promise<CompleteSiteResults | null> {
  if (isComplete(results)) return results;
  const { datasetVersion: version, rule, verdicts, indicators } = results;
  const ids = Object.keys(indicators) as IndicatorId[];
  const missing = ids.filter((id) => indicators[id] === null);
  const computed = await worker.call("complete-sites", { version, rule, count: verdicts.count, missing }, { signal });
  if (computed === null) return null;
  const columns = ids.map((id) => [id, indicators[id] ?? computed[id]]);
  const whole: SiteResults = { ...results, indicators: Object.fromEntries(columns) as SiteResults["indicators"] };
  return isComplete(whole) ? whole : null;
}
