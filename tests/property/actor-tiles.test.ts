import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import { ACTOR_KINDS, actorMask } from "#domain/actor/actor-filter.ts";
import {
  actorsInCell,
  DEEPEST_TILE_ZOOM,
  markTile,
  type ActorMark,
  type DrawnActors,
} from "#domain/actor/actor-tile.ts";
import type { Tile } from "#domain/geo/tile.ts";
import { createPointGrid } from "#domain/geo/point-grid.ts";
import type { Point } from "#domain/geo/points.ts";
import { anyPoint, anySector, columns } from "./arbitraries.ts";

const EVERYBODY = actorMask([]);
/** Points on the edges of tiles and cells of all zooms up to 8, where doubling would show first. */
const pointOnEdge: fc.Arbitrary<Point> = fc
  .record({ zoom: fc.integer({ min: 0, max: 8 }), x: fc.nat(256), y: fc.nat(256) })
  .map(({ zoom, x, y }) => ({
    lon: ((x % (2 ** zoom + 1)) / 2 ** zoom) * 360 - 180,
    lat: (Math.atan(Math.sinh((1 - 2 * ((y % (2 ** zoom + 1)) / 2 ** zoom)) * Math.PI)) * 180) / Math.PI,
  }));
const anyActor = fc.record({
  point: fc.oneof(anyPoint, pointOnEdge),
  sector: anySector,
  category: fc.nat(ALL_CATEGORIES.length - 1),
});
const anyActors = fc.array(anyActor, { maxLength: 60 }).map((actors): DrawnActors => ({
  ...columns(actors.map(({ point }) => point)),
  sector: Uint8Array.from(actors, ({ sector }) => SECTORS.indexOf(sector)),
  category: Uint8Array.from(actors, ({ category }) => category),
}));

const total = ({ counts }: ActorMark) => counts.reduce((sum, count) => sum + count, 0);

/** All tiles of a zoom while they are few; else those around the actors, where alone something could be. */
function tilesOf(actors: DrawnActors, z: number): readonly Tile[] {
  const side = 2 ** z;
  if (z <= 2) return Array.from({ length: side * side }, (_, at) => ({ z, x: at % side, y: Math.floor(at / side) }));
  const found = new Map<string, Tile>();
  const within = (value: number) => Math.min(Math.max(value, 0), side - 1);
  for (const [index, lon] of actors.lon.entries()) {
    const sin = Math.sin((actors.lat[index]! * Math.PI) / 180);
    const atX = Math.floor(((lon + 180) / 360) * side);
    const atY = Math.floor((0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI)) * side);
    for (const x of [atX - 1, atX, atX + 1].map(within)) {
      for (const y of [atY - 1, atY, atY + 1].map(within)) found.set(`${String(x)} ${String(y)}`, { z, x, y });
    }
  }
  return [...found.values()];
}

function marksOf(actors: DrawnActors, zoom: number, mask = EVERYBODY): readonly ActorMark[] {
  const grid = createPointGrid(actors);
  return tilesOf(actors, zoom).flatMap((tile) => markTile(actors, grid, tile, mask));
}

const anyZoom = fc.integer({ min: 0, max: DEEPEST_TILE_ZOOM });

describe("the tiles of actors", () => {
  it("hold every actor of the data once at every zoom, on edges, at the 180th meridian and at the poles too", () => {
    fc.assert(
      fc.property(anyActors, anyZoom, (actors, zoom) => {
        const counted = SECTORS.map((_, sector) =>
          marksOf(actors, zoom).reduce((sum, { counts }) => sum + counts[sector]!, 0),
        );
        const expected = SECTORS.map((_, sector) => actors.sector.filter((code) => code === sector).length);
        expect(counted).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it("count just the actors whose sector and category are drawn", () => {
    fc.assert(
      fc.property(anyActors, anyZoom, fc.subarray([...ACTOR_KINDS]), (actors, zoom, hidden) => {
        const mask = actorMask(hidden);
        const counted = marksOf(actors, zoom, mask).reduce((sum, mark) => sum + total(mark), 0);
        const isDrawn = (sector: number, index: number) =>
          !hidden.includes(SECTORS[sector]!) && !hidden.includes(ALL_CATEGORIES[actors.category[index]!]!);
        const expected = actors.sector.filter(isDrawn);
        expect(counted).toBe(expected.length);
      }),
    );
  });

  it("name for each mark the cell that holds just its actors", () => {
    fc.assert(
      fc.property(anyActors, anyZoom, (actors, zoom) => {
        for (const mark of marksOf(actors, zoom)) {
          const members = actorsInCell(actors, mark.cell, EVERYBODY);
          expect(members).toContain(mark.index);
          expect(SECTORS.map((_, code) => members.filter((index) => actors.sector[index] === code).length)).toEqual(
            mark.counts,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it("put each mark inside its tile, so that none is drawn by a neighbour", () => {
    fc.assert(
      fc.property(anyActors, anyZoom, (actors, zoom) => {
        for (const { x, y } of marksOf(actors, zoom)) {
          expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
          expect(Math.max(x, y)).toBeLessThan(1);
        }
      }),
    );
  });

  it("leave out actors without a point", () => {
    const actors: DrawnActors = {
      ...columns([
        { lon: NaN, lat: NaN },
        { lon: 14, lat: 46 },
      ]),
      sector: Uint8Array.of(0, 0),
      category: Uint8Array.of(0, 0),
    };
    expect(marksOf(actors, 0).map(total)).toEqual([1]);
  });

  it("draw what lies at longitude 180° and beyond the projection's latitudes in the outermost tiles", () => {
    const actors: DrawnActors = {
      ...columns([
        { lon: 180, lat: 0 },
        { lon: -180, lat: 0 },
        { lon: 14, lat: 89 },
        { lon: 14, lat: -90 },
      ]),
      sector: new Uint8Array(4),
      category: new Uint8Array(4),
    };
    const grid = createPointGrid(actors);
    const of = (x: number, y: number) => markTile(actors, grid, { z: 2, x, y }, EVERYBODY).map(({ index }) => index);
    expect([of(3, 2), of(0, 2), of(2, 0), of(2, 3)]).toEqual([[0], [1], [2], [3]]);
  });
});
