import type { Point } from "#domain/geo/points.ts";

export type Axis = "lat" | "lon";

const MOST: Readonly<Record<Axis, number>> = { lat: 90, lon: 180 };
const HEMISPHERES: Readonly<Record<string, { readonly axis: Axis; readonly sign: 1 | -1 }>> = {
  N: { axis: "lat", sign: 1 },
  S: { axis: "lat", sign: -1 },
  E: { axis: "lon", sign: 1 },
  W: { axis: "lon", sign: -1 },
};

interface Angle {
  readonly degrees: number;
  /** As its letter says; `null` without one. */
  readonly axis: Axis | null;
}

/** Reads one coordinate as people write it: "47.5", "47,5", "47.5° N", "47°30′15.2″". `null` where it is none, or out of range. */
export function parseCoordinate(text: string, axis: Axis): number | null {
  const angle = parseAngle(text);
  if (angle === null || (angle.axis !== null && angle.axis !== axis)) return null;
  return Math.abs(angle.degrees) <= MOST[axis] ? angle.degrees : null;
}

/** Reads two coordinates in one text, latitude first unless letters say otherwise: "47.5, 19.04". `null` where it is no such pair. */
export function parsePosition(text: string): Point | null {
  if (parseAngle(text) !== null) return null;
  for (const { 0: separator, index } of text.matchAll(/[;,/\s]+/g)) {
    const left = parseAngle(text.slice(0, index));
    const right = parseAngle(text.slice(index + separator.length));
    if (left === null || right === null) continue;
    const turned = left.axis === "lon" || right.axis === "lat";
    const [lat, lon] = turned ? [right, left] : [left, right];
    if (lat.axis === "lon" || lon.axis === "lat") return null;
    const inRange = Math.abs(lat.degrees) <= MOST.lat && Math.abs(lon.degrees) <= MOST.lon;
    return inRange ? { lat: lat.degrees, lon: lon.degrees } : null;
  }
  return null;
}

const ANGLE =
  /^([NSEW])?\s*([-+−–]?)(\d{1,3}(?:[.,]\d+)?)\s*(?:°\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*['′’]\s*(?:(\d{1,2}(?:[.,]\d+)?)\s*(?:["″”]|'')\s*)?)?)?([NSEW])?$/i;

function parseAngle(text: string): Angle | null {
  const match = ANGLE.exec(text.trim());
  if (match === null) return null;
  const [, before, sign, degrees = "", minutes, seconds, after] = match;
  if (before !== undefined && after !== undefined) return null;
  const hemisphere = HEMISPHERES[(before ?? after ?? "").toUpperCase()];
  if (hemisphere !== undefined && sign !== "") return null;
  const [whole, minute, second] = [number(degrees), number(minutes ?? "0"), number(seconds ?? "0")];
  if (minute >= 60 || second >= 60 || (minutes !== undefined && !Number.isInteger(whole))) return null;
  const size = whole + minute / 60 + second / 3600;
  const negative = sign === "-" || sign === "−" || sign === "–" || hemisphere?.sign === -1;
  return { degrees: (negative ? -size : size) + 0, axis: hemisphere?.axis ?? null };
}

function number(text: string): number {
  return Number(text.replace(",", "."));
}
