import { WGS84 } from "#domain/ingest/mapping.ts";
import type { CrsCandidate } from "#domain/ingest/report.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { CRS_DEFINITIONS, type CrsDefinition } from "./crs-definitions.ts";
import { isGeographic, toWgs84 } from "./crs.ts";

/** A system that coordinates may be in; `swapped` where their columns stand in each other's place. */
export interface CrsGuess extends CrsCandidate {
  readonly swapped: boolean;
}

/** Coordinates by column, and the headers that may name their system. */
export interface CrsSample {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly headers: readonly string[];
}

/** Where sites are looked for when a system spans more: west, south, east, north, degrees. */
const EUROPE = [-11, 34, 35, 72] as const;
/** Points on the edge of a country lie outside the registry's rectangle by rounding, degrees. */
const AREA_MARGIN_DEGREES = 0.1;
/** Of a column that is in a system so many samples lie in its area; the others are mistakes of the table. */
const LEAST_SHARE = 0.9;
const LEAST_SHARE_IN_EUROPE = 0.8;

/** Words of headers, folded, without blanks and punctuation, and the systems that they speak of. */
const HEADER_WORDS: readonly (readonly [RegExp, readonly number[]])[] = [
  [/eov/, [23700]],
  [/d96/, [3794]],
  [/d48/, [3912]],
  [/htrs/, [3765]],
  [/laea/, [3035]],
  [/lcceurope|etrslcc/, [3034]],
  [/^(m28|gkm28)/, [31257]],
  [/^(m31|gkm31)/, [31258]],
  [/^(m34|gkm34|bmn)/, [31259]],
  [/lambert/, [31287]],
  [/krovak|jtsk/, [5514]],
  [/lv95|ch1903plus/, [2056]],
  [/lv03|ch1903/, [21781]],
  [/puwg|pl1992|cs92/, [2180]],
  [/montemario|gaussboaga|gboaga|roma40/, [3003, 3004]],
  [/rdn2008/, [6707, 6708, 6709]],
  [/(hochwert|rechtswert|gausskruger|gauss|^gk|gk$|^rw$|^hw$)/, [31466, 31467, 31468, 31469, 3912, 8677, 8678]],
  [/webmerc|mercator/, [3857]],
  [/utm.*31|(zone|zona)31/, [25831]],
  [/utm.*32|(zone|zona)32/, [25832, 4647]],
  [/utm.*33|(zone|zona)33/, [25833, 5650]],
  [/utm.*34|(zone|zona)34/, [25834]],
  [/utm.*35|(zone|zona)35/, [25835]],
  [/utm/, [25831, 25832, 25833, 25834, 25835, 4647, 5650]],
];

/** Systems whose values another one of the list gives as well, within a metre. */
const COVERED_BY: Readonly<Record<string, string>> = {
  "EPSG:32631": "EPSG:25831",
  "EPSG:32632": "EPSG:25832",
  "EPSG:32633": "EPSG:25833",
  "EPSG:32634": "EPSG:25834",
  "EPSG:32635": "EPSG:25835",
  "EPSG:6707": "EPSG:25832",
  "EPSG:6708": "EPSG:25833",
  "EPSG:6709": "EPSG:25834",
};

/**
 * The systems that coordinates may be in: those that a header names, if their samples lie in its area, else all in whose area
 * inside Europe the samples lie. What is mostly degrees is WGS 84. Several, or none: the coordinates do not
 * tell; columns in their place stand before swapped ones, then systems of a small area before those of a large one.
 */
