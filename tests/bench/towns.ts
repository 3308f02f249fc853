import { readFileSync } from "node:fs";
import path from "node:path";
import { readBundledPlaces } from "#data/bundled/read-places.ts";
import type { CountedActors } from "#domain/catchment/surroundings.ts";
import { PRECISIONS, type PointColumns } from "#domain/geo/points.ts";
import { createRandom } from "./random.ts";

const PLACES = path.resolve(import.meta.dirname, "../../public/generated/places.bin");
/** Spread of a town of one inhabitant, and its growth with the square root of people: 1 km at 5,000, 14 km at a million. */
const SPREAD_METERS = 14;
const METERS_PER_DEGREE = 111_195;
/** Shares of the precisions, in the order of `PRECISIONS`: most have an address, some only a settlement. */
const PRECISION_UP_TO = [0.2, 0.8, 0.8, 0.9, 1];

export interface TownScene {
  readonly sites: PointColumns;
  readonly actors: CountedActors;
}

/**
 * Sites and actors around the towns of GeoNames, in proportion to their people; the same for the same numbers.
 */
export function createTownScene(siteCount: number, actorCount: number, seed = 5): TownScene {
  const bytes = readFileSync(PLACES);
  const { lon, lat, population, count } = readBundledPlaces(
    bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength),
  );
  const upTo = new Float64Array(count);
  let people = 0;
  for (let town = 0; town < count; town++) upTo[town] = people += population[town] ?? 0;
  const random = createRandom(seed);
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const townOf = (person: number) => {
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((upTo[middle] ?? 0) <= person) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const points = (size: number) => {
    const columns = { lon: new Float64Array(size), lat: new Float64Array(size) };
    for (let index = 0; index < size; index++) {
      const town = townOf(random() * people);
      const spread = (SPREAD_METERS * Math.sqrt(population[town] ?? 0)) / METERS_PER_DEGREE;
      const latitude = lat[town] ?? 0;
      columns.lon[index] = (lon[town] ?? 0) + (gaussian() * spread) / Math.cos((latitude * Math.PI) / 180);
      columns.lat[index] = latitude + gaussian() * spread;
    }
    return columns;
  };
  const sites = points(siteCount);
  return {
    sites,
    actors: {
      ...points(actorCount),
      count: actorCount,
      country: { kind: "coded" as const, values: [null], code: new Uint32Array(actorCount) },
      sector: Uint8Array.from({ length: actorCount }, () => Math.floor(random() * 3)),
      category: Uint8Array.from({ length: actorCount }, () => Math.floor(random() * 6)),
      precision: Uint8Array.from({ length: actorCount }, () => {
        const drawn = random();
        return PRECISION_UP_TO.findIndex((share) => drawn < share) % PRECISIONS.length;
      }),
    },
  };
}
