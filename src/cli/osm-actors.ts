import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import path from "node:path";
import { OsmActorBuilder } from "#data/osm/actors-from-elements.ts";
import { askedKeys, classifyTags, readTagTable } from "#data/osm/tag-table.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { Translate } from "#i18n/translate.ts";
import { ExtractError } from "./extract/extract-failure.ts";
import { ExtractFile } from "./extract/extract-file.ts";
import { readExtract } from "./extract/read-extract.ts";
import { DATA_ERRORS, DONE, type CommandIo } from "./io.ts";
import { inLargerPieces } from "./larger-pieces.ts";
import { actorFilePieces, sectorCounts, type ExtractActors } from "./osm-actors-file.ts";
import { parseOsmActorsOptions, type OsmActorsOptions } from "./osm-actors-options.ts";
import type { UsageFailure } from "./options.ts";
import { reasonOf } from "./read-input.ts";

/** Made by the preparation of the data. */
const TAG_TABLE = path.resolve(import.meta.dirname, "../../public/generated/osm-actors.json");
/** Names of kinds are written in it. */
const LANGUAGE = "en";

/** Writes the actors of an extract of OpenStreetMap as GeoJSON, and to standard output what was read. */
export function osmActors(args: readonly string[], io: CommandIo, translate: Translate): Result<number, UsageFailure> {
  const started = performance.now();
  const options = parseOsmActorsOptions(args);
  if (!options.ok) return options;
  const { extract, out } = options.value;
  const source = openExtract(extract);
  if (!source.ok) return source;
  try {
    const target = openTarget(out, source.value);
    if (!target.ok) return target;
    let isWritten = false;
    try {
      const file = new ExtractFile(source.value);
      const found = findActors(file, options.value);
      writeActors(target.value.file, found);
      isWritten = true;
      for (const { kind, offset } of found.passedOver) {
        io.stderr.write(`${translate("cli.extract.passed-over", { file: extract, kind, offset: String(offset) })}\n`);
      }
      io.stdout.write(summary(found, options.value, file.sizeBytes, performance.now() - started, translate));
      return success(DONE);
    } catch (error) {
      if (error instanceof ExtractError) {
        const { code, params } = error.failure;
        io.stderr.write(`${translate(code, { file: extract, ...params })}\n`);
        return success(DATA_ERRORS);
      }
      if (!isRefusal(error)) throw error;
      const [refused, file] =
        error.syscall === "read" ? (["unreadable", extract] as const) : (["unwritable", out] as const);
      return failure({ code: `cli.error.${refused}-file`, params: { file, reason: reasonOf(error) } });
    } finally {
      closeSync(target.value.file);
      if (!isWritten && target.value.isNew) rmSync(out);
    }
  } finally {
    closeSync(source.value);
  }
}

function openExtract(file: string): Result<number, UsageFailure> {
  try {
    const descriptor = openSync(file, "r");
    if (fstatSync(descriptor).isFile()) return success(descriptor);
    closeSync(descriptor);
    return failure({ code: "cli.error.no-regular-file", params: { file } });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return failure({ code: "cli.error.unreadable-file", params: { file, reason: reasonOf(error) } });
  }
}

/** Opens a file for writing and leaves what is in it, so that nothing is lost when the extract cannot be read. */
function openTarget(
  out: string,
  source: number,
): Result<{ readonly file: number; readonly isNew: boolean }, UsageFailure> {
  try {
    const isNew = !existsSync(out);
    const file = openSync(out, "a");
    const [from, to] = [fstatSync(source), fstatSync(file)];
    if (from.ino !== to.ino || from.dev !== to.dev) return success({ file, isNew });
    closeSync(file);
    return failure({ code: "cli.error.same-file", params: { file: out } });
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return failure({ code: "cli.error.unwritable-file", params: { file: out, reason: reasonOf(error) } });
  }
}

/** Whether the system refused a call. */
function isRefusal(error: unknown): error is Error & { readonly syscall: string } {
  return error instanceof Error && "syscall" in error && typeof error.syscall === "string";
}

function findActors(file: ExtractFile, { extract, bbox }: OsmActorsOptions): ExtractActors {
  const table = readTagTable(readFileSync(TAG_TABLE, "utf8"));
  const header = file.header();
  const builder = new OsmActorBuilder({ table, language: LANGUAGE, asOf: header.asOf });
  let taken = 0;
  const content = readExtract(file, {
    keys: new Set(askedKeys(table).map(({ key }) => key)),
    isWanted: (tags) => classifyTags(tags, table) !== null,
    isInside: (lon, lat) =>
      bbox === null || (lon >= bbox.west && lon <= bbox.east && lat >= bbox.south && lat <= bbox.north),
    take(element) {
      taken += 1;
      builder.add(element);
    },
  });
  const actors = builder.finish();
  return { ...content, extract: path.basename(extract), header, bbox, actors, repeats: taken - actors.count };
}

function writeActors(file: number, found: ExtractActors): void {
  if (fstatSync(file).isFile()) ftruncateSync(file, 0);
  for (const piece of inLargerPieces(actorFilePieces(found))) writeSync(file, piece);
}

const BYTES_A_MEGABYTE = 1e6;
const BYTES_A_KIBIBYTE = 1024;

function summary(
  found: ExtractActors,
  { out }: OsmActorsOptions,
  sizeBytes: number,
  milliseconds: number,
  translate: Translate,
): string {
  const { extract, counts, actors, header, withoutPosition, repeats } = found;
  const seconds = milliseconds / 1000;
  const peakBytes = process.resourceUsage().maxRSS * BYTES_A_KIBIBYTE;
  const lines = [
    translate("cli.extract.read", { file: extract, ...counts, date: header.asOf ?? "empty" }),
    translate("cli.extract.actors", { file: out, count: actors.count, ...sectorCounts(actors) }),
    translate("cli.extract.left-out", { withoutPosition, repeats }),
    translate("cli.extract.effort", {
      seconds: seconds.toFixed(1),
      rate: (sizeBytes / BYTES_A_MEGABYTE / seconds).toFixed(1),
      peak: (peakBytes / BYTES_A_MEGABYTE).toFixed(0),
    }),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

export function osmActorsHelp(translate: Translate): string {
  return translate("cli.help.osm-actors");
}
