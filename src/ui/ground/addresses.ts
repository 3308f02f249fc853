import type { Basemap, OpenFreeMapLook } from "#domain/ground/basemap.ts";
import { findAskFault, type AskFault } from "#state/asked-address.ts";
import { hostOf } from "../live/host-words.ts";

/** What keeps an address from being asked; `placeholder` is one that stands for nothing of a tile. */
export type AddressFault =
  { readonly code: "empty" | "no-numbers" | AskFault } | { readonly code: "placeholder"; readonly placeholder: string };

const OPENFREEMAP = "https://tiles.openfreemap.org/styles/";

/** Where the style of a look stands. */
export function openFreeMapStyle(look: OpenFreeMapLook, isDark: boolean): string {
  return `${OPENFREEMAP}${look === "plain" ? (isDark ? "dark" : "positron") : look}`;
}

/** Tiles of one map at several addresses, in the words of maplibre-gl. */
export interface TileAddresses {
  readonly tiles: readonly string[];
  /** Whether rows are counted from the south. */
  readonly scheme: "xyz" | "tms";
}

/** Other programs' names of the numbers of a tile. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\{-y\}/g, "{y}"],
  [/\{TileMatrix\}/gi, "{z}"],
  [/\{TileRow\}/gi, "{y}"],
  [/\{TileCol\}/gi, "{x}"],
  [/\{r\}/g, "{ratio}"],
];
const SUBDOMAINS = ["a", "b", "c"];
const KNOWN = new Set(["z", "x", "y", "ratio", "quadkey", "bbox-epsg-3857"]);

/** Addresses as templates of tiles state them, `{s}` for each of three servers and `{-y}` for rows from the south among them. */
export function tileAddresses(template: string): TileAddresses {
  const scheme = template.includes("{-y}") ? "tms" : "xyz";
  const named = NAMES.reduce((text, [name, ours]) => text.replace(name, ours), template.trim());
  const tiles = named.includes("{s}") ? SUBDOMAINS.map((name) => named.replaceAll("{s}", name)) : [named];
  return { tiles, scheme };
}

/** All addresses that a basemap is first asked for at. */
export function firstAddresses(basemap: Basemap): readonly string[] {
  switch (basemap.kind) {
    case "openfreemap":
      return [openFreeMapStyle(basemap.look, false)];
    case "raster":
      return tileAddresses(basemap.template).tiles;
    case "style":
    case "pmtiles":
      return [basemap.address.trim()];
  }
}

/** The hosts of some addresses, each once. */
export function hostsOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map(hostOf))];
}

/**
 * What is wrong with the address of a basemap; `null` where it can be asked.
 * @param isSecure whether the page came by https, so that browsers refuse it what does not
 */
export function findAddressFault(basemap: Basemap, isSecure: boolean): AddressFault | null {
  if (basemap.kind === "openfreemap") return null;
  const written = basemap.kind === "raster" ? basemap.template : basemap.address;
  if (written.trim() === "") return { code: "empty" };
  const addresses = firstAddresses(basemap);
  const [fault] = addresses.flatMap((address) => findAskFault(address, isSecure) ?? []);
  if (fault !== undefined && (fault !== "host" || basemap.kind !== "raster")) return { code: fault };
  if (basemap.kind !== "raster") return null;
  const placeholders = [...(addresses[0] ?? "").matchAll(/\{([^}]*)\}/g)].map(([, name = ""]) => name);
  const unknown = placeholders.find((name) => !KNOWN.has(name));
  if (unknown !== undefined) return { code: "placeholder", placeholder: `{${unknown}}` };
  if (fault !== undefined) return { code: fault };
  const tells = (...names: readonly string[]) => names.every((name) => placeholders.includes(name));
  return tells("z", "x", "y") || tells("quadkey") || tells("bbox-epsg-3857") ? null : { code: "no-numbers" };
}
