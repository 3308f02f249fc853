import type { Place } from "#domain/place/place.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import type { Selectors } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";

/** What the map is given: the stores it draws and writes camera, hover and clicks to, and words. */
export interface MapHost {
  readonly stores: Stores;
  readonly selectors: Selectors;
  readonly translate: Translate;
  readonly format: Format;
  /** Folder of the basemap's files, ending in a slash. */
  readonly basemapUrl: string;
  /** The most populous places inside [west, south, east, north], degrees; names of villages are taken from it. */
  placesInBounds(bounds: readonly [number, number, number, number], limit: number): Promise<readonly Place[]>;
}
