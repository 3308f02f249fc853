import type { CatchmentActors } from "#domain/catchment/actors-in-catchments.ts";
import type { Catchment, CatchmentOrigin } from "#domain/catchment/catchment.ts";
import type { CountedActors } from "#domain/catchment/surroundings.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { IndicatorId } from "#domain/indicator/registry.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import type { ActorNeed, ReuseConcept } from "#domain/options/concept.ts";
import type { NeedCounts } from "#domain/options/count-needs.ts";
import type { NearestActors } from "#domain/options/invite.ts";
import type { RankedSites, RoomsFound } from "#domain/options/rank-sites.ts";
import type { Place } from "#domain/place/place.ts";
import type { PopulationTable } from "#domain/population/population.ts";
import type { Rule } from "#domain/rule/rule.ts";
import type { SiteTable } from "#domain/site/site.ts";
import type { IsochroneTable } from "#domain/travel/isochrone-table.ts";
import type { LinkCounts } from "#domain/travel/link-isochrones.ts";
import type { Published } from "#domain/workspace/published.ts";
import type { ActorMask } from "#domain/actor/actor-filter.ts";
import type { DrawnApart } from "#domain/actor/actor-tile.ts";
import type { Tile } from "#domain/geo/tile.ts";
import type { SiteDots } from "#domain/coloring/site-dots.ts";

/** West, south, east, north, degrees. */
type Bounds = readonly [number, number, number, number];

/** What counting needs of sites. */
type CountedSites = Pick<SiteTable, "lon" | "lat" | "precision" | "country" | "reuseStatus" | "floorAreaSquareMeters">;

/** Some actors on their way to the worker; the country as position in `countries` of "begin-actors". */
type ActorPiece = Omit<CountedActors, "count" | "country"> & { readonly countryCode: Uint32Array };

/** What of a dataset is counted. */
export interface CountedTables {
  readonly sites: CountedSites;
  readonly actors: CountedActors;
  readonly coverage: readonly CoverageArea[];
  readonly population: readonly PopulationTable[];
  /** (sites) none where there are no isochrones. */
  readonly siteIds: readonly string[];
  /** As they were loaded; which site each is of is found when that is first asked for. */
  readonly isochrones: IsochroneTable;
}

/** Everything the analysis worker can be asked, for both ends. */
export interface AnalysisTasks {
  /** Reads the files of `public/generated`; the worker keeps the places, and gives the tables. */
  "load-bundled": { params: { dataset: ArrayBuffer; places: ArrayBuffer }; result: Published };
  /** Begins a table of so many actors, which come in pieces: one large message would block its sender. */
  "begin-actors": { params: { count: number; countries: readonly (string | null)[] }; result: null };
  /** Actors `from` on; columns of equal length. */
  "add-actors": { params: { from: number; actors: ActorPiece }; result: null };
  /** Takes isochrones for this "set-tables" and all later ones: they are large, and an edit of a site leaves them as they are. */
  "set-isochrones": { params: { isochrones: IsochroneTable }; result: null };
  /**
   * Takes the tables that every later question is about, the actors and isochrones those that came before; `version` is the
   * dataset store's.
   */
  "set-tables": { params: { version: number; tables: Omit<CountedTables, "actors" | "isochrones"> }; result: null };
  /**
   * Verdicts, and of the indicators those among `wanted`. `null` for tables that are not here any more, or not
   * yet: a newer dataset asks again.
   */
  "compute-sites": {
    params: { version: number; rule: Rule; wanted: readonly string[] };
    result: SiteResults | null;
  };
  /** The indicators that are `missing`, by the counts of "compute-sites"; the others are `null`. `null` for tables that are not here. */
  "complete-sites": {
    params: { version: number; rule: Rule; count: Float64Array; missing: readonly IndicatorId[] };
    result: SiteResults["indicators"] | null;
  };
  "compute-catchment": {
    params: { version: number; rule: Rule; origin: CatchmentOrigin };
    result: Catchment | null;
  };
  /** The actors in the catchments of these sites, indices in the site table; `null` for tables that are not here. */
  "actors-in-catchments": {
    params: { version: number; rule: Rule; sites: Uint32Array };
    result: CatchmentActors | null;
  };
  /** What is listed for needs around these sites, indices in the site table; `null` for tables that are not here. */
  "count-needs": {
    params: { version: number; needs: readonly ActorNeed[]; sites: Uint32Array };
    result: NeedCounts | null;
  };
  /** The sites among these that a concept fits best, so many at `most`; `null` for tables that are not here. */
  "rank-sites": {
    params: {
      version: number;
      concept: ReuseConcept;
      sites: Uint32Array;
      rooms: readonly RoomsFound[];
      most: number;
    };
    result: RankedSites | null;
  };
  /** For each need the nearest actors of its categories; `null` for tables that are not here. */
  "nearest-for-needs": {
    params: { version: number; needs: readonly ActorNeed[]; site: number };
    result: readonly NearestActors[] | null;
  };
  /** How many isochrones are of a site; `null` for tables that are not here. */
  "count-isochrone-links": { params: { version: number }; result: LinkCounts | null };
  /** The place of this GeoNames id; `null` where there is none. */
  "place-by-id": { params: { id: number }; result: Place | null };
  "search-places": { params: { text: string; limit: number }; result: readonly Place[] };
  /** The most populous places inside the bounds. */
  "places-in-bounds": { params: { bounds: Bounds; limit: number }; result: readonly Place[] };
  /** A vector tile of the actors that pass, as `encode-actor-tile.ts` writes it; empty for tables that are not here. */
  "actor-tile": {
    params: { version: number; tile: Tile; mask: ActorMask; apart: DrawnApart | null };
    result: ArrayBuffer;
  };
  /** A vector tile of the sites that are drawn as dots, as `site-tile.ts` writes it; empty for tables that are not here. */
  "site-tile": { params: { version: number; tile: Tile; dots: SiteDots }; result: ArrayBuffer };
}