export function guessCrs({ xs, ys, headers }: CrsSample): CrsGuess[] {
  const pairs = xs.flatMap((x, index) => {
    const y = ys[index] ?? NaN;
    return Number.isFinite(x) && Number.isFinite(y) ? [[x, y] as const] : [];
  });
  if (pairs.length === 0) return [];
  if (pairs.filter(([x, y]) => isDegrees(x, y)).length > pairs.length / 2) {
    return [{ code: WGS84, name: "WGS 84", from: "range", swapped: looksSwapped(xs, ys) }];
  }
  const named = codesOfHeaders(headers);
  const fitting = CRS_DEFINITIONS.flatMap((system) => {
    if (isGeographic(system.code)) return [];
    const fit = fitOf(system, pairs);
    return fit === null ? [] : [{ system, swapped: fit === "swapped" }];
  });
  const codes = new Set(fitting.map(({ system }) => system.code));
  const byHeader = fitting.filter(({ system }) => named.has(system.code));
  const [chosen, from] = byHeader.length > 0 ? [byHeader, "header" as const] : [fitting, "range" as const];
  return chosen
    .filter(({ system }) => !codes.has(COVERED_BY[system.code] ?? "") || named.has(system.code))
    .sort((a, b) => Number(a.swapped) - Number(b.swapped) || extentOf(a.system) - extentOf(b.system))
    .map(({ system, swapped }) => ({ code: system.code, name: system.name, from, swapped }));
}

function isDegrees(x: number, y: number): boolean {
  return Math.abs(x) <= 180 && Math.abs(y) <= 180 && (Math.abs(x) <= 90 || Math.abs(y) <= 90);
}

function codesOfHeaders(headers: readonly string[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const header of headers) {
    const folded = foldText(header).replace(/[^a-z0-9]/g, "");
    for (const { code } of CRS_DEFINITIONS) {
      const digits = code.slice("EPSG:".length);
      if (new RegExp(`(^|\\D)${digits}(\\D|$)`).test(folded)) codes.add(code);
    }
    const words = HEADER_WORDS.find(([pattern]) => pattern.test(folded));
    for (const code of words?.[1] ?? []) codes.add(`EPSG:${String(code)}`);
  }
  return codes;
}

/** How the samples lie in the area of a system: as they stand, the other way round, or not at all. */
function fitOf(system: CrsDefinition, pairs: readonly (readonly [number, number])[]): "plain" | "swapped" | null {
  const transform = toWgs84(system.code);
  if (transform === null) return null;
  const west = Math.max(system.area[0] - AREA_MARGIN_DEGREES, EUROPE[0]);
  const south = Math.max(system.area[1] - AREA_MARGIN_DEGREES, EUROPE[1]);
  const east = Math.min(system.area[2] + AREA_MARGIN_DEGREES, EUROPE[2]);
  const north = Math.min(system.area[3] + AREA_MARGIN_DEGREES, EUROPE[3]);
  const share = (swapped: boolean): number =>
    pairs.filter(([x, y]) => {
      const point = swapped ? transform(y, x) : transform(x, y);
      return point !== null && point[0] >= west && point[0] <= east && point[1] >= south && point[1] <= north;
    }).length / pairs.length;
  if (share(false) >= LEAST_SHARE) return "plain";
  return share(true) >= LEAST_SHARE ? "swapped" : null;
}

/** Of the area, square degrees: what is made for one country is likelier than what spans many. */
function extentOf({ area: [west, south, east, north] }: CrsDefinition): number {
  return (east - west) * (north - south);
}

/**
 * Whether longitudes and latitudes, degrees, stand in each other's place: nearly all points lie in Europe only when read the
 * other way round.
 */
export function looksSwapped(lons: readonly number[], lats: readonly number[]): boolean {
  let count = 0;
  let asTheyStand = 0;
  let swapped = 0;
  for (const [index, lon] of lons.entries()) {
    const lat = lats[index] ?? NaN;
    if (!Number.isFinite(lon) || !Number.isFinite(lat)) continue;
    count++;
    if (isInEurope(lon, lat)) asTheyStand++;
    if (isInEurope(lat, lon)) swapped++;
  }
  if (count === 0) return false;
  return swapped / count >= LEAST_SHARE_IN_EUROPE && asTheyStand / count < 1 - LEAST_SHARE_IN_EUROPE;
}

function isInEurope(lon: number, lat: number): boolean {
  const [west, south, east, north] = EUROPE;
  return lon >= west && lon <= east && lat >= south && lat <= north;
}
