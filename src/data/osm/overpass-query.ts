import type { AskedArea } from "#domain/workspace/table.ts";

/** A key of OpenStreetMap with the values that are asked for. */
export interface AskedKey {
  readonly key: string;
  /** `null`: every value. */
  readonly values: readonly string[] | null;
  /** Another key that the object must have, too, with whatever value; absent for none. */
  readonly beside?: string;
}

/** Overpass measures to the nearest point of an object, we to its middle: so a little more is asked for. */
const MARGIN_METERS = 500;
const MARGIN_DEGREES = 0.01;
/** It measures on a sphere, which makes ways shorter or longer by up to 0.6 %. */
const SPHERE_FACTOR = 1.006;
/** The memory that a question may take on the server; one that asks for less is let in sooner. */
const MOST_BYTES = 256 * 1024 * 1024;

/**
 * Overpass QL for everything with one of these keys in one of the areas, ways and relations with their middle. A value
 * counts, too, where it is one of several (`books;stationery`).
 */
export function overpassQuery(areas: readonly AskedArea[], keys: readonly AskedKey[], timeoutSeconds: number): string {
  const statements = areas.flatMap((area) => {
    const place = placeFilter(area);
    return keys.map((key) => `nwr${keyFilter(key)}${place};`);
  });
  const settings = `[out:json][timeout:${String(timeoutSeconds)}][maxsize:${String(MOST_BYTES)}];`;
  return `${settings}\n(\n${statements.join("\n")}\n);\nout tags center qt;`;
}

function placeFilter(area: AskedArea): string {
  if (area.kind === "disc") {
    const { center, radiusMeters } = area;
    return `(around:${String(Math.ceil(radiusMeters * SPHERE_FACTOR + MARGIN_METERS))},${degrees(center.lat)},${degrees(center.lon)})`;
  }
  const { south, west, north, east } = area;
  const sides = [south - MARGIN_DEGREES, west - MARGIN_DEGREES, north + MARGIN_DEGREES, east + MARGIN_DEGREES];
  return `(${sides.map(degrees).join(",")})`;
}

/** To the seventh decimal, 1 cm, as OpenStreetMap keeps it; never with an exponent. */
function degrees(value: number): string {
  return value.toFixed(7).replace(/\.?0+$/, "");
}

function keyFilter({ key, values, beside }: AskedKey): string {
  const also = beside === undefined ? "" : `[${quoted(beside)}]`;
  if (values === null) return `[${quoted(key)}]${also}`;
  return `[${quoted(key)}~${quoted(`(^|;) *(${values.map(escaped).join("|")}) *(;|$)`)}]${also}`;
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}

/** A value as a regular expression (POSIX, extended) that matches just it. */
function escaped(value: string): string {
  return value.replace(/[.[\](){}*+?^$|\\]/g, "\\$&");
}
