import type { LayerSpecification, SourceSpecification } from "maplibre-gl";
import { isObject } from "#domain/shape.ts";
import { findAskFault } from "#state/asked-address.ts";
import { LABEL_FONT, LABEL_FONT_MEDIUM } from "../layers/fonts.ts";
import { GROUND_PREFIX } from "../layers/source-ids.ts";
import { groundAddress, archiveAddress, type Sprite } from "./ground.ts";
import { safeAttribution } from "./safe-attribution.ts";

type Members = Readonly<Record<string, unknown>>;

/** A source of a style, as far as it is used. */
export interface StyleSource {
  readonly id: string;
  readonly type: "vector" | "raster" | "raster-dem" | "geojson" | "image";
  readonly members: Members;
  /** Where its tiles are described; a PMTiles file stands behind `pmtiles://`. */
  readonly described: { readonly kind: "tilejson" | "pmtiles"; readonly address: string } | null;
  /** What it asks for besides, with placeholders. */
  readonly asks: readonly string[];
}

/** A style that was read, and what of it cannot be used. */
export interface ForeignStyle {
  readonly sources: readonly StyleSource[];
  readonly sprites: readonly Sprite[];
  readonly layers: readonly Members[];
  /** In the words of the style and of its specification. */
  readonly leftOut: readonly string[];
}

const SOURCE_TYPES = ["vector", "raster", "raster-dem", "geojson", "image"] as const;
const PMTILES = "pmtiles://";

/** Where something stood whose addresses are read, and whether the page came by https. */
export interface Place {
  readonly address: string;
  readonly isSecure: boolean;
}

/**
 * Takes a style apart, all addresses made absolute; sources that no layer draws are passed over.
 * @returns `null` where it is none
 */
export function readStyle(style: unknown, place: Place): ForeignStyle | null {
  if (!isObject(style) || !Array.isArray(style["layers"]) || !isObject(style["sources"])) return null;
  const layers = style["layers"].filter(isObject);
  const drawn = new Set(layers.map(({ source }) => source));
  const sources: StyleSource[] = [];
  const leftOut: string[] = [];
  for (const [id, source] of Object.entries(style["sources"])) {
    if (!drawn.has(id)) continue;
    const read = isObject(source) ? readSource(id, source, place) : null;
    if (read === null) leftOut.push(`sources.${id}`);
    else sources.push(read);
  }
  const sprites = readSprites(style["sprite"], place);
  if (sprites === null) leftOut.push("sprite");
  return { sources, sprites: sprites ?? [], layers, leftOut };
}

function readSource(id: string, source: Members, place: Place): StyleSource | null {
  const type = SOURCE_TYPES.find((one) => one === source["type"]);
  if (type === undefined) return null;
  const { url, tiles, data } = source;
  const common = { id, type, members: source };
  if (type === "geojson") {
    if (typeof data !== "string") return { ...common, described: null, asks: [] };
    const address = resolve(data, place);
    return address === null ? null : { ...common, described: null, asks: [address] };
  }
  if (Array.isArray(tiles)) {
    const asks = tiles.flatMap((one) => (typeof one === "string" ? [resolve(one, place)] : []));
    return asks.includes(null) || asks.length === 0 ? null : { ...common, described: null, asks: asks as string[] };
  }
  if (typeof url !== "string") return null;
  const isArchive = url.startsWith(PMTILES);
  const address = resolve(isArchive ? url.slice(PMTILES.length) : url, place);
  if (address === null) return null;
  if (type === "image") return { ...common, described: null, asks: [address] };
  return { ...common, described: { kind: isArchive ? "pmtiles" : "tilejson", address }, asks: [] };
}

/** `null` where one of them cannot be asked for. */
function readSprites(sprite: unknown, place: Place): readonly Sprite[] | null {
  const stated: readonly unknown[] = typeof sprite === "string" ? [{ id: "default", url: sprite }] : asList(sprite);
  const sprites: Sprite[] = [];
  for (const one of stated) {
    if (!isObject(one) || typeof one["id"] !== "string" || typeof one["url"] !== "string") return null;
    const address = resolve(one["url"], place);
    if (address === null) return null;
    sprites.push({ id: one["id"], address });
  }
  return sprites;
}

