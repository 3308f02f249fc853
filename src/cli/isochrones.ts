import { closeSync, openSync, renameSync, writeSync } from "node:fs";
import path from "node:path";
import { readValhalla } from "#data/isochrones/read-valhalla.ts";
import { NEAREST_ROAD_METERS, valhallaRequests } from "#data/isochrones/valhalla-request.ts";
import { isochroneFilePieces, type IsochroneFileHead } from "#data/isochrones/write-isochrones.ts";
import { OSM_SOURCE } from "#data/osm/osm-source.ts";
import type { Point } from "#domain/geo/points.ts";
import { failure, success, type Result } from "#domain/result.ts";
import type { SiteTable } from "#domain/site/site.ts";
import type { Isochrone } from "#domain/travel/isochrone-table.ts";
import { boundsOfContours, type Contour } from "#domain/travel/minutes-test.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import type { Translate } from "#i18n/translate.ts";
import { ExtractError } from "./extract/extract-failure.ts";
import { ExtractFile, type DegreesBox, type ExtractHeader } from "./extract/extract-file.ts";
import { DATA_ERRORS, DONE, type CommandIo } from "./io.ts";
import {
  DEFAULT_MINUTES,
  DEFAULT_PROFILE,
  MINUTES_RANGE,
  parseIsochronesOptions,
  type IsochronesOptions,
} from "./isochrones-options.ts";
import { inLargerPieces } from "./larger-pieces.ts";
import type { UsageFailure } from "./options.ts";
import { issueLine, readInput, reasonOf } from "./read-input.ts";
import {
  INSTALL_ENGINE,
  loadEngine,
  messageOf,
  MOST_CONTOURS,
  type RoutingActor,
  type RoutingEngine,
} from "./routing/engine.ts";
import { PartialFile, type SiteDone } from "./routing/partial-file.ts";
import { extractKey, routingTiles, usualTileFolder } from "./routing/routing-tiles.ts";

const PROVIDER = "Valhalla on the user's own machine";
/** Of the edge of the extract's box, about half a kilometre. */
const NEAR_EDGE_DEGREES = 0.005;
const MILLISECONDS_BETWEEN_LINES = 2000;
const BYTES_A_MEGABYTE = 1e6;
const BYTES_A_KIBIBYTE = 1024;
/** The engine's message where there is no road for the profile. */
const NO_ROAD = "No suitable edges near location";

/** Writes the isochrones of sites, computed by a routing engine over an extract of OpenStreetMap on this machine. */
export async function isochrones(
  args: readonly string[],
  io: CommandIo,
  translate: Translate,
): Promise<Result<number, UsageFailure>> {
  const parsed = parseIsochronesOptions(args);
  if (!parsed.ok) return parsed;
  const options = parsed.value;
  const overwritten = [options.extract, options.sites].find((file) => path.resolve(file) === path.resolve(options.out));
  if (overwritten !== undefined) return failure({ code: "cli.error.out-is-input", params: { file: overwritten } });
  const read = await readInput(options.sites, "sites");
  if (!read.ok) return read;
  const { records: sites, issues } = read.value;
  const hasErrors = issues.some(({ severity }) => severity === "error");
  for (const issue of issues) if (issue.severity === "error") io.stderr.write(issueLine(issue, translate));
  if (sites.count === 0)
    return failure({ code: "cli.error.unusable-file", params: { file: options.sites, kind: "sites" } });
  const engine = loadEngine();
  if (!engine.ok) return engine;

  const stop = new AbortController();
  const onSignal = () => {
    stop.abort();
  };
  // A second one ends the process at once, as usual.
  process.once("SIGINT", onSignal);
  process.once("SIGTERM", onSignal);
  try {
    const status = await new Run(options, sites, engine.value, io, translate, stop.signal).take();
    return status.ok && status.value === DONE && hasErrors ? success(DATA_ERRORS) : status;
  } catch (error) {
    if (error instanceof ExtractError) {
      const { code, params } = error.failure;
      io.stderr.write(`${translate(code, { file: options.extract, ...params })}\n`);
      return success(DATA_ERRORS);
    }
    if (!(error instanceof Error && "syscall" in error)) throw error;
    const file = "path" in error && typeof error.path === "string" ? error.path : options.out;
    const code = file === options.extract ? "cli.error.unreadable-file" : "cli.error.unwritable-file";
    return failure({ code, params: { file, reason: reasonOf(error) } });
  } finally {
    process.off("SIGINT", onSignal);
    process.off("SIGTERM", onSignal);
  }
}

