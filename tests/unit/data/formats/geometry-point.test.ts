import { describe, expect, it } from "vitest";
import { pointOfGeometry, type GeometryPoint } from "#data/formats/geometry-point.ts";
import type { Issue } from "#domain/issue.ts";

function read(geometry: unknown): { point: GeometryPoint; faults: Issue[] } {
  const faults: Issue[] = [];
  const point = pointOfGeometry(geometry, (pointer) => ({ kind: "pointer", file: "f", pointer }), faults);
  return { point, faults };
}

/** A ring as GeoJSON winds outer ones. */
const square = (west: number, south: number, size: number): number[][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];
const hole = (west: number, south: number, size: number): number[][] => square(west, south, size).toReversed();

describe("pointOfGeometry", () => {
  it.each([null, undefined])("takes %s for no point", (geometry) => {
    expect(read(geometry)).toEqual({ point: { kind: "none" }, faults: [] });
  });

  it("takes an empty list of coordinates for no point", () => {
    expect(read({ type: "MultiPolygon", coordinates: [] })).toEqual({ point: { kind: "none" }, faults: [] });
  });

  it("gives x and y as they stand, in whatever range", () => {
    const point = { kind: "point", lon: 4958250.1, lat: 2599878.9, onSurface: false };
    expect(read({ type: "Point", coordinates: [4958250.1, 2599878.9, 12] })).toEqual({ point, faults: [] });
  });

  it("gives the point half way along a line, by length", () => {
    const line = { type: "LineString", coordinates: [[0, 0], [0, 0], [1, 0], [10, 0]] }; // prettier-ignore
    expect(read(line).point).toEqual({ kind: "point", lon: 5, lat: 0, onSurface: true });
  });

  it("takes the longest of several lines", () => {
    const lines = [[[0, 0], [1, 0]], [[0, 5], [0, 15]], [[0, 0], [2, 0]]]; // prettier-ignore
    expect(read({ type: "MultiLineString", coordinates: lines }).point).toMatchObject({ lon: 0, lat: 10 });
  });

  it("gives the member nearest to the mean of several points", () => {
    const points = { type: "MultiPoint", coordinates: [[0, 0], [4, 4], [10, 10]] }; // prettier-ignore
    expect(read(points).point).toEqual({ kind: "point", lon: 4, lat: 4, onSurface: true });
  });

  it("gives a point on an area, not in its hole", () => {
    const { point, faults } = read({ type: "Polygon", coordinates: [square(0, 0, 10), hole(2, 2, 7)] });
    if (point.kind !== "point") throw new Error("no point");
    expect(faults).toEqual([]);
    expect(Math.min(point.lon, point.lat, 9 - point.lon + 7, 10)).toBeGreaterThan(0);
    expect(point.lon < 2 || point.lat < 2 || point.lon > 9 || point.lat > 9).toBe(true);
  });

  it("takes the largest of several areas, holes left out of account", () => {
    const polygons = [[square(0, 0, 10), hole(0.5, 0.5, 9)], [square(20, 20, 6)], [square(40, 40, 2)]];
    const { point } = read({ type: "MultiPolygon", coordinates: polygons });
    expect(point).toMatchObject({ lon: 23, lat: 23 });
  });

  it("gives a point of the outline of an area without extent", () => {
    const flat = { type: "Polygon", coordinates: [[[0, 0], [4, 0], [2, 0], [0, 0]]] }; // prettier-ignore
    expect(read(flat).point).toMatchObject({ kind: "point", lat: 0 });
  });

  it("takes areas before lines before points in a collection, also one inside", () => {
    const geometries = [
      { type: "LineString", coordinates: [[0, 0], [100, 0]] }, // prettier-ignore
      { type: "GeometryCollection", geometries: [{ type: "Polygon", coordinates: [square(5, 5, 2)] }, { type: "Point", coordinates: [1, 1] }] }, // prettier-ignore
      { type: "Point", coordinates: [9, 9] },
    ];
    const { point, faults } = read({ type: "GeometryCollection", geometries });
    expect(point).toMatchObject({ lon: 6, lat: 6 });
    expect(faults.map(({ code }) => code)).toEqual(["nested-collection"]);
  });

  it("refuses collections nested without end", () => {
    let geometry: unknown = { type: "Point", coordinates: [1, 1] };
    for (let depth = 0; depth < 1000; depth++) geometry = { type: "GeometryCollection", geometries: [geometry] };
    const { point, faults } = read(geometry);
    expect(point).toEqual({ kind: "faulty" });
    expect(faults.length).toBeLessThan(30);
    expect(faults.some(({ severity }) => severity === "error")).toBe(true);
  });

  it("loads what is only doubtful, with a warning at its place", () => {
    const ring = [[0, 0], [0, 1], [1, 1, 5, 6], [1, 0]]; // prettier-ignore
    const { point, faults } = read({ type: "polygon", coordinates: [ring], bbox: [0, 0, 1], properties: {} });
    expect(point.kind).toBe("point");
    expect(
      faults.map(({ severity, code, place }) => [severity, code, place.kind === "pointer" && place.pointer]),
    ).toEqual([
      ["warning", "type-case", "/type"],
      ["warning", "changed-semantics", "/properties"],
      ["warning", "wrong-bbox", "/bbox"],
      ["warning", "extra-numbers", "/coordinates/0/2"],
      ["warning", "ring-not-closed", "/coordinates/0"],
      ["warning", "wrong-winding", "/coordinates/0"],
    ]);
  });

  it("loads a geometry with very many warnings, of which it lists some", () => {
    const coordinates = Array.from({ length: 1000 }, (_, index) => [square(index * 2, 0, 1).toReversed()]);
    const { point, faults } = read({ type: "MultiPolygon", coordinates });
    expect(point.kind).toBe("point");
    expect(faults).toHaveLength(20);
  });

  it("lists some of very many faults", () => {
    const coordinates = Array.from({ length: 1000 }, () => [0, "x"]);
    expect(read({ type: "MultiPoint", coordinates }).faults).toHaveLength(20);
  });

  it("gives a point on a strip, and on a square far from the origin, without delay", () => {
    const box = (x: number, y: number, width: number, height: number) =>
      read({
        type: "Polygon",
        coordinates: [square(0, 0, 1).map(([u = 0, v = 0]) => [x + u * width, y + v * height])],
      });
    expect(box(0, 0, 1e15, 1e-15).point).toEqual({ kind: "point", lon: 5e14, lat: 5e-16, onSurface: true });
    expect(box(1e16, 1e16, 4, 4).point).toEqual({ kind: "point", lon: 1e16 + 2, lat: 1e16 + 2, onSurface: true });
  });

  it("gives a finite point for coordinates beyond all bounds", () => {
    const huge = [[-1e308, -1e308], [1e308, -1e308], [1e308, 1e308], [-1e308, -1e308]]; // prettier-ignore
    for (const geometry of [
      { type: "Polygon", coordinates: [huge] },
      { type: "LineString", coordinates: huge },
      { type: "MultiPoint", coordinates: huge },
    ]) {
      const { point } = read(geometry);
      expect(point.kind === "point" && Number.isFinite(point.lon) && Number.isFinite(point.lat)).toBe(true);
    }
  });
});
