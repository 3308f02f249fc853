import { WGS84 } from "#domain/ingest/mapping.ts";
import type { Issue } from "#domain/issue.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { readPolygons } from "../ingest/outline-reader.ts";
import { isJsonObject } from "../json.ts";

const LEAST_POSITIONS = 4;

/**
 * The ground of a contour as a service draws it; none where nothing is reached.
 * @param at the place of the feature in the answer, as RFC 6901 writes it
 * @returns a sentence that says what is wrong with it
 */
export function readContourPolygons(geometry: unknown, at: string): Contour["polygons"] | string {
  const faults: Issue[] = [];
  const stated = { geometry: withoutSpikes(geometry), place: (path: string) => pointer(`${at}/geometry${path}`) };
  const polygons = readPolygons(stated, { crs: WGS84, swapped: false }, faults);
  if (polygons !== null) return polygons;
  const fault = faults.find(({ severity }) => severity === "error");
  if (fault === undefined || fault.code === "missing-value") return [];
  return `The geometry at ${fault.place.kind === "pointer" ? fault.place.pointer : at} is no polygon (${fault.code}).`;
}

function pointer(at: string) {
  return { kind: "pointer", file: "", pointer: at } as const;
}

/** Without rings of too few positions to hold ground, such as simplifying leaves. */
function withoutSpikes(geometry: unknown): unknown {
  if (!isJsonObject(geometry) || !Array.isArray(geometry["coordinates"])) return geometry;
  const { type, coordinates } = geometry as { readonly type?: unknown; readonly coordinates: readonly unknown[] };
  const isGround = (ring: unknown) => !Array.isArray(ring) || ring.length >= LEAST_POSITIONS;
  const rings = (polygon: unknown): unknown => {
    if (!Array.isArray(polygon)) return polygon;
    return isGround(polygon[0]) ? polygon.filter(isGround) : [];
  };
  if (type === "Polygon") return { ...geometry, coordinates: rings(coordinates) };
  if (type !== "MultiPolygon") return geometry;
  const polygons = coordinates.map(rings).filter((polygon) => !Array.isArray(polygon) || polygon.length > 0);
  return { ...geometry, coordinates: polygons };
}
