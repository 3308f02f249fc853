import type { Point } from "#domain/geo/points.ts";
import type { DecimalMark } from "#domain/ingest/mapping.ts";
import { tokeniseAngles, type AngleToken } from "./angle-tokens.ts";
import { parseLocalNumber, parsePlainNumber } from "./numbers.ts";

type Axis = "lon" | "lat";

/** Degrees, negative to the south and the west; `axis` where a hemisphere names it. */
interface Angle {
  readonly value: number;
  readonly axis: Axis | null;
}

interface Hemisphere {
  readonly axis: Axis;
  readonly sign: 1 | -1;
}

const NORTH: Hemisphere = { axis: "lat", sign: 1 };
const SOUTH: Hemisphere = { axis: "lat", sign: -1 };
const EAST: Hemisphere = { axis: "lon", sign: 1 };
const WEST: Hemisphere = { axis: "lon", sign: -1 };

const HEMISPHERES: Readonly<Record<string, Hemisphere>> = {
  n: NORTH,
  s: SOUTH,
  e: EAST,
  w: WEST,
  o: EAST,
  ö: EAST,
  é: NORTH,
  d: SOUTH,
  k: EAST,
  ny: WEST,
  j: SOUTH,
  v: EAST,
  i: EAST,
  z: WEST,
  north: NORTH,
  south: SOUTH,
  east: EAST,
  west: WEST,
  nord: NORTH,
  süd: SOUTH,
  ost: EAST,
  sud: SOUTH,
  est: EAST,
  ovest: WEST,
  észak: NORTH,
  dél: SOUTH,
  kelet: EAST,
  nyugat: WEST,
  sever: NORTH,
  jug: SOUTH,
  vzhod: EAST,
  zahod: WEST,
  istok: EAST,
  zapad: WEST,
  lat: NORTH,
  latitude: NORTH,
  latitudine: NORTH,
  lon: EAST,
  lng: EAST,
  long: EAST,
  longitude: EAST,
  longitudine: EAST,
};
const LONGEST_POSITION = 200;
/** Letters of Slovenian and Croatian beside which S is north (sever). */
const SLAVIC_LETTERS = new Set(["j", "v", "i", "z"]);

/**
 * Degrees of one angle, decimal or in minutes and seconds, with or without marks, hemisphere before or after it; `NaN` for
 * anything else. As angles have no thousands, either decimal mark is read whatever `mark` says; only three digits after it
 * and a value past 360 leave it to `mark`. S is south unless a Slovenian or Croatian letter stands in the same cell (J, V, Z,
 * I); O is east, as in German: Italy has no place in the west (ovest) of Greenwich.
 */
export function parseAngle(text: string, mark: DecimalMark): number {
  const decimal = parseDecimal(text);
  if (!Number.isNaN(decimal)) return Math.abs(decimal) <= 360 ? decimal : parseLocalNumber(text, mark);
  const tokens = tokeniseAngles(text.trim());
  if (tokens === null || tokens.some(({ kind }) => kind === "separator")) return NaN;
  return readAngle(tokens, false)?.value ?? NaN;
}

/** A number next to 0 as programs write it, "1e-7"; a capital E would be east. */
const TINY = /^[+-]?\d(\.\d+)?e-\d{1,3}$/;

function parseDecimal(text: string): number {
  const value = parsePlainNumber(text, ".");
  if (!Number.isNaN(value)) return value;
  return TINY.test(text) ? Number(text) : parsePlainNumber(text, ",");
}

/**
 * Both coordinates of one cell: a pair of angles in any notation, well-known text, a geo: URI or a GeoJSON Point; `null` for
 * anything else. Hemispheres tell which is which; else the latitude stands first in a pair, the longitude in well-known text
 * and GeoJSON. Projected coordinates come out as easting (`lon`) and northing (`lat`), taken for northing first in a pair.
 */
export function parsePosition(text: string, mark: DecimalMark): Point | null {
  const trimmed = text.trim();
  if (trimmed.length > LONGEST_POSITION) return null;
  const first = trimmed.charAt(0);
  if (first === "{") return parseGeojsonPoint(trimmed);
  if (first === "P" || first === "p" || /^srid/i.test(trimmed)) return parseWellKnownText(trimmed);
  if (/^geo:/i.test(trimmed)) return parseGeoUri(trimmed);
  return parseDecimalPair(trimmed, mark) ?? parseAnglePair(trimmed);
}

/** What EWKT states as its reference system: "SRID=3857;POINT(…)" gives `EPSG:3857`. */
export function statedSrid(text: string): string | null {
  const code = /^\s*srid=(\d{3,6});/i.exec(text)?.[1];
  return code === undefined ? null : `EPSG:${code}`;
}

function pointOf(lon: number, lat: number): Point | null {
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon, lat } : null;
}

function parseWellKnownText(text: string): Point | null {
  const match = /^(?:srid=\d+;)?\s*point\s?(?:zm?|m)?\s?\(\s*(\S+)\s+(\S+?)(?:\s+\S+){0,2}?\s*\)$/i.exec(text);
  return match === null ? null : pointOf(parseNumeral(match[1]), parseNumeral(match[2]));
}

function parseGeoUri(text: string): Point | null {
  const [lat, lon, , more] = (/^geo:([^;?]*)/i.exec(text)?.[1] ?? "").split(",");
  return more === undefined ? pointOf(parseNumeral(lon), parseNumeral(lat)) : null;
}

/** A number as programs write it. */
function parseNumeral(text: string | undefined): number {
  return text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
}

