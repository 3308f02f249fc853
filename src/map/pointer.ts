import { actorMask } from "#domain/actor/actor-filter.ts";
import { GeoJSONSource, type Map as MapLibreMap, type MapMouseEvent } from "maplibre-gl";
import { isPlacedAtTown } from "#design/symbols.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { hoverActor, hoverSite } from "#state/hover-store.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { selectRecord } from "#state/view-store.ts";
import { actorSector, describeActor, describeCluster, describeSite, type Description } from "./describe.ts";
import type { MapHost } from "./host.ts";
import { isNothing, pickAt, type Picked, type PickedActivities, type PickedCluster } from "./pick.ts";
import { createPopups, type Choice } from "./popups.ts";
import { paintName } from "./site-image.ts";
import { isDrawing } from "./drawing-mark.ts";
import { MAX_ZOOM } from "./style.ts";

/** Pixels around a click in which a record still counts as meant. */
const CLICK_TOLERANCE = 9;
/** Pixels around the map's centre in which records are opened by the keyboard. */
const CENTER_TOLERANCE = 24;
/** Actors that a chooser lists at most; how many more there are is said. */
const MOST_MEMBERS = 500;

/** Activities at one point that are named beside the pointer. */
const MOST_TITLES = 5;

/** Loaded on demand, as only large tables are drawn by cells. */
const cells = () => import("#domain/actor/actor-tile.ts");

/** Draws an image of the map by name, for use beside words. */
export type DrawPicture = (name: string) => ImageData | null;

