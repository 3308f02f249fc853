import type { Catchment, CatchmentOrigin } from "#domain/catchment/catchment.ts";
import { computeCatchment } from "#domain/catchment/compute-catchment.ts";
import {
  createSurroundings,
  limitFor,
  measureSites,
  type MeasuredSites,
  type Surroundings,
} from "#domain/catchment/surroundings.ts";
import type { Dataset } from "#domain/dataset.ts";
import { computeIndicators, computeVerdicts, type SiteResults } from "#domain/indicator/site-results.ts";
import type { PlaceTable } from "#domain/place/place.ts";
import { indexPlaces, type IndexedPlaces } from "#domain/place/residents.ts";
import { foldNames, placeAt, searchPlaces } from "#domain/place/search.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { readBundledDataset } from "#data/bundled/read-dataset.ts";
import { readBundledPlaces } from "#data/bundled/read-places.ts";
import type { Handlers } from "./serve.ts";

/** What the worker keeps between calls. */
interface Loaded {
  readonly version: number;
  readonly dataset: Dataset;
  readonly places: IndexedPlaces;
  readonly foldedNames: readonly string[];
  readonly placeIndexById: ReadonlyMap<number, number>;
  readonly surroundings: Surroundings;
}

/** The tasks of `protocol.ts`, over tables that one set of handlers keeps. */
export function createHandlers(): Handlers {
  let loaded: Loaded | null = null;
  let measured: MeasuredSites | null = null;

  const tables = (version?: number): Loaded => {
    if (loaded === null) throw new Error("asked before the tables were loaded");
    if (version !== undefined && version !== loaded.version) throw new Error("asked about a version that is gone");
    return loaded;
  };

  /** Distances are measured once, and again only for a rule that reaches beyond them. */
  const measuredFor = ({ dataset, surroundings }: Loaded, rule: Rule): MeasuredSites => {
    const limit = limitFor(rule);
    if (measured === null || measured.reachTable.limit < limit) {
      measured = measureSites(dataset.sites, dataset.sites.precision, surroundings, limit);
    }
    return measured;
  };

  return {
    "load-bundled"({ dataset: datasetBuffer, places: placesBuffer, version }) {
      const dataset = readBundledDataset(datasetBuffer);
      const table = readBundledPlaces(placesBuffer);
      const places = indexPlaces(table);
      loaded = {
        version,
        dataset,
        places,
        foldedNames: foldNames(table),
        placeIndexById: indexById(table),
        surroundings: createSurroundings(dataset.actors, dataset.coverage, places),
      };
      measured = null;
      return { result: dataset, transfer: [] };
    },

    "compute-sites"({ version, rule }) {
      const measuredSites = measuredFor(tables(version), rule);
      const verdicts = computeVerdicts(measuredSites, rule);
      const indicators = computeIndicators(measuredSites, rule, verdicts.count);
      const result: SiteResults = { datasetVersion: version, rule, verdicts, indicators };
      const columns = [...(Object.values(verdicts) as (Float64Array | Uint8Array)[]), ...Object.values(indicators)];
      return { result, transfer: columns.map((column) => column.buffer) };
    },

    "compute-catchment"({ version, rule, origin }) {
      const result = catchmentOf(tables(version), rule, origin);
      return { result, transfer: [] };
    },

    "search-places"({ text, limit }) {
      const { places, foldedNames } = tables();
      return { result: searchPlaces(places.table, foldedNames, text, limit), transfer: [] };
    },

    "places-in-bounds"({ bounds, limit }) {
      const { places } = tables();
      const [west, south, east, north] = bounds;
      const { lon, lat } = places.table;
      const inside = places.grid
        .proposeInBounds(bounds)
        .filter((index) => lon[index]! >= west && lon[index]! <= east && lat[index]! >= south && lat[index]! <= north)
        .sort()
        .subarray(0, limit);
      return { result: Array.from(inside, (index) => placeAt(places.table, index)), transfer: [] };
    },
  };
}

function catchmentOf(
  { version, dataset, places, placeIndexById, surroundings }: Loaded,
  rule: Rule,
  origin: CatchmentOrigin,
): Catchment | null {
  const shared = { datasetVersion: version, rule, origin, sites: dataset.sites };
  if (origin.kind === "site") {
    const { lon, lat, precision } = dataset.sites;
    const point = { lon: lon[origin.index] ?? NaN, lat: lat[origin.index] ?? NaN };
    const stated = precision[origin.index] ?? "unknown";
    return computeCatchment({ ...shared, place: null, point, precision: stated }, surroundings);
  }
  const index = placeIndexById.get(origin.id);
  if (index === undefined) return null;
  const place = placeAt(places.table, index);
  return computeCatchment({ ...shared, place, point: place, precision: "unknown" }, surroundings);
}

function indexById(places: PlaceTable): ReadonlyMap<number, number> {
  return new Map(Array.from(places.id, (id, index) => [id, index]));
}
