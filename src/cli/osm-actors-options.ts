import { failure, success, type Result } from "#domain/result.ts";
import type { DegreesBox } from "./extract/extract-file.ts";
import { parseOneAndOptions, type UsageFailure } from "./options.ts";

export interface OsmActorsOptions {
  readonly extract: string;
  readonly out: string;
  /** `null`: all of the extract. */
  readonly bbox: DegreesBox | null;
}

const OPTIONS = ["out", "bbox"] as const;

export function parseOsmActorsOptions(args: readonly string[]): Result<OsmActorsOptions, UsageFailure> {
  const parsed = parseOneAndOptions(args, OPTIONS, "cli.error.missing-extract");
  if (!parsed.ok) return parsed;
  const { one: extract, options } = parsed.value;
  const out = options.get("out");
  if (out === undefined) return failure({ code: "cli.error.missing-option", params: { option: "--out" } });
  const written = options.get("bbox");
  if (written === undefined) return success({ extract, out, bbox: null });
  const bbox = parseBox(written);
  return bbox.ok ? success({ extract, out, bbox: bbox.value }) : bbox;
}

const SIDES = [
  { side: "west", most: 180 },
  { side: "south", most: 90 },
  { side: "east", most: 180 },
  { side: "north", most: 90 },
] as const;

/** @param text west, south, east, north */
export function parseBox(text: string): Result<DegreesBox, UsageFailure> {
  const parts = text.split(",").map((part) => part.trim());
  if (parts.length !== SIDES.length || parts.includes(""))
    return failure({ code: "cli.error.bad-bbox", params: { found: text } });
  const box = { west: NaN, south: NaN, east: NaN, north: NaN };
  for (const [index, { side, most }] of SIDES.entries()) {
    const part = parts[index] ?? "";
    const value = /^[+-]?(\d+(\.\d*)?|\.\d+)$/.test(part) ? Number(part) : NaN;
    if (!(Math.abs(value) <= most)) {
      return failure({ code: "cli.error.bad-bbox-side", params: { side, found: part, most: String(most) } });
    }
    box[side] = value;
  }
  const { west, south, east, north } = box;
  for (const [low, high, less, more] of [
    ["west", "east", west, east],
    ["south", "north", south, north],
  ] as const) {
    if (less > more) {
      const params = { low, high, less: String(less), more: String(more) };
      return failure({ code: "cli.error.bad-bbox-order", params });
    }
  }
  return success(box);
}