/** Joins pointer and keyboard with the stores: hover both ways, click selects, several records on one place are listed. */
export function listenToPointer(map: MapLibreMap, host: MapHost, drawPicture: DrawPicture): () => void {
  const popups = createPopups(map, host.translate);
  const { hover, view } = host.stores;
  const canvas = map.getCanvas();
  let frame = 0;
  let over: { readonly x: number; readonly y: number } | null = null;

  const unhover = () => {
    hoverSite(hover, null);
    hoverActor(hover, null);
    popups.hideTip();
    canvas.style.cursor = "";
  };
  const followPointer = () => {
    frame = 0;
    if (over === null || map.isMoving() || isDrawing(map)) return;
    const picked = pickAt(map, over.x, over.y, 2);
    const [site] = picked.sites;
    const [actor] = picked.actors;
    const [cluster] = picked.clusters;
    const [activities] = picked.activities;
    hoverSite(hover, site ?? null);
    hoverActor(hover, site === undefined && cluster === undefined ? (actor ?? null) : null);
    canvas.style.cursor = isNothing(picked) ? "" : "pointer";
    let description: Description | null = null;
    if (site !== undefined) description = describeSite(host, site);
    else if (cluster !== undefined) description = describeCluster(host, cluster.counts);
    else if (actor !== undefined) description = describeActor(host, actor);
    else if (activities !== undefined) description = summary(activities);
    popups.showTip(map.unproject([over.x, over.y]), description);
  };
  const onMove = ({ point, originalEvent }: MapMouseEvent) => {
    if (originalEvent.buttons !== 0) return;
    over = point;
    if (frame === 0) frame = requestAnimationFrame(followPointer);
  };
  const onOut = () => {
    over = null;
    unhover();
  };

  const selectSite = (index: number) => {
    const { dataset } = takeSnapshot(host.stores);
    const id = dataset.phase === "ready" ? dataset.dataset.sites.id[index] : undefined;
    if (id !== undefined) selectRecord(view, { kind: "site", id });
  };
  const siteChoice = (index: number): Choice[] => {
    const description = describeSite(host, index);
    if (description === null) return [];
    return [
      {
        description,
        picture: drawPicture(siteImageName(host, index)),
        choose: () => {
          selectSite(index);
        },
        light: (lit) => {
          hoverSite(hover, lit ? index : null);
        },
      },
    ];
  };
  const actorChoice = (index: number): Choice[] => {
    const description = describeActor(host, index);
    const sector = actorSector(host, index);
    if (description === null || sector === null) return [];
    return [
      {
        description,
        picture: drawPicture(`actor-${sector}`),
        choose: null,
        light: (lit) => {
          hoverActor(hover, lit ? index : null);
        },
      },
    ];
  };
  const activityChoice = (description: Description): Choice => ({
    description,
    picture: null,
    choose: null,
    light: () => undefined,
  });
  const openChooser = (
    at: [number, number],
    sites: readonly number[],
    actors: readonly number[],
    activities: readonly PickedActivities[] = [],
  ) => {
    const others = activities.flatMap((group) => group.activities);
    const choices = [
      ...sites.flatMap(siteChoice),
      ...others.slice(0, MOST_MEMBERS).map(activityChoice),
      ...actors.slice(0, MOST_MEMBERS).flatMap(actorChoice),
    ];
    const n = sites.length + actors.length + others.length;
    const [group] = activities;
    const title =
      others.length > 0
        ? group !== undefined && n === group.activities.length
          ? group.title
          : host.translate("map.here", { n })
        : sites.length === 0
          ? host.translate("map.actors", { n })
          : actors.length === 0
            ? host.translate("map.sites", { n })
            : host.translate("map.here", { n });
    if (choices.length === 0) return;
    const left = n - choices.length;
    popups.openChooser(at, title, choices, left > 0 ? host.translate("map.more-actors", { n: left }) : null);
  };
  const openCluster = async (cluster: PickedCluster) => {
    const zoom = await zoomThatParts(cluster);
    if (zoom <= MAX_ZOOM) map.easeTo({ center: [cluster.lon, cluster.lat], zoom, duration: 500 });
    else openChooser([cluster.lon, cluster.lat], [], await members(cluster));
  };
  /** The zoom at which a cluster falls apart, or comes closer to that; past the closest where it never does. */
  const zoomThatParts = async ({ source: name, id }: PickedCluster): Promise<number> => {
    if (typeof id !== "number")
      return (await cells()).isPoint(id) ? MAX_ZOOM + 1 : Math.min(map.getZoom() + 2, MAX_ZOOM);
    const source = map.getSource(name);
    return source instanceof GeoJSONSource ? await source.getClusterExpansionZoom(id) : MAX_ZOOM + 1;
  };
  const members = async ({ source: name, id }: PickedCluster): Promise<readonly number[]> => {
    if (typeof id !== "number") {
      const {
        dataset,
        view: { hidden },
      } = takeSnapshot(host.stores);
      return dataset.phase === "ready"
        ? (await cells()).actorsInCell(dataset.dataset.actors, id, actorMask(hidden))
        : [];
    }
    const source = map.getSource(name);
    if (!(source instanceof GeoJSONSource)) return [];
    const leaves = await source.getClusterLeaves(id, Infinity, 0);
    return leaves.map((leaf) => Number(leaf.properties?.["index"])).sort((a, b) => a - b);
  };
  const listAll = async (at: [number, number], picked: Picked) => {
    const lists = await Promise.all(picked.clusters.map(members));
    openChooser(at, picked.sites, [...lists.flat(), ...picked.actors], picked.activities);
  };
  const open = (at: [number, number], picked: Picked): void => {
    const [site, ...otherSites] = picked.sites;
    const [cluster] = picked.clusters;
    if (site !== undefined && otherSites.length === 0) selectSite(site);
    else if (site !== undefined) openChooser(at, picked.sites, []);
    else if (cluster !== undefined && picked.actors.length + picked.activities.length === 0)
      unlessGone(openCluster(cluster));
    else if (!isNothing(picked)) unlessGone(listAll(at, picked));
  };

  const onClick = ({ point, lngLat }: MapMouseEvent) => {
    if (isDrawing(map)) return;
    let picked = pickAt(map, point.x, point.y, 0);
    if (isNothing(picked)) picked = pickAt(map, point.x, point.y, CLICK_TOLERANCE);
    open([lngLat.lng, lngLat.lat], picked);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === "Escape") {
      popups.closeChooser();
      popups.hideTip();
    }
    if (event.key !== "Enter" || isDrawing(map)) return;
    event.preventDefault();
    const { lng, lat } = map.getCenter();
    const { x, y } = map.project([lng, lat]);
    const picked = pickAt(map, x, y, CENTER_TOLERANCE);
    if (isNothing(picked)) {
      popups.showTip([lng, lat], { title: host.translate("map.nothing-here"), lines: [], link: null });
    } else if (
      picked.sites.length === 1 &&
      picked.clusters.length + picked.actors.length + picked.activities.length === 0
    ) {
      open([lng, lat], picked);
    } else unlessGone(listAll([lng, lat], picked));
  };

  map.on("mousemove", onMove);
  map.on("mouseout", onOut);
  map.on("movestart", unhover);
  map.on("click", onClick);
  canvas.addEventListener("keydown", onKey);
  return () => {
    cancelAnimationFrame(frame);
    map.off("mousemove", onMove);
    map.off("mouseout", onOut);
    map.off("movestart", unhover);
    map.off("click", onClick);
    canvas.removeEventListener("keydown", onKey);
    unhover();
    popups.destroy();
  };
}

/** The only one whole, of several the titles. */
function summary({ title, activities }: PickedActivities): Description | null {
  const [only] = activities;
  if (activities.length <= 1) return only ?? null;
  const titles = activities.slice(0, MOST_TITLES).map((activity) => activity.title);
  return { title, lines: activities.length > MOST_TITLES ? [...titles, "…"] : titles, link: null };
}

/** A cluster may be gone by the time its members are asked for, when the data changed meanwhile: then nothing opens. */
function unlessGone(work: Promise<void>): void {
  work.catch(() => undefined);
}

function siteImageName(host: MapHost, index: number): string {
  const snapshot = takeSnapshot(host.stores);
  if (snapshot.dataset.phase !== "ready") return "";
  const { sites } = snapshot.dataset.dataset;
  const code = host.selectors.siteResults(snapshot)?.verdicts.verdict[index];
  const verdict = VERDICTS[code ?? -1] ?? "unknown";
  const paint = paintName(host.selectors.coloring(snapshot).paintOf(index), sites.reuseStatus[index]!);
  return `site-${verdict}-${paint}${isPlacedAtTown(sites.precision[index]!) ? "-town" : ""}`;
}
