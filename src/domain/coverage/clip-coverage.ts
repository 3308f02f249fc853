import { featureCollection, intersect, polygon } from "@turf/turf";
import { boxRing, type Ring } from "../geo/box-ring.ts";
import type { Box } from "../live/file-part.ts";
import type { CoverageArea, CoverageShape } from "./coverage.ts";
import { toFeature } from "./coverage-reach.ts";

/** What areas declare inside some boxes, where alone their records were read: an area a box and piece, none where they do not meet. */
export function clipCoverage(areas: readonly CoverageArea[], boxes: readonly Box[]): readonly CoverageArea[] {
  return areas.flatMap((area) => {
    const pieces = boxes.flatMap((box) => clipShape(area.shape, box));
    return pieces.map((rings, piece) => ({
      ...area,
      id: pieces.length === 1 ? area.id : `${area.id}-${String(piece + 1)}`,
      shape: { kind: "polygon" as const, rings },
    }));
  });
}

function clipShape(shape: CoverageShape, box: Box): readonly (readonly Ring[])[] {
  if (shape.kind === "everywhere") return [[boxRing(box)]];
  const ring = boxRing(box).map(([lon, lat]) => [lon, lat]);
  const common = intersect(featureCollection([toFeature(shape), polygon([ring])]));
  if (common === null) return [];
  const { geometry } = common;
  const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  return polygons.map((rings) =>
    rings.map((positions) => positions.map(([lon = NaN, lat = NaN]) => [lon, lat] as const)),
  );
}
