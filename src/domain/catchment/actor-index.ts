import { SECTOR_COUNT } from "../actor/actor.ts";
import { cartesianGeodesicMeters, toCartesian } from "../geo/geodesic.ts";
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

/** Actors in cells, each layer apart, with the coordinates that measuring needs; made once for a table. */
export interface IndexedActors extends LocatedActors {
  readonly grid: PointGrid;
  /** The layers of the grid's cells. */
  readonly layers: readonly ActorLayer[];
  readonly finder: CellFinder;
  /** (3m) earth-centred coordinates, in the order of the cells, of those actors that were looked at so far. */
  readonly cartesian: Float64Array;
  /** (m) 1 for an actor whose coordinates are there, in the order of the cells. */
  readonly isPlaced: Uint8Array;
}

/** @param uncertainty (m) metres, of few different values; 0 where left out */
export function indexActors({ lon, lat, sector }: LocatedActors, uncertainty?: Float64Array): IndexedActors {
  const levels = uncertainty === undefined ? [0] : [...new Set(uncertainty)].sort((a, b) => a - b);
  const levelOf = new Map(levels.map((level, index) => [level, index]));
  const layer =
    uncertainty === undefined || levels.length < 2
      ? sector
      : sector.map((code, index) => levelOf.get(uncertainty[index]!)! * SECTOR_COUNT + code);
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
    cartesian: new Float64Array(sector.length * 3),
    isPlaced: new Uint8Array(sector.length),
  };
}

/** Earth-centred coordinates of the actor at a position in the order of the cells. */
function place(actors: IndexedActors, position: number): void {
  const index = actors.grid.cells.order[position]!;
  writeCartesian(actors.lon[index]!, actors.lat[index]!, actors.cartesian, position * 3);
  actors.isPlaced[position] = 1;
}

/**
 * Counts the actors of each layer within a reach of a point. Cells that are surely within are counted without a visit;
 * an actor at their edge by its chord, and only where that leaves it open by the geodesic.
 * @param reach metres, inclusive
 * @param counts one number a layer, overwritten
 */
export function countLayers(actors: IndexedActors, point: Point, reach: number, counts: Float64Array): void {
  counts.fill(0);
  if (!(reach >= 0)) return;
  const { grid, cartesian, isPlaced, finder } = actors;
  const { start, columns, rows } = grid.cells;
  const stride = columns * rows + 1;
  const runs = finder.around(point, reach, reach);
  const origin = toCartesian({ lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) });
  const x = origin[0]!;
  const y = origin[1]!;
  const z = origin[2]!;
  const sure = squared(sureChord(reach));
  const possible = squared(possibleChord(reach));
  for (let layer = 0; layer < counts.length; layer++) {
    const base = layer * stride;
    if (start[base] === start[base + stride - 1]) continue;
    let count = 0;
    for (let run = 0; run < runs.length; run += RUN) {
      const end = start[base + runs[run + 3]!]!;
      let position = start[base + runs[run]!]!;
      if (position === end) continue;
      const sureFrom = start[base + runs[run + 1]!]!;
      const sureTo = start[base + runs[run + 2]!]!;
      count += sureTo - sureFrom;
      for (; position < end; position++) {
        if (position === sureFrom) {
          position = sureTo;
          if (position >= end) break;
        }
        if (isPlaced[position] === 0) place(actors, position);
        const dx = cartesian[position * 3]! - x;
        const dy = cartesian[position * 3 + 1]! - y;
        const dz = cartesian[position * 3 + 2]! - z;
        const chord = dx * dx + dy * dy + dz * dz;
        if (chord <= sure) count++;
        else if (chord <= possible && cartesianGeodesicMeters(origin, 0, cartesian, position, reach) <= reach) count++;
      }
    }
    counts[layer] = count;
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
  const { grid, cartesian, isPlaced, finder, layers } = actors;
  const { start, order, columns, rows } = grid.cells;
  const stride = columns * rows + 1;
  const runs = finder.around(point, from, to);
  const origin = toCartesian({ lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) });
  for (let layer = 0; layer < layers.length; layer++) {
    if (layers[layer]!.sector !== sector) continue;
    const base = layer * stride;
    for (let run = 0; run < runs.length; run += RUN) {
      const end = start[base + runs[run + 3]!]!;
      const skipFrom = start[base + runs[run + 1]!]!;
      const skipTo = start[base + runs[run + 2]!]!;
      for (let position = start[base + runs[run]!]!; position < end; position++) {
        if (position === skipFrom && skipTo > skipFrom) {
          position = skipTo - 1;
          continue;
        }
        if (isPlaced[position] === 0) place(actors, position);
        const distance = cartesianGeodesicMeters(origin, 0, cartesian, position, to);
        if (distance > from && distance <= to) visit(order[position]!, distance);
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
  const { grid, cartesian, isPlaced, finder, layers } = actors;
  const { start, order, columns, rows } = grid.cells;
  const stride = columns * rows + 1;
  const runs = finder.around(point, reach, reach);
  const origin = toCartesian({ lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) });
  let count = 0;
  for (let layer = 0; layer < layers.length; layer++) {
    if (layers[layer]!.sector !== sector) continue;
    const base = layer * stride;
    for (let run = 0; run < runs.length; run += RUN) {
      const end = start[base + runs[run + 3]!]!;
      const sureFrom = start[base + runs[run + 1]!]!;
      const sureTo = start[base + runs[run + 2]!]!;
      for (let position = start[base + runs[run]!]!; position < end; position++) {
        const isSure = position >= sureFrom && position < sureTo;
        if (!isSure) {
          if (isPlaced[position] === 0) place(actors, position);
          if (cartesianGeodesicMeters(origin, 0, cartesian, position, reach) > reach) continue;
        }
        into[count++] = order[position]!;
      }
    }
  }
  return count;
}

/** Keeps the sign, so that a negative chord lets nothing in. */
function squared(chord: number): number {
  return chord < 0 ? -1 : chord * chord;
}
