import type { Result } from "#domain/result.ts";
import type {
  AskedPoint,
  FailedQuestion,
  IsochroneQuestions,
  IsochronesProgress,
  PointQuestion,
  RoutingTerms,
} from "#domain/travel/asked-isochrones.ts";
import { isOfPoint, type IsochroneProblem } from "#domain/travel/isochrone-problem.ts";
import type { IsochroneId, IsochroneRow } from "#domain/travel/isochrone-row.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import type { TravelProfile } from "#domain/travel/travel-profile.ts";
import { askPatiently } from "../live/post-patiently.ts";
import type { PacedHost } from "../live/service-host.ts";
import { batchesOf, inContours, type Batch } from "./isochrone-batches.ts";
import { ROUTING_FACTS } from "./routing-facts.ts";
import type { EngineFacts, IsochroneAnswer, RoutingProvider } from "./routing-provider.ts";
import { ROUTING_PROVIDERS } from "./routing-providers.ts";

/** A public server may compute for that long before it answers. */
const WAIT_SECONDS = 60;
const STATUS_WAIT_SECONDS = 10;
/** So many requests one after the other that the service does not answer, and it is asked no more. */
const MOST_IN_A_ROW = 3;
/** Of these the service says the same to any other question. */
const OF_ALL: readonly IsochroneProblem["code"][] = [
  "rate-limited",
  "busy",
  "key-refused",
  "no-profile",
  "no-isochrones",
];

export interface AskContext {
  readonly signal: AbortSignal;
  readonly progress: (progress: IsochronesProgress) => void;
}

/**
 * Asks a routing service for isochrones, points in their order, at the pace that the terms set. What is too much for one
 * request is asked for in several; a point that fails costs no other. What is answered or has failed is told at once.
 * @throws {DOMException} AbortError once the signal has fired
 */
export async function askIsochrones(
  asked: IsochroneQuestions,
  terms: RoutingTerms,
  host: PacedHost,
  context: AskContext,
): Promise<void> {
  await new IsochroneAsking(asked, terms, host, context).ask();
}

class IsochroneAsking {
  readonly #questions: readonly PointQuestion[];
  readonly #profile: TravelProfile;
  readonly #terms: RoutingTerms;
  readonly #host: PacedHost;
  readonly #context: AskContext;
  readonly #provider: RoutingProvider;
  /** What has failed since it was last told. */
  #failed: readonly FailedQuestion[] = [];
  #queue: readonly Batch[];
  /** What is being asked. */
  #current: Batch | null = null;
  #mostContours: number;
  /** Beyond this the service computes no contours. */
  #mostMinutes = Infinity;
  #facts: EngineFacts = { engine: null, dataDate: null };
  /** When the last request began; `null` before the first. */
  #began: number | null = null;
  #requests = 0;
  #milliseconds = 0;

  constructor(asked: IsochroneQuestions, terms: RoutingTerms, host: PacedHost, context: AskContext) {
    this.#questions = asked.questions;
    this.#profile = asked.profile;
    this.#terms = terms;
    this.#host = host;
    this.#context = context;
    this.#provider = ROUTING_PROVIDERS[terms.service];
    this.#mostContours = ROUTING_FACTS[terms.service].mostContours;
    this.#queue = batchesOf(asked, terms.service);
  }

  async ask(): Promise<void> {
    await this.#askStatus();
    let inARow = 0;
    for (let batch = this.#next(); batch !== undefined; batch = this.#next()) {
      this.#context.signal.throwIfAborted();
      const began = this.#host.now();
      const answer = await this.#send(batch);
      this.#requests += 1;
      this.#milliseconds += this.#host.now() - began;
      this.#current = null;
      if (answer.ok) {
        inARow = 0;
        this.#tell(null, this.#rowsOf(batch, answer.value));
        continue;
      }
      const problem = answer.failure;
      inARow = isOfPoint(problem) || this.#canAskForLess(batch, problem) ? 0 : inARow + 1;
      this.#askOtherwise(batch, problem);
      if (OF_ALL.includes(problem.code) || inARow === MOST_IN_A_ROW) {
        for (const rest of this.#queue) this.#fail(rest, problem);
        this.#queue = [];
      }
      this.#tell(null);
    }
  }

  #next(): Batch | undefined {
    const [batch, ...rest] = this.#queue;
    this.#queue = rest;
    this.#current = batch ?? null;
    return batch;
  }

