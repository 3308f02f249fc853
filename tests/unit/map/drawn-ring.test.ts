import { describe, expect, it } from "vitest";
import { boxArea, circleArea, polygonArea, type Position } from "#domain/selection/drawn-area.ts";
import { drawnFromRing, newDrawn, ringToDrag } from "#map/drawn-ring.ts";

const CIRCLE = circleArea({ lon: 14.5, lat: 46 }, 20_000);
const AREAS = [polygonArea([[14, 45], [15, 45], [15, 46]]), boxArea([14, 45, 15, 46]), CIRCLE]; // prettier-ignore

/** As the map gives a ring back: not closed. */
function open(ring: readonly Position[]): readonly Position[] {
  return ring.slice(0, -1);
}

describe("an area that is dragged", () => {
  it.each(AREAS)("is the same where nothing was dragged: $kind", (area) => {
    expect(drawnFromRing(area, open(ringToDrag(area)))).toEqual(area);
  });

  it("keeps the radius of a circle that is moved", () => {
    const moved = open(ringToDrag(CIRCLE)).map(([lon, lat]): Position => [lon + 0.25, lat]);
    expect(drawnFromRing(CIRCLE, moved)).toEqual(circleArea({ lon: 14.75, lat: 46 }, 20_000));
  });

  it("keeps the centre of a circle that is pulled", () => {
    const pulled = open(ringToDrag(CIRCLE)).map(([lon, lat]): Position => [14.5 + (lon - 14.5) * 1.5, lat]);
    expect(drawnFromRing(CIRCLE, pulled)).toEqual(circleArea({ lon: 14.5, lat: 46 }, 30_000));
  });

  it("of a box may be pulled over its other side", () => {
    const ring: Position[] = [[15, 46], [14, 46], [14, 45], [15, 45]]; // prettier-ignore
    expect(drawnFromRing(boxArea([14, 45, 14.5, 45.5]), ring)).toEqual(boxArea([14, 45, 15, 46]));
  });
});

describe("a circle that was drawn", () => {
  it("has the middle and the reach of its ring", () => {
    expect(newDrawn("circle", open(ringToDrag(CIRCLE)))).toMatchObject({ center: { lon: 14.5, lat: 46 } });
    const drawn = newDrawn("circle", open(ringToDrag(CIRCLE)));
    expect(drawn.kind === "circle" && Math.abs(drawn.radiusMeters - 20_000)).toBeLessThan(20);
  });
});
