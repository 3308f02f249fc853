/** Stands for a position that was not found; no longitude or latitude. */
const MISSING = 0x7fffffff;

/** The positions of the nodes that are needed, whose numbers are known beforehand. In 10⁻⁷ degrees. */
export class NodePositions {
  readonly #ids: Float64Array;
  readonly #lon: Int32Array;
  readonly #lat: Int32Array;
  /** Where the last number was found, as most files tell nodes in the order of their numbers. */
  #at = 0;

  /** @param ids numbers of nodes, in any order, repeated or not; sorted in place */
  constructor(ids: Float64Array) {
    this.#ids = withoutRepeats(ids.sort());
    this.#lon = new Int32Array(this.#ids.length).fill(MISSING);
    this.#lat = new Int32Array(this.#ids.length).fill(MISSING);
  }

  get size(): number {
    return this.#ids.length;
  }

  /** Keeps the position, if the node is needed. */
  offer(id: number, lon: number, lat: number): void {
    const ids = this.#ids;
    if (this.#at > 0 && ids[this.#at - 1]! >= id) this.#at = lowerBound(ids, id);
    while (this.#at < ids.length && ids[this.#at]! < id) this.#at += 1;
    if (ids[this.#at] !== id) return;
    this.#lon[this.#at] = lon;
    this.#lat[this.#at] = lat;
  }

  /** Adds the node's position to a box; not where it was not found. */
  extend(box: Box, id: number): void {
    const at = lowerBound(this.#ids, id);
    if (this.#ids[at] !== id || this.#lon[at] === MISSING) return;
    const lon = this.#lon[at]!;
    const lat = this.#lat[at]!;
    box.west = Math.min(box.west, lon);
    box.east = Math.max(box.east, lon);
    box.south = Math.min(box.south, lat);
    box.north = Math.max(box.north, lat);
  }
}

/** In 10⁻⁷ degrees; ±Infinity while nothing lies in it. */
export interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

export function emptyBox(): Box {
  return { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
}

/** The position of the first number that is not below; of sorted numbers. */
export function lowerBound(sorted: Float64Array, number: number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    if (sorted[middle]! < number) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** @param sorted overwritten */
export function withoutRepeats(sorted: Float64Array): Float64Array {
  let kept = 0;
  for (const number of sorted) if (kept === 0 || sorted[kept - 1] !== number) sorted[kept++] = number;
  return sorted.slice(0, kept);
}
