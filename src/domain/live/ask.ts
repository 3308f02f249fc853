import type { Sector } from "../actor/actor.ts";
import type { AskedArea } from "../workspace/table.ts";

/** Why a service did not answer as it should, each with what its message needs; the words are in `i18n`. */
export interface ProblemParams {
  /** No answer came: no network, a wrong address, or the service lets no pages ask. */
  readonly unreachable: NoParams;
  /** Too many requests (429), after all waiting. */
  readonly "rate-limited": { readonly waitSeconds: number };
  /** The service is overloaded (502, 503, 504), after all waiting. */
  readonly busy: { readonly status: number };
  /** No answer within the time that is waited for one. */
  readonly "timed-out": { readonly seconds: number };
  /** The service gave up in the middle, and says so inside its answer. */
  readonly remark: { readonly remark: string };
  /** Any other refusal. */
  readonly refused: { readonly status: number; readonly reason: string };
  /** The answer is not what the service's format asks for, or ends too early. */
  readonly malformed: { readonly reason: string };
  /** The answer is longer than is read, `most` MB. */
  readonly "too-large": { readonly most: number };
  /** The user gave up asking before its turn came. */
  readonly stopped: NoParams;
}
type NoParams = Readonly<Record<string, never>>;

export type ServiceProblem = {
  [C in keyof ProblemParams]: { readonly code: C; readonly params: ProblemParams[C] };
}[keyof ProblemParams];

/** How far asking has come. */
export interface AskProgress {
  readonly areasDone: number;
  /** Grows where an area is split. */
  readonly areasAll: number;
  /** Found so far, none counted twice. */
  readonly records: number;
  /** Host of the address that is being asked. */
  readonly host: string;
  /** What the service asks to wait for before the next request; `null` while none is waited for. */
  readonly waitSeconds: number | null;
}

/** An area that was not answered, and why. */
export interface FailedArea {
  readonly area: AskedArea;
  readonly problem: ServiceProblem;
}

/** What asking for actors came to, before anything is loaded. */
export interface AskedActors {
  readonly counts: Readonly<Record<Sector, number>>;
  /** Of these, actors that another table has under the same name within 100 m. */
  readonly repeatCount: number;
  /** Names of the first few of them. */
  readonly repeatNames: readonly string[];
  readonly answered: readonly AskedArea[];
  readonly failed: readonly FailedArea[];
  /** ISO 8601 date and time that the service states for its data, the oldest of all answers. */
  readonly asOf: string | null;
  readonly endpoint: string;
}
