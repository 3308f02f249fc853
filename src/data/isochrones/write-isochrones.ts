import type { PolygonRings } from "#domain/area/area.ts";
import type { DataSource } from "#domain/data-source.ts";
import type { Isochrone } from "#domain/travel/isochrone-table.ts";
import { signedArea } from "../formats/check-geometry.ts";
import { OSM_SOURCE } from "../osm/osm-source.ts";
import { ISOCHRONES_APP } from "./isochrone-columns.ts";

/** Five decimals of a degree are 1.1 m, finer than any engine's contours. */
const STEPS_A_DEGREE = 1e5;
/** Of the smallest ring that holds ground. */
const LEAST_POSITIONS = 4;

/** A site without isochrones, and why. */
export interface SiteLeftOut {
  readonly site_id: string;
  readonly reason: string;
}

/** What a file of isochrones says about itself. */
export interface IsochroneFileHead {
  readonly title: string;
  readonly profile: string;
  readonly minutes: readonly number[];
  /** Sites with isochrones. */
  readonly sites: number;
  readonly leftOut: readonly SiteLeftOut[];
  /** Sites whose isochrones come so near to the edge of the data that they may be cut there. */
  readonly nearEdge: readonly string[];
  /** Date of the data of OpenStreetMap; `null` where it is not known. */
  readonly dataDate: string | null;
}

/**
 * An RFC 7946 FeatureCollection, in pieces: a feature for each site and time, five decimals, rings closed and wound as it
 * asks, geometry `null` where nothing is reached, and one foreign member, `metadata`.
 */
export function* isochroneFilePieces(head: IsochroneFileHead, isochrones: Iterable<Isochrone>): Generator<string> {
  yield `{"type":"FeatureCollection",\n"metadata":${JSON.stringify(metadataOf(head), null, 1)},\n"features":[`;
  let separator = "\n";
  for (const isochrone of isochrones) {
    yield separator + JSON.stringify(isochroneFeature(isochrone));
    separator = ",\n";
  }
  yield "\n]}\n";
}

function isochroneFeature({ siteId, lon, lat, profile, minutes, polygons, origin }: Isochrone): object {
  return {
    type: "Feature",
    geometry: outlineGeometry(polygons),
    properties: {
      site_id: siteId,
      lon: Number.isNaN(lon) ? null : lon,
      lat: Number.isNaN(lat) ? null : lat,
      profile,
      minutes,
      provider: origin.provider,
      engine: origin.engine,
      osm_date: origin.dataDate,
      computed: origin.computed,
      attribution: origin.attribution,
    },
  };
}

function outlineGeometry(polygons: readonly PolygonRings[]): object | null {
  const coordinates = polygons.map(rewound).filter((rings) => rings.length > 0);
  const [only] = coordinates;
  if (only === undefined) return null;
  return coordinates.length === 1 ? { type: "Polygon", coordinates: only } : { type: "MultiPolygon", coordinates };
}

/** Rings that still hold ground once rounded, closed; none where the outer one does not. */
function rewound(rings: PolygonRings): readonly (readonly Position[])[] {
  const [outer, ...holes] = rings.map((ring) => {
    const positions: Position[] = [];
    for (const [lon, lat] of ring) {
      const [x, y] = [inSteps(lon), inSteps(lat)];
      const last = positions.at(-1);
      if (last?.[0] !== x || last[1] !== y) positions.push([x, y]);
    }
    const [first, last] = [positions[0], positions.at(-1)];
    if (first !== undefined && (first[0] !== last?.[0] || first[1] !== last[1])) positions.push(first);
    return positions;
  });
  const isGround = (ring: readonly Position[]) => ring.length >= LEAST_POSITIONS && signedArea(ring) !== 0;
  if (outer === undefined || !isGround(outer)) return [];
  return [
    signedArea(outer) < 0 ? outer.toReversed() : outer,
    ...holes.filter(isGround).map((ring) => (signedArea(ring) > 0 ? ring.toReversed() : ring)),
  ];
}

type Position = readonly [lon: number, lat: number];

function inSteps(degrees: number): number {
  return Math.round(degrees * STEPS_A_DEGREE) / STEPS_A_DEGREE + 0;
}

function metadataOf({ title, profile, minutes, sites, leftOut, nearEdge, dataDate }: IsochroneFileHead) {
  const { id, title: source, licence, licenceUrl, url, attribution }: DataSource = OSM_SOURCE;
  return {
    title,
    app: ISOCHRONES_APP,
    profile,
    minutes,
    sites,
    left_out: leftOut,
    near_edge: nearEdge,
    sources: [{ id, title: source, licence, licence_url: licenceUrl, url, date: dataDate, attribution }],
  };
}
