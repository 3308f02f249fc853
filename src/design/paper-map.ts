/** A name on a printed map. */
export interface PaperName {
  readonly name: string;
  /** Of its dot, millimetres from the upper left corner. */
  readonly x: number;
  readonly y: number;
  /** Where the words begin or end. */
  readonly textX: number;
  readonly anchor: "start" | "end";
}

/** A map for print, without pixels: SVG path data in millimetres from the upper left corner. */
export interface PaperMap {
  readonly width: number;
  readonly height: number;
  readonly land: string;
  readonly lakes: string;
  readonly rivers: string;
  readonly borders: string;
  readonly edge: string;
  readonly names: readonly PaperName[];
  /** A bar of so many round metres, at the middle of the map, and how long it is. */
  readonly scale: { readonly meters: number; readonly length: number };
  /** Where a point lies, millimetres; `null` outside the map. */
  readonly place: (lon: number, lat: number) => readonly [number, number] | null;
}
