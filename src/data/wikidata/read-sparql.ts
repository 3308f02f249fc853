import type { ServiceProblem } from "#domain/live/ask.ts";
import { failure, success, type Result } from "#domain/result.ts";
import { isJsonObject, parseJson, type JsonObject } from "../json.ts";
import { brokenWords } from "../live/post-patiently.ts";

/** One solution: the values of its bound variables, by name. */
export type SparqlRow = Readonly<Record<string, string>>;

/** Seconds after which the public service ends a query. */
export const QUERY_SECONDS = 60;

/**
 * Reads the JSON of a SPARQL 1.1 result. The service begins its answer before it is done, so one that was cut off by its
 * own limit of time has the status of a good one and the trace of a Java error inside. Never throws.
 */
export function readSparql(text: string): Result<readonly SparqlRow[], ServiceProblem> {
  const parsed = parseJson(text);
  if (!parsed.ok) return failure(timeProblem(text) ?? malformed(brokenWords(text, parsed.failure)));
  const json = parsed.value;
  const { results } = isJsonObject(json) ? (json as { readonly results?: unknown }) : { results: null };
  if (!isJsonObject(results) || !Array.isArray(results["bindings"])) {
    return failure(malformed("It has no list of results."));
  }
  const bindings = results["bindings"] as readonly unknown[];
  return success(bindings.filter(isJsonObject).map(readRow));
}

/** The query took longer than the service allows; `null` where the text says nothing of it. */
export function timeProblem(text: string): ServiceProblem | null {
  return /TimeoutException|QueryTimeout|timeout limit/i.test(text)
    ? { code: "timed-out", params: { seconds: QUERY_SECONDS } }
    : null;
}

function readRow(binding: JsonObject): SparqlRow {
  return Object.fromEntries(
    Object.entries(binding).flatMap(([name, term]) =>
      isJsonObject(term) && typeof term["value"] === "string" ? [[name, term["value"]] as const] : [],
    ),
  );
}

function malformed(reason: string): ServiceProblem {
  return { code: "malformed", params: { reason } };
}