  /** Who answers is nice to know, and no reason not to ask. */
  async #askStatus(): Promise<void> {
    const { status } = this.#provider;
    if (status === null || this.#queue.length === 0) return;
    this.#tell(null);
    this.#began = this.#host.now();
    const { signal } = this.#context;
    const answer = await askPatiently<EngineFacts, IsochroneProblem>(this.#host, {
      send: (given) => this.#host.ask(status.request(this.#terms), given),
      timeoutSeconds: STATUS_WAIT_SECONDS,
      leastWaitSeconds: this.#terms.pauseSeconds,
      signal,
      read: (text) => ({ ok: true, value: status.read(text) }),
      onStep: (waitSeconds) => {
        this.#tell(waitSeconds);
      },
    });
    if (answer.ok) this.#facts = answer.value;
  }

  async #send(batch: Batch): Promise<Result<IsochroneAnswer, IsochroneProblem>> {
    const { signal } = this.#context;
    if (this.#began !== null) {
      const rest = this.#began + this.#terms.pauseSeconds * 1000 - this.#host.now();
      if (rest > 0) await this.#host.wait(rest, signal);
    }
    const request = this.#provider.request(this.#terms, batch);
    return askPatiently<IsochroneAnswer, IsochroneProblem>(this.#host, {
      send: (given) => {
        this.#began = this.#host.now();
        return this.#host.ask(request, given);
      },
      timeoutSeconds: WAIT_SECONDS,
      leastWaitSeconds: this.#terms.pauseSeconds,
      signal,
      read: (text) => this.#provider.read(text, batch),
      readRefusal: (status, text) => this.#provider.problem(status, text),
      onStep: (waitSeconds) => {
        this.#tell(waitSeconds);
      },
    });
  }

  #canAskForLess({ of, minutes }: Batch, { code }: IsochroneProblem): boolean {
    if (OF_ALL.includes(code) || code === "unreachable") return false;
    return of.length > 1 || ((code === "too-many-contours" || code === "too-long") && minutes.length > 1);
  }

  /** Asks for what the service can still answer; the rest has failed. */
  #askOtherwise(batch: Batch, problem: IsochroneProblem): void {
    const { minutes } = batch;
    if (!this.#canAskForLess(batch, problem)) {
      this.#fail(batch, problem);
      if (isOfPoint(problem)) this.#leaveOut(batch.of, problem);
    } else if (problem.code === "too-many-contours") {
      const { most } = problem.params;
      const fewer = most >= 1 && most < minutes.length ? Math.floor(most) : Math.ceil(minutes.length / 2);
      this.#mostContours = Math.min(this.#mostContours, fewer);
      this.#queue = [batch, ...this.#queue].flatMap((each) => inContours(each, this.#mostContours));
    } else if (problem.code === "too-long") {
      const { most } = problem.params;
      const longest = minutes.at(-1)!;
      this.#mostMinutes = most > 0 && most < longest ? most : longest - 1;
      this.#queue = [batch, ...this.#queue].flatMap((each) => this.#withoutLong(each, problem));
    } else {
      this.#queue = [
        ...batch.of.map((question, at) => ({ ...batch, of: [question], points: [batch.points[at]!] })),
        ...this.#queue,
      ];
    }
  }

  #withoutLong(batch: Batch, problem: IsochroneProblem): readonly Batch[] {
    const isShort = (each: number) => each <= this.#mostMinutes;
    const long = batch.minutes.filter((each) => !isShort(each));
    if (long.length > 0) this.#fail({ ...batch, minutes: long }, problem);
    const minutes = batch.minutes.filter(isShort);
    return minutes.length > 0 ? [{ ...batch, minutes }] : [];
  }

  /** What is still to be asked of these points. */
  #leaveOut(of: readonly number[], problem: IsochroneProblem): void {
    const isOut = (batch: Batch) => batch.of.every((question) => of.includes(question));
    for (const batch of this.#queue) if (isOut(batch)) this.#fail(batch, problem);
    this.#queue = this.#queue.filter((batch) => !isOut(batch));
  }

  #fail({ of, minutes }: Batch, problem: IsochroneProblem): void {
    const failed = of.map((question) => ({ point: this.#questions[question]!.point, minutes, problem }));
    this.#failed = [...this.#failed, ...failed];
  }

  #rowsOf({ of }: Batch, { contours, engine, dataDate }: IsochroneAnswer): readonly IsochroneRow[] {
    const origin = {
      ...ROUTING_FACTS[this.#terms.service].credit(this.#terms.endpoint),
      engine: engine ?? this.#facts.engine,
      dataDate: dataDate ?? this.#facts.dataDate,
      computed: new Date().toISOString(),
    };
    return of.flatMap((question, at) =>
      contours[at]!.map((contour) => rowOf(this.#questions[question]!.point, this.#profile, contour, origin)),
    );
  }

  #tell(waitSeconds: number | null, rows: readonly IsochroneRow[] = []): void {
    const batches = this.#current === null ? this.#queue : [this.#current, ...this.#queue];
    const open = new Set(batches.flatMap(({ of }) => of));
    const each = Math.max(this.#milliseconds / this.#requests, this.#terms.pauseSeconds * 1000);
    const failed = this.#failed;
    this.#failed = [];
    this.#context.progress({
      rows,
      failed,
      pointsDone: this.#questions.length - open.size,
      pointsAll: this.#questions.length,
      host: new URL(this.#terms.endpoint).host,
      waitSeconds,
      secondsLeft: this.#requests === 0 ? null : Math.ceil((batches.length * each) / 1000),
    });
  }
}

function rowOf(
  { siteId, lon, lat }: AskedPoint,
  profile: TravelProfile,
  { minutes, polygons }: Contour,
  origin: Pick<IsochroneRow, "provider" | "engine" | "dataDate" | "computed" | "attribution">,
): IsochroneRow {
  const start = siteId ?? `${String(lon)},${String(lat)}`;
  const id = `${start}-${profile}-${String(minutes)}` as IsochroneId;
  return { id, siteId, lon, lat, profile, minutes, polygons, ...origin };
}
