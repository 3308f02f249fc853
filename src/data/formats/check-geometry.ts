import type { Issue, Place } from "#domain/issue.ts";
import { describeJsonType, isJsonObject, quoted, type JsonObject } from "../json.ts";
import { MOST, OverLimit, overLimit } from "#domain/limits.ts";

/** Two or more numbers: x, y and perhaps more, in the source's own reference system. */
export type Position = readonly number[];

/** A geometry without fault. Rings are as they stand, so perhaps not closed. */
export type Shape =
  | { readonly kind: "empty" }
  | { readonly kind: "points"; readonly positions: readonly Position[] }
  | { readonly kind: "lines"; readonly lines: readonly (readonly Position[])[] }
  | { readonly kind: "polygons"; readonly polygons: readonly (readonly (readonly Position[])[])[] }
  | { readonly kind: "collection"; readonly members: readonly Shape[] };

/** GeoJSON types of geometries, by their names in small letters. */
const TYPES = {
  point: "Point",
  multipoint: "MultiPoint",
  linestring: "LineString",
  multilinestring: "MultiLineString",
  polygon: "Polygon",
  multipolygon: "MultiPolygon",
  geometrycollection: "GeometryCollection",
} as const;
type GeometryType = (typeof TYPES)[keyof typeof TYPES];

const FOREIGN_TO_GEOMETRY = ["geometry", "properties", "features"] as const;
/** Errors of one geometry that are listed, and warnings; it is refused with the first error. */
const MOST_OF_A_KIND = 20;
const DEEPEST_COLLECTION = 16;

/** Where the checks of one geometry, or of a feature around it, tell what they find. */
export interface Findings {
  readonly faults: Issue[];
  /** `path`: RFC 6901, from the object that is checked. */
  readonly place: (path: string) => Place;
}

/** Whether a text is one of GeoJSON's types; `null` where it is none even in other letters. */
export function geometryType(type: unknown): GeometryType | null {
  if (typeof type !== "string") return null;
  const folded = type.toLowerCase();
  return Object.hasOwn(TYPES, folded) ? TYPES[folded as keyof typeof TYPES] : null;
}

/** Lists members that GeoJSON defines for another type of object; they are not read. */
export function checkMembers(
  json: JsonObject,
  foreign: readonly string[],
  type: string,
  path: string,
  { faults, place }: Findings,
): void {
  for (const member of foreign)
    if (Object.hasOwn(json, member))
      faults.push({
        severity: "warning",
        place: place(`${path}/${member}`),
        code: "changed-semantics",
        params: { member, type },
      });
}

/** Lists a type in other letters than the standard's. */
export function checkTypeCase(found: string, expected: string, path: string, { faults, place }: Findings): void {
  if (found !== expected)
    faults.push({
      severity: "warning",
      place: place(`${path}/type`),
      code: "type-case",
      params: { found: quoted(found), expected },
    });
}

/** Lists a bounding box that is not four or six numbers. It is never read. */
export function checkBbox(json: JsonObject, path: string, { faults, place }: Findings): void {
  if (!Object.hasOwn(json, "bbox")) return;
  const bbox: unknown = json["bbox"];
  const report = (at: string, found: string): void => {
    faults.push({ severity: "warning", place: place(`${path}/bbox${at}`), code: "wrong-bbox", params: { found } });
  };
  if (!Array.isArray(bbox)) {
    report("", describeJsonType(bbox));
    return;
  }
  const wrong = bbox.findIndex((value) => typeof value !== "number");
  if (wrong !== -1) report(`/${String(wrong)}`, describeJsonType(bbox[wrong]));
  else if (bbox.length !== 4 && bbox.length !== 6) report("", String(bbox.length));
}

/**
 * Checks a geometry by RFC 7946. Longitudes and latitudes are not checked for their range.
 * @param path of the geometry inside what `findings` places
 * @returns `null` where it cannot be read; an error is then among the faults
 */
