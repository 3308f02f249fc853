import type { Area } from "#domain/area/area.ts";
import { isPolygons } from "#domain/workspace/kept-shapes.ts";
import { readGeometryText } from "../formats/geometry-text.ts";
import { isJsonObject } from "../json.ts";

/** Polygons as well-known text, exact. */
export function writeOutline(polygons: Area["polygons"]): string {
  const written = polygons.map((rings) => {
    const ringTexts = rings.map((ring) => `(${ring.map(([lon, lat]) => `${String(lon)} ${String(lat)}`).join(",")})`);
    return `(${ringTexts.join(",")})`;
  });
  return `MULTIPOLYGON(${written.join(",")})`;
}

/** What {@link writeOutline} wrote, outer rings counterclockwise and holes clockwise; `null` for anything that no area may have. */
export function readOutline(text: string): Area["polygons"] | null {
  const geometry = readGeometryText(text)?.geometry;
  if (!isJsonObject(geometry) || geometry["type"] !== "MultiPolygon") return null;
  const polygons: unknown = geometry["coordinates"];
  return isPolygons(polygons) ? polygons : null;
}
