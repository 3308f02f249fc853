import type { FeatureCollection } from "geojson";
import type { PaperMap } from "#design/paper-map.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import { indicatorsAt } from "#domain/indicator/indicators-at.ts";
import { shownPlaceName } from "#domain/place/shown-name.ts";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import { boundsOf, drawPaperMap, readGround, type PaperBounds, type PaperGround } from "#map/paper-map.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { DEFAULT_VIEW, type View } from "#state/view-store.ts";
import type { Actions } from "#ui/actions.ts";
import type { PaperActions, PaperLink } from "#ui/paper/paper-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { completeResults } from "./complete-results.ts";
import { qrCode } from "./qr-code.ts";
import { requestFile } from "./requests.ts";

/** Of the map on a site's page, millimetres. */
const SITE_MAP = { width: 80, height: 62 };
/** Places that are tried for names: more find no room. */
const MOST_PLACES = 40;
/** Zoom at which a link opens a site. */
const SITE_ZOOM = 10;
/** What the map shows around a point without a catchment, degrees. */
const AROUND = 0.15;

/** Everything of a view that chooses sites, as it is where nothing is chosen: a printed link leads to its sites alone. */
const NOTHING_CHOSEN: Partial<View> = {
  filters: NO_FILTERS,
  drawn: null,
  within: null,
  added: [],
  removed: [],
  shortlist: [],
  onlyShortlist: false,
  hidden: [],
  sort: DEFAULT_VIEW.sort,
  concept: null,
  ownConcept: null,
  spaces: DEFAULT_VIEW.spaces,
  programme: DEFAULT_VIEW.programme,
  activitiesMapped: false,
};

/** Fills in what print asks for. */
export function createPaper(
  { stores, selectors, worker }: ActionHost,
  currentLink: Actions["currentLink"],
): PaperActions {
  let ground: Promise<PaperGround | null> | null = null;
  const loadGround = async () => {
    ground ??= requestGround();
    const loaded = await ground;
    if (loaded === null) ground = null;
    return loaded;
  };
  const ready = () => {
    const snapshot = takeSnapshot(stores);
    if (snapshot.dataset.phase !== "ready") throw new Error("print was asked for before the tables were there");
    return { ...snapshot.dataset, snapshot };
  };
  const placesIn = async (bounds: PaperBounds) => {
    const places = await worker.call("places-in-bounds", { bounds, limit: MOST_PLACES });
    const { language } = stores.view.getState();
    return places.map((place) => ({ ...place, name: shownPlaceName(place, language) }));
  };
  const toLink = (change: Partial<View>): PaperLink => {
    const url = currentLink(change);
    return { url, code: qrCode(url) };
  };

  return {
    async completeResults(signal) {
      const counted = selectors.siteResults(ready().snapshot);
      return counted === null ? null : completeResults(counted, worker, signal);
    },
    async sitePaper(site, results, signal) {
      const { version, dataset } = ready();
      const asked = { version, rule: results.rule, origin: { kind: "site", index: site } } as const;
      const [catchment, loaded] = await Promise.all([
        worker.call("compute-catchment", asked, { signal }),
        loadGround(),
      ]);
      signal.throwIfAborted();
      if (catchment === null) return null;
      const { point } = catchment;
      return {
        site,
        catchment,
        indicators: indicatorsAt(results, site),
        map: loaded === null || point === null ? null : await siteMap(loaded, catchment, point),
        link: toLink({
          ...NOTHING_CHOSEN,
          room: "sites",
          selected: { kind: "site", id: dataset.sites.id[site]! },
          camera: point === null ? DEFAULT_VIEW.camera : { ...point, zoom: SITE_ZOOM },
        }),
      };
    },
    async overview(sites, width, height) {
      const { lon, lat } = ready().dataset.sites;
      const loaded = await loadGround();
      const bounds = boundsOf(sites.map((site) => [lon[site]!, lat[site]!]));
      if (loaded === null || bounds === null) return null;
      const around = widened(bounds);
      const places = await placesIn(around);
      const kept = sites.map((site) => ({ lon: lon[site]!, lat: lat[site]! }));
      return drawPaperMap(loaded, { bounds: around, width, height, edges: [], places, kept });
    },
    link: (shortlist) =>
      toLink(shortlist === null ? {} : { ...NOTHING_CHOSEN, room: "benchmark", shortlist, selected: null }),
  };

  async function siteMap(
    loaded: PaperGround,
    { ring, contourEdge }: Catchment,
    point: { readonly lon: number; readonly lat: number },
  ): Promise<PaperMap> {
    const edges = ring.length > 0 ? [ring] : contourEdge;
    const bounds = boundsOf(edges) ?? widened([point.lon, point.lat, point.lon, point.lat]);
    const places = await placesIn(widened(bounds));
    return drawPaperMap(loaded, { ...SITE_MAP, bounds, edges, places, kept: [point] });
  }
}

/** With at least a little around. */
function widened([west, south, east, north]: PaperBounds): PaperBounds {
  const lon = Math.max(0, AROUND - (east - west) / 2);
  const lat = Math.max(0, AROUND - (north - south) / 2);
  return [west - lon, south - lat, east + lon, north + lat];
}

async function requestGround(): Promise<PaperGround | null> {
  const [land, lakes, rivers, borders] = await Promise.all(["land", "lakes", "rivers", "borders"].map(requestJson));
  return land == null || lakes == null || rivers == null || borders == null
    ? null
    : readGround({ land, lakes, rivers, borders });
}

/** One of our own files. */
async function requestJson(name: string): Promise<FeatureCollection | null> {
  const file = await requestFile(`generated/basemap/${name}.json`);
  return file.ok ? (JSON.parse(new TextDecoder().decode(file.value)) as FeatureCollection) : null;
}
