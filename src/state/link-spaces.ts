import type { SpaceId } from "#domain/space/space.ts";
import { isDay } from "#domain/space/days.ts";
import {
  AROUND_COUNT_RANGE,
  AROUND_KINDS,
  AROUND_REACH_RANGE,
  DEFAULT_SPACES_VIEW,
  MOST_AROUND,
  NEAR_RANGE,
  SPACE_AREA_RANGE,
  SPACE_PRICE_RANGE,
  SPACE_SORTS,
  type AroundWish,
  type NearTo,
  type SpaceFilters,
  type SpacesView,
} from "#domain/space/space-filters.ts";
import { meters } from "#domain/units.ts";
import { escapePart, parseNumber, unescapePart, type Read, type Reader } from "./link-choice.ts";
import type { View } from "./view-store.ts";

interface Range {
  readonly least: number;
  readonly most: number;
}

/** Decimals of areas and prices that are kept. */
export const AMOUNT_DIGITS = 2;
/** Of a point that rooms are searched around: about a kilometre, so that a link tells no address. */
export const NEAR_DIGITS = 2;

/** The members of the link for the room of spaces, those that are as they open apart. */
export function spaceParts({ spaces: { filters, sort, open, shortlist } }: View): [string, string][] {
  const { kinds, countries, areaLeast, areaMost, priceMost, availableOn, near, within, around, statedOnly } = filters;
  const parts: [string, string][] = [];
  const add = (key: string, value: string) => {
    if (value !== "") parts.push([key, value]);
  };
  add("s-kind", kinds.map(escapePart).join(","));
  if (areaLeast !== null || areaMost !== null) add("s-area", `${textOf(areaLeast)}-${textOf(areaMost)}`);
  add("s-price", textOf(priceMost));
  add("s-date", availableOn ?? "");
  add("s-country", countries.join(","));
  if (near !== null) add("s-near", near.kind === "place" ? String(near.id) : `${String(near.lat)}/${String(near.lon)}`);
  add("s-within", textOf(within));
  add("s-around", around.map(({ bound, count, of, reach }) => [bound, count, of, reach].join("-")).join(","));
  if (statedOnly) add("s-stated", "only");
  if (sort !== DEFAULT_SPACES_VIEW.sort) add("s-sort", sort);
  if (open !== null) add("space", open);
  add("s-list", shortlist.map(escapePart).join(","));
  return parts;
}

function textOf(value: number | null): string {
  return value === null ? "" : String(value);
}

export const SPACE_READERS: readonly (readonly [string, Reader])[] = [
  ["s-kind", readParts("kind,kind,…", unescapePart, (kinds) => ({ kinds }))],
  ["s-area", readArea],
  ["s-price", readAmount(SPACE_PRICE_RANGE, "€", AMOUNT_DIGITS, (priceMost) => ({ priceMost }))],
  [
    "s-date",
    (value, view) => (isDay(value) ? filtered(view, { availableOn: value }) : { expected: "2027-01-31 (ISO 8601)" }),
  ],
  [
    "s-country",
    readParts(
      "ISO 3166-1 alpha-2",
      (part) => (/^[A-Z]{2}$/.test(part) ? part : null),
      (countries) => ({ countries }),
    ),
  ],
  ["s-near", readNear],
  ["s-within", readAmount(NEAR_RANGE, "m", 0, (within) => ({ within: meters(within) }))],
  ["s-around", readAround],
  ["s-stated", (value, view) => (value === "only" ? filtered(view, { statedOnly: true }) : { expected: "only" })],
  [
    "s-sort",
    (value, view) => {
      const sort = SPACE_SORTS.find((name) => name === value);
      return sort === undefined ? { expected: SPACE_SORTS.join(", ") } : changed(view, { sort });
    },
  ],
  ["space", (value, view) => (value === "" ? { expected: "id" } : changed(view, { open: value as SpaceId }))],
  [
    "s-list",
    (value, view) => {
      const parts = value.split(",");
      const shortlist = [...new Set(parts.filter((part) => part !== "").map(unescapePart))] as SpaceId[];
      const read = changed(view, { shortlist });
      return parts.includes("") ? { ...read, found: "", expected: "id,id,…" } : read;
    },
  ],
];

