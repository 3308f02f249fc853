import type { PolygonRings } from "../area/area.ts";
import type { PointColumns } from "../geo/points.ts";
import type { TravelProfile } from "./travel-profile.ts";

/** The ground that is reached from one point within a time, and where that is known from; what is not known is `null`. */
export interface Isochrone {
  /** Of the site that it starts from. */
  readonly siteId: string | null;
  /** Where it starts, degrees; both `NaN` where that is not stated. */
  readonly lon: number;
  readonly lat: number;
  /** Isochrones of one group start from one point, though it may not be stated which. */
  readonly group: number;
  readonly profile: TravelProfile | null;
  /** Above 0. */
  readonly minutes: number;
  /** Degrees, WGS 84; none where nothing is reached. */
  readonly polygons: readonly PolygonRings[];
  readonly origin: IsochroneOrigin;
}

/** Who computed an isochrone, with what and from which data. */
export interface IsochroneOrigin {
  /** A service or a program by its name. */
  readonly provider: string | null;
  /** Name and version of the engine. */
  readonly engine: string | null;
  /** ISO 8601 date, perhaps with time, of the data of OpenStreetMap. */
  readonly dataDate: string | null;
  /** ISO 8601 date, perhaps with time, at which it was computed. */
  readonly computed: string | null;
  /** The line that a licence asks to be shown. */
  readonly attribution: string | null;
}

/** Who computed isochrones and with what, without saying a name twice: "FOSSGIS, Valhalla 3.6.1"; `null` where neither is stated. */
export function originName({ provider, engine }: Pick<IsochroneOrigin, "provider" | "engine">): string | null {
  if (provider === null || engine === null) return provider ?? engine;
  return engine.startsWith(provider) ? engine : `${provider}, ${engine}`;
}

/**
 * n isochrones as columns of equal length, plain data: position `i` is one. The vertices of all stand in one buffer, so that
 * a thousand sites with seven contours each are a few buffers to keep or to hand to another thread.
 */
export interface IsochroneTable extends PointColumns {
  readonly count: number;
  readonly siteId: readonly (string | null)[];
  /** (n) see {@link Isochrone.group}. */
  readonly group: Uint32Array;
  readonly profile: readonly (TravelProfile | null)[];
  readonly minutes: Float64Array;
  /** Those that occur, each once, and (n) which of them an isochrone has. */
  readonly origins: readonly IsochroneOrigin[];
  readonly originCode: Uint32Array;
  readonly outline: OutlineColumns;
}

/** Polygons of n records: record `i` owns polygons `polygonStart[i]` to `polygonStart[i + 1]`, and so on downwards. */
export interface OutlineColumns {
  /** (n + 1) */
  readonly polygonStart: Uint32Array;
  /** (polygons + 1) the first ring of a polygon is the outer one. */
  readonly ringStart: Uint32Array;
  /** (rings + 1) */
  readonly vertexStart: Uint32Array;
  /** (2 a vertex) lon, lat, lon, lat … degrees. */
  readonly lonLat: Float64Array;
}

export function isochroneTable(isochrones: readonly Isochrone[]): IsochroneTable {
  const codeOf = new Map<string, number>();
  const origins: IsochroneOrigin[] = [];
  const originCode = Uint32Array.from(isochrones, ({ origin }) => {
    const key = JSON.stringify([origin.provider, origin.engine, origin.dataDate, origin.computed, origin.attribution]);
    const known = codeOf.get(key);
    if (known !== undefined) return known;
    const code = origins.push(origin) - 1;
    codeOf.set(key, code);
    return code;
  });
  return {
    count: isochrones.length,
    siteId: isochrones.map(({ siteId }) => siteId),
    lon: Float64Array.from(isochrones, ({ lon }) => lon),
    lat: Float64Array.from(isochrones, ({ lat }) => lat),
    group: Uint32Array.from(isochrones, ({ group }) => group),
    profile: isochrones.map(({ profile }) => profile),
    minutes: Float64Array.from(isochrones, ({ minutes }) => minutes),
    origins,
    originCode,
    outline: outlineColumns(isochrones.map(({ polygons }) => polygons)),
  };
}

function outlineColumns(outlines: readonly (readonly PolygonRings[])[]): OutlineColumns {
  const polygons = outlines.flat();
  const rings = polygons.flat();
  const vertexStart = starts(rings);
  const lonLat = new Float64Array(vertexStart.at(-1)! * 2);
  let next = 0;
  for (const ring of rings) {
    for (const [lon, lat] of ring) {
      lonLat[next++] = lon;
      lonLat[next++] = lat;
    }
  }
  return { polygonStart: starts(outlines), ringStart: starts(polygons), vertexStart, lonLat };
}

function starts(lists: readonly (readonly unknown[])[]): Uint32Array {
  const start = new Uint32Array(lists.length + 1);
  for (const [index, { length }] of lists.entries()) start[index + 1] = start[index]! + length;
  return start;
}

/** The polygons of one isochrone. */
export function polygonsAt(
  { outline: { polygonStart, ringStart, vertexStart, lonLat } }: IsochroneTable,
  index: number,
): readonly PolygonRings[] {
  const ringAt = (ring: number) =>
    eachOf(vertexStart, ring, (vertex) => [lonLat[vertex * 2]!, lonLat[vertex * 2 + 1]!] as const);
  return eachOf(polygonStart, index, (polygon) => eachOf(ringStart, polygon, ringAt));
}

function eachOf<T>(start: Uint32Array, index: number, make: (member: number) => T): T[] {
  const [from, to] = [start[index]!, start[index + 1]!];
  return Array.from({ length: to - from }, (_, position) => make(from + position));
}

export function isochroneAt(table: IsochroneTable, index: number): Isochrone {
  return {
    siteId: table.siteId[index] ?? null,
    lon: table.lon[index]!,
    lat: table.lat[index]!,
    group: table.group[index]!,
    profile: table.profile[index] ?? null,
    minutes: table.minutes[index]!,
    polygons: polygonsAt(table, index),
    origin: table.origins[table.originCode[index]!]!,
  };
}
