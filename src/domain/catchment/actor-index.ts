import { SECTOR_COUNT } from "../actor/actor.ts";
import { cartesianGeodesicMeters } from "../geo/geodesic.ts";
import { quickChordSquared } from "../geo/quick-chord.ts";
import { createCellFinder, possibleChord, RUN, sureChord, type CellFinder } from "../geo/cells-around.ts";
import { createPointGrid, type PointGrid } from "../geo/point-grid.ts";
import type { Point, PointColumns } from "../geo/points.ts";
import { writeCartesian } from "../geo/short-geodesic.ts";

/** Actors as counting needs them: m points and the position of each one's sector in `SECTORS`. */
export interface LocatedActors extends PointColumns {
  readonly sector: Uint8Array;
}

/** Actors of one sector whose positions are equally uncertain. */
export interface ActorLayer {
  readonly sector: number;
  readonly uncertaintyMeters: number;
}

/** Earth-centred coordinates in the order of the cells, of those actors that were measured so far. */
interface ActorPlaces {
  /** (3m) */
  readonly cartesian: Float64Array;
  /** (m) 1 for an actor whose coordinates are there. */
  readonly isPlaced: Uint8Array;
}

/** Actors in cells, each layer apart, with the coordinates that measuring needs; made once for a table. */
export interface IndexedActors extends LocatedActors {
  readonly grid: PointGrid;
  /** The layers of the grid's cells: of each uncertainty, one a sector. */
  readonly layers: readonly ActorLayer[];
  readonly finder: CellFinder;
  /** Coordinates kept for measuring many distances; `null` until {@link keepPlaces}. */
  places: ActorPlaces | null;
}

/** How uncertain the positions of m actors are. */
export interface ActorUncertainty {
  /** (m) a code for each actor. */
  readonly code: Uint8Array;
  /** What each code stands for, metres. */
  readonly metersByCode: readonly number[];
}

/** @param uncertainty of positions; none where left out */
export function indexActors({ lon, lat, sector }: LocatedActors, uncertainty?: ActorUncertainty): IndexedActors {
  const { levels, layer } = sortedApart(sector, uncertainty);
  const layers = levels.flatMap((uncertaintyMeters) =>
    Array.from({ length: SECTOR_COUNT }, (_, code) => ({ sector: code, uncertaintyMeters })),
  );
  const grid = createPointGrid({ lon, lat }, layer, layers.length);
  return {
    lon,
    lat,
    sector,
    grid,
    layers,
    finder: createCellFinder(grid.cells),
    places: null,
  };
}

/** The uncertainties that occur, ascending, and (m) the layer of each actor. */
function sortedApart(sector: Uint8Array, uncertainty: ActorUncertainty | undefined) {
  if (uncertainty === undefined) return { levels: [0], layer: sector };
  const { code, metersByCode } = uncertainty;
  const isUsed = new Uint8Array(metersByCode.length);
  for (let index = 0; index < code.length; index++) isUsed[code[index]!] = 1;
  const levels = [...new Set(metersByCode.filter((_, each) => isUsed[each] === 1))].sort((a, b) => a - b);
  const firstLayer = Uint8Array.from(metersByCode, (meters) => Math.max(0, levels.indexOf(meters)) * SECTOR_COUNT);
  const layer = new Uint8Array(sector.length);
  for (let index = 0; index < layer.length; index++) layer[index] = firstLayer[code[index]!]! + sector[index]!;
  return { levels: levels.length === 0 ? [0] : levels, layer };
}

/** A point around which actors are measured. */
export interface Origin {
  readonly cartesian: Float64Array;
  /** Distances from the Earth's axis and from the equator's plane, metres. */
  readonly rho: number;
  readonly z: number;
}

export function originAt({ lon, lat }: Point): Origin {
  const cartesian = new Float64Array(3);
  writeCartesian(lon, lat, cartesian, 0);
  return { cartesian, rho: Math.hypot(cartesian[0]!, cartesian[1]!), z: cartesian[2]! };
}

/** Makes room for the coordinates of actors: worth it where most are measured from many points. */
export function keepPlaces(actors: IndexedActors): void {
  const size = actors.sector.length;
  actors.places ??= { cartesian: new Float64Array(size * 3), isPlaced: new Uint8Array(size) };
}

const single = new Float64Array(3);

/** The distance to the actor at a position in the order of the cells; `Infinity` beyond the limit. */
export function measure(actors: IndexedActors, { cartesian }: Origin, position: number, limit: number): number {
  const { places } = actors;
  const { lonLat } = actors.grid.cells;
  if (places === null) {
    writeCartesian(lonLat[position * 2]!, lonLat[position * 2 + 1]!, single, 0);
    return cartesianGeodesicMeters(cartesian, 0, single, 0, limit);
  }
  if (places.isPlaced[position] === 0) {
    writeCartesian(lonLat[position * 2]!, lonLat[position * 2 + 1]!, places.cartesian, position * 3);
    places.isPlaced[position] = 1;
  }
  return cartesianGeodesicMeters(cartesian, 0, places.cartesian, position, limit);
}

