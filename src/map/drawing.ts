import type { GeoJSON } from "geojson";
import { SECTORS, type ActorTable } from "#domain/actor/actor.ts";
import { actorMask, passes, type ActorMask } from "#domain/actor/actor-filter.ts";
import type { Area } from "#domain/area/area.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Coloring } from "#domain/coloring/site-paint.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { DrawnArea } from "#domain/selection/drawn-area.ts";
import type { SiteTable } from "#domain/site/site.ts";
import type { IsochroneTable } from "#domain/travel/isochrone-table.ts";
import { measureText } from "#i18n/reach-words.ts";
import { MOST_ACTORS_DRAWN, MOST_SITE_SYMBOLS } from "#design/zoom-levels.ts";
import { memoizeLast } from "#state/memoize-last.ts";
import type { Snapshot } from "#state/selectors.ts";
import type { View } from "#state/view-store.ts";
import { drawnFeatures, layerAreaFeatures, otherSiteFeatures } from "./area-features.ts";
import { describeCoverage } from "./describe.ts";
import type { Fan } from "./fan.ts";
import {
  actorFeatures,
  catchmentFeatures,
  countedActors,
  coverageFeatures,
  fanSites,
  isMapped,
  NO_FEATURES,
  pointFeatures,
  siteFeatures,
  undeclaredFeatures,
} from "./features.ts";
import type { MapHost } from "./host.ts";
import { hypotheticalFeatures } from "./hypothetical-features.ts";
import { SOURCE, type SourceId } from "./layers/source-ids.ts";

/** Whether there are too many actors to hand them all to the map; `crowd.ts` draws them then. */
export function isCrowd({ count }: ActorTable): boolean {
  return count > MOST_ACTORS_DRAWN;
}

/** Whether there are too many chosen sites to hand them all to the map; `many-sites.ts` draws them then. */
export function areMany(chosen: Uint32Array): boolean {
  return chosen.length > MOST_SITE_SYMBOLS;
}

/** West, south, east, north, degrees. */
export type Bounds = readonly [number, number, number, number];

/** What the sources hold for a snapshot of the stores; the identical value while nothing it rests on has changed. */
export type Drawn = Readonly<Partial<Record<SourceId, GeoJSON>>>;

/**
 * Gives what to draw. Keeps its last answers, so that only sources that changed are sent to the map.
 * @param bounds within which undeclared ground is hatched
 * @returns to be called with what is in view, `null` from afar: of many sites those there are drawn with their symbols
 */
