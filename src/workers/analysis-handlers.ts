import { stepsToActorsInCatchments, type CatchmentActors } from "#domain/catchment/actors-in-catchments.ts";
import type { Catchment, CatchmentOrigin } from "#domain/catchment/catchment.ts";
import { computeCatchment } from "#domain/catchment/compute-catchment.ts";
import { stepsToKeptDistances } from "#domain/catchment/keep-distances.ts";
import type { ReachTable } from "#domain/catchment/reach-table.ts";
import {
  createSurroundings,
  limitFor,
  stepsToMeasuredSites,
  withDistances,
  type CountedActors,
  type MeasuredSites,
  type Surroundings,
} from "#domain/catchment/surroundings.ts";
import { createPointGrid, type PointGrid } from "#domain/geo/point-grid.ts";
import type { IndicatorId } from "#domain/indicator/registry.ts";
import {
  stepsToIndicators,
  stepsToVerdicts,
  type SiteResults,
  type VerdictTable,
} from "#domain/indicator/site-results.ts";
import type { PlaceTable } from "#domain/place/place.ts";
import { foldNames, placeAt, searchPlaces } from "#domain/place/search.ts";
import type { PopulationTable } from "#domain/population/population.ts";
import { indexResidents, type IndexedResidents } from "#domain/population/residents.ts";
import { DEFAULT_RULE, REACH_RANGE, type Rule } from "#domain/rule/rule.ts";
import type { CodedTexts } from "#domain/text-column.ts";
import { applyRule, unitOf } from "#domain/travel/apply-rule.ts";
import { contoursOfSites } from "#domain/travel/contours-of-sites.ts";
import type { IsochroneTable } from "#domain/travel/isochrone-table.ts";
import { isochronesFrom, isochronesOfSite } from "#domain/travel/isochrones-of-point.ts";
import { countLinks, stepsToIsochroneLinks, type IsochroneLinks } from "#domain/travel/link-isochrones.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { stepsToTravelSites } from "#domain/travel/travel-sites.ts";
import { readBundledDataset } from "#data/bundled/read-dataset.ts";
import { readBundledPlaces } from "#data/bundled/read-places.ts";
import type { AnalysisTasks, CountedTables } from "./protocol.ts";
import { inSlices } from "./in-slices.ts";
import type { Handlers, TaskContext } from "./serve.ts";

/** The places, as the page's own file has them. */
interface KeptPlaces {
  readonly table: PlaceTable;
  readonly grid: PointGrid;
  readonly foldedNames: readonly string[];
  readonly indexById: ReadonlyMap<number, number>;
}

/** What is counted, indexed. */
interface KeptTables {
  readonly version: number;
  readonly tables: CountedTables;
  readonly surroundings: Surroundings;
  /** The sites measured by travel time, as they have been asked for. */
  readonly byTravel: Map<TravelProfile, MeasuredSites>;
  /** Of the isochrones; `null` until they are first asked for. */
  links: IsochroneLinks | null;
}

interface IncomingActors extends CountedActors {
  readonly country: CodedTexts;
}

/** As far as any rule needs distances. */
const FARTHEST = limitFor({ ...DEFAULT_RULE, reach: REACH_RANGE.most });

