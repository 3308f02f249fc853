/** Where in a source. `row` is what a spreadsheet shows: the header is row 1. */
export type Place =
  | { readonly kind: "cell"; readonly file: string; readonly row: number; readonly column: string }
  | { readonly kind: "row"; readonly file: string; readonly row: number }
  | { readonly kind: "pointer"; readonly file: string; readonly pointer: string } // RFC 6901, for GeoJSON
  | { readonly kind: "file"; readonly file: string }
  | { readonly kind: "link"; readonly key: string };

type NoParams = Readonly<Record<string, never>>;

interface IssueParams {
  /** The file's bytes are not text in a known encoding, or its text is not what its kind asks for. */
  "unreadable-file": { readonly reason: string };
  "empty-file": NoParams;
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
  "not-in-vocabulary": { readonly found: string; readonly expected: string };
  "category-of-other-sector": { readonly found: string; readonly sector: string; readonly expected: string };
  "not-a-web-address": { readonly found: string };
  "not-a-country-code": { readonly found: string };
  "duplicate-id": { readonly id: string; readonly firstRow: number };
  /** The same in GeoJSON; `first` points to the feature that has the id already. */
  "duplicate-feature-id": { readonly id: string; readonly first: string };
  /** A text that is neither an object nor a list of JSON; `begins`: its first characters. */
  "not-json-text": { readonly begins: string };
  "not-json": { readonly reason: string };
  "not-geojson": { readonly found: string };
  /** GeoJSON, but none that this application has written. */
  "not-an-export": NoParams;
  "newer-file": { readonly found: string };
  "not-a-feature": { readonly found: string };
  "not-a-point-geometry": { readonly found: string };
  /** `coordinates` that hold fewer than two values; `found`: how many, or what stands there instead. */
  "not-a-position": { readonly found: string };
  /** An object or a list where a text or a number is due. */
  "not-a-plain-value": { readonly found: string };
  "unknown-key": NoParams;
  "unreadable-value": { readonly found: string; readonly expected: string };
  "newer-link": { readonly found: string };
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