export function createDrawing(host: MapHost, bounds: Bounds): (snapshot: Snapshot, view: Bounds | null) => Drawn {
  // The map is made anew for another.
  const { language } = host.stores.view.getState();
  const near = memoizeLast(sitesNear);
  const shown = memoizeLast((sites: SiteTable, chosen: Uint32Array, actors: ActorTable) =>
    fanSites(sites, chosen, isCrowd(actors) ? null : actors),
  );
  const sitesDrawn = memoizeLast(
    (sites: SiteTable, verdict: Uint8Array | null, coloring: Coloring, { indices, fan }: ReturnType<typeof fanSites>) =>
      siteFeatures(sites, language, verdict, coloring, indices, fan.offsets),
  );
  const othersDrawn = memoizeLast(
    (sites: SiteTable, verdict: Uint8Array | null, coloring: Coloring, holds: Uint8Array | null) =>
      holds === null ? NO_FEATURES : otherSiteFeatures(sites, language, verdict, coloring, holds),
  );
  const areaDrawn = memoizeLast((drawn: DrawnArea | null) => (drawn === null ? NO_FEATURES : drawnFeatures(drawn)));
  const withinDrawn = memoizeLast((area: Area | null) => (area === null ? NO_FEATURES : layerAreaFeatures(area)));
  const hubsDrawn = memoizeLast((fan: Fan) => pointFeatures(fan.hubs));
  const selectedDrawn = memoizeLast(
    (
      { sites, actors }: Dataset,
      verdict: Uint8Array | null,
      coloring: Coloring,
      selected: number | null,
      { indices, fan }: ReturnType<typeof fanSites>,
    ) => {
      if (selected === null || !isMapped(sites, selected)) return NO_FEATURES;
      const position = indices.indexOf(selected);
      const only = Uint32Array.of(selected);
      const offset =
        position < 0 ? fanSites(sites, only, isCrowd(actors) ? null : actors).fan.offsets : [fan.offsets[position]!];
      return siteFeatures(sites, language, verdict, coloring, only, offset, true);
    },
  );
  const coverageDrawn = memoizeLast((areas: readonly CoverageArea[]) => ({
    edges: coverageFeatures(areas, (area) => describeCoverage(host.translate, area)),
    undeclared: undeclaredFeatures(areas, bounds),
  }));
  const catchmentDrawn = memoizeLast((catchment: Catchment | null, isochrones: IsochroneTable) =>
    catchment === null
      ? NO_FEATURES
      : catchmentFeatures(catchment, isochrones, (minutes) =>
          measureText(minutes, "minutes", host.translate, host.format),
        ),
  );
  const actorsDrawn = memoizeLast((actors: ActorTable, catchment: Catchment | null, hidden: View["hidden"]) => {
    const counted = catchment === null ? new Set<number>() : countedActors(catchment);
    const mask = actorMask(hidden);
    return {
      counted: counted.size === 0 ? NO_FEATURES : actorFeatures(actors, passing(actors, counted, mask)),
      other: isCrowd(actors)
        ? NO_FEATURES
        : actorFeatures(actors, passing(actors, othersThan(counted, actors.count), mask)),
    };
  });

  const hypotheticalDrawn = memoizeLast(
    (dataset: Dataset, fanned: ReturnType<typeof fanSites>, selected: number | null, hidden: View["hidden"]) =>
      hypotheticalFeatures(dataset, fanned, selected, actorMask(hidden)),
  );

  return (snapshot, view) => {
    if (snapshot.dataset.phase !== "ready") return {};
    const { dataset } = snapshot.dataset;
    const verdict = host.selectors.siteResults(snapshot)?.verdicts.verdict ?? null;
    const coloring = host.selectors.coloring(snapshot);
    const selection = host.selectors.selection(snapshot);
    const chosen = selection?.indices ?? new Uint32Array();
    const symbols = areMany(chosen) ? near(dataset.sites, chosen, view) : chosen;
    const fanned = shown(dataset.sites, symbols, dataset.actors);
    const catchment = openCatchment(host, snapshot);
    const actors = actorsDrawn(dataset.actors, catchmentDrawnApart(host, snapshot), snapshot.view.hidden);
    const coverage = coverageDrawn(dataset.coverage);
    const selected = host.selectors.selectedSite(snapshot);
    return {
      [SOURCE.undeclared]: coverage.undeclared,
      [SOURCE.coverage]: coverage.edges,
      [SOURCE.within]: withinDrawn(host.selectors.within(snapshot)),
      [SOURCE.drawn]: areaDrawn(snapshot.view.drawn),
      [SOURCE.catchment]: catchmentDrawn(catchment, dataset.isochrones),
      [SOURCE.actorsOther]: actors.other,
      [SOURCE.actorsCounted]: actors.counted,
      [SOURCE.siteHubs]: hubsDrawn(fanned.fan),
      [SOURCE.sitesOther]: othersDrawn(dataset.sites, verdict, coloring, selection?.holds ?? null),
      [SOURCE.sites]: sitesDrawn(dataset.sites, verdict, coloring, fanned),
      [SOURCE.siteSelected]: selectedDrawn(dataset, verdict, coloring, selected, fanned),
      [SOURCE.hypothetical]: hypotheticalDrawn(dataset, fanned, selected, snapshot.view.hidden),
    };
  };
}

/** The chosen sites in view; none where they, too, are many. */
function sitesNear({ lon, lat }: SiteTable, chosen: Uint32Array, view: Bounds | null): Uint32Array {
  if (view === null) return chosen.subarray(0, 0);
  const [west, south, east, north] = view;
  const near = chosen.filter(
    (site) => lon[site]! >= west && lon[site]! <= east && lat[site]! >= south && lat[site]! <= north,
  );
  return areMany(near) ? near.subarray(0, 0) : near;
}

/** The catchment of what is selected now; `null` while that of something else is the last that was computed. */
export function openCatchment(host: MapHost, snapshot: Snapshot): Catchment | null {
  const { dataset, result, view } = snapshot;
  const { catchment } = result;
  if (catchment === null || view.selected === null || dataset.phase !== "ready") return null;
  if (catchment.datasetVersion !== dataset.version || catchment.point === null) return null;
  const { origin } = catchment;
  const isSelected =
    origin.kind === "site"
      ? view.selected.kind === "site" && host.selectors.selectedSite(snapshot) === origin.index
      : view.selected.kind === "place" && view.selected.id === origin.id;
  return isSelected ? catchment : null;
}

/** The open catchment, unless it holds too many actors to be drawn apart from the others. */
export function catchmentDrawnApart(host: MapHost, snapshot: Snapshot): Catchment | null {
  const catchment = openCatchment(host, snapshot);
  if (catchment === null) return null;
  const counted = SECTORS.map((sector) => countUpTo(catchment.sectors[sector].distance, catchment.reach));
  return counted.reduce((sum, count) => sum + count, 0) > MOST_ACTORS_DRAWN ? null : catchment;
}

/** @param sorted ascending */
function countUpTo(sorted: Float64Array, most: number): number {
  const beyond = sorted.findIndex((value) => value > most);
  return beyond < 0 ? sorted.length : beyond;
}

function* passing({ sector, category }: ActorTable, indices: Iterable<number>, mask: ActorMask): Generator<number> {
  for (const index of indices) if (passes(mask, sector[index]!, category[index]!)) yield index;
}

function* othersThan(counted: ReadonlySet<number>, count: number): Generator<number> {
  for (let index = 0; index < count; index++) if (!counted.has(index)) yield index;
}
