import type { Exonyms, PlaceTable } from "#domain/place/place.ts";
import { fromBytePlanes } from "./byte-planes.ts";
import { PLACES_COUNTRY_BYTES, PLACES_HEADER_BYTES, PLACES_MAGIC, UNITS_PER_DEGREE } from "./places-format.ts";

/**
 * Reads the file of populated places that the build prepared. The most populous stand first; at equal population the
 * one with the lower GeoNames id.
 * @throws where the bytes are not such a file: then the build is broken
 */
export function readBundledPlaces(buffer: ArrayBuffer): PlaceTable {
  const bytes = new Uint8Array(buffer);
  const view = new DataView(buffer);
  if (bytes.length < PLACES_HEADER_BYTES || ascii(bytes.subarray(0, 8)) !== PLACES_MAGIC) {
    throw new Error("this is not a file of places");
  }
  const countryCount = view.getUint32(8, true);
  const count = view.getUint32(12, true);
  const nameBytes = view.getUint32(16, true);
  const exonymBytes = view.getUint32(20, true);
  let at = PLACES_HEADER_BYTES + countryCount * PLACES_COUNTRY_BYTES;
  if (bytes.length !== at + count * 16 + nameBytes + exonymBytes) throw new Error("the file of places is cut off");
  const takeColumn = () => fromBytePlanes(bytes.subarray(at, (at += count * 4)));
  const fileId = takeColumn();
  const fileLon = takeColumn();
  const fileLat = takeColumn();
  const filePopulation = takeColumn();
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const names = decoder.decode(bytes.subarray(at, (at += nameBytes)));
  const fileName = count === 0 ? [] : names.split("\n");
  const exonyms = JSON.parse(decoder.decode(bytes.subarray(at))) as Readonly<Record<string, Exonyms>>;
  if (fileName.length !== count) throw new Error("the file of places has a name too many or too few");

  const fileCountry = new Array<string>(count);
  let index = 0;
  for (let position = 0; position < countryCount; position++) {
    const entry = PLACES_HEADER_BYTES + position * PLACES_COUNTRY_BYTES;
    const code = ascii(bytes.subarray(entry, entry + 2));
    const end = index + view.getUint32(entry + 2, true);
    for (let previous = 0; index < end; index++) {
      fileCountry[index] = code;
      previous = fileId[index] = previous + fileId[index]!;
    }
  }

  const order = orderByPopulation(filePopulation, fileId);
  return {
    count,
    id: Uint32Array.from(order, (from) => fileId[from]!),
    lon: Float64Array.from(order, (from) => (fileLon[from]! - 180 * UNITS_PER_DEGREE) / UNITS_PER_DEGREE),
    lat: Float64Array.from(order, (from) => (fileLat[from]! - 90 * UNITS_PER_DEGREE) / UNITS_PER_DEGREE),
    population: Uint32Array.from(order, (from) => filePopulation[from]!),
    name: Array.from(order, (from) => fileName[from]!),
    country: Array.from(order, (from) => fileCountry[from]!),
    exonyms: new Map(Object.entries(exonyms).map(([id, names]) => [Number(id), names])),
  };
}

/** Positions in the file, the most populous first, then by id. */
function orderByPopulation(population: Uint32Array, id: Uint32Array): Uint32Array {
  return Uint32Array.from(population.keys()).sort((a, b) => population[b]! - population[a]! || id[a]! - id[b]!);
}

function ascii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