export function checkGeometry(geometry: unknown, path: string, findings: Findings): Shape | null {
  try {
    return new GeometryCheck(findings).geometry(geometry, path, 0);
  } catch (error) {
    if (!(error instanceof OverLimit)) throw error;
    findings.faults.push({ severity: "error", place: findings.place(path), ...overLimit(error.what) });
    return null;
  }
}

class GeometryCheck {
  readonly #findings: Findings;
  readonly #count = { error: 0, warning: 0 };
  #positionsMet = 0;
  #ringsMet = 0;

  constructor(findings: Findings) {
    this.#findings = findings;
  }

  #report(severity: "error" | "warning", path: string, what: Pick<Issue, "code" | "params">): null {
    if (++this.#count[severity] <= MOST_OF_A_KIND)
      this.#findings.faults.push({ severity, place: this.#findings.place(path), ...what } as Issue);
    return null;
  }

  geometry(json: unknown, path: string, depth: number): Shape | null {
    const type = isJsonObject(json) ? geometryType(json["type"]) : null;
    if (!isJsonObject(json) || type === null) {
      const found = describeJsonType(json);
      return this.#report("error", path, { code: "not-a-geometry", params: { found } });
    }
    checkTypeCase(String(json["type"]), type, path, this.#findings);
    checkMembers(json, FOREIGN_TO_GEOMETRY, type, path, this.#findings);
    checkBbox(json, path, this.#findings);
    const member = type === "GeometryCollection" ? "geometries" : "coordinates";
    const list: unknown = json[member];
    if (!Array.isArray(list)) {
      if (!Object.hasOwn(json, member))
        return this.#report("error", path, { code: "missing-member", params: { member } });
      const found = describeJsonType(list);
      return this.#report("error", `${path}/${member}`, { code: "not-a-list", params: { member, found } });
    }
    if (list.length === 0) return { kind: "empty" };
    if (type === "GeometryCollection") return this.#collection(list, path, depth);
    return this.#shape(type, list, `${path}/coordinates`);
  }

  #collection(members: readonly unknown[], path: string, depth: number): Shape | null {
    if (depth > 0)
      this.#report(depth > DEEPEST_COLLECTION ? "error" : "warning", path, { code: "nested-collection", params: {} });
    if (depth > DEEPEST_COLLECTION) return null;
    if (members.length === 1) this.#report("warning", path, { code: "collection-of-one", params: {} });
    const shapes = this.#all(members, `${path}/geometries`, (member, at) => this.geometry(member, at, depth + 1));
    return shapes && { kind: "collection", members: shapes };
  }

  #shape(type: Exclude<GeometryType, "GeometryCollection">, coordinates: readonly unknown[], path: string) {
    switch (type) {
      case "Point": {
        const position = this.#position(coordinates, path);
        return position && ({ kind: "points", positions: [position] } as const);
      }
      case "MultiPoint": {
        const positions = this.#positions(coordinates, path);
        return positions && ({ kind: "points", positions } as const);
      }
      case "LineString": {
        const line = this.#line(coordinates, path);
        return line && ({ kind: "lines", lines: [line] } as const);
      }
      case "MultiLineString": {
        const lines = this.#all(coordinates, path, (line, at) => this.#line(line, at));
        return lines && ({ kind: "lines", lines } as const);
      }
      case "Polygon": {
        const polygon = this.#polygon(coordinates, path);
        return polygon && ({ kind: "polygons", polygons: [polygon] } as const);
      }
      case "MultiPolygon": {
        const polygons = this.#all(coordinates, path, (polygon, at) => this.#polygon(polygon, at));
        return polygons && ({ kind: "polygons", polygons } as const);
      }
    }
  }

  /** All elements read; `null` where one cannot be. */
  #all<T>(list: readonly unknown[], path: string, read: (item: unknown, path: string) => T | null): T[] | null {
    const items: T[] = [];
    for (let index = 0; index < list.length && this.#count.error <= MOST_OF_A_KIND; index++) {
      const item = read(list[index], `${path}/${String(index)}`);
      if (item !== null) items.push(item);
    }
    return items.length === list.length ? items : null;
  }