/** One call of the command. */
class Run {
  readonly #options: IsochronesOptions;
  readonly #sites: SiteTable;
  readonly #engine: RoutingEngine;
  readonly #io: CommandIo;
  readonly #translate: Translate;
  readonly #stop: AbortSignal;
  readonly #started = performance.now();

  constructor(
    options: IsochronesOptions,
    sites: SiteTable,
    engine: RoutingEngine,
    io: CommandIo,
    translate: Translate,
    stop: AbortSignal,
  ) {
    this.#options = options;
    this.#sites = sites;
    this.#engine = engine;
    this.#io = io;
    this.#translate = translate;
    this.#stop = stop;
  }

  async take(): Promise<Result<number, UsageFailure>> {
    const { extract, out, minutes, profile } = this.#options;
    const header = readHeader(extract);
    const key = extractKey(extract, this.#engine.version);
    const tiles = await routingTiles({
      extract,
      key,
      folder: this.#options.tiles ?? usualTileFolder(),
      engine: this.#engine,
      signal: this.#stop,
      onStage: (stage, stages) => {
        this.#tell("cli.isochrones.building", { stage, stages, seconds: this.#seconds() });
      },
    });
    if (!tiles.ok) {
      if (tiles.failure.code === "stopped") this.#tell("cli.isochrones.stopped-building", {});
      else this.#tell("cli.isochrones.build-failed", { file: extract, ...tiles.failure.params });
      return success(DATA_ERRORS);
    }
    const question = { app: "refresh-atlas-isochrones", key, profile, minutes };
    const partial = new PartialFile(`${out}.part`, question);
    if (partial.count > 0) this.#tell("cli.isochrones.resumed", { count: partial.count, file: partial.path });
    const computed = await this.#compute(partial, tiles.value, header);
    const { count } = this.#sites;
    if (this.#stop.aborted) {
      partial.close();
      this.#tell("cli.isochrones.stopped", { done: partial.count, count, file: partial.path });
      return success(DATA_ERRORS);
    }
    const head = this.#write(partial, header);
    partial.remove();
    this.#sumUp(head, computed);
    return success(head.leftOut.length > 0 ? DATA_ERRORS : DONE);
  }

  /** Asks for the sites that the file does not have yet. @returns how many those were, and the seconds it took */
  async #compute(partial: PartialFile, tileFolder: string, { box }: ExtractHeader) {
    const { id, lon, lat, count } = this.#sites;
    const actor = this.#engine.open(tileFolder);
    const started = performance.now();
    let told = started;
    let asked = 0;
    for (let site = 0; site < count && !this.#stop.aborted; site++) {
      const point = { lon: lon[site]!, lat: lat[site]! };
      if (whyNotAsked(point, box) !== null || partial.find(id[site]!, point.lon, point.lat) !== null) continue;
      const found = await this.#ask(actor, point);
      asked++;
      const isNearEdge = found.contours !== null && box !== null && isNear(found.contours, box);
      partial.add({ id: id[site]!, ...point, computed: new Date().toISOString(), ...found, isNearEdge });
      if (performance.now() - told < MILLISECONDS_BETWEEN_LINES) continue;
      told = performance.now();
      this.#tell("cli.isochrones.progress", { done: site + 1, count, seconds: this.#seconds() });
    }
    return { asked, seconds: (performance.now() - started) / 1000 };
  }

