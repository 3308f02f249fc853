import { booleanPointInPolygon, featureCollection, multiPolygon, polygon, union } from "@turf/turf";
import type { Feature, MultiPolygon, Polygon, Position } from "geojson";
import { SECTOR_COUNT, SECTORS, type Sector } from "../actor/actor.ts";
import { destination, geodesicMeters, toCartesian } from "../geo/geodesic.ts";
import type { Point, PointColumns } from "../geo/points.ts";
import { finish, type Steps } from "../steps.ts";
import { COVERAGE_LEVELS, type CoverageArea, type CoverageLevel, type CoverageShape } from "./coverage.ts";

/**
 * What is declared around each of n sites, as two distances a sector (site `i`, sector `s` at `3i + s`), so that the
 * coverage of a catchment is a comparison whatever its reach: `complete` up to the first, `none` below the second.
 */
export interface CoverageReach {
  /** Longest reach whose whole catchment lies in areas declared complete, metres; -1 where not even the site does. */
  readonly completeWithinMeters: Float64Array;
  /** Shortest reach whose catchment touches an area declared partial or complete, metres; `Infinity` without any. */
  readonly touchedFromMeters: Float64Array;
}

/** Coverage of the catchment of a site, by sector and reach, as position in `COVERAGE_LEVELS`. */
export type CoverageAt = (site: number, sector: number, reach: number) => number;

const NONE = COVERAGE_LEVELS.indexOf("none");
const PARTIAL = COVERAGE_LEVELS.indexOf("partial");
const COMPLETE = COVERAGE_LEVELS.indexOf("complete");

/** Coverage of a catchment (method §3), as position in `COVERAGE_LEVELS`. */
export function coverageWithin(table: CoverageReach, site: number, sector: number, reach: number): number {
  const index = site * SECTOR_COUNT + sector;
  if (reach <= table.completeWithinMeters[index]!) return COMPLETE;
  return reach >= table.touchedFromMeters[index]! ? PARTIAL : NONE;
}

/** A declared polygon's edges are straight in degrees (RFC 7946); cut to this length, their chords lie on them within centimetres. */
const LONGEST_EDGE_DEGREES = 0.01;
/** Chords stand for arcs here: this much is left off, so that complete is never claimed too far. */
const BOUNDARY_TOLERANCE_METERS = 0.5;
/** A disc drawn as a polygon lies inside it, by 1.1 m at 30 km. */
const DISC_STEPS = 360;

/** @param sites n points, degrees; for a site without a point nothing is covered */
export function computeCoverageReach(sites: PointColumns, areas: readonly CoverageArea[]): CoverageReach {
  return finish(stepsToCoverageReach(sites, areas));
}

/** As {@link computeCoverageReach}, a step for each site and sector. */
export function* stepsToCoverageReach(sites: PointColumns, areas: readonly CoverageArea[]): Steps<CoverageReach> {
  const size = sites.lon.length * SECTOR_COUNT;
  const completeWithinMeters = new Float64Array(size).fill(-1);
  const touchedFromMeters = new Float64Array(size).fill(Infinity);
  for (const [sector, name] of SECTORS.entries()) {
    const declared = areas.filter((area) => area.levels[name] !== "none");
    const complete = declared.filter((area) => area.levels[name] === "complete");
    const joined = createJoinedBoundary(complete);
    for (let site = 0; site < sites.lon.length; site++) {
      const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
      if (Number.isNaN(point.lon) || Number.isNaN(point.lat)) continue;
      const index = site * SECTOR_COUNT + sector;
      for (const { shape } of declared) {
        touchedFromMeters[index] = Math.min(touchedFromMeters[index]!, metersTo(shape, point));
      }
      for (const { shape } of complete) {
        completeWithinMeters[index] = Math.max(completeWithinMeters[index]!, metersInside(shape, point));
      }
      if (joined !== null) {
        completeWithinMeters[index] = Math.max(completeWithinMeters[index]!, joined.metersInside(point));
      }
      yield;
    }
  }
  return { completeWithinMeters, touchedFromMeters };
}

/** From a point to the nearest point of the shape, 0 inside. */
function metersTo(shape: CoverageShape, point: Point): number {
  switch (shape.kind) {
    case "everywhere":
      return 0;
    case "disc":
      return Math.max(0, geodesicMeters(point, shape.center) - shape.radiusMeters);
    case "polygon":
      return boundaryOf(shape).metersTo(point);
  }
}

/** From a point inside the shape to its edge; -1 outside. */
function metersInside(shape: CoverageShape, point: Point): number {
  switch (shape.kind) {
    case "everywhere":
      return Infinity;
    case "disc": {
      const inside = shape.radiusMeters - geodesicMeters(point, shape.center);
      return inside >= 0 ? inside : -1;
    }
    case "polygon":
      return boundaryOf(shape).metersInside(point);
  }
}

interface Boundary {
  metersTo(point: Point): number;
  metersInside(point: Point): number;
}