  #nesting(found: unknown, path: string, expected: "position" | "line" | "ring" | "polygon"): null {
    return this.#report("error", path, { code: "wrong-nesting", params: { found: describeJsonType(found), expected } });
  }

  #position(json: unknown, path: string): Position | null {
    if (++this.#positionsMet > MOST.positions) throw new OverLimit("positions");
    if (!Array.isArray(json)) return this.#nesting(json, path, "position");
    const values: readonly unknown[] = json;
    if (Array.isArray(values[0])) return this.#nesting(json, path, "position");
    if (values.length < 2)
      return this.#report("error", path, { code: "not-a-position", params: { found: String(values.length) } });
    let sound = true;
    for (let index = 0; index < values.length && index < 4; index++) {
      const value = values[index];
      if (typeof value === "number" && (index > 1 || Number.isFinite(value))) continue;
      sound = false;
      const found = typeof value === "string" || typeof value === "number" ? String(value) : describeJsonType(value);
      this.#report("error", `${path}/${String(index)}`, { code: "not-a-number", params: { found: quoted(found) } });
    }
    if (!sound) return null;
    if (values.length > 3) this.#report("warning", path, { code: "extra-numbers", params: { found: values.length } });
    return values as Position;
  }

  /** Of a line or a ring. */
  #path(list: readonly unknown[], path: string): Position[] | null {
    if (++this.#ringsMet > MOST.rings) throw new OverLimit("rings");
    return this.#positions(list, path);
  }

  #positions(list: readonly unknown[], path: string): Position[] | null {
    return this.#all(list, path, (position, at) => this.#position(position, at));
  }

  #line(json: unknown, path: string): Position[] | null {
    if (!isListOfLists(json)) return this.#nesting(json, path, "line");
    const positions = this.#path(json, path);
    if (positions === null || positions.length > 1) return positions;
    return this.#report("error", path, { code: "line-too-short", params: { found: positions.length } });
  }

  #polygon(json: unknown, path: string): Position[][] | null {
    if (!isListOfLists(json)) return this.#nesting(json, path, "polygon");
    return this.#all(json, path, (ring, at) => this.#ring(ring, at, at.endsWith("/0") ? "outer" : "inner"));
  }

  #ring(json: unknown, path: string, ring: "outer" | "inner"): Position[] | null {
    if (!isListOfLists(json)) return this.#nesting(json, path, "ring");
    const positions = this.#path(json, path);
    if (positions === null) return null;
    const first = positions[0];
    const last = positions.at(-1);
    if (positions.length < 4 || !first || !last)
      return this.#report("error", path, { code: "ring-too-short", params: { found: positions.length } });
    if (first.length !== last.length || first.some((value, index) => value !== last[index]))
      this.#report("warning", path, { code: "ring-not-closed", params: {} });
    const area = signedArea(positions);
    if (ring === "outer" ? area < 0 : area > 0)
      this.#report("warning", path, { code: "wrong-winding", params: { ring } });
    return positions;
  }
}

/** Whether a list may hold lists: an empty one may. */
function isListOfLists(json: unknown): json is readonly unknown[] {
  return Array.isArray(json) && (json.length === 0 || Array.isArray(json[0]));
}

/** Area in the plane, in the unit of the coordinates squared; positive where the ring runs counterclockwise. */
export function signedArea(ring: readonly Position[]): number {
  let doubled = 0;
  const [originX = 0, originY = 0] = ring[0] ?? [];
  for (let index = 0, before = ring.length - 1; index < ring.length; before = index++) {
    const [x = 0, y = 0] = ring[index]!;
    const [beforeX = 0, beforeY = 0] = ring[before]!;
    doubled += (beforeX - originX) * (y - originY) - (x - originX) * (beforeY - originY);
  }
  return doubled / 2;
}
