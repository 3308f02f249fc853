/** Where a symbol is drawn instead of on its point, in units of its image: [right, down]. */
export type FanOffset = readonly [right: number, down: number];

/** How sites that share a point are drawn side by side. */
export interface Fan {
  /** One a given record, in the order given. */
  readonly offsets: readonly FanOffset[];
  /** Points from which symbols were moved away and where nothing else is drawn, [lon, lat], in the order of their first record. */
  readonly hubs: readonly (readonly [number, number])[];
}

/** Least distance between the middles of two symbols of a fan, and between a symbol and an occupied point. */
const SYMBOL_SPACING = 27;
const ON_THE_POINT: FanOffset = [0, 0];

/**
 * Puts records that stand on the very same point on a circle around it, wide enough that no two symbols overlap,
 * beginning at the top and going clockwise. A record alone stays on its point, unless other things are drawn there.
 * @param indices records, as positions in the columns; each has a point
 * @param isOccupied whether something else is drawn on a point
 */
export function computeFan(
  lon: Float64Array,
  lat: Float64Array,
  indices: Uint32Array | readonly number[],
  isOccupied: (key: string) => boolean,
): Fan {
  const groups = new Map<string, number[]>();
  for (const [position, index] of indices.entries()) {
    const key = pointKey(lon[index]!, lat[index]!);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [position]);
    else group.push(position);
  }
  const offsets = Array.from<FanOffset>({ length: indices.length }).fill(ON_THE_POINT);
  const hubs: [number, number][] = [];
  for (const [key, group] of groups) {
    const occupied = isOccupied(key);
    if (group.length === 1 && !occupied) continue;
    const first = indices[group[0]!]!;
    if (!occupied) hubs.push([lon[first]!, lat[first]!]);
    const radius = fanRadius(group.length, occupied);
    for (const [place, position] of group.entries()) {
      const angle = (2 * Math.PI * place) / group.length;
      offsets[position] = [round(radius * Math.sin(angle)), round(-radius * Math.cos(angle))];
    }
  }
  return { offsets, hubs };
}

/** Points with equal keys are one point on the map: equal to the sixth decimal, 0.1 m. */
export function pointKey(lon: number, lat: number): string {
  return `${lon.toFixed(6)} ${lat.toFixed(6)}`;
}

function fanRadius(size: number, occupied: boolean): number {
  const fromCenter = occupied ? SYMBOL_SPACING : SYMBOL_SPACING / 2;
  return size < 2 ? fromCenter : Math.max(fromCenter, SYMBOL_SPACING / (2 * Math.sin(Math.PI / size)));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
