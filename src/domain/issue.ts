import type { LimitName } from "./limits.ts";

/** Where in a source. `row` is what a spreadsheet shows: the header is row 1. */
export type Place =
  | { readonly kind: "cell"; readonly file: string; readonly row: number; readonly column: string }
  | { readonly kind: "row"; readonly file: string; readonly row: number }
  | { readonly kind: "pointer"; readonly file: string; readonly pointer: string } // RFC 6901, for GeoJSON
  /** A feature of any other format, counted from 1; `property` is `null` for its geometry or the feature as a whole. */
  | { readonly kind: "feature"; readonly file: string; readonly feature: number; readonly property: string | null }
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "link"; readonly key: string };

type NoParams = Readonly<Record<string, never>>;

interface IssueParams {
  /** The file's bytes are not text in a known encoding, or its text is not what its kind asks for. */
  "unreadable-file": { readonly reason: string };
  "empty-file": NoParams;
  "no-features": NoParams;
  "no-rows": NoParams;
  "missing-column": { readonly column: string; readonly accepted: string };
  "repeated-column": { readonly column: string };
  "cell-count": { readonly found: number; readonly expected: number };
  "unclosed-quote": NoParams;
  "stray-quote": NoParams;
  "missing-value": { readonly column: string };
  "not-a-number": { readonly found: string };
  "not-an-integer": { readonly found: string };
  "below-minimum": { readonly found: number; readonly least: number };
  "latitude-out-of-range": { readonly found: number };
  "longitude-out-of-range": { readonly found: number };
  "half-a-point": { readonly missing: string };
  "no-point": NoParams;
  /** `nearest`: the value that may have been meant; empty where none is near. */
  "not-in-vocabulary": { readonly found: string; readonly expected: string; readonly nearest: string };
  "category-of-other-sector": { readonly found: string; readonly sector: string; readonly expected: string };
  "not-a-date": { readonly found: string };
  "ends-before-start": { readonly found: string; readonly start: string };
  "not-a-coordinate": { readonly found: string };
  /** One cell that should hold both coordinates. */
  "not-a-position-text": { readonly found: string };
  /** Coordinates that lie outside the area for which their reference system is made. */
  "outside-reference-system": { readonly x: number; readonly y: number; readonly crs: string };
  "not-a-web-address": { readonly found: string };
  "not-a-country-code": { readonly found: string };
  "duplicate-id": { readonly id: string; readonly firstRow: number };
  /** The same in GeoJSON; `first` points to the feature that has the id already. */
  "duplicate-feature-id": { readonly id: string; readonly first: string };
  /** A text that is neither an object nor a list of JSON; `begins`: its first characters. */
  "not-json-text": { readonly begins: string };
  "not-json": { readonly reason: string };
  /** `byte`: the position of the first that is no UTF-8, counted from 0. */
  "not-utf8": { readonly byte: number };
  "not-geojson": { readonly found: string };
  /** GeoJSON, but none that this application has written. */
  "not-an-export": NoParams;
  "newer-file": { readonly found: string };
  "not-a-feature": { readonly found: string };
  "not-a-point-geometry": { readonly found: string };
  /** `found`: the type of a geometry that is no area. */
  "not-a-polygon": { readonly found: string };
  /** An isochrone of a time that is none; `unit`: what it should be counted in. */
  "not-a-travel-time": { readonly found: string; readonly unit: "minutes" | "seconds" };
  /** An area of equal distance where one of equal travel time is due. */
  "distance-contour": { readonly found: string };
  /** A cell that should hold a geometry. */
  "not-a-geometry-text": { readonly found: string };
  /** `coordinates` that hold fewer than two values; `found`: how many, or what stands there instead. */
  "not-a-position": { readonly found: string };
  /** An object or a list where a text or a number is due. */
  "not-a-plain-value": { readonly found: string };
  "not-a-geometry": { readonly found: string };
  /** A GeoJSON type in other letters than the standard's. */
  "type-case": { readonly found: string; readonly expected: string };
  "missing-member": { readonly member: string };
  "not-a-list": { readonly member: string; readonly found: string };
  /** Coordinates one level too deep or too flat. */
  "wrong-nesting": { readonly found: string; readonly expected: "position" | "line" | "ring" | "polygon" };
  "extra-numbers": { readonly found: number };
  "ring-not-closed": NoParams;
  "ring-too-short": { readonly found: number };
  "line-too-short": { readonly found: number };
  "wrong-winding": { readonly ring: "outer" | "inner" };
  "nested-collection": NoParams;
  "collection-of-one": NoParams;
  "wrong-bbox": { readonly found: string };
  /** A member that GeoJSON defines for another type of object. */
  "changed-semantics": { readonly member: string; readonly type: string };
  "excessive-precision": { readonly decimals: number };
  "duplicate-key": { readonly key: string };
  "list-of-features": { readonly count: number };
  "too-many-columns": { readonly found: number; readonly most: number };
  /** A file of a kind that holds no table, or that is not read. */
  "unsupported-file": {
    readonly kind: "pdf" | "image" | "xls" | "ods" | "html" | "xml" | "archive" | "document" | "database" | "binary";
  };
  /** `found`: names inside the archive. */
  "zip-without-table": { readonly found: string };
  "zip-with-several": { readonly found: string };
  "zip-too-large": { readonly megabytes: number; readonly most: number };
  "encrypted-zip": NoParams;
  "damaged-file": { readonly format: string; readonly reason: string };
  "file-too-long": { readonly megabytes: number; readonly most: number };
  /** More of something than is read. */
  "over-limit": { readonly what: LimitName; readonly most: number };
  /** Nothing that stands behind a row was read. */
  "rest-unread": { readonly row: number };
  "not-xml": { readonly reason: string };
  /** An XML text that declares entities, which may stand for anything of any size. */
  "declares-entities": NoParams;
  /** Signs that are not seen or turn the direction of a text; they were taken out. */
  "hidden-characters": { readonly found: number };
  /** Controls that stand for letters of another encoding. */
  misread: NoParams;
  /** `part`: shp, shx, dbf, prj or cpg. */
  "shapefile-part-alone": { readonly part: string };
  "shapefile-lacks-part": { readonly part: string };
  "shapefile-counts": { readonly shapes: number; readonly records: number };
  "unreadable-shape": { readonly reason: string };
  "feature-count": { readonly found: number; readonly expected: number };
  "no-layer": NoParams;
  /** Layers of a database that are no tables. */
  "views-unread": { readonly count: number; readonly found: string };
  "unknown-layer": { readonly layer: string; readonly layers: string };
  "unknown-key": NoParams;
  "unreadable-value": { readonly found: string; readonly expected: string };
  "newer-link": { readonly found: string };
  /** Parts that the link was too long for. */
  "shortened-link": { readonly found: string };
  /** A record that a file of ours marks as supposed. */
  "hypothetical-record": NoParams;
  "unknown-record": { readonly id: string };
}

export type IssueCode = keyof IssueParams;
export type Severity = "error" | "warning";

/** One thing found in the data. `code` picks the message and `params` fills it; no prose here. */
export type Issue = {
  readonly [C in IssueCode]: {
    readonly severity: Severity;
    readonly place: Place;
    readonly code: C;
    readonly params: IssueParams[C];
  };
}[IssueCode];

/** What reading a source gave: rows read = records + rows rejected, always. Issues stand in file order. */
export interface Ingest<T> {
  readonly records: T;
  readonly rowsRead: number;
  readonly rowsRejected: number;
  readonly issues: readonly Issue[];
}
