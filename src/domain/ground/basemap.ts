import { isCount, isEither, isFiniteNumber, isFlag, isOneOf, isRecordOf, isText, type Shape } from "../shape.ts";

/** How OpenFreeMap's map is drawn: `plain` is light or dark as the page is. */
export const OPENFREEMAP_LOOKS = ["plain", "liberty", "bright"] as const;
export type OpenFreeMapLook = (typeof OPENFREEMAP_LOOKS)[number];

/** Pixels of the side of a tile, in the order of the list. */
export const TILE_SIZES = [256, 512] as const;
/** Closest zoom of tiles that may be stated. */
export const MOST_TILE_ZOOM = 22;

/** A basemap in place of the built-in one, by where it comes from. */
export type Basemap =
  | { readonly kind: "openfreemap"; readonly look: OpenFreeMapLook }
  /** A style as maplibre-gl reads it. */
  | { readonly kind: "style"; readonly address: string }
  | {
      readonly kind: "raster";
      /** With placeholders for the numbers of a tile. */
      readonly template: string;
      /** The line that the tiles' licence asks for; plain text. */
      readonly attribution: string;
      /** One of {@link TILE_SIZES}. */
      readonly tileSize: number;
      readonly maxZoom: number;
    }
  | { readonly kind: "pmtiles"; readonly address: string };

/** How any of them is shown. */
export interface GroundLook {
  /** How far it steps back behind what the page draws on it, from 0 to {@link MOST_MUTED}. */
  readonly muted: number;
  /** Whether the names of places and the borders of the built-in map stand on it. */
  readonly ownNames: boolean;
}

export const MOST_MUTED = 0.8;

export const isGroundLook: Shape<GroundLook> = isRecordOf<GroundLook>({
  muted: (value): value is number => isFiniteNumber(value) && value >= 0 && value <= MOST_MUTED,
  ownNames: isFlag,
});

type Of<K extends Basemap["kind"]> = Extract<Basemap, { readonly kind: K }>;

export const isBasemap: Shape<Basemap> = isEither<Basemap, Basemap>(
  isEither<Basemap, Basemap>(
    isRecordOf<Of<"openfreemap">>({ kind: isOneOf(["openfreemap"]), look: isOneOf(OPENFREEMAP_LOOKS) }),
    isRecordOf<Of<"style">>({ kind: isOneOf(["style"]), address: isText }),
  ),
  isEither<Basemap, Basemap>(
    isRecordOf<Of<"raster">>({
      kind: isOneOf(["raster"]),
      template: isText,
      attribution: isText,
      tileSize: (value): value is number => (TILE_SIZES as readonly unknown[]).includes(value),
      maxZoom: (value): value is number => isCount(value) && value <= MOST_TILE_ZOOM,
    }),
    isRecordOf<Of<"pmtiles">>({ kind: isOneOf(["pmtiles"]), address: isText }),
  ),
);
