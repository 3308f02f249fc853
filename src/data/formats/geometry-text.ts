import type { Geometry, Position } from "geojson";
import { OverLimit } from "#domain/limits.ts";
import { parseJson } from "../json.ts";
import { windRings } from "./wind-rings.ts";
import { readWellKnownBinary } from "./wkb.ts";

const DEEPEST = 16;
const HEXADECIMAL = /^(?:[0-9a-f]{2}){9,}$/i;

/**
 * The geometry that a text states: as well-known text with or without a reference system in front, as well-known binary in
 * hexadecimal digits, or as GeoJSON, which is not checked. `geometry: null`: an empty one. `null`: the text states none.
 * Throws `OverLimit` where it states more than is read.
 */
export function readGeometryText(text: string): { readonly geometry: unknown } | null {
  const trimmed = text.trim();
  if (trimmed.startsWith("{")) {
    const parsed = parseJson(trimmed);
    return parsed.ok ? { geometry: parsed.value } : null;
  }
  try {
    const geometry = HEXADECIMAL.test(trimmed) ? readWellKnownBinary(bytesOf(trimmed)) : readWellKnownText(trimmed);
    return { geometry: geometry === null ? null : windRings(geometry) };
  } catch (error) {
    if (error instanceof OverLimit) throw error;
    return null;
  }
}

/** Whether a text begins as a polygon does, in any of the forms of {@link readGeometryText}. */
export function isPolygonText(text: string): boolean {
  return (
    /^\s*(srid=\d+;)?\s*(geometrycollection[^(]*\(\s*)?(multi)?polygon\s*(z|m|zm)?\s*(\(|empty)/i.test(text) ||
    /^\s*\{\s*"type"\s*:\s*"(Multi)?Polygon"/.test(text) ||
    /^\s*(01(03|06)0000[0-9a-f]0|00[0-9a-f]00000(3|6))[0-9a-f]{8}/i.test(text)
  );
}

function bytesOf(hexadecimal: string): Uint8Array {
  const bytes = new Uint8Array(hexadecimal.length / 2);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Number.parseInt(hexadecimal.slice(2 * at, 2 * at + 2), 16);
  return bytes;
}

function unreadable(): Error {
  return new Error("no well-known text");
}

function readWellKnownText(text: string): Geometry | null {
  const reader = new WktReader(text.replace(/^srid=\d+;\s*/i, ""));
  const geometry = reader.geometry(0);
  reader.end();
  return geometry;
}

/** Reads well-known text, of ISO and of PostGIS; heights and measures are left out. */
class WktReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  end(): void {
    if (this.#text.slice(this.#at).trim() !== "") throw unreadable();
  }

  geometry(depth: number): Geometry | null {
    if (depth > DEEPEST) throw unreadable();
    const word = this.#word();
    const type = word.replace(/(ZM|Z|M)$/, "");
    let next = this.#word();
    if (type === word && /^(ZM|Z|M)$/.test(next)) next = this.#word();
    if (next === "EMPTY") return null;
    if (next !== "") throw unreadable();
    switch (type) {
      case "POINT": {
        const [coordinates = [], ...others] = this.#positions();
        if (others.length > 0) throw unreadable();
        return { type: "Point", coordinates };
      }
      case "LINESTRING":
        return { type: "LineString", coordinates: this.#positions() };
      case "POLYGON":
        return { type: "Polygon", coordinates: this.#rings() };
      case "MULTIPOINT":
        return { type: "MultiPoint", coordinates: this.#list(() => this.#loosePosition()) };
      case "MULTILINESTRING":
        return { type: "MultiLineString", coordinates: this.#rings() };
      case "MULTIPOLYGON":
        return { type: "MultiPolygon", coordinates: this.#list(() => this.#rings()) };
      case "GEOMETRYCOLLECTION": {
        const members = this.#list(() => this.geometry(depth + 1));
        const geometries = members.filter((member) => member !== null);
        return geometries.length === 0 ? null : { type: "GeometryCollection", geometries };
      }
      default:
        throw unreadable();
    }
  }

  #word(): string {
    return this.#take(/\s*([a-z]*)/iy).toUpperCase();
  }

  /** The first group of what stands next. */
  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.#text);
    if (match === null) throw unreadable();
    this.#at = pattern.lastIndex;
    return match[1] ?? "";
  }

  #list<T>(item: () => T): T[] {
    this.#take(/\s*\(/y);
    const items: T[] = [];
    do items.push(item());
    while (this.#take(/\s*([,)])/y) === ",");
    return items;
  }

  #rings(): Position[][] {
    return this.#list(() => this.#positions());
  }

  #positions(): Position[] {
    return this.#list(() => this.#position());
  }

  /** Of a MULTIPOINT, with brackets of its own or without. */
  #loosePosition(): Position {
    const open = this.#take(/\s*(\(?)/y);
    const position = this.#position();
    if (open !== "") this.#take(/\s*\)/y);
    return position;
  }

  #position(): Position {
    const x = this.#number();
    const y = this.#number();
    this.#take(/((?:\s+[^\s,()]+){0,2})/y);
    return [x, y];
  }

  #number(): number {
    return Number(this.#take(/\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)(?=[\s,()])/iy));
  }
}
