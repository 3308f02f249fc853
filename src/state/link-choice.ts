import type { AreaId } from "#domain/area/area.ts";
import { rangeText } from "#domain/range.ts";
import {
  boxArea,
  circleArea,
  findDrawnFault,
  polygonArea,
  RADIUS_RANGE,
  type DrawnArea,
  type Position,
} from "#domain/selection/drawn-area.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { View } from "./view-store.ts";

/** A view with the value taken in; `expected` says what was asked for where the value, or the part `found`, was not readable. */
export type Read =
  | { readonly view: View; readonly expected?: string; readonly found?: string }
  | { readonly expected: string; readonly found?: string };
export type Reader = (value: string, view: View) => Read;

type ListKey = "added" | "removed" | "shortlist";

/** A plain decimal number; anything else is `NaN`. */
export function parseNumber(text: string): number {
  return /^-?\d{1,9}(\.\d{1,12})?$/.test(text) ? Number(text) + 0 : NaN;
}

/** The members of the link for areas, picks and shortlist, in which a member that is not set has no part. */
export function choiceParts({ drawn, within, added, removed, shortlist, onlyShortlist }: View): [string, string][] {
  const parts: [string, string][] = [];
  if (drawn !== null) parts.push([drawn.kind, numbersOf(drawn).join(",")]);
  if (within !== null) parts.push(["within", within]);
  for (const [key, ids] of Object.entries({ added, removed, shortlist })) {
    if (ids.length > 0) parts.push([key, ids.map(escapePart).join(",")]);
  }
  if (onlyShortlist) parts.push(["only", "shortlist"]);
  return parts;
}

/**
 * Box: west, south, east, north. Circle: longitude and latitude of the centre, radius in metres. Polygon: longitude and
 * latitude of one corner after the other. Degrees with up to 5 decimals.
 */
function numbersOf(drawn: DrawnArea): readonly number[] {
  switch (drawn.kind) {
    case "polygon":
      return drawn.ring.flat();
    case "box":
      return drawn.bounds;
    case "circle":
      return [drawn.center.lon, drawn.center.lat, drawn.radiusMeters];
  }
}

export const CHOICE_READERS: readonly (readonly [string, Reader])[] = [
  [
    "box",
    drawnReader("west,south,east,north", ([west = NaN, south = NaN, east = NaN, north = NaN, ...rest]) =>
      rest.length > 0 ? null : boxArea([west, south, east, north]),
    ),
  ],
  [
    "circle",
    drawnReader(`lon,lat,${rangeText(RADIUS_RANGE)} m`, ([lon = NaN, lat = NaN, radius = NaN, ...rest]) =>
      rest.length > 0 ? null : circleArea({ lon, lat }, radius),
    ),
  ],
  [
    "polygon",
    drawnReader("lon,lat,lon,lat,lon,lat,… (3, ∞)", (numbers) =>
      numbers.length % 2 === 1 ? null : polygonArea(pairs(numbers)),
    ),
  ],
  ["within", (value, view) => (value === "" ? { expected: "id" } : { view: { ...view, within: value as AreaId } })],
  ["added", listReader("added", "removed")],
  ["removed", listReader("removed", "added")],
  ["shortlist", listReader("shortlist", null)],
  [
    "only",
    (value, view) => (value === "shortlist" ? { view: { ...view, onlyShortlist: true } } : { expected: "shortlist" }),
  ],
];

function drawnReader(expected: string, make: (numbers: readonly number[]) => DrawnArea | null): Reader {
  return (value, view) => {
    if (view.drawn !== null) return { expected: "box | circle | polygon" };
    const drawn = make(value.split(",").map(parseNumber));
    return drawn === null || findDrawnFault(drawn) !== null ? { expected } : { view: { ...view, drawn } };
  };
}

function pairs(numbers: readonly number[]): readonly Position[] {
  return Array.from({ length: numbers.length / 2 }, (_, at): Position => [
    numbers[2 * at] ?? NaN,
    numbers[2 * at + 1] ?? NaN,
  ]);
}

/** Identifiers that cannot be, or that stand in the other list already, are left out and named. */
function listReader(key: ListKey, other: ListKey | null): Reader {
  return (value, view) => {
    const taken = new Set(other === null ? [] : view[other]);
    const parts = value.split(",");
    const siteId = (part: string) => unescapePart(part) as SiteId;
    const unusable = parts.filter((part) => part === "" || taken.has(siteId(part)));
    const ids = parts.filter((part) => !unusable.includes(part)).map(siteId);
    const read = { view: { ...view, [key]: [...new Set(ids)] } };
    return unusable.length === 0 ? read : { ...read, found: unusable.join(","), expected: "id,id,…" };
  };
}

/** Commas part texts of a list, so those inside one are escaped. */
export function escapePart(text: string): string {
  return text.replace(/%/g, "%25").replace(/,/g, "%2C");
}

export function unescapePart(text: string): string {
  return text.replace(/%2C/g, ",").replace(/%25/g, "%");
}
