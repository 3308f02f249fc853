import { GeoJSONSource, type Map as MapLibreMap } from "maplibre-gl";
import type { FeatureCollection, Point } from "geojson";
import type { Activity } from "#domain/activity/activity.ts";
import type { Dataset } from "#domain/dataset.ts";
import { pointOfActivity } from "#domain/programme/activity-point.ts";
import { filterProgramme, typeOf, type ProgrammeFilters } from "#domain/programme/programme-filters.ts";
import { activityTypeWords, datesInWords, placeInWords } from "#i18n/programme-words.ts";
import { memoizeLast } from "#state/memoize-last.ts";
import { subscribeSnapshot, takeSnapshot } from "#state/selectors.ts";
import { webAddress } from "#state/web-address.ts";
import type { Description } from "./describe.ts";
import { pointKey } from "./fan.ts";
import { NO_FEATURES } from "./features.ts";
import type { MapHost } from "./host.ts";
import { ACTIVITY_IMAGE, ACTIVITY_LAYER, ACTIVITY_SOURCE, activityLayer, FLAG } from "./layers/activity-layers.ts";
import type { PickedActivities } from "./pick.ts";

const PIXEL_RATIO = 2;

/** What the layer reads: how many activities stand on a point, and all of them in words, as {@link PickedActivities}. */
interface ActivityProperties {
  readonly count: number;
  readonly lat: number;
  readonly words: string;
}

type ActivityFeatures = FeatureCollection<Point, ActivityProperties>;

/** Draws the activities that the programme shows as flags, while the view wants them. */
export function showActivities(map: MapLibreMap, host: MapHost): () => void {
  const { stores } = host;
  const featuresOf = memoizeLast((dataset: Dataset, filters: ProgrammeFilters) =>
    activityFeatures(dataset, filters, host),
  );
  const container = map.getContainer();
  const colorsNow = () => {
    const style = getComputedStyle(container);
    return { flag: style.getPropertyValue("--ink").trim(), onFlag: style.getPropertyValue("--panel").trim() };
  };
  let colors = colorsNow();
  let drawn: unknown = null;

  map.addImage(ACTIVITY_IMAGE, drawFlag(colors), { pixelRatio: PIXEL_RATIO });
  map.addSource(ACTIVITY_SOURCE, { type: "geojson", data: NO_FEATURES, tolerance: 0, maxzoom: 18 });
  map.addLayer(activityLayer(colors));

  const draw = () => {
    const { dataset, view } = takeSnapshot(stores);
    const isShown = view.activitiesMapped && dataset.phase === "ready";
    const data = isShown ? featuresOf(dataset.dataset, view.programme) : NO_FEATURES;
    if (data === drawn) return;
    drawn = data;
    container.dataset["drawnActivities"] = String(
      data.features.reduce((sum, feature) => sum + feature.properties.count, 0),
    );
    const source = map.getSource(ACTIVITY_SOURCE);
    if (source instanceof GeoJSONSource) void source.setData(data);
  };
  /** The page's colours change with the theme, which changes the style. */
  const onStyle = () => {
    const now = colorsNow();
    if (now.flag === colors.flag && now.onFlag === colors.onFlag) return;
    colors = now;
    map.updateImage(ACTIVITY_IMAGE, drawFlag(colors));
    map.setPaintProperty(ACTIVITY_LAYER, "text-color", colors.onFlag);
  };
  map.on("styledata", onStyle);
  const unsubscribe = subscribeSnapshot(stores, draw);
  draw();
  return () => {
    map.off("styledata", onStyle);
    unsubscribe();
  };
}

/** One feature a point, in the order of their first activities. */
export function activityFeatures(
  dataset: Pick<Dataset, "activities" | "sites">,
  filters: ProgrammeFilters,
  words: Pick<MapHost, "translate" | "format">,
): ActivityFeatures {
  const groups = new Map<string, { readonly lon: number; readonly lat: number; readonly activities: Activity[] }>();
  for (const { activity } of filterProgramme(dataset.activities, filters)) {
    const point = pointOfActivity(activity, dataset.sites);
    if (point === null) continue;
    const key = pointKey(point.lon, point.lat);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { ...point, activities: [activity] });
    else group.activities.push(activity);
  }
  return {
    type: "FeatureCollection",
    features: [...groups.values()].map(({ lon, lat, activities }) => {
      const picked: PickedActivities = {
        title: words.translate("programme.on-map", { count: activities.length }),
        activities: activities.map((activity) => describeActivity(activity, words)),
      };
      return {
        type: "Feature",
        geometry: { type: "Point", coordinates: [lon, lat] },
        properties: { count: activities.length, lat, words: JSON.stringify(picked) },
      };
    }),
  };
}

function describeActivity(
  activity: Activity,
  { translate, format }: Pick<MapHost, "translate" | "format">,
): Description {
  const what = `${activityTypeWords(typeOf(activity), translate)} · ${datesInWords(activity, translate, format)}`;
  const place = placeInWords(activity, format);
  return {
    title: activity.title,
    lines: place === null ? [what] : [what, place],
    link: webAddress(activity.sourceUrl),
  };
}

/** A pole on the point, a swallow-tailed flag at its top. */
function drawFlag({ flag, onFlag }: { readonly flag: string; readonly onFlag: string }): ImageData {
  const canvas = document.createElement("canvas");
  canvas.width = FLAG.width * PIXEL_RATIO;
  canvas.height = FLAG.height * PIXEL_RATIO;
  const context = canvas.getContext("2d", { willReadFrequently: true });
  if (context === null) throw new Error("no context to draw a flag in");
  context.scale(PIXEL_RATIO, PIXEL_RATIO);
  context.translate(FLAG.pole, FLAG.empty + 1);
  const { width, height } = FLAG.cloth;
  const foot = FLAG.height - FLAG.empty - 2;
  const shape = new Path2D(
    `M-1 ${String(foot)}V0.5H${String(width)}L${String(width - 4)} ${String(height / 2 + 0.5)}L${String(width)} ${String(height + 0.5)}H1V${String(foot)}Z`,
  );
  context.lineJoin = "round";
  context.strokeStyle = onFlag;
  context.lineWidth = 2.4;
  context.stroke(shape);
  context.fillStyle = flag;
  context.fill(shape);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
