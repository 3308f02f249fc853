import type { Geometry, Position } from "geojson";
import { MOST, OverLimit } from "#domain/limits.ts";
import { windRings } from "./wind-rings.ts";

const DEEPEST = 16;
/** Bytes of the envelope in the header of a GeoPackage geometry, by its indicator. */
const ENVELOPE_BYTES = [0, 32, 48, 48, 64];

/**
 * The geometry of a GeoPackage, its heights and measures left out; `null` where it is empty. Throws an `Error` that says
 * why it cannot be read.
 */
export function readGeopackageGeometry(blob: Uint8Array): Geometry | null {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new Error("the geometry does not begin with GP");
  const flags = blob[3] ?? 0;
  if ((flags & 0x20) !== 0) throw new Error("an extended geometry type");
  const envelope = ENVELOPE_BYTES[(flags >> 1) & 7];
  if (envelope === undefined) throw new Error("the header of the geometry is wrong");
  const reader = new WkbReader(new DataView(blob.buffer, blob.byteOffset, blob.byteLength), 8 + envelope);
  const geometry = reader.geometry(0);
  return geometry === null ? null : windRings(geometry);
}

/**
 * The geometry of well-known binary, also with a reference system in it, its heights and measures left out; `null` where it
 * is empty. Throws an `Error` that says why it cannot be read.
 */
export function readWellKnownBinary(bytes: Uint8Array): Geometry | null {
  return new WkbReader(new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength), 0).geometry(0);
}

/** Reads well-known binary, of ISO and of PostGIS. */
class WkbReader {
  readonly #view: DataView;
  #at: number;
  #little = true;
  #dimensions = 2;
  #positionsMet = 0;
  #ringsMet = 0;

  constructor(view: DataView, at: number) {
    this.#view = view;
    this.#at = at;
  }

  #byte(): number {
    return this.#view.getUint8(this.#at++);
  }

  #integer(): number {
    this.#at += 4;
    return this.#view.getUint32(this.#at - 4, this.#little);
  }

  /** A count of items that each take so many bytes at least. */
  #count(leastBytes: number): number {
    const count = this.#integer();
    if (this.#at + count * leastBytes > this.#view.byteLength) throw new Error("the geometry is shorter than it says");
    return count;
  }

  #position(): Position {
    const at = this.#at;
    this.#at += this.#dimensions * 8;
    return [this.#view.getFloat64(at, this.#little), this.#view.getFloat64(at + 8, this.#little)];
  }

  #positions(): Position[] {
    const length = this.#count(this.#dimensions * 8);
    this.#positionsMet += length;
    if (this.#positionsMet > MOST.positions) throw new OverLimit("positions");
    return Array.from({ length }, () => this.#position());
  }

  #rings(): Position[][] {
    const length = this.#count(4);
    this.#ringsMet += length;
    if (this.#ringsMet > MOST.rings) throw new OverLimit("rings");
    return Array.from({ length }, () => this.#positions());
  }

  #members(depth: number): Geometry[] {
    const members: Geometry[] = [];
    const count = this.#count(5);
    this.#positionsMet += count;
    if (this.#positionsMet > MOST.positions) throw new OverLimit("positions");
    for (let left = count; left > 0; left--) {
      const member = this.geometry(depth + 1);
      if (member !== null) members.push(member);
    }
    return members;
  }

  geometry(depth: number): Geometry | null {
    if (depth > DEEPEST) throw new Error("the geometry is nested too deeply");
    this.#little = this.#byte() === 1;
    const code = this.#integer();
    if ((code & 0x20000000) !== 0) this.#integer();
    const plain = code & 0x0fffffff;
    const iso = Math.floor(plain / 1000);
    const hasZ = (code & 0x80000000) !== 0 || iso === 1 || iso === 3;
    const hasM = (code & 0x40000000) !== 0 || iso === 2 || iso === 3;
    this.#dimensions = 2 + Number(hasZ) + Number(hasM);
    switch (plain % 1000) {
      case 1: {
        const coordinates = this.#position();
        return coordinates.every(Number.isFinite) ? { type: "Point", coordinates } : null;
      }
      case 2: {
        const coordinates = this.#positions();
        return coordinates.length === 0 ? null : { type: "LineString", coordinates };
      }
      case 3: {
        const coordinates = this.#rings();
        return coordinates.length === 0 ? null : { type: "Polygon", coordinates };
      }
      case 4:
      case 5:
      case 6:
        return multi(this.#members(depth));
      case 7: {
        const geometries = this.#members(depth);
        return geometries.length === 0 ? null : { type: "GeometryCollection", geometries };
      }
      default:
        throw new Error(`geometries of type ${String(plain)} are not read`);
    }
  }
}

/** One geometry of many; `null` where none of them has a position. */
function multi(members: readonly Geometry[]): Geometry | null {
  const points = members.flatMap((member) => (member.type === "Point" ? [member.coordinates] : []));
  const lines = members.flatMap((member) => (member.type === "LineString" ? [member.coordinates] : []));
  const polygons = members.flatMap((member) => (member.type === "Polygon" ? [member.coordinates] : []));
  if (points.length + lines.length + polygons.length !== members.length)
    throw new Error("a part of the geometry is of a type that it must not hold");
  if (polygons.length > 0) return { type: "MultiPolygon", coordinates: polygons };
  if (lines.length > 0) return { type: "MultiLineString", coordinates: lines };
  return points.length > 0 ? { type: "MultiPoint", coordinates: points } : null;
}
