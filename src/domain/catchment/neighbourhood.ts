import { SECTOR_COUNT } from "../actor/actor.ts";
import { possibleChord, RUN, sureChord } from "../geo/cells-around.ts";
import type { Point } from "../geo/points.ts";
import { quickChordSquared } from "../geo/quick-chord.ts";
import { measure, originAt, squared, type IndexedActors } from "./actor-index.ts";

/**
 * The actors close around one point, by the squares of their chords, so that many short reaches around it are answered
 * without the cells.
 */
export interface Neighbourhood {
  /** Whether all actors within the reach are here. */
  holds(point: Point, reach: number): boolean;
  /** How many actors are here, of all layers. */
  readonly size: number;
  readonly reach: number;
  /** Takes all actors within the reach in place of those that were here. */
  gather(point: Point, reach: number): void;
  /** As `countLayers`, of all layers. */
  count(reach: number, counts: Float64Array): void;
  /** As `visitBetween`. */
  visit(sector: number, from: number, to: number, visit: (actor: number, distanceMeters: number) => void): void;
}

export function createNeighbourhood(actors: IndexedActors): Neighbourhood {
  const { grid, finder } = actors;
  const { start, order, layerCount, lonLat } = grid.cells;
  let chord = new Float64Array(1024);
  let position = new Uint32Array(1024);
  let layerOf = new Uint8Array(1024);
  let size = 0;
  let origin = originAt({ lon: NaN, lat: NaN });
  let lon = NaN;
  let lat = NaN;
  let farthest = -1;

  const grow = () => {
    const more = [new Float64Array(size * 2), new Uint32Array(size * 2), new Uint8Array(size * 2)] as const;
    more[0].set(chord);
    more[1].set(position);
    more[2].set(layerOf);
    [chord, position, layerOf] = more;
  };
  return {
    holds: (point, reach) => point.lon === lon && point.lat === lat && reach <= farthest,
    get size() {
      return size;
    },
    get reach() {
      return farthest;
    },
    gather(point, reach) {
      lon = point.lon;
      lat = point.lat;
      farthest = reach;
      origin = originAt(point);
      const { rho, z } = origin;
      const possible = squared(possibleChord(reach));
      const runs = finder.around(point, -1, reach);
      size = 0;
      for (let run = 0; run < runs.length; run += RUN) {
        for (let cell = runs[run]!; cell < runs[run + 3]!; cell++) {
          for (let layer = 0; layer < layerCount; layer++) {
            const end = start[cell * layerCount + layer + 1]!;
            for (let each = start[cell * layerCount + layer]!; each < end; each++) {
              const square = quickChordSquared(lonLat[each * 2]!, lonLat[each * 2 + 1]!, lon, rho, z);
              if (square > possible) continue;
              if (size === chord.length) grow();
              chord[size] = square;
              layerOf[size] = layer;
              position[size++] = each;
            }
          }
        }
      }
    },
    count(reach, counts) {
      const sure = squared(sureChord(reach));
      const possible = squared(possibleChord(reach));
      counts.fill(0);
      for (let each = 0; each < size; each++) {
        const square = chord[each]!;
        if (square > possible) continue;
        if (!(square <= sure) && measure(actors, origin, position[each]!, reach) > reach) continue;
        counts[layerOf[each]!]! += 1;
      }
    },
    visit(sector, from, to, visit) {
      const tooNear = squared(sureChord(from));
      const tooFar = squared(possibleChord(to));
      for (let each = 0; each < size; each++) {
        const square = chord[each]!;
        if (square > tooFar || square <= tooNear || layerOf[each]! % SECTOR_COUNT !== sector) continue;
        const distance = measure(actors, origin, position[each]!, to);
        if (distance > from && distance <= to) visit(order[position[each]!]!, distance);
      }
    },
  };
}
