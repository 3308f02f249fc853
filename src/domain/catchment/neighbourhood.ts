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
  const { grid, finder, layers } = actors;
  const { start, order, columns, lonLat } = grid.cells;
  let chord = new Float64Array(1024);
  let position = new Uint32Array(1024);
  /** (layers + 1) where the actors of a layer begin. */
  const first = new Uint32Array(layers.length + 1);
  let size = 0;
  let origin = originAt({ lon: NaN, lat: NaN });
  let [lon, lat, farthest] = [NaN, NaN, -1];

  const grow = () => {
    const [moreChord, morePosition] = [new Float64Array(size * 2), new Uint32Array(size * 2)];
    moreChord.set(chord);
    morePosition.set(position);
    [chord, position] = [moreChord, morePosition];
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
      [lon, lat, farthest] = [point.lon, point.lat, reach];
      origin = originAt(point);
      const { rho, z } = origin;
      const possible = squared(possibleChord(reach));
      const runs = finder.around(point, -1, reach);
      size = 0;
      for (let layer = 0; layer < layers.length; layer++) {
        const base = layer * columns;
        for (let run = 0; run < runs.length; run += RUN) {
          const end = start[base + runs[run + 3]!]!;
          for (let each = start[base + runs[run]!]!; each < end; each++) {
            const square = quickChordSquared(lonLat[each * 2]!, lonLat[each * 2 + 1]!, lon, rho, z);
            if (square > possible) continue;
            if (size === chord.length) grow();
            chord[size] = square;
            position[size++] = each;
          }
        }
        first[layer + 1] = size;
      }
    },
    count(reach, counts) {
      const sure = squared(sureChord(reach));
      const possible = squared(possibleChord(reach));
      for (let layer = 0; layer < layers.length; layer++) {
        let count = 0;
        const end = first[layer + 1]!;
        for (let each = first[layer]!; each < end; each++) {
          const square = chord[each]!;
          if (square <= sure) count++;
          else if (!(square > possible) && measure(actors, origin, position[each]!, reach) <= reach) count++;
        }
        counts[layer] = count;
      }
    },
    visit(sector, from, to, visit) {
      const tooNear = squared(sureChord(from));
      const tooFar = squared(possibleChord(to));
      for (let layer = 0; layer < layers.length; layer++) {
        if (layers[layer]!.sector !== sector) continue;
        for (let each = first[layer]!; each < first[layer + 1]!; each++) {
          const square = chord[each]!;
          if (square > tooFar || square <= tooNear) continue;
          const distance = measure(actors, origin, position[each]!, to);
          if (distance > from && distance <= to) visit(order[position[each]!]!, distance);
        }
      }
    },
  };
}
