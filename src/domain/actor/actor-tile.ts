import type { PointGrid } from "../geo/point-grid.ts";
import type { Point } from "../geo/points.ts";
import { worldShareX, worldShareY, type Tile } from "../geo/tile.ts";
import { SECTOR_COUNT, type ActorTable } from "./actor.ts";
import { finish, type Steps } from "../steps.ts";
import type { Meters } from "../units.ts";
import { passes, type ActorMask } from "./actor-filter.ts";

/** What is drawn for the actors of one cell. */
export interface ActorMark {
  /**
   * The point, or the mean of several, kept off the edges of their cell so that neighbours do not cover each other. Shares of
   * the tile's side from its north-western corner, in [0, 1).
   */
  readonly x: number;
  readonly y: number;
  /** By sector. */
  readonly counts: readonly number[];
  /** One of them; the one where it is alone. */
  readonly index: number;
  /** The square that holds exactly these actors. */
  readonly cell: Tile;
}

/** What drawing needs of actors. */
export type DrawnActors = Pick<ActorTable, "lon" | "lat" | "sector" | "category">;

/** The actors that are drawn by themselves, apart from the tiles: those in a disc, or some by their indices in the table. */
export type DrawnApart = Disc | Uint32Array;

/** Its actors are those within the reach, inclusive. */
interface Disc {
  readonly center: Point;
  readonly reach: Meters;
}

/** From this zoom on only actors of the very same point share a mark. */
export const DEEPEST_TILE_ZOOM = 16;
/** Side of a cell as a share of the tile's: 2^-4, which are 32 pixels of a tile of 512. */
const CELL_LEVELS = 4;
/** While the whole of a country is in view, cells are twice as wide. */
const WIDE_CELL_LEVELS = 3;
const WIDE_CELLS_BELOW_ZOOM = 6;
/** How far the mark of several stays off the edges of its cell, as a share of the cell. */
const CELL_MARGIN = 0.25;
/** A cell at this zoom is 0.15 m wide at the equator: a point. */
const POINT_ZOOM = 28;
const VISITS_A_STEP = 4096;
/** Added on each side of a tile's box, degrees, against the rounding of the projection. */
const PAD_DEGREES = 1e-7;

/**
 * The marks of a tile. Every actor with a point that passes is in exactly one mark of exactly one tile of a zoom: a cell owns
 * its western and northern edge. Longitude 180° stays at the eastern end; what lies beyond 85.05° of latitude, where the
 * projection ends, is drawn on the edge of the world.
 * @param grid over these actors
 * @param isApart whether an actor is left out, as it is drawn otherwise
 */
export function markTile(
  actors: DrawnActors,
  grid: Pick<PointGrid, "proposeInBounds">,
  tile: Tile,
  mask: ActorMask,
  isApart: (index: number) => boolean = () => false,
): readonly ActorMark[] {
  return finish(stepsToMarks(actors, grid, tile, mask, isApart));
}

/** As {@link markTile}, in steps. */
export function* stepsToMarks(
  actors: DrawnActors,
  grid: Pick<PointGrid, "proposeInBounds">,
  tile: Tile,
  mask: ActorMask,
  isApart: (index: number) => boolean = () => false,
): Steps<readonly ActorMark[]> {
  const cellZoom = cellZoomOf(tile.z);
  const marks = new Map<number, { x: number; y: number; total: number; counts: number[]; index: number }>();
  const cellsASide = 2 ** (cellZoom - tile.z);
  const side = 2 ** tile.z;
  yield* eachActorIn(actors, grid.proposeInBounds(boundsOf(tile)), tile, mask, (index, worldX, worldY) => {
    if (isApart(index)) return;
    const x = worldX * side - tile.x;
    const y = worldY * side - tile.y;
    const key = Math.floor(y * cellsASide) * cellsASide + Math.floor(x * cellsASide);
    let mark = marks.get(key);
    if (mark === undefined) {
      mark = { x: 0, y: 0, total: 0, counts: new Array<number>(SECTOR_COUNT).fill(0), index };
      marks.set(key, mark);
    }
    mark.x += x;
    mark.y += y;
    mark.total += 1;
    mark.counts[actors.sector[index]!]! += 1;
  });
  return Array.from(marks, ([key, { x, y, total, counts, index }]) => {
    const column = key % cellsASide;
    const row = Math.floor(key / cellsASide);
    return {
      x: total === 1 ? x : inward(x / total, column, cellsASide),
      y: total === 1 ? y : inward(y / total, row, cellsASide),
      counts,
      index,
      cell: { z: cellZoom, x: tile.x * cellsASide + column, y: tile.y * cellsASide + row },
    };
  });
}

/** The actors of a cell that pass, indices in table order. Looks through the whole table. */
export function actorsInCell(actors: DrawnActors, cell: Tile, mask: ActorMask): readonly number[] {
  const found: number[] = [];
  finish(eachActorIn(actors, actors.lon.keys(), cell, mask, (index) => found.push(index)));
  return found;
}

/** Whether a cell is so small that its actors cannot be told apart by coming closer. */
export function isPoint(cell: Tile): boolean {
  return cell.z === POINT_ZOOM;
}

/** @param at share of the tile's side that lies in the cell at this place of so many */
function inward(at: number, place: number, places: number): number {
  return Math.min(Math.max(at, (place + CELL_MARGIN) / places), (place + 1 - CELL_MARGIN) / places);
}

function cellZoomOf(zoom: number): number {
  if (zoom >= DEEPEST_TILE_ZOOM) return POINT_ZOOM;
  return zoom + (zoom < WIDE_CELLS_BELOW_ZOOM ? WIDE_CELL_LEVELS : CELL_LEVELS);
}

function* eachActorIn(
  actors: DrawnActors,
  proposed: Iterable<number>,
  tile: Tile,
  mask: ActorMask,
  take: (index: number, worldX: number, worldY: number) => void,
): Steps<void> {
  const { lon, lat, sector, category } = actors;
  const [west, south, east, north] = boundsOf(tile);
  const side = 2 ** tile.z;
  let visited = 0;
  for (const index of proposed) {
    if (++visited % VISITS_A_STEP === 0) yield;
    if (!(lon[index]! >= west && lon[index]! <= east && lat[index]! >= south && lat[index]! <= north)) continue;
    if (!passes(mask, sector[index]!, category[index]!)) continue;
    const x = worldShareX(lon[index]!);
    const y = worldShareY(lat[index]!);
    if (Math.floor(x * side) === tile.x && Math.floor(y * side) === tile.y) take(index, x, y);
  }
}

/** A box, degrees, that holds all points of the tile, and some around it; the outermost tiles reach to the poles. */
function boundsOf({ z, x, y }: Tile): readonly [number, number, number, number] {
  const side = 2 ** z;
  return [
    (x / side) * 360 - 180 - PAD_DEGREES,
    y === side - 1 ? -90 : latitudeAt((y + 1) / side) - PAD_DEGREES,
    ((x + 1) / side) * 360 - 180 + PAD_DEGREES,
    y === 0 ? 90 : latitudeAt(y / side) + PAD_DEGREES,
  ];
}

function latitudeAt(share: number): number {
  return (Math.atan(Math.sinh((1 - 2 * share) * Math.PI)) * 180) / Math.PI;
}
