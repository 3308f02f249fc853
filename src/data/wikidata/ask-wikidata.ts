import { distinctAreas } from "#domain/live/asked-area.ts";
import type { AskProgress, FailedArea, ServiceProblem } from "#domain/live/ask.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import { isTooMuch, postPatiently } from "../live/post-patiently.ts";
import type { ServiceHost } from "../live/service-host.ts";
import { splitArea } from "../osm/split-area.ts";
import { readSparql, timeProblem, type SparqlRow } from "./read-sparql.ts";
import { PAGE_SIZE, sitesQuery, type AskedBox } from "./sites-query.ts";

/** A little more than the service takes for one query. */
const WAIT_SECONDS = 75;
/** A box with more is asked for in parts. */
const MOST_PAGES = 10;

export interface WikidataTerms {
  /** Asked in turn, until one answers. */
  readonly endpoints: readonly string[];
  /** ISO 639-1, of the labels. */
  readonly language: string;
}

export interface WikidataAnswered {
  readonly rows: readonly SparqlRow[];
  readonly answered: readonly AskedArea[];
  readonly failed: readonly FailedArea[];
  /** The address that answered last; empty where none did. */
  readonly endpoint: string;
}

/**
 * Asks Wikidata for the sites inside boxes, page by page; a box that is too much for the service is asked for in four
 * parts. A box counts as answered when all of it is.
 * @throws {DOMException} AbortError once the signal has fired
 */
export async function askWikidata(
  boxes: readonly AskedBox[],
  { endpoints, language }: WikidataTerms,
  host: ServiceHost,
  signal: AbortSignal,
  onProgress: (progress: AskProgress) => void,
): Promise<WikidataAnswered> {
  const areas = distinctAreas(boxes) as readonly AskedBox[];
  const rows: SparqlRow[] = [];
  const answered: AskedArea[] = [];
  const failed: FailedArea[] = [];
  let endpoint = "";
  let done = 0;
  let all = areas.length;

  const askPage = async (box: AskedBox, offset: number, found: number) => {
    const posted = await postPatiently(host, {
      endpoints,
      form: { query: sitesQuery(box, language, offset), format: "json" },
      timeoutSeconds: WAIT_SECONDS,
      signal,
      read: readSparql,
      readRefusal: timeProblem,
      onStep: (asked, waitSeconds) => {
        const records = rows.length + found;
        onProgress({ areasDone: done, areasAll: all, records, host: new URL(asked).host, waitSeconds });
      },
    });
    if (posted.ok) ({ endpoint } = posted.value);
    return posted;
  };

  /** All rows of a box, or why there are none. */
  const askBox = async (box: AskedBox): Promise<readonly SparqlRow[] | ServiceProblem> => {
    const found: SparqlRow[] = [];
    for (let page = 0; page < MOST_PAGES; page++) {
      const posted = await askPage(box, page * PAGE_SIZE, found.length);
      if (!posted.ok) return posted.failure;
      found.push(...posted.value.value);
      if (posted.value.value.length < PAGE_SIZE) return found;
    }
    return TOO_MANY;
  };

  for (const area of areas) {
    const found: SparqlRow[] = [];
    const queue: AskedBox[] = [area];
    let problem: ServiceProblem | null = null;
    for (let box = queue.shift(); box !== undefined; box = queue.shift()) {
      signal.throwIfAborted();
      const told = await askBox(box);
      if (!("code" in told)) {
        found.push(...told);
        done += 1;
        continue;
      }
      const parts = told === TOO_MANY || isTooMuch(told) ? splitArea(box) : null;
      if (parts === null) {
        problem = told;
        done += queue.length + 1;
        break;
      }
      queue.unshift(...(parts as readonly AskedBox[]));
      all += parts.length - 1;
    }
    if (problem === null) {
      answered.push(area);
      rows.push(...found);
    } else failed.push({ area, problem });
  }
  return { rows, answered, failed, endpoint };
}

const TOO_MANY: ServiceProblem = {
  code: "malformed",
  params: { reason: `More than ${String(MOST_PAGES * PAGE_SIZE)} results for the smallest area.` },
};