function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The address on the web that an address means there; `null` for what cannot be asked. Placeholders stay. */
function resolve(address: string, { address: base, isSecure }: Place): string | null {
  if (!URL.canParse(address, base)) return null;
  const { href } = new URL(address, base);
  return findAskFault(href, isSecure) === null ? href.replaceAll("%7B", "{").replaceAll("%7D", "}") : null;
}

/** What a description of tiles says, its addresses made absolute; `null` where it is none. */
export function readTileJson(
  json: unknown,
  place: Place,
): { readonly members: Members; readonly asks: readonly string[] } | null {
  if (!isObject(json)) return null;
  const asks = asList(json["tiles"]).flatMap((one) => (typeof one === "string" ? [resolve(one, place)] : []));
  return asks.includes(null) || asks.length === 0 ? null : { members: json, asks: asks as string[] };
}

const TILE_MEMBERS = ["minzoom", "maxzoom", "bounds", "scheme", "tileSize", "encoding"] as const;
const OF_TYPE: Readonly<Record<StyleSource["type"], readonly string[]>> = {
  vector: ["minzoom", "maxzoom", "bounds", "scheme", "encoding"],
  raster: ["minzoom", "maxzoom", "bounds", "scheme", "tileSize"],
  "raster-dem": [
    "minzoom",
    "maxzoom",
    "bounds",
    "tileSize",
    "encoding",
    "redFactor",
    "greenFactor",
    "blueFactor",
    "baseShift",
  ],
  geojson: [
    "data",
    "maxzoom",
    "buffer",
    "filter",
    "tolerance",
    "cluster",
    "clusterRadius",
    "clusterMaxZoom",
    "clusterMinPoints",
    "clusterProperties",
    "lineMetrics",
    "generateId",
  ],
  image: ["coordinates"],
};

/** What the description of a source has told: of tiles at addresses, or in a file that was opened. */
export type Described =
  | { readonly members: Members; readonly asks: readonly string[] }
  | { readonly members: Members; readonly archive: number };

/**
 * A source as the map draws it.
 * @param described of what it refers to; `null` where it tells all by itself
 * @param usualAttribution where none is stated
 */
export function drawnSource(
  { type, members, asks }: StyleSource,
  described: Described | null,
  usualAttribution: string | null = null,
): SourceSpecification {
  const told = { ...pick(described?.members ?? {}, TILE_MEMBERS), ...members };
  const attribution = told["attribution"] ?? described?.members["attribution"] ?? usualAttribution;
  const addresses =
    described === null
      ? asks.map(groundAddress)
      : "archive" in described
        ? [archiveAddress(described.archive)]
        : described.asks.map(groundAddress);
  const source = {
    type,
    ...pick(told, OF_TYPE[type]),
    ...(type === "geojson"
      ? addresses.length > 0 && { data: addresses[0] }
      : type === "image"
        ? { url: addresses[0] }
        : { tiles: addresses }),
    ...(typeof attribution === "string" && type !== "image" && { attribution: safeAttribution(attribution) }),
  };
  return source as SourceSpecification;
}

function pick(members: Members, names: readonly string[]): Members {
  return Object.fromEntries(names.flatMap((name) => (members[name] === undefined ? [] : [[name, members[name]]])));
}

/**
 * Layers as the map draws them: under names of their own, and labels in the page's own face, so that no letters are asked
 * for.
 */
export function drawnLayers(layers: readonly Members[]): readonly LayerSpecification[] {
  return layers.map((layer) => {
    const { source, layout, type } = layer;
    const isLabel = type === "symbol" && isObject(layout) && layout["text-field"] !== undefined;
    return {
      ...pick(layer, ["type", "source-layer", "minzoom", "maxzoom", "filter", "paint"]),
      id: `${GROUND_PREFIX}${String(layer["id"])}`,
      ...(typeof source === "string" && { source: `${GROUND_PREFIX}${source}` }),
      ...(isObject(layout) && {
        layout: isLabel ? { ...layout, "text-font": faceFor(layout["text-font"]) } : layout,
      }),
    } as unknown as LayerSpecification;
  });
}

function faceFor(stated: unknown): string[] {
  return /bold|medium|heavy|black/i.test(JSON.stringify(stated ?? "")) ? LABEL_FONT_MEDIUM : LABEL_FONT;
}
