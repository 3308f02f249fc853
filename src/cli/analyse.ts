import { closeSync, openSync, writeSync } from "node:fs";
import path from "node:path";
import { csvLine } from "#data/export/csv-line.ts";
import { DEFAULT_TRAVEL_FACTORS } from "#domain/travel/estimate.ts";
import { readIsochroneFile } from "#data/isochrones/read-isochrones.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import { computeReachTable } from "#domain/catchment/reach-table.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { indexResidents, type IndexedResidents } from "#domain/population/residents.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { failure, success, type Result } from "#domain/result.ts";
import {
  DECAYS,
  DEFAULT_RULE,
  DETOUR_RANGE,
  MINUTES_RANGE,
  REACH_RANGE,
  SPEED_RANGE,
  type Rule,
} from "#domain/rule/rule.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { linkIsochrones } from "#domain/travel/link-isochrones.ts";
import { contoursOfSites } from "#domain/travel/contours-of-sites.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { measureTravel } from "#domain/travel/travel-sites.ts";
import { meters } from "#domain/units.ts";
import type { TableRecords } from "#domain/workspace/table.ts";
import type { Translate } from "#i18n/translate.ts";
import { DEFAULT_COVERAGE, FORMATS, parseAnalyseOptions, REACHES, type AnalyseOptions } from "./analyse-options.ts";
import {
  ANALYSIS_COLUMNS,
  analysisColumns,
  computeAnalysisRows,
  computeNearestRows,
  NEAREST_COLUMNS,
} from "./analysis-rows.ts";
import { DONE, type CommandIo } from "./io.ts";
import type { UsageFailure } from "./options.ts";
import { issueLine, readInput, readWith, reasonOf } from "./read-input.ts";
import { inLargerPieces } from "./larger-pieces.ts";
import { geojsonPieces } from "./write-rows.ts";

/** People come from the table that is named, and from nowhere else. */
const NO_PLACES = { lon: new Float64Array(), lat: new Float64Array(), population: new Uint32Array() };

/** Writes verdicts a site and reach, or the nearest actors of each site. */
export async function analyse(
  args: readonly string[],
  io: CommandIo,
  translate: Translate,
): Promise<Result<number, UsageFailure>> {
  const options = parseAnalyseOptions(args);
  if (!options.ok) return options;
  const sites = await readTable(options.value.sites, "sites", io, translate);
  if (!sites.ok) return sites;
  const actors = await readTable(options.value.actors, "actors", io, translate);
  if (!actors.ok) return actors;
  const residents =
    options.value.residents === null ? null : await readTable(options.value.residents, "population", io, translate);
  if (residents?.ok === false) return residents;
  const people = residents === null ? null : indexResidents(NO_PLACES, [residents.value]);
  const contoursOf = await readCatchments(options.value, sites.value, io, translate);
  if (!contoursOf.ok) return contoursOf;
  const pieces = analysisPieces(options.value, sites.value, actors.value, people, contoursOf.value);
  return writePieces(pieces, options.value.out, io);
}

type ContoursOf = (site: number) => readonly Contour[];

/** The isochrones of the profile by site; `null` where none are asked for. */
async function readCatchments(
  { catchments, rules, sites: sitesFile }: AnalyseOptions,
  sites: SiteTable,
  io: CommandIo,
  translate: Translate,
): Promise<Result<ContoursOf | null, UsageFailure>> {
  const travel = rules[0]?.travel ?? null;
  if (catchments === null || travel === null) return success(null);
  const read = await readWith(catchments, (file) => readIsochroneFile(file));
  if (!read.ok) return read;
  const { records, issues } = read.value;
  for (const issue of issues) if (issue.severity === "error") io.stderr.write(issueLine(issue, translate));
  const { profile } = travel;
  const contoursOf = contoursOfSites(records, linkIsochrones(records, sites).site, profile);
  const linked = sites.id.filter((_, site) => contoursOf(site).length > 0).length;
  if (linked === 0) {
    return failure({ code: "cli.error.no-isochrones", params: { file: catchments, profile, sites: sitesFile } });
  }
  if (linked < sites.count) {
    const params = { file: path.basename(catchments), linked, count: sites.count, profile };
    io.stderr.write(`${translate("cli.isochrones.linked", params)}\n`);
  }
  return success(contoursOf);
}

