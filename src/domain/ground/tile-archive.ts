/** What a PMTiles file holds. */
export interface ArchiveFacts {
  readonly kind: "vector" | "raster";
  readonly minZoom: number;
  readonly maxZoom: number;
  /** [west, south, east, north], degrees. */
  readonly bounds: readonly [number, number, number, number];
  /** Names of the layers of vector tiles; none where the file does not tell. */
  readonly layers: readonly string[];
  /** As the file states it, possibly with markup; `null` where it states none. */
  readonly attribution: string | null;
}
