import type { ActorGroup } from "#domain/actor/group-actors.ts";
import type { Place } from "#domain/place/place.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import type { Selectors } from "#state/selectors.ts";
import type { Stores } from "#state/stores.ts";

/** West, south, east, north, degrees. */
type Bounds = readonly [number, number, number, number];

/** What the map is given: the stores it draws and writes camera, hover and clicks to, and words. */
export interface MapHost {
  readonly stores: Stores;
  readonly selectors: Selectors;
  readonly translate: Translate;
  readonly format: Format;
  /** Folder of the basemap's files, ending in a slash. */
  readonly basemapUrl: string;
  /** The most populous places inside the bounds; names of villages are taken from it. */
  placesInBounds(bounds: Bounds, limit: number): Promise<readonly Place[]>;
  /** The actors inside the bounds, grouped by cells once they are more than `limit`. */
  actorsInBounds(bounds: Bounds, cellDegrees: number, limit: number): Promise<readonly ActorGroup[]>;
}
