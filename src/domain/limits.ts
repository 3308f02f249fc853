/** What there can be too much of. */
export type LimitName =
  | "depth"
  | "elements"
  | "packing"
  | "entries"
  | "layers"
  | "row"
  | "text"
  | "positions"
  | "rings"
  | "outlines"
  | "cells"
  | "link"
  | "answer";

/**
 * The most that is read of anything from outside. What is beyond is refused with its number, before it takes the memory or
 * the time of the page; the README has the same numbers.
 */
export const MOST: Readonly<Record<LimitName, number>> = {
  /** Lists, objects or elements inside each other. */
  depth: 200,
  /** Elements of an XML text. */
  elements: 2_000_000,
  /** Times its packed size that a part of an archive unpacks to, where that is more than {@link FREE_UNPACKED_BYTES}. */
  packing: 200,
  /** Parts of an archive. */
  entries: 20_000,
  /** Sheets or layers of a file, tables of a project. */
  layers: 1000,
  /** Characters of a row of delimited text, or of a line of GeoJSON. */
  row: 20_000_000,
  /** Characters of a value that is no outline: as many as a cell of a spreadsheet holds. */
  text: 32_767,
  /** Positions of one geometry, its rings or parts, and positions of all outlines of a table. */
  positions: 500_000,
  rings: 20_000,
  outlines: 5_000_000,
  /** Rows times columns of a sheet. */
  cells: 20_000_000,
  /** Characters of a link. */
  link: 100_000,
  /** Bytes of one answer of a live source. */
  answer: 100_000_000,
};

/** Bytes that are unpacked however well they were packed. */
export const FREE_UNPACKED_BYTES = 10e6;

/** Megabytes of a JSON text; one string of the engine holds some 536 million characters. */
export const MOST_JSON_MEGABYTES = 500;
/** An XML document takes many times its size in memory. */
export const MOST_XML_MEGABYTES = 200;
/** Megabytes of a file that has to be in memory as a whole, and of all that is unpacked of an archive. */
export const MOST_BINARY_MEGABYTES = 1000;
/** Megabytes of the style of a basemap, and of a description of tiles. */
export const MOST_STYLE_MEGABYTES = 10;
/** Layers of such a style, or of tiles without one; each source of a style is asked for. */
export const MOST_STYLE_LAYERS = 2000;
export const MOST_STYLE_SOURCES = 100;
/** As many as a sheet of a spreadsheet has, a little less. */
export const MOST_COLUMNS = 10_000;

/** Thrown where something is beyond a limit, and told as an issue where files are opened. */
export class OverLimit extends Error {
  readonly what: LimitName;

  constructor(what: LimitName) {
    super(`more than ${String(MOST[what])} (${what})`);
    this.name = "OverLimit";
    this.what = what;
  }
}

/** What an issue says of it. */
export function overLimit(what: LimitName) {
  return { code: "over-limit", params: { what, most: MOST[what] } } as const;
}
