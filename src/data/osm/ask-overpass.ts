import { distinctAreas, holdsPoint } from "#domain/live/asked-area.ts";
import type { AskProgress, FailedArea, ServiceProblem } from "#domain/live/ask.ts";
import type { AskedArea } from "#domain/workspace/table.ts";
import { isTooMuch, postPatiently } from "../live/post-patiently.ts";
import type { ServiceHost } from "../live/service-host.ts";
import type { OsmElement } from "./osm-element.ts";
import { overpassQuery, type AskedKey } from "./overpass-query.ts";
import { readOverpass } from "./read-overpass.ts";
import { splitArea, tilesOf } from "./split-area.ts";

/** What the service may take for one request, and a little more until we stop waiting, seconds. */
const SERVER_SECONDS = 90;
const WAIT_SECONDS = 120;
/** Discs asked for in one request. */
const MOST_DISCS = 6;

export interface OverpassTerms {
  /** Asked in turn, until one answers. */
  readonly endpoints: readonly string[];
  readonly keys: readonly AskedKey[];
}

/** What was answered so far. */
export interface OverpassAnswered {
  /** Those whose middle lies in an answered area, each once. */
  readonly elements: readonly OsmElement[];
  readonly answered: readonly AskedArea[];
  readonly failed: readonly FailedArea[];
  /** ISO 8601, the oldest of all answers; `null` where none states it. */
  readonly asOf: string | null;
  /** The address that answered last; empty before the first answer. */
  readonly endpoint: string;
}

/** A part of an area that is asked for by itself. */
interface Piece {
  readonly shape: AskedArea;
  /** Position of the area that it is a part of. */
  readonly area: number;
}

/**
 * A question to the Overpass API about areas, asked in as many requests as it takes: near discs together, large boxes in
 * tiles, and what is too much for the service in four parts. What was answered can be had at any time.
 */
export class OverpassQuestion {
  readonly #areas: readonly AskedArea[];
  readonly #keys: readonly AskedKey[];
  /** The one that answered last goes first. */
  #endpoints: readonly string[];
  readonly #host: ServiceHost;
  /** Batches of pieces, each one request. */
  #queue: (readonly Piece[])[];
  /** Pieces of each area that are not answered yet. */
  readonly #open: number[];
  readonly #problems: (ServiceProblem | null)[];
  readonly #elements = new Map<string, OsmElement>();
  #piecesAll: number;
  #piecesDone = 0;
  #asOf: string | null = null;
  #endpoint = "";

  constructor(areas: readonly AskedArea[], terms: OverpassTerms, host: ServiceHost) {
    this.#areas = distinctAreas(areas);
    this.#keys = terms.keys;
    this.#endpoints = terms.endpoints;
    this.#host = host;
    const pieces = this.#areas.map((area, position) => tilesOf(area).map((shape) => ({ shape, area: position })));
    this.#open = pieces.map(({ length }) => length);
    this.#problems = pieces.map(() => null);
    this.#piecesAll = pieces.reduce((sum, { length }) => sum + length, 0);
    this.#queue = batchesOf(pieces.flat());
  }

  /**
   * Asks until every area is answered or has failed.
   * @throws {DOMException} AbortError once the signal has fired; what was answered until then stays
   */
  async ask(signal: AbortSignal, onProgress: (progress: AskProgress) => void): Promise<void> {
    for (let batch = this.#queue.shift(); batch !== undefined; batch = this.#queue.shift()) {
      signal.throwIfAborted();
      const problem = await this.#askBatch(batch, signal, onProgress);
      if (problem === null) this.#piecesDone += batch.length;
      else if (isTooMuch(problem)) this.#askForLess(batch, problem);
      else this.#giveUp([batch, ...this.#queue.splice(0)], problem);
    }
  }

