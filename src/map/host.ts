import type { ActorMask } from "#domain/actor/actor-filter.ts";
import type { DrawnApart } from "#domain/actor/actor-tile.ts";
import type { Tile } from "#domain/geo/tile.ts";
import type { SiteDots } from "#domain/coloring/site-dots.ts";
import type { Language } from "#domain/language.ts";
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
  readonly language: Language;
  readonly translate: Translate;
  readonly format: Format;
  /** What the map says, by maplibre-gl's keys, where scrolling and one finger are left to the page around it; else `null`. */
  readonly gestures: Readonly<Record<string, string>> | null;
  /** Whether a detailed basemap is on its way, on which the camera may be closer. */
  readonly comesClose: boolean;
  /** Folder of the basemap's files, ending in a slash. */
  readonly basemapUrl: string;
  /** Called where a file of the basemap does not arrive. */
  onGroundMissing(): void;
  /** The most populous places inside the bounds; names of villages are taken from it. */
  placesInBounds(bounds: Bounds, limit: number): Promise<readonly Place[]>;
  /** A vector tile of the actors that pass, without those drawn apart; empty where the tables have gone on. */
  actorTile(tile: Tile, mask: ActorMask, apart: DrawnApart | null, signal: AbortSignal): Promise<ArrayBuffer>;
  /** A vector tile of the sites that are drawn as dots; empty where the tables have gone on. */
  siteTile(tile: Tile, dots: SiteDots, signal: AbortSignal): Promise<ArrayBuffer>;
}