/** Reads a table and names its rejected rows on standard error. */
async function readTable<K extends "sites" | "actors" | "population">(
  file: string,
  kind: K,
  io: CommandIo,
  translate: Translate,
): Promise<Result<TableRecords[K], UsageFailure>> {
  const ingest = await readInput(file, kind);
  if (!ingest.ok) return ingest;
  const { records, rowsRead, rowsRejected, issues } = ingest.value;
  const errors = issues.filter(({ severity }) => severity === "error");
  for (const issue of errors) io.stderr.write(issueLine(issue, translate));
  if (errors.some(({ place }) => place.kind === "file")) {
    return failure({ code: "cli.error.unusable-file", params: { file, kind } });
  }
  if (rowsRejected > 0) {
    const rejected = translate("cli.rejected", { file: path.basename(file), read: rowsRead, rejected: rowsRejected });
    io.stderr.write(`${rejected}\n`);
  }
  return success(records);
}

function* analysisPieces(
  options: AnalyseOptions,
  sites: SiteTable,
  actors: ActorTable,
  people: IndexedResidents | null,
  contoursOf: ContoursOf | null,
): Generator<string> {
  if (options.nearest !== null) {
    const table = computeReachTable(sites, actors, REACH_RANGE.most);
    yield csvLine(NEAREST_COLUMNS);
    for (const [site, actor, distance] of computeNearestRows(sites, actors, table, options.nearest)) {
      yield csvLine([site, actor, distance.toFixed(3)]);
    }
    return;
  }
  const limit = meters(Math.max(...options.rules.map(limitFor)));
  const surroundings = createSurroundings(actors, uniformCoverage(options.coverage), people);
  const straight = measureSites(sites, sites.precision, surroundings, limit);
  const measured = contoursOf === null ? straight : measureTravel(straight, contoursOf);
  const rows = computeAnalysisRows(sites, measured, options.rules, options);
  const columns = analysisColumns(options, options.rules[0]?.travel ?? null);
  if (options.format === "geojson") {
    yield* geojsonPieces(sites, columns, rows, {
      sites: path.basename(options.sites),
      actors: path.basename(options.actors),
      coverage: options.coverage,
      rules: options.rules,
      residents: options.residents === null ? null : path.basename(options.residents),
    });
    return;
  }
  yield csvLine(columns);
  for (const { cells } of rows) yield csvLine(cells);
}

/** Writes to the file, or to standard output, in larger pieces. */
function writePieces(pieces: Iterable<string>, out: string | null, io: CommandIo): Result<number, UsageFailure> {
  if (out === null) {
    for (const piece of inLargerPieces(pieces)) io.stdout.write(piece);
    return success(DONE);
  }
  try {
    const file = openSync(out, "w");
    try {
      for (const piece of inLargerPieces(pieces)) writeSync(file, piece);
    } finally {
      closeSync(file);
    }
    return success(DONE);
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    return failure({ code: "cli.error.unwritable-file", params: { file: out, reason: reasonOf(error) } });
  }
}

export function analyseHelp(translate: Translate): string {
  const { reach, alone, together, floors, decay }: Rule = DEFAULT_RULE;
  return translate("cli.help.analyse", {
    columns: ANALYSIS_COLUMNS.join(","),
    leastReach: String(REACHES.least),
    mostReach: String(REACHES.most),
    reach: String(reach),
    leastMinutes: String(MINUTES_RANGE.least),
    mostMinutes: String(MINUTES_RANGE.most),
    profiles: TRAVEL_PROFILES.join(", "),
    profile: TRAVEL_PROFILES[0],
    leastDetour: String(DETOUR_RANGE.least),
    mostDetour: String(DETOUR_RANGE.most),
    detours: TRAVEL_PROFILES.map((name) => `${name} ${String(DEFAULT_TRAVEL_FACTORS[name].detour)}`).join(", "),
    leastSpeed: String(SPEED_RANGE.least),
    mostSpeed: String(SPEED_RANGE.most),
    speeds: TRAVEL_PROFILES.map((name) => `${name} ${String(DEFAULT_TRAVEL_FACTORS[name].speed)}`).join(", "),
    alone: String(alone),
    together: String(together),
    floors: [floors.creative, floors.trade, floors.service].join(","),
    decays: DECAYS.join(", "),
    decay,
    levels: COVERAGE_LEVELS.join(", "),
    coverage: DEFAULT_COVERAGE,
    indicators: inLines(INDICATORS.map(({ id }) => id)),
    formats: FORMATS.join(", "),
  });
}

/** Names one after another, as wide as the help. */
function inLines(names: readonly string[]): string {
  const lines: string[] = [];
  for (const name of names) {
    const line = lines.at(-1);
    if (line !== undefined && line.length + name.length < HELP_WIDTH) lines[lines.length - 1] = `${line}, ${name}`;
    else lines.push(name);
  }
  return lines.join(`,\n${" ".repeat(HELP_INDENT)}`);
}

const HELP_WIDTH = 84;
const HELP_INDENT = 22;