function changed(view: View, change: Partial<SpacesView>): { readonly view: View } {
  return { view: { ...view, spaces: { ...view.spaces, ...change } } };
}

function filtered(view: View, change: Partial<SpaceFilters>): { readonly view: View } {
  return changed(view, { filters: { ...view.spaces.filters, ...change } });
}

/** Parts that cannot be read are left out and named; the others ascend, each once. */
function readParts(
  expected: string,
  read: (part: string) => string | null,
  take: (parts: readonly string[]) => Partial<SpaceFilters>,
): Reader {
  return (value, view) => {
    const parts = value.split(",");
    const good = parts.flatMap((part) => (part === "" ? [] : (read(part) ?? [])));
    const taken = filtered(view, take([...new Set(good)].sort()));
    const bad = parts.filter((part) => part === "" || read(part) === null);
    return bad.length === 0 ? taken : { ...taken, found: bad.join(","), expected };
  };
}

function readAmount(
  range: Range,
  unit: string,
  digits: number,
  take: (value: number) => Partial<SpaceFilters>,
): Reader {
  return (text, view) => {
    const value = inRange(parseNumber(text), range, digits);
    return value === null
      ? { expected: `${String(range.least)}–${String(range.most)} ${unit}` }
      : filtered(view, take(value));
  };
}

function inRange(value: number, { least, most }: Range, digits: number): number | null {
  return value >= least && value <= most ? Number(value.toFixed(digits)) : null;
}

/** "20-200", "20-", "-200". */
function readArea(value: string, view: View): Read {
  const [, least = "", most = ""] = /^([\d.]*)-([\d.]*)$/.exec(value) ?? [];
  const amount = (text: string) =>
    text === "" ? null : (inRange(parseNumber(text), SPACE_AREA_RANGE, AMOUNT_DIGITS) ?? NaN);
  const areaLeast = amount(least);
  const areaMost = amount(most);
  const isReadable = !Number.isNaN(areaLeast) && !Number.isNaN(areaMost) && (areaLeast ?? areaMost) !== null;
  return isReadable ? filtered(view, { areaLeast, areaMost }) : { expected: "20-200, 20-, -200 (m²)" };
}

/** A GeoNames id, or latitude and longitude. */
function readNear(value: string, view: View): Read {
  if (/^[1-9]\d{0,9}$/.test(value)) return filtered(view, { near: { kind: "place", id: Number(value) } });
  const [lat = NaN, lon = NaN, ...rest] = value.split("/").map(parseNumber);
  const fits = Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && rest.length === 0;
  return fits ? filtered(view, { near: nearPoint(lon, lat) }) : { expected: "GeoNames id, lat/lon" };
}

/** A point to search around, as exact as a link tells it. */
export function nearPoint(lon: number, lat: number): NearTo {
  const rounded = (value: number) => Number(value.toFixed(NEAR_DIGITS)) + 0;
  return { kind: "point", lon: rounded(lon), lat: rounded(lat) };
}

const AROUND_PATTERN = /^(least|most)-(\d{1,4})-([a-z_]+)-(\d{1,6})$/;

/** "least-5-service-5000,most-2-music-10000": bound, actors, sector or category, metres. */
function readAround(value: string, view: View): Read {
  const bad: string[] = [];
  const around: AroundWish[] = [];
  for (const part of value.split(",")) {
    const [, bound, count, of, reach] = AROUND_PATTERN.exec(part) ?? [];
    const kind = AROUND_KINDS.find((each) => each === of);
    const counted = inRange(Number(count), AROUND_COUNT_RANGE, 0);
    const within = inRange(Number(reach), AROUND_REACH_RANGE, 0);
    if (kind === undefined || counted === null || within === null || around.length === MOST_AROUND) bad.push(part);
    else around.push({ bound: bound === "most" ? "most" : "least", count: counted, of: kind, reach: meters(within) });
  }
  const read = filtered(view, { around });
  return bad.length === 0 ? read : { ...read, found: bad.join(","), expected: "least|most-5-service-5000,…" };
}