  async #ask(actor: RoutingActor, point: Point): Promise<Pick<SiteDone, "contours" | "reason">> {
    const { minutes, profile } = this.#options;
    const [request] = valhallaRequests(point, profile, minutes, MOST_CONTOURS);
    try {
      const answer = readValhalla(await actor.isochrone(JSON.stringify(request)), minutes);
      if (answer.ok) return { contours: answer.value, reason: null };
      const { code, params } = answer.failure;
      return { contours: null, reason: "reason" in params ? params.reason : code };
    } catch (error) {
      const message = messageOf(error);
      return { contours: null, reason: message === NO_ROAD ? "no-road" : message };
    }
  }

  #write(partial: PartialFile, { asOf, box }: ExtractHeader): IsochroneFileHead {
    const { extract, out, minutes, profile } = this.#options;
    const { id, lon, lat } = this.#sites;
    const done = id.map((each, site) => {
      const point = { lon: lon[site]!, lat: lat[site]! };
      const reason = whyNotAsked(point, box);
      return reason === null ? partial.find(each, point.lon, point.lat)! : { id: each, reason, isNearEdge: false };
    });
    const head: IsochroneFileHead = {
      title: `Isochrones of ${path.basename(this.#options.sites)} over ${path.basename(extract)}`,
      profile,
      minutes,
      sites: done.filter(({ reason }) => reason === null).length,
      leftOut: done.flatMap(({ id: site, reason }) =>
        reason === null ? [] : [{ site_id: site, reason: this.#reasonInWords(reason) }],
      ),
      nearEdge: done.filter(({ isNearEdge }) => isNearEdge).map((each) => each.id),
      dataDate: asOf,
    };
    // Written beside what may be there, so that a run that is killed here has lost nothing.
    const beside = `${out}.new`;
    const file = openSync(beside, "w");
    try {
      for (const piece of inLargerPieces(isochroneFilePieces(head, this.#isochrones(partial, asOf)))) {
        writeSync(file, piece);
      }
    } finally {
      closeSync(file);
    }
    renameSync(beside, out);
    return head;
  }

  *#isochrones(partial: PartialFile, asOf: string | null): Generator<Isochrone> {
    const { id, lon, lat } = this.#sites;
    for (const [site, siteId] of id.entries()) {
      const brief = partial.find(siteId, lon[site]!, lat[site]!);
      if (brief === null) continue;
      for (const { minutes, polygons } of partial.contoursOf(siteId) ?? []) {
        yield {
          siteId,
          lon: lon[site]!,
          lat: lat[site]!,
          group: site,
          profile: this.#options.profile,
          minutes,
          polygons,
          origin: {
            provider: PROVIDER,
            engine: `Valhalla ${this.#engine.version}`,
            dataDate: asOf,
            computed: brief.computed,
            attribution: OSM_SOURCE.attribution,
          },
        };
      }
    }
  }

  #sumUp({ sites, leftOut, nearEdge, minutes }: IsochroneFileHead, effort: { asked: number; seconds: number }): void {
    const { out, profile } = this.#options;
    for (const { site_id: id, reason } of leftOut) this.#tell("cli.isochrones.left-out", { id, reason });
    const peakBytes = process.resourceUsage().maxRSS * BYTES_A_KIBIBYTE;
    const lines = [
      this.#translate("cli.isochrones.written", {
        file: out,
        sites,
        leftOut: leftOut.length,
        minutes: minutes.join(", "),
        profile,
      }),
      this.#translate("cli.isochrones.effort", {
        asked: effort.asked,
        seconds: effort.seconds.toFixed(1),
        all: this.#seconds(),
        peak: (peakBytes / BYTES_A_MEGABYTE).toFixed(0),
      }),
      ...(nearEdge.length > 0 ? [this.#translate("cli.isochrones.near-edge", { count: nearEdge.length })] : []),
    ];
    this.#io.stdout.write(lines.map((line) => `${line}\n`).join(""));
  }

  #reasonInWords(reason: string): string {
    if (reason === "no-road") return this.#translate("cli.isochrones.no-road", { meters: NEAREST_ROAD_METERS });
    if (reason === "no-point" || reason === "outside") return this.#translate(`cli.isochrones.${reason}`);
    return reason;
  }

  #tell(key: Parameters<Translate>[0], params: Parameters<Translate>[1]): void {
    this.#io.stderr.write(`${this.#translate(key, params)}\n`);
  }

  #seconds(): string {
    return ((performance.now() - this.#started) / 1000).toFixed(1);
  }
}

function readHeader(extract: string): ExtractHeader {
  const file = openSync(extract, "r");
  try {
    return new ExtractFile(file).header();
  } finally {
    closeSync(file);
  }
}

function whyNotAsked(
  { lon, lat }: { readonly lon: number; readonly lat: number },
  box: DegreesBox | null,
): string | null {
  if (Number.isNaN(lon) || Number.isNaN(lat)) return "no-point";
  if (box === null) return null;
  return lon < box.west || lon > box.east || lat < box.south || lat > box.north ? "outside" : null;
}

function isNear(contours: readonly Contour[], box: DegreesBox): boolean {
  const bounds = boundsOfContours(contours);
  if (bounds === null) return false;
  const [west, south, east, north] = bounds;
  const sides = [west - box.west, south - box.south, box.east - east, box.north - north];
  return sides.some((degrees) => degrees < NEAR_EDGE_DEGREES);
}

export function isochronesHelp(translate: Translate): string {
  return translate("cli.help.isochrones", {
    least: String(MINUTES_RANGE.least),
    most: String(MINUTES_RANGE.most),
    contours: MOST_CONTOURS,
    minutes: DEFAULT_MINUTES.join(","),
    profiles: TRAVEL_PROFILES.join(", "),
    profile: DEFAULT_PROFILE,
    meters: NEAREST_ROAD_METERS,
    command: INSTALL_ENGINE,
    folder: usualTileFolder(),
  });
}