/** The tasks of `protocol.ts`, over tables that one set of handlers keeps. */
export function createHandlers(): Handlers<AnalysisTasks> {
  let keptPlaces: KeptPlaces | null = null;
  let keptTables: KeptTables | null = null;
  let incoming: IncomingActors | null = null;
  let incomingIsochrones: IsochroneTable | null = null;
  let measured: MeasuredSites | null = null;
  let keptDistances: ReachTable | null = null;
  let keeping = new AbortController();
  let keepingTo = 0;
  /** The shortest limit to which the distances are known to be too much to be kept. */
  let tooFar = Infinity;
  let ofPlaces: IndexedResidents | null = null;

  const places = (): KeptPlaces => {
    if (keptPlaces === null) throw new Error("asked before the places were loaded");
    return keptPlaces;
  };
  const tables = (version: number): KeptTables | null => (version === keptTables?.version ? keptTables : null);

  /** Kept distances where they reach far enough for the rule; else they are measured as they are asked for. */
  const measuredFor = async (kept: KeptTables, rule: Rule, context: TaskContext<never>): Promise<MeasuredSites> => {
    const straight = await straightFor(kept, rule, context);
    if (rule.travel?.basis !== "isochrones") return straight;
    const { profile } = rule.travel;
    const before = kept.byTravel.get(profile);
    if (before !== undefined) return { ...before, straight: straight.straight };
    const contoursOf = await contoursFor(kept, profile, context);
    const now = await inSlices(stepsToTravelSites(straight, contoursOf), context);
    kept.byTravel.set(profile, now);
    return now;
  };

  /** Measured in metres. Of kept distances every table reaches as far as a need can. */
  const straightFor = async (kept: KeptTables, rule: Rule, context: TaskContext<never>): Promise<MeasuredSites> => {
    if (measured === null) {
      const { tables: asked, surroundings } = kept;
      const steps = stepsToMeasuredSites(asked.sites, asked.sites.precision, surroundings, FARTHEST);
      const now = await inSlices(steps, context);
      if (kept !== keptTables) return now;
      measured = now;
    }
    const isKept = keptDistances !== null && keptDistances.limit >= limitFor(rule);
    return isKept ? withDistances(measured, keptDistances!) : measured;
  };

  /**
   * Beside other tasks, in turns with them, keeps distances so that later rules find them: as far as any rule needs them, where
   * that is not too much memory, else as far as this one does.
   */
  const keepDistances = async (
    { points, surroundings }: MeasuredSites,
    rule: Rule,
    { breathe }: TaskContext<never>,
  ): Promise<void> => {
    const limit = limitFor(rule);
    if (Math.max(keepingTo, keptDistances?.limit ?? 0) >= limit || limit >= tooFar) return;
    keeping.abort();
    keeping = new AbortController();
    const { signal } = keeping;
    try {
      for (const each of [FARTHEST, limit]) {
        if (each >= tooFar) continue;
        keepingTo = each;
        const steps = stepsToKeptDistances(points, surroundings.indexedActors, each, keptDistances);
        const table = await inSlices(steps, { signal, breathe });
        if (table !== null) {
          keptDistances = table;
          break;
        }
        tooFar = each;
      }
      keepingTo = 0;
    } catch (error) {
      if (signal.aborted) return;
      tooFar = keepingTo;
      keepingTo = 0;
      // No memory, or more actors than a table can hold: distances are measured as they are asked for.
      if (!(error instanceof RangeError)) throw error;
    }
  };

  const indicatorsFor = async (
    kept: KeptTables,
    rule: Rule,
    count: Float64Array,
    isWanted: (id: IndicatorId) => boolean,
    context: TaskContext<never>,
  ): Promise<SiteResults["indicators"]> => {
    const measuredSites = await measuredFor(kept, rule, context);
    const facts = { country: kept.tables.sites.country, standing: kept.tables.sites };
    const asked = { measured: measuredSites, facts, rule: applyRule(rule), count };
    return inSlices(stepsToIndicators(asked, isWanted), context);
  };

  /** Of the places alone it is made once; of loaded tables whenever they come. */
  const residentsOf = (population: readonly PopulationTable[]): IndexedResidents => {
    if (population.length > 0) return indexResidents(places().table, population);
    ofPlaces ??= indexResidents(places().table, []);
    return ofPlaces;
  };

  return {
    "load-bundled"({ dataset, places: placesBuffer }) {
      const table = readBundledPlaces(placesBuffer);
      keptPlaces = {
        table,
        grid: createPointGrid(table),
        foldedNames: foldNames(table),
        indexById: new Map(Array.from(table.id, (id, index) => [id, index])),
      };
      return { result: readBundledDataset(dataset), transfer: [] };
    },

    "begin-actors"({ count, countries }) {
      incoming = {
        count,
        lon: new Float64Array(count),
        lat: new Float64Array(count),
        sector: new Uint8Array(count),
        category: new Uint8Array(count),
        precision: new Uint8Array(count),
        country: { kind: "coded", values: countries, code: new Uint32Array(count) },
      };
      return { result: null, transfer: [] };
    },

    "add-actors"({ from, actors }) {
      if (incoming === null) throw new Error("asked to add actors to no table");
      incoming.lon.set(actors.lon, from);
      incoming.lat.set(actors.lat, from);
      incoming.sector.set(actors.sector, from);
      incoming.category.set(actors.category, from);
      incoming.precision.set(actors.precision, from);
      incoming.country.code.set(actors.countryCode, from);
      return { result: null, transfer: [] };
    },

    "set-isochrones"({ isochrones }) {
      incomingIsochrones = isochrones;
      return { result: null, transfer: [] };
    },

    "set-tables"({ version, tables: given }) {
      if (incoming === null || incomingIsochrones === null) {
        throw new Error("asked to take tables without actors or isochrones");
      }
      const actors = incoming;
      keptTables = {
        version,
        tables: { ...given, actors, isochrones: incomingIsochrones },
        surroundings: createSurroundings(actors, given.coverage, residentsOf(given.population)),
        byTravel: new Map(),
        links: null,
      };
      measured = null;
      keeping.abort();
      keptDistances = null;
      keepingTo = 0;
      tooFar = Infinity;
      return { result: null, transfer: [] };
    },

    async "compute-sites"({ version, rule, wanted }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const measuredSites = await measuredFor(kept, rule, context);
      const verdicts = await inSlices(stepsToVerdicts(measuredSites, applyRule(rule)), context);
      const { count } = verdicts;
      const indicators = await indicatorsFor(kept, rule, count, (id) => wanted.includes(id), context);
      if (unitOf(rule) === "meters") void keepDistances(measuredSites, rule, context);
      const result: SiteResults = { datasetVersion: version, rule, verdicts, indicators };
      return { result, transfer: [...buffersOf(verdicts), ...buffersOf(indicators)] };
    },

    async "complete-sites"({ version, rule, count, missing }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const indicators = await indicatorsFor(kept, rule, count, (id) => missing.includes(id), context);
      return { result: indicators, transfer: buffersOf(indicators) };
    },

    async "compute-catchment"({ version, rule, origin }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const { site } = await linksOf(kept, context);
      return { result: catchmentOf(kept, site, places(), rule, origin), transfer: [] };
    },

    async "actors-in-catchments"({ version, rule, sites }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const { distances } = await measuredFor(kept, rule, context);
      const steps = stepsToActorsInCatchments(distances, sites, applyRule(rule).reach, kept.tables.actors.count);
      const result = await inSlices(steps, context);
      return { result, transfer: buffersOf(result) };
    },

    async "count-needs"({ version, needs, sites }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const { stepsToNeedCounts } = await import("#domain/options/count-needs.ts");
      const straight = await straightFor(kept, DEFAULT_RULE, context);
      const result = await inSlices(stepsToNeedCounts(straight, needs, sites), context);
      return { result, transfer: [] };
    },

    async "rank-sites"({ version, concept, sites, rooms, most }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const { stepsToRankedSites } = await import("#domain/options/rank-sites.ts");
      const straight = await straightFor(kept, DEFAULT_RULE, context);
      const result = await inSlices(stepsToRankedSites(straight, concept, sites, rooms, most), context);
      return { result, transfer: [] };
    },

    async "nearest-for-needs"({ version, needs, site }, context) {
      const kept = tables(version);
      if (kept === null) return { result: null, transfer: [] };
      const { stepsToNearestForNeeds } = await import("#domain/options/invite.ts");
      const straight = await straightFor(kept, DEFAULT_RULE, context);
      const result = await inSlices(stepsToNearestForNeeds(straight, needs, site), context);
      return { result, transfer: [] };
    },

    async "count-isochrone-links"({ version }, context) {
      const kept = tables(version);
      return { result: kept === null ? null : countLinks(await linksOf(kept, context)), transfer: [] };
    },

    "place-by-id"({ id }) {
      const { table, indexById } = places();
      const index = indexById.get(id);
      return { result: index === undefined ? null : placeAt(table, index), transfer: [] };
    },

    "search-places"({ text, limit }) {
      const { table, foldedNames } = places();
      return { result: searchPlaces(table, foldedNames, text, limit), transfer: [] };
    },

    "places-in-bounds"({ bounds, limit }) {
      const { table, grid } = places();
      const [west, south, east, north] = bounds;
      const { lon, lat } = table;
      const inside = grid
        .proposeInBounds(bounds)
        .filter((index) => lon[index]! >= west && lon[index]! <= east && lat[index]! >= south && lat[index]! <= north)
        .sort()
        .subarray(0, limit);
      return { result: Array.from(inside, (index) => placeAt(table, index)), transfer: [] };
    },

    async "actor-tile"({ version, tile, mask, apart }, context) {
      const kept = tables(version);
      if (kept === null) return { result: new ArrayBuffer(0), transfer: [] };
      const { stepsToActorTile } = await import("./actor-tile.ts");
      const { actors, indexedActors } = kept.surroundings;
      const result = await inSlices(stepsToActorTile(actors, indexedActors.grid, tile, mask, apart), context);
      return { result, transfer: [result] };
    },

    async "site-tile"({ version, tile, dots }) {
      const { makeSiteTile } = await import("./site-tile.ts");
      const kept = tables(version);
      const result = kept === null ? new ArrayBuffer(0) : makeSiteTile(kept.tables.sites, tile, dots);
      return { result, transfer: [result] };
    },
  };
}

