import type { Dataset } from "#domain/dataset.ts";
import type { Point } from "#domain/geo/points.ts";
import type { Place } from "#domain/place/place.ts";
import type { AssessedSpace } from "#domain/space/assess-space.ts";
import type { FoundSpaces } from "#domain/space/find-spaces.ts";
import type { SpaceFilters, SpacesView } from "#domain/space/space-filters.ts";
import type { SpaceId } from "#domain/space/space.ts";

/** What the filters leave of the rooms, with where they are measured from. */
export interface SpaceAnswer extends FoundSpaces {
  readonly filters: SpaceFilters;
  /** `null`: nowhere, or a place that is not known. */
  readonly near: { readonly point: Point; readonly place: Place | null } | null;
  /** The rooms of the shortlist and the one that is opened, as the filters find them; also those that are held back. */
  readonly byId: ReadonlyMap<SpaceId, AssessedSpace>;
  /** Kinds and countries that rooms are stated to have, ascending; of all rooms, whatever the filters. */
  readonly kinds: readonly string[];
  readonly countries: readonly string[];
  /** The tables that it is of. */
  readonly dataset: Dataset;
}

/** What files of the shortlist can be. */
export const SPACE_FORMATS = ["csv-spreadsheet", "geojson"] as const;
export type SpaceFormat = (typeof SPACE_FORMATS)[number];

/** Where the browser says that it is; why it does not. */
export type Located = Point | "denied" | "unavailable" | "timeout";

/** What the room of spaces asks for. */
export interface SpaceActions {
  /** `null` where the tables have changed meanwhile; rejects with AbortError once the signal fires. */
  find(view: SpacesView, signal: AbortSignal): Promise<SpaceAnswer | null>;
  /** Asks the browser where it is, which asks the user. */
  locate(): Promise<Located>;
  /** Whether a room came with the page, so that its link opens it for everybody. */
  isBundled(id: SpaceId): boolean;
  /** Saves these rooms, under the names of our own tables, with their points. */
  saveSpaces(ids: readonly SpaceId[], format: SpaceFormat): Promise<void>;
}