function parseGeojsonPoint(text: string): Point | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null || !("type" in value) || value.type !== "Point") return null;
    const coordinates: unknown = "coordinates" in value ? value.coordinates : null;
    if (!Array.isArray(coordinates)) return null;
    const [lon, lat] = coordinates as readonly unknown[];
    return typeof lon === "number" && typeof lat === "number" ? pointOf(lon, lat) : null;
  } catch {
    return null;
  }
}

/** Two plain numbers; where commas both mark decimals and part the two, only one way of reading them may be left. */
function parseDecimalPair(text: string, mark: DecimalMark): Point | null {
  const bare = /^[([].*[)\]]$/.test(text) ? text.slice(1, -1).trim() : text;
  const halves = splitPair(bare, mark);
  if (halves === null) return null;
  const [lat, lon] = halves.map((half) => parseCoordinate(half.trim(), mark));
  return lat === undefined || lon === undefined ? null : pointOf(lon, lat);
}

function splitPair(text: string, mark: DecimalMark): readonly string[] | null {
  for (const separator of [/\s*[;|/]\s*|\t/, /,\s+/, /\s+/]) {
    const parts = text.split(separator);
    if (parts.length === 2) return parts;
  }
  const parts = text.split(",");
  if (parts.length === 4) return [parts.slice(0, 2).join(","), parts.slice(2).join(",")];
  return parts.length === 2 && (mark === "point" || text.includes(".")) ? parts : null;
}

function parseCoordinate(text: string, mark: DecimalMark): number {
  const value = parseDecimal(text.replace("\u2212", "-"));
  return Math.abs(value) <= 360 ? value : parseLocalNumber(text, mark);
}

/** Two angles of which at least one has minutes, a mark or a hemisphere; bare decimals are a decimal pair or nothing. */
function parseAnglePair(text: string): Point | null {
  const tokens = tokeniseAngles(text);
  if (tokens === null || tokens.filter(({ kind }) => kind !== "separator").length < 3) return null;
  const isSlavic = tokens.some((token) => token.kind === "letter" && SLAVIC_LETTERS.has(token.letter));
  for (const [first, second] of divisions(tokens)) {
    const [one, other] = [readAngle(first, isSlavic), readAngle(second, isSlavic)];
    if (one === null || other === null) continue;
    if (one.axis === other.axis && one.axis !== null) return null;
    const latFirst = one.axis === "lat" || other.axis === "lon" || (one.axis === null && other.axis === null);
    return latFirst ? { lon: other.value, lat: one.value } : { lon: one.value, lat: other.value };
  }
  return null;
}

/** Where two angles may meet: at the one separator, else before or after a hemisphere, at the second degrees, or half-way. */
function divisions(tokens: readonly AngleToken[]): (readonly [readonly AngleToken[], readonly AngleToken[]])[] {
  const separators = tokens.flatMap(({ kind }, index) => (kind === "separator" ? [index] : []));
  const [separator, ...more] = separators;
  if (more.length > 0) return [];
  if (separator !== undefined) return [[tokens.slice(0, separator), tokens.slice(separator + 1)]];
  const letters = tokens.flatMap(({ kind }, index) => (kind === "letter" ? [index] : []));
  const numbers = tokens.flatMap(({ kind }, index) => (kind === "number" ? [index] : []));
  const degrees = tokens.flatMap((token, index) => (token.kind === "unit" && token.unit === 0 ? [index] : []));
  const cuts: number[] = [];
  if (letters.length === 2) cuts.push(letters[0] === 0 ? letters[1]! : letters[0]! + 1);
  else if (letters.length === 0 && degrees.length === 2) cuts.push(degrees[1]! - 1);
  else if (letters.length === 0 && degrees.length === 0 && numbers.length % 2 === 0 && numbers.length > 0) {
    cuts.push(numbers[numbers.length / 2]!);
  }
  return cuts.map((cut) => [tokens.slice(0, cut), tokens.slice(cut)] as const);
}

/**
 * Degrees, then minutes, then seconds, the last with decimals, and a hemisphere at either end; `null` for anything else, two bare
 * numbers among it.
 */
function readAngle(tokens: readonly AngleToken[], isSlavic: boolean): Angle | null {
  const hemispheres = tokens.flatMap((token, index) => (token.kind === "letter" ? [{ token, index }] : []));
  const [named, ...more] = hemispheres;
  if (more.length > 0) return null;
  let hemisphere: Hemisphere | null = null;
  if (named !== undefined) {
    if (named.index !== 0 && named.index !== tokens.length - 1) return null;
    const { letter } = named.token;
    hemisphere = isSlavic && letter === "s" ? NORTH : (HEMISPHERES[letter] ?? null);
    if (hemisphere === null) return null;
  }
  const degrees = readDegrees(tokens.filter(({ kind }) => kind !== "letter"));
  if (degrees === null || (degrees.isNegative && hemisphere !== null)) return null;
  if (tokens.length === 2 && tokens.every(({ kind }) => kind === "number")) return null;
  const sign = hemisphere?.sign ?? (degrees.isNegative ? -1 : 1);
  return { value: sign * degrees.value, axis: hemisphere?.axis ?? null };
}

function readDegrees(tokens: readonly AngleToken[]): { readonly value: number; readonly isNegative: boolean } | null {
  let value = 0;
  let part = 0;
  let isNegative = false;
  let isOpen = true;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "unit") {
      const before = tokens[index - 1];
      if (before?.kind !== "number" || token.unit !== part - 1) return null;
    } else if (token.kind === "number") {
      if (part > 2 || !isOpen || (part > 0 && (token.isNegative || token.value >= 60))) return null;
      if (part === 0) isNegative = token.isNegative;
      value += token.value / 60 ** part;
      isOpen = token.isWhole;
      part++;
    } else return null;
  }
  return part === 0 ? null : { value, isNegative };
}
