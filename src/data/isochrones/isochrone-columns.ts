import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { isJsonObject } from "../json.ts";

/** By whom a file of isochrones was written, as far as its columns tell. */
export type IsochroneWriter = "atlas" | "valhalla" | "openrouteservice" | "ors-tools" | "traveltime" | "other";

/** In which columns of a file the isochrones' facts stand; -1: in none. */
export interface IsochroneColumns {
  readonly writer: IsochroneWriter;
  /** Whether the file is surely one of isochrones. */
  readonly certain: boolean;
  readonly time: number;
  /** What the time is counted in. */
  readonly unit: "minutes" | "seconds";
  /** Of the site or of the question. */
  readonly siteId: number;
  /** Both coordinates in one cell, longitude first. */
  readonly center: number;
  /** `time` or `distance`. */
  readonly metric: number;
}

/** What isochrones of times may be called in tables, in small letters; the first that is there counts. */
const MINUTES = [
  "minutes",
  "mins",
  "min",
  "aa_mins",
  "contour",
  "tobreak",
  "travel_time_min",
  "time_min",
  "isochrone_min",
];
const SECONDS = ["travel_time", "traveltime", "seconds", "travel_time_s", "time_s", "sec"];
/** Of which only somebody who opens the file as isochrones can know that they are times. */
const VAGUE_SECONDS = ["value", "time", "duration", "range"];
const SITE_IDS = ["site_id", "siteid", "search_id", "id", "fid"];

/** Finds them by their names. @param metadata the members of a FeatureCollection beside its features; `null` where there are none */
export function findIsochroneColumns(headers: readonly string[], metadata: unknown): IsochroneColumns {
  const folded = headers.map((header) => header.trim().toLowerCase());
  const column = (...names: readonly string[]) => {
    for (const name of names) {
      const at = folded.indexOf(name);
      if (at !== -1) return at;
    }
    return -1;
  };
  const writer = writerOf(column, metadata);
  const minutes = column(...MINUTES);
  const seconds = column(...SECONDS);
  const vague = column(...VAGUE_SECONDS);
  const isInSeconds = writer === "openrouteservice" || minutes === -1;
  const time =
    writer === "openrouteservice" ? column("value") : minutes !== -1 ? minutes : seconds !== -1 ? seconds : vague;
  const certain = writer !== "other" || (minutes !== -1 && column("profile", "mode", "costing") !== -1);
  return {
    writer,
    certain,
    time,
    unit: isInSeconds ? "seconds" : "minutes",
    siteId: column(...SITE_IDS),
    center: column("center"),
    metric: column("metric"),
  };
}

/** The member `app` of the metadata of our own files. */
export const ISOCHRONES_APP = "refresh-atlas-isochrones";

function writerOf(column: (name: string) => number, metadata: unknown): IsochroneWriter {
  const has = (...names: readonly string[]) => names.every((name) => column(name) !== -1);
  const stated = isJsonObject(metadata) && isJsonObject(metadata["metadata"]) ? metadata["metadata"] : {};
  if (stated["app"] === ISOCHRONES_APP || has("site_id", "profile", "minutes")) return "atlas";
  if (stated["service"] === "isochrones" || has("group_index", "value", "center")) return "openrouteservice";
  if (has("aa_mins", "aa_mode") || has("aa_meters", "aa_mode")) return "ors-tools";
  if (has("contour", "metric") || has("contour", "fillcolor")) return "valhalla";
  return has("search_id") ? "traveltime" : "other";
}

/** What services and programs call the profiles, in small letters. */
const PROFILE_WORDS: Readonly<Record<TravelProfile, readonly string[]>> = {
  car: ["car", "auto", "driving", "drive", "driving-car", "driving-traffic"],
  bicycle: ["bicycle", "bike", "cycling", "cycling-regular", "cycling-road", "cycling-mountain"],
  foot: ["foot", "pedestrian", "walking", "walk", "foot-walking", "foot-hiking"],
};

/** `null` for a word that stands for none, such as that of public transport. */
export function profileOf(word: string): TravelProfile | null {
  const folded = word.trim().toLowerCase().replaceAll("_", "-");
  const entries = Object.entries(PROFILE_WORDS) as readonly [TravelProfile, readonly string[]][];
  return entries.find(([, words]) => words.includes(folded))?.[0] ?? null;
}
