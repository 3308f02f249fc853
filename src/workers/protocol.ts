import type { Catchment, CatchmentOrigin } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import type { Place } from "#domain/place/place.ts";
import type { Rule } from "#domain/rule/rule.ts";

/** Everything the worker can be asked, for both ends. */
export interface Tasks {
  /** Reads the files of `public/generated`; the worker keeps the tables, and sends them back. */
  "load-bundled": { params: { dataset: ArrayBuffer; places: ArrayBuffer; version: number }; result: Dataset };
  "compute-sites": { params: { version: number; rule: Rule }; result: SiteResults };
  "compute-catchment": {
    params: { version: number; rule: Rule; origin: CatchmentOrigin };
    result: Catchment | null;
  };
  "search-places": { params: { text: string; limit: number }; result: readonly Place[] };
  /** The most populous places inside [west, south, east, north], degrees. */
  "places-in-bounds": {
    params: { bounds: readonly [number, number, number, number]; limit: number };
    result: readonly Place[];
  };
}

export type TaskName = keyof Tasks;
