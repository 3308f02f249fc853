import path from "node:path";
import { SECTORS } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageArea } from "#domain/coverage/coverage.ts";
import type { FileStatement } from "#domain/live/file-part.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { DegreesBox } from "./extract/extract-file.ts";
import { parseOneAndOptions, type UsageFailure } from "./options.ts";
import { parseBox } from "./osm-actors-options.ts";

export const TILE_FORMATS = ["pmtiles", "fgb"] as const;

export interface TilesOptions {
  readonly table: string;
  readonly out: string;
  readonly format: (typeof TILE_FORMATS)[number];
  /** Members of the source that are said, in place of the table's own. */
  readonly source: Partial<NonNullable<FileStatement["source"]>>;
  /** In place of the table's own; `null`: not said. */
  readonly levels: CoverageArea["levels"] | null;
  /** Where the levels hold; `null`: in the box around all actors. */
  readonly bbox: DegreesBox | null;
}

const SOURCE_OPTIONS = {
  source: "title",
  attribution: "attribution",
  licence: "licence",
  "licence-url": "licenceUrl",
  url: "url",
  date: "date",
} as const;
const SOURCE_NAMES = ["source", "attribution", "licence", "licence-url", "url", "date"] as const;
const OPTIONS = ["out", "coverage", "bbox", ...SOURCE_NAMES] as const;

export function parseTilesOptions(args: readonly string[]): Result<TilesOptions, UsageFailure> {
  const parsed = parseOneAndOptions(args, OPTIONS, "cli.error.missing-tiles-table");
  if (!parsed.ok) return parsed;
  const { one: table, options } = parsed.value;
  const out = options.get("out");
  if (out === undefined) return failure({ code: "cli.error.missing-option", params: { option: "--out" } });
  const format = TILE_FORMATS.find((known) => path.extname(out).toLowerCase() === `.${known}`);
  if (format === undefined) return failure({ code: "cli.error.tiles-format", params: { file: out } });

  const levels = parseLevels(options.get("coverage") ?? null);
  if (!levels.ok) return levels;
  const written = options.get("bbox");
  if (written !== undefined && levels.value === null)
    return failure({ code: "cli.error.missing-option", params: { option: "--coverage" } });
  const bbox = written === undefined ? success(null) : parseBox(written);
  if (!bbox.ok) return bbox;
  const source = Object.fromEntries(
    SOURCE_NAMES.flatMap((name) => {
      const value = options.get(name);
      return value === undefined ? [] : [[SOURCE_OPTIONS[name], value]];
    }),
  );
  return success({ table, out, format, source, levels: levels.value, bbox: bbox.value });
}

/** One level for all sectors, or three in the order of the sectors. */
function parseLevels(text: string | null): Result<CoverageArea["levels"] | null, UsageFailure> {
  if (text === null) return success(null);
  const parts = text.split(",").map((part) => COVERAGE_LEVELS.find((level) => level === part.trim()));
  const [creative, trade = creative, service = creative] = parts;
  const isWhole = parts.length === 1 || parts.length === SECTORS.length;
  if (isWhole && creative !== undefined && trade !== undefined && service !== undefined && !parts.includes(undefined)) {
    return success({ creative, trade, service });
  }
  const params = { option: "--coverage", found: text, expected: COVERAGE_LEVELS.join(", ") };
  return failure({ code: "cli.error.bad-choice", params });
}