  /** Areas that were not asked any more count as failed. */
  answer(): OverpassAnswered {
    const isAnswered = (area: number) => this.#open[area] === 0 && this.#problems[area] === null;
    const answered = this.#areas.filter((_, area) => isAnswered(area));
    const elements = [...this.#elements.values()].filter((element) =>
      answered.some((area) => holdsPoint(area, element)),
    );
    const failed = this.#areas.flatMap((area, position) =>
      isAnswered(position) ? [] : [{ area, problem: this.#problems[position] ?? STOPPED }],
    );
    return { elements, answered, failed, asOf: this.#asOf, endpoint: this.#endpoint };
  }

  async #askBatch(
    pieces: readonly Piece[],
    signal: AbortSignal,
    onProgress: (progress: AskProgress) => void,
  ): Promise<ServiceProblem | null> {
    const data = overpassQuery(
      pieces.map(({ shape }) => shape),
      this.#keys,
      SERVER_SECONDS,
    );
    const posted = await postPatiently(this.#host, {
      endpoints: this.#endpoints,
      form: { data },
      timeoutSeconds: WAIT_SECONDS,
      signal,
      read: readOverpass,
      onStep: (endpoint, waitSeconds) => {
        onProgress({
          areasDone: this.#piecesDone,
          areasAll: this.#piecesAll,
          records: this.#elements.size,
          host: new URL(endpoint).host,
          waitSeconds,
        });
      },
    });
    if (!posted.ok) return posted.failure;
    const { endpoint } = posted.value;
    const { elements, asOf } = posted.value.value;
    for (const element of elements) this.#elements.set(`${element.type} ${String(element.id)}`, element);
    if (asOf !== null && (this.#asOf === null || asOf < this.#asOf)) this.#asOf = asOf;
    this.#endpoint = endpoint;
    this.#endpoints = [endpoint, ...this.#endpoints.filter((other) => other !== endpoint)];
    for (const { area } of pieces) this.#open[area]! -= 1;
    return null;
  }

  /** Asks again in smaller parts; what cannot be cut any more has failed. */
  #askForLess(pieces: readonly Piece[], problem: ServiceProblem): void {
    const [only] = pieces;
    if (only === undefined) return;
    if (pieces.length > 1) {
      const half = Math.ceil(pieces.length / 2);
      this.#queue.unshift(pieces.slice(0, half), pieces.slice(half));
      return;
    }
    const parts = splitArea(only.shape);
    if (parts === null) {
      this.#giveUp([pieces, ...this.#takeOut(only.area)], problem);
      return;
    }
    this.#queue.unshift(...parts.map((shape) => [{ shape, area: only.area }]));
    this.#open[only.area]! += parts.length - 1;
    this.#piecesAll += parts.length - 1;
  }

  /** The batches that are of this area alone: without the part that failed the rest is of no use. */
  #takeOut(area: number): readonly (readonly Piece[])[] {
    const isOfArea = (batch: readonly Piece[]) => batch.every((piece) => piece.area === area);
    const out = this.#queue.filter(isOfArea);
    this.#queue = this.#queue.filter((batch) => !isOfArea(batch));
    return out;
  }

  /** The service, or all of its addresses, cannot be had any more: nothing of this is asked again by itself. */
  #giveUp(batches: readonly (readonly Piece[])[], problem: ServiceProblem): void {
    for (const { area } of batches.flat()) this.#problems[area] = problem;
    this.#piecesDone += batches.flat().length;
  }
}

const STOPPED: ServiceProblem = { code: "stopped", params: {} };

/** Discs some at a time, boxes one by one. */
function batchesOf(pieces: readonly Piece[]): (readonly Piece[])[] {
  const batches: Piece[][] = [];
  for (const piece of pieces) {
    const last = batches.at(-1);
    const joins = piece.shape.kind === "disc" && last?.[0]?.shape.kind === "disc" && last.length < MOST_DISCS;
    if (joins) last.push(piece);
    else batches.push([piece]);
  }
  return batches;
}
