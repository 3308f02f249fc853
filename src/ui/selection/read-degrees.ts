import { RADIUS_RANGE } from "#domain/selection/drawn-area.ts";

export type DegreesField = "lon" | "lat" | "radius";

const RANGES = {
  lon: [-180, 180],
  lat: [-90, 90],
  radius: [RADIUS_RANGE.least / 1000, RADIUS_RANGE.most / 1000],
} as const;

/** Degrees, or kilometres of a radius, as people type them: comma or point, any minus. `null` for anything else or out of range. */
export function readDegrees(text: string, field: DegreesField): number | null {
  const match = /^([+−-]?)(\d{1,3}(?:[.,]\d{1,12})?)\s*°?$/.exec(text.trim());
  if (match === null) return null;
  const [, sign, digits = ""] = match;
  const value = Number(digits.replace(",", ".")) * (sign === "-" || sign === "−" ? -1 : 1) + 0;
  const [least, most] = RANGES[field];
  return value >= least && value <= most ? value : null;
}