/**
 * Counts the actors of some layers within a reach of a point. Cells that are surely within are counted without a visit;
 * an actor at their edge by its chord, and only where that leaves it open by the geodesic.
 * @param reach metres, inclusive
 * @param firstLayer the first of the layers that are counted
 * @param counts one number a layer from there, overwritten
 */
export function countLayers(
  actors: IndexedActors,
  point: Point,
  reach: number,
  firstLayer: number,
  counts: Float64Array,
): void {
  counts.fill(0);
  if (!(reach >= 0)) return;
  const { grid, finder } = actors;
  const { start, layerCount, lonLat } = grid.cells;
  const runs = finder.around(point, reach, reach);
  const origin = originAt(point);
  const { rho, z } = origin;
  const { lon } = point;
  const sure = squared(sureChord(reach));
  const possible = squared(possibleChord(reach));
  for (let run = 0; run < runs.length; run += RUN) {
    const end = runs[run + 3]!;
    const sureFrom = runs[run + 1]!;
    const sureTo = runs[run + 2]!;
    for (let cell = runs[run]!; cell < end; cell++) {
      const first = cell * layerCount + firstLayer;
      const isSure = cell >= sureFrom && cell < sureTo;
      for (let layer = 0; layer < counts.length; layer++) {
        const to = start[first + layer + 1]!;
        let position = start[first + layer]!;
        if (position === to) continue;
        if (isSure) {
          counts[layer]! += to - position;
          continue;
        }
        let count = 0;
        for (; position < to; position++) {
          const chord = quickChordSquared(lonLat[position * 2]!, lonLat[position * 2 + 1]!, lon, rho, z);
          if (chord <= sure || (!(chord > possible) && measure(actors, origin, position, reach) <= reach)) count++;
        }
        counts[layer]! += count;
      }
    }
  }
}

/**
 * Calls back for each actor of one sector in the ring: its index and its distance to the millimetre.
 * @param from metres, exclusive; -1 for all
 * @param to metres, inclusive
 */
export function visitBetween(
  actors: IndexedActors,
  point: Point,
  sector: number,
  from: number,
  to: number,
  visit: (actor: number, distanceMeters: number) => void,
): void {
  const { grid, finder } = actors;
  const { start, order, layerCount, lonLat } = grid.cells;
  const runs = finder.around(point, from, to);
  const origin = originAt(point);
  const { rho, z } = origin;
  const { lon } = point;
  const tooNear = squared(sureChord(from));
  const tooFar = squared(possibleChord(to));
  for (let run = 0; run < runs.length; run += RUN) {
    for (let cell = runs[run]!; cell < runs[run + 3]!; cell++) {
      if (cell >= runs[run + 1]! && cell < runs[run + 2]!) continue;
      for (let layer = sector; layer < layerCount; layer += SECTOR_COUNT) {
        const end = start[cell * layerCount + layer + 1]!;
        for (let position = start[cell * layerCount + layer]!; position < end; position++) {
          const chord = quickChordSquared(lonLat[position * 2]!, lonLat[position * 2 + 1]!, lon, rho, z);
          if (chord > tooFar || chord <= tooNear) continue;
          const distance = measure(actors, origin, position, to);
          if (distance > from && distance <= to) visit(order[position]!, distance);
        }
      }
    }
  }
}

/** Writes the indices of the actors of one sector within the reach, in no order; returns how many there are. */
export function gatherMembers(
  actors: IndexedActors,
  point: Point,
  sector: number,
  reach: number,
  into: Uint32Array,
): number {
  const { grid, finder } = actors;
  const { start, order, layerCount, lonLat } = grid.cells;
  const runs = finder.around(point, reach, reach);
  const origin = originAt(point);
  const { rho, z } = origin;
  const { lon } = point;
  const sure = squared(sureChord(reach));
  const possible = squared(possibleChord(reach));
  let count = 0;
  for (let run = 0; run < runs.length; run += RUN) {
    for (let cell = runs[run]!; cell < runs[run + 3]!; cell++) {
      const isSure = cell >= runs[run + 1]! && cell < runs[run + 2]!;
      for (let layer = sector; layer < layerCount; layer += SECTOR_COUNT) {
        const end = start[cell * layerCount + layer + 1]!;
        for (let position = start[cell * layerCount + layer]!; position < end; position++) {
          if (!isSure) {
            const chord = quickChordSquared(lonLat[position * 2]!, lonLat[position * 2 + 1]!, lon, rho, z);
            if (chord > possible) continue;
            if (!(chord <= sure) && measure(actors, origin, position, reach) > reach) continue;
          }
          into[count++] = order[position]!;
        }
      }
    }
  }
  return count;
}

/** Keeps the sign, so that a negative chord lets nothing in. */
export function squared(chord: number): number {
  return chord < 0 ? -1 : chord * chord;
}