/** Of those columns that are there. */
function buffersOf(columns: VerdictTable | SiteResults["indicators"] | CatchmentActors): ArrayBuffer[] {
  const all = Object.values(columns) as ({ readonly buffer: ArrayBuffer } | null)[];
  return all.flatMap((column) => column?.buffer ?? []);
}

async function contoursFor(
  kept: KeptTables,
  profile: TravelProfile,
  context: TaskContext<never>,
): Promise<(site: number) => readonly Contour[]> {
  const { site } = await linksOf(kept, context);
  return contoursOfSites(kept.tables.isochrones, site, profile);
}

async function linksOf(kept: KeptTables, context: TaskContext<never>): Promise<IsochroneLinks> {
  if (kept.links !== null) return kept.links;
  const { isochrones, sites, siteIds } = kept.tables;
  const points = { lon: sites.lon, lat: sites.lat, id: siteIds };
  kept.links = await inSlices(stepsToIsochroneLinks(isochrones, points), context);
  return kept.links;
}

function catchmentOf(
  { version, tables: { sites, isochrones }, surroundings }: KeptTables,
  siteOf: IsochroneLinks["site"],
  places: KeptPlaces,
  rule: Rule,
  origin: CatchmentOrigin,
): Catchment | null {
  const shared = { datasetVersion: version, rule, origin, sites, isochrones };
  if (origin.kind === "site") {
    const { lon, lat, precision } = sites;
    const point = { lon: lon[origin.index] ?? NaN, lat: lat[origin.index] ?? NaN };
    const stated = { precision: precision[origin.index] ?? "unknown", country: sites.country[origin.index] ?? null };
    const ownIsochrones = isochronesOfSite(siteOf, origin.index);
    return computeCatchment({ ...shared, place: null, point, ...stated, ownIsochrones }, surroundings);
  }
  const index = places.indexById.get(origin.id);
  if (index === undefined) return null;
  const place = placeAt(places.table, index);
  const ownIsochrones = isochronesFrom(isochrones, place);
  return computeCatchment(
    { ...shared, place, point: place, precision: "unknown", country: place.country, ownIsochrones },
    surroundings,
  );
}
