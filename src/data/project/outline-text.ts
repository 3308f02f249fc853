import type { Area } from "#domain/area/area.ts";
import { isPolygons } from "#domain/workspace/kept-shapes.ts";
import { readGeometryText } from "../formats/geometry-text.ts";
import { isJsonObject } from "../json.ts";

const NO_GROUND = "MULTIPOLYGON EMPTY";

/** Polygons as well-known text, exact. */
export function writeOutline(polygons: Area["polygons"]): string {
  if (polygons.length === 0) return NO_GROUND;
  const written = polygons.map((rings) => {
    const ringTexts = rings.map((ring) => `(${ring.map(([lon, lat]) => `${String(lon)} ${String(lat)}`).join(",")})`);
    return `(${ringTexts.join(",")})`;
  });
  return `MULTIPOLYGON(${written.join(",")})`;
}

/**
 * What {@link writeOutline} wrote, outer rings counterclockwise and holes clockwise; `null` for anything that may not be.
 * @param mayBeEmpty whether there may be no ground, as of an isochrone, and not of an area
 */
export function readOutline(text: string, mayBeEmpty = false): Area["polygons"] | null {
  if (mayBeEmpty && text === NO_GROUND) return [];
  if (!text.startsWith("MULTIPOLYGON")) return null;
  const geometry = readGeometryText(text)?.geometry;
  if (!isJsonObject(geometry) || geometry["type"] !== "MultiPolygon") return null;
  const polygons: unknown = geometry["coordinates"];
  return isPolygons(polygons) ? polygons : null;
}
