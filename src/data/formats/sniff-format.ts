import type { FileFormat } from "#domain/ingest/mapping.ts";
import type { Issue } from "#domain/issue.ts";

/** Bytes from the beginning of a file by which its format is told. */
export const HEAD_BYTES = 1 << 18;

/** What a file is by its content: a format, an archive to look into, or why it is none that is read. */
export type Sniffed =
  | { readonly kind: "format"; readonly format: Exclude<FileFormat, "kmz" | "shapefile" | "xlsx"> }
  | { readonly kind: "zip" }
  | { readonly kind: "refused"; readonly issue: Pick<Issue, "code" | "params"> };

type UnsupportedKind = "pdf" | "image" | "xls" | "archive" | "document";

/** Beginnings of files that hold no table we read. */
const UNSUPPORTED: readonly (readonly [magic: string, kind: UnsupportedKind])[] = [
  ["%PDF", "pdf"],
  ["\x89PNG", "image"],
  ["\xff\xd8\xff", "image"],
  ["GIF8", "image"],
  ["II*\0", "image"],
  ["MM\0*", "image"],
  ["BM\0", "image"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"],
  ["\x1f\x8b", "archive"],
  ["7z\xbc\xaf\x27\x1c", "archive"],
  ["Rar!\x1a", "archive"],
  ["BZh", "archive"],
  ["\xfd7zXZ", "archive"],
  ["{\\rtf", "document"],
];
const GEOJSON_LINES_NAME = /\.(geojsonl|geojsons|geojsonseq|ndjson|ndgeojson|jsonl|ldjson)$/i;
const DELIMITED_NAME = /\.(csv|tsv|tab|txt)$/i;
const JSON_BEGINNING = /^(?:\{\s*["}]|\[\s*(?:["{[\]\d-]|true|false|null))/;
const GEOJSON_NAME = /\.(geo)?json$/i;

/**
 * Tells the format by the content; the name decides only where the content fits several.
 * @param head the first bytes, all of them or `HEAD_BYTES`
 * @param name of the file, with its extension
 */
export function sniffFormat(head: Uint8Array, name: string): Sniffed {
  const latin = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  const magic = latin(0, 16);
  if (head.length === 0) return { kind: "refused", issue: { code: "empty-file", params: {} } };
  if (magic.startsWith("PK\x03\x04") || magic.startsWith("PK\x05\x06")) return { kind: "zip" };
  if (magic.startsWith("SQLite format 3\0")) return { kind: "format", format: "geopackage" };
  if (magic.startsWith("fgb\x03fgb")) return { kind: "format", format: "flatgeobuf" };
  const part = shapefilePart(head, name);
  if (part !== null) return { kind: "refused", issue: { code: "shapefile-part-alone", params: { part } } };
  for (const [beginning, kind] of UNSUPPORTED) if (magic.startsWith(beginning)) return unsupported(kind);
  const text = beginningOfText(head);
  if (text === null) return unsupported("binary");
  return sniffText(text, name);
}

function unsupported(kind: UnsupportedKind | "html" | "xml" | "binary"): Sniffed {
  return { kind: "refused", issue: { code: "unsupported-file", params: { kind } } };
}

/** A part of a Shapefile: .shp and .shx by their magic number, .dbf by its header. */
function shapefilePart(head: Uint8Array, name: string): "shp" | "shx" | "dbf" | null {
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  if (head.length >= 100 && view.getInt32(0) === 9994 && view.getInt32(28, true) === 1000)
    return /\.shx$/i.test(name) ? "shx" : "shp";
  if (!/\.dbf$/i.test(name) || head.length < 33) return null;
  const headerBytes = view.getUint16(8, true);
  return headerBytes >= 33 && headerBytes % 32 <= 1 ? "dbf" : null;
}

/** The text of the first bytes, roughly, without byte order mark; `null` where they are no text. */
function beginningOfText(head: Uint8Array): string | null {
  if (head[0] === 0xff && head[1] === 0xfe) return new TextDecoder("utf-16le").decode(head);
  if (head[0] === 0xfe && head[1] === 0xff) return new TextDecoder("utf-16be").decode(head);
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2]!++;
  const half = head.length / 2;
  if (zeros[1]! > half * 0.4 && zeros[0]! < half * 0.1) return new TextDecoder("utf-16le").decode(head);
  if (zeros[0]! > half * 0.4 && zeros[1]! < half * 0.1) return new TextDecoder("utf-16be").decode(head);
  if (zeros[0]! + zeros[1]! > 0) return null;
  return new TextDecoder("utf-8").decode(head);
}

function sniffText(whole: string, name: string): Sniffed {
  const text = whole.trimStart();
  if (text === "") return { kind: "refused", issue: { code: "empty-file", params: {} } };
  if (text.startsWith("\u001e")) return { kind: "format", format: "geojson-lines" };
  if (/^[{[]/.test(text) && !(DELIMITED_NAME.test(name) && !JSON_BEGINNING.test(text)))
    return { kind: "format", format: jsonFormat(text, name) };
  if (text.startsWith("<")) return sniffMarkup(text);
  if (GEOJSON_LINES_NAME.test(name)) return { kind: "format", format: "geojson-lines" };
  if (GEOJSON_NAME.test(name)) return { kind: "format", format: "geojson" };
  return { kind: "format", format: "delimited-text" };
}

/** One JSON value a line where the first line is one by itself and another begins like one. */
function jsonFormat(text: string, name: string): "geojson" | "geojson-lines" {
  const end = text.indexOf("\n");
  const first = end === -1 ? text : text.slice(0, end);
  const isWholeCollection = /^\{[^{[]*"type"\s*:\s*"FeatureCollection"/i.test(first);
  if (isJson(first)) {
    const next = end === -1 ? "" : text.slice(end).trimStart();
    if (/^[{[]/.test(next)) return "geojson-lines";
    return GEOJSON_LINES_NAME.test(name) && !isWholeCollection ? "geojson-lines" : "geojson";
  }
  return GEOJSON_LINES_NAME.test(name) && !isWholeCollection && first.trim().length > 1 ? "geojson-lines" : "geojson";
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** By the first element; a text that only begins with an angle bracket is delimited text. */
function sniffMarkup(text: string): Sniffed {
  const withoutProlog = text.replace(
    /^(?:\s|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE\s+(?!html)[^[>]*(?:\[[\s\S]*?\])?\s*>)+/i,
    "",
  );
  if (/^<!doctype html/i.test(withoutProlog)) return unsupported("html");
  const root = /^<(?:[\w.-]+:)?([a-z_][\w.-]*)[\s/>]/i.exec(withoutProlog)?.[1]?.toLowerCase();
  switch (root) {
    case "kml":
    case "gpx":
      return { kind: "format", format: root };
    case "html":
    case "head":
    case "body":
      return unsupported("html");
    case undefined:
      return text.startsWith("<?xml") ? unsupported("xml") : { kind: "format", format: "delimited-text" };
    default:
      return unsupported("xml");
  }
}
