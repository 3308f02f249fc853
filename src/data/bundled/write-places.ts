import type { Place } from "#domain/place/place.ts";
import { toBytePlanes } from "./byte-planes.ts";
import { PLACES_COUNTRY_BYTES, PLACES_HEADER_BYTES, PLACES_MAGIC, UNITS_PER_DEGREE } from "./places-format.ts";

/**
 * Packs places into the bytes that `readBundledPlaces` reads. The order of the input changes nothing.
 * @throws where an id occurs twice, a country code is not two capitals or a name holds a line feed
 */
export function writeBundledPlaces(places: readonly Place[]): Uint8Array<ArrayBuffer> {
  const sorted = [...places].sort((a, b) => (a.country < b.country ? -1 : a.country > b.country ? 1 : a.id - b.id));
  const countries = countRuns(sorted.map((place) => place.country));
  const id = new Uint32Array(sorted.length);
  for (const [index, place] of sorted.entries()) {
    const before = sorted[index - 1];
    const follows = before !== undefined && before.country === place.country;
    if (follows && before.id === place.id) throw new Error(`place ${String(place.id)} occurs twice`);
    if (place.name.includes("\n")) throw new Error(`the name of place ${String(place.id)} has a line feed`);
    id[index] = follows ? place.id - before.id : place.id;
  }
  const lon = Uint32Array.from(sorted, (place) => Math.round((place.lon + 180) * UNITS_PER_DEGREE));
  const lat = Uint32Array.from(sorted, (place) => Math.round((place.lat + 90) * UNITS_PER_DEGREE));
  const population = Uint32Array.from(sorted, (place) => place.population);
  const names = new TextEncoder().encode(sorted.map((place) => place.name).join("\n"));
  const named = sorted.filter((place) => Object.keys(place.exonyms).length > 0);
  const exonyms = new TextEncoder().encode(
    JSON.stringify(Object.fromEntries(named.map((place) => [place.id, place.exonyms]))),
  );

  const header = new DataView(new ArrayBuffer(PLACES_HEADER_BYTES + countries.length * PLACES_COUNTRY_BYTES));
  const ascii = (at: number, text: string) => {
    for (let index = 0; index < text.length; index++) header.setUint8(at + index, text.charCodeAt(index));
  };
  ascii(0, PLACES_MAGIC);
  header.setUint32(8, countries.length, true);
  header.setUint32(12, sorted.length, true);
  header.setUint32(16, names.length, true);
  header.setUint32(20, exonyms.length, true);
  for (const [index, { value, count }] of countries.entries()) {
    if (!/^[A-Z]{2}$/.test(value)) throw new Error(`"${value}" is not a country code`);
    const at = PLACES_HEADER_BYTES + index * PLACES_COUNTRY_BYTES;
    ascii(at, value);
    header.setUint32(at + 2, count, true);
  }
  return concatenate([new Uint8Array(header.buffer), ...[id, lon, lat, population].map(toBytePlanes), names, exonyms]);
}

function countRuns(values: readonly string[]): { readonly value: string; readonly count: number }[] {
  const runs: { value: string; count: number }[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (last?.value === value) last.count++;
    else runs.push({ value, count: 1 });
  }
  return runs;
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
