import type { Issue, Place } from "#domain/issue.ts";

/** One column of a source, whatever its format. */
export interface RawColumn {
  /** The cell's text, trimmed; empty where there is none. What cannot be taken as a text is listed in `faults`. */
  text(record: number, faults: Issue[]): string;
  place(record: number): Place;
}

/** The point that a record states. `faulty`: what is wrong with it is listed. */
export type StatedPoint =
  | { readonly kind: "point"; readonly lon: number; readonly lat: number }
  | { readonly kind: "none" }
  | { readonly kind: "faulty" };

/** The records of a source before any meaning is read from them; CSV rows or GeoJSON features. */
export interface RawRecords {
  readonly file: string;
  /** Records that the source holds, readable or not. */
  readonly count: number;
  /** What is wrong with the source as a whole; an error among them means that no record can be read. */
  readonly issues: readonly Issue[];
  column(name: string): RawColumn | null;
  place(record: number): Place;
  /** Why the record cannot be taken apart; its other faults are then not knowable. */
  unreadable(record: number): Issue | null;
  point(record: number, faults: Issue[]): StatedPoint;
  duplicate(id: string, record: number, first: number): Issue;
}

/** A decimal number, optionally with a decimal comma; `NaN` for anything else. */
export function parseNumber(text: string, decimalComma: boolean): number {
  const plain = decimalComma && /^[^,.]*,[^,.]*$/.test(text) ? text.replace(",", ".") : text;
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
}

/** Lists a coordinate that lies outside the globe; true where there is none. */
export function checkPoint(
  lon: number,
  lat: number,
  lonPlace: () => Place,
  latPlace: () => Place,
  faults: Issue[],
): boolean {
  const before = faults.length;
  if (!(lon >= -180 && lon <= 180)) {
    faults.push({ severity: "error", place: lonPlace(), code: "longitude-out-of-range", params: { found: lon } });
  }
  if (!(lat >= -90 && lat <= 90)) {
    faults.push({ severity: "error", place: latPlace(), code: "latitude-out-of-range", params: { found: lat } });
  }
  return faults.length === before;
}
