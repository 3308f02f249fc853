import { closeSync, openSync, readSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { actorTableColumns } from "#data/export/export-rows.ts";
import { writeCoverage } from "#data/export/export-metadata.ts";
import { readStatement } from "#data/remote/file-statement.ts";
import { boxRing } from "#domain/geo/box-ring.ts";
import { SECTORS, type ActorTable } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageArea } from "#domain/coverage/coverage.ts";
import { boundsOf } from "#domain/geo/bounds.ts";
import type { FileStatement } from "#domain/live/file-part.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { Translate } from "#i18n/translate.ts";
import { DATA_ERRORS, DONE, type CommandIo } from "./io.ts";
import { sectorCounts } from "./osm-actors-file.ts";
import type { UsageFailure } from "./options.ts";
import { issueLine, readInput, reasonOf } from "./read-input.ts";
import { flatgeobufPieces } from "./tiles/flatgeobuf-file.ts";
import { canBeTiled, pmtilesPieces, TILE_ZOOM } from "./tiles/pmtiles-file.ts";
import { parseTilesOptions, type TilesOptions } from "./tiles-options.ts";

/** Of a GeoJSON of ours, in which the metadata stand before the features. */
const HEAD_BYTES = 1 << 20;

/** Writes a table of actors as a file of which parts can be read where it lies. */
export async function tiles(
  args: readonly string[],
  io: CommandIo,
  translate: Translate,
): Promise<Result<number, UsageFailure>> {
  const parsed = parseTilesOptions(args);
  if (!parsed.ok) return parsed;
  const options = parsed.value;
  const read = await readInput(options.table, "actors");
  if (!read.ok) return read;
  const { records: actors, issues } = read.value;
  for (const issue of issues) io.stderr.write(issueLine(issue, translate));
  const indices = Array.from({ length: actors.count }, (_, index) => index).filter(
    (index) => !Number.isNaN(actors.lon[index]!) && (options.format === "fgb" || canBeTiled(actors.lat[index]!)),
  );
  const hasErrors = issues.some(({ severity }) => severity === "error");
  if (indices.length === 0) {
    io.stderr.write(`${translate("cli.tiles.nothing", { file: options.table })}\n`);
    return success(DATA_ERRORS);
  }
  const statement = statementOf(options, actors, indices);
  const pieces = writePieces(options, actors, indices, metadataOf(options, actors, indices, statement));
  try {
    writeFileSync(options.out, Buffer.concat(pieces));
  } catch (error) {
    return failure({ code: "cli.error.unwritable-file", params: { file: options.out, reason: reasonOf(error) } });
  }
  io.stdout.write(
    `${translate("cli.tiles.written", {
      file: options.out,
      count: indices.length,
      ...sectorCounts(actors, indices),
      bytes: statSync(options.out).size,
      left: actors.count - indices.length,
    })}\n`,
  );
  return success(hasErrors ? DATA_ERRORS : DONE);
}

function writePieces(
  { format }: TilesOptions,
  actors: ActorTable,
  indices: readonly number[],
  metadata: Readonly<Record<string, unknown>>,
): readonly Uint8Array[] {
  const columns = actorTableColumns(actors);
  if (format === "fgb") {
    const rowOf = (index: number) => columns.map(({ value }) => value(index));
    const head = { name: "actors", columns, rowCount: indices.length, metadata } as const;
    return flatgeobufPieces(head, actors, indices, rowOf);
  }
  const others = columns.filter(({ type }) => type !== "degrees");
  return pmtilesPieces(others, metadata, actors, indices, (index) => others.map(({ value }) => value(index)));
}

/** What the table says about itself where it is a file of ours, and what was said on the command line in its place. */
function statementOf(options: TilesOptions, actors: ActorTable, indices: readonly number[]): FileStatement {
  const own = readStatement(metadataIn(options.table), null);
  const isSaid = Object.keys(options.source).length > 0;
  const source = isSaid || own.source !== null ? { ...NO_SOURCE, ...own.source, ...options.source } : null;
  if (options.levels === null) return { source, coverage: own.coverage };
  const [west, south, east, north] = boundsOf(actors, indices) ?? [0, 0, 0, 0];
  const area: CoverageArea = {
    id: "table",
    source: source?.title ?? "",
    date: source?.date ?? null,
    levels: options.levels,
    shape: { kind: "polygon", rings: [boxRing(options.bbox ?? { west, south, east, north })] },
  };
  return { source, coverage: [area] };
}

const NO_SOURCE = { title: "", licence: "", licenceUrl: "", url: "", date: null, attribution: "" } as const;

/** The metadata at the beginning of a GeoJSON; `null` where there are none. */
function metadataIn(file: string): unknown {
  const head = Buffer.alloc(HEAD_BYTES);
  const descriptor = openSync(file, "r");
  const length = readSync(descriptor, head, 0, HEAD_BYTES, 0);
  closeSync(descriptor);
  const [, json] = /"metadata":\s*(\{.*?\}),\s*"features":/s.exec(head.toString("utf8", 0, length)) ?? [];
  if (json === undefined) return null;
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return null;
  }
}

function metadataOf(
  { table, format }: TilesOptions,
  actors: ActorTable,
  indices: readonly number[],
  { source, coverage }: FileStatement,
): Readonly<Record<string, unknown>> {
  const name = source?.title === undefined || source.title === "" ? path.basename(table) : source.title;
  return {
    name,
    description: `Actors with sector and category, ${String(indices.length)} records`,
    attribution: source?.attribution ?? "",
    ...(format === "pmtiles" && { type: "overlay", minzoom: TILE_ZOOM, maxzoom: TILE_ZOOM }),
    app: "refresh-atlas-tiles",
    count: indices.length,
    sectors: Object.fromEntries(SECTORS.map((sector) => [sector, sectorCounts(actors, indices)[sector]])),
    sources: source === null ? [] : [sourceMembers(source)],
    coverage: coverage.map(writeCoverage),
  };
}

function sourceMembers({ title, licence, licenceUrl, url, date, attribution }: NonNullable<FileStatement["source"]>) {
  return { title, licence, licence_url: licenceUrl, url, date, attribution };
}

export function tilesHelp(translate: Translate): string {
  return translate("cli.help.tiles", { zoom: TILE_ZOOM, levels: COVERAGE_LEVELS.join(", ") });
}