/** Neighbouring areas cover together what neither covers alone; `null` where there is nothing to join. */
function createJoinedBoundary(areas: readonly CoverageArea[]): Boundary | null {
  const shapes = areas.flatMap((area) => (area.shape.kind === "everywhere" ? [] : [toFeature(area.shape)]));
  if (shapes.length < 2) return null;
  const joined = union(featureCollection<Polygon | MultiPolygon>(shapes));
  return joined === null ? null : createBoundary(joined);
}

const boundaries = new WeakMap<CoverageShape, Boundary>();

function boundaryOf(shape: Exclude<CoverageShape, { kind: "everywhere" }>): Boundary {
  let boundary = boundaries.get(shape);
  if (boundary === undefined) {
    boundary = createBoundary(toFeature(shape));
    boundaries.set(shape, boundary);
  }
  return boundary;
}

/** A shape as a polygon; a disc as one that lies inside it. */
export function toFeature(shape: Exclude<CoverageShape, { kind: "everywhere" }>): Feature<Polygon> {
  if (shape.kind === "polygon") return polygon(shape.rings.map((ring) => ring.map(([lon, lat]) => [lon, lat])));
  const ring: Position[] = [];
  for (let step = 0; step < DISC_STEPS; step++) {
    const edge = destination(shape.center, -(step * 360) / DISC_STEPS, shape.radiusMeters);
    ring.push([edge.lon, edge.lat]);
  }
  return polygon([[...ring, ring[0]!]]);
}

function createBoundary(feature: Feature<Polygon | MultiPolygon>): Boundary {
  const { geometry } = feature;
  const area = geometry.type === "Polygon" ? multiPolygon([geometry.coordinates]) : multiPolygon(geometry.coordinates);
  const rings = area.geometry.coordinates.flat().map(cutEdges);
  const metersToEdge = (point: Point) => {
    const origin = toCartesian({ lon: Float64Array.of(point.lon), lat: Float64Array.of(point.lat) });
    return Math.min(...rings.map((ring) => nearestChordMeters(origin, ring)));
  };
  const holds = (point: Point) => booleanPointInPolygon([point.lon, point.lat], area);
  return {
    metersTo: (point) => (holds(point) ? 0 : metersToEdge(point)),
    metersInside: (point) => (holds(point) ? Math.max(0, metersToEdge(point) - BOUNDARY_TOLERANCE_METERS) : -1),
  };
}

/** A ring's vertices, with more between those farther apart than {@link LONGEST_EDGE_DEGREES}, earth-centred. */
function cutEdges(ring: readonly Position[]): Float64Array {
  const lon: number[] = [];
  const lat: number[] = [];
  for (let index = 0; index + 1 < ring.length; index++) {
    const [[lonA = NaN, latA = NaN], [lonB = NaN, latB = NaN]] = [ring[index]!, ring[index + 1]!];
    const pieces = Math.max(1, Math.ceil(Math.hypot(lonB - lonA, latB - latA) / LONGEST_EDGE_DEGREES));
    for (let piece = 0; piece < pieces; piece++) {
      lon.push(lonA + ((lonB - lonA) * piece) / pieces);
      lat.push(latA + ((latB - latA) * piece) / pieces);
    }
  }
  const [lonLast = NaN, latLast = NaN] = ring[ring.length - 1] ?? [];
  return toCartesian({ lon: Float64Array.from([...lon, lonLast]), lat: Float64Array.from([...lat, latLast]) });
}

/** Shortest distance from a point to the chords between consecutive vertices, as an arc of the mean radius. */
function nearestChordMeters(origin: Float64Array, ring: Float64Array): number {
  let nearest = Infinity;
  for (let at = 0; at + 3 < ring.length; at += 3) {
    const ax = ring[at]! - origin[0]!;
    const ay = ring[at + 1]! - origin[1]!;
    const az = ring[at + 2]! - origin[2]!;
    const dx = ring[at + 3]! - ring[at]!;
    const dy = ring[at + 4]! - ring[at + 1]!;
    const dz = ring[at + 5]! - ring[at + 2]!;
    const length = dx * dx + dy * dy + dz * dz;
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(ax * dx + ay * dy + az * dz) / length));
    nearest = Math.min(nearest, (ax + along * dx) ** 2 + (ay + along * dy) ** 2 + (az + along * dz) ** 2);
  }
  const chord = Math.sqrt(nearest);
  return chord * (1 + (chord / 6_371_009) ** 2 / 24);
}

/** The declared areas of a sector that a catchment touches, for naming what a verdict rests on. */
export function areasTouched(
  areas: readonly CoverageArea[],
  sector: Sector,
  point: Point,
  reach: number,
): readonly CoverageArea[] {
  return areas.filter(({ levels, shape }) => levels[sector] !== "none" && metersTo(shape, point) <= reach);
}

/** A table that says the same of every site: everything declared at one level, everywhere. */
export function uniformCoverage(level: CoverageLevel): readonly CoverageArea[] {
  return [
    {
      id: `everywhere-${level}`,
      source: "",
      date: null,
      levels: { creative: level, trade: level, service: level },
      shape: { kind: "everywhere" },
    },
  ];
}
