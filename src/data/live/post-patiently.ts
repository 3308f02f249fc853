import { MOST, OverLimit } from "#domain/limits.ts";
import type { ServiceProblem } from "#domain/live/ask.ts";
import { failure, success, type Failure, type Result } from "#domain/result.ts";
import { retryAfterSeconds, type ServiceAnswer, type ServiceHost } from "./service-host.ts";

/** Requests to one address before the next one is asked. */
const MOST_TRIES = 4;
/** A service that asks for a longer wait is not waited for. */
const LONGEST_WAIT_SECONDS = 120;
const FIRST_WAIT_SECONDS = 5;
const BUSY = [502, 503, 504];
const MEGABYTE = 1e6;

/** A question to a service; `T`: what its answer is read as. */
export interface Posting<T> {
  readonly endpoints: readonly string[];
  readonly form: Readonly<Record<string, string>>;
  /** Longest wait for one answer. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  /** Reads the text of an answer of status 200. */
  readonly read: (text: string) => Result<T, ServiceProblem>;
  /** What an answer of another status tells besides being a refusal; `null` for nothing. */
  readonly readRefusal?: (text: string) => ServiceProblem | null;
  /** Called before each request and each wait, with what the service asks to wait. */
  readonly onStep: (endpoint: string, waitSeconds: number | null) => void;
}

/** What was answered, and by whom. */
export interface Posted<T> {
  readonly endpoint: string;
  readonly value: T;
}

/** What another address may do no better, as the question is too much. */
export function isTooMuch(problem: ServiceProblem): boolean {
  const { code } = problem;
  return (
    code === "timed-out" ||
    code === "remark" ||
    code === "too-large" ||
    (code === "refused" && problem.params.status === 413)
  );
}

/**
 * Asks addresses in turn until one gives an answer that can be read: waits as long as a service asks for when it has had
 * too many requests or is overloaded, and goes on to the next when it refuses, is silent, or answers with something else. A
 * question that is too much for one is not asked of the others.
 * @returns the problem of the last address that was asked
 * @throws {DOMException} AbortError once the signal has fired
 */
export async function postPatiently<T>(
  host: ServiceHost,
  posting: Posting<T>,
): Promise<Result<Posted<T>, ServiceProblem>> {
  let problem: ServiceProblem = { code: "unreachable", params: {} };
  for (const endpoint of posting.endpoints) {
    const asked = await postTo(host, endpoint, posting);
    if (asked.ok) return success({ endpoint, value: asked.value });
    problem = asked.failure;
    if (isTooMuch(problem)) break;
  }
  return failure(problem);
}

function postTo<T>(
  host: ServiceHost,
  endpoint: string,
  { form, onStep, readRefusal, ...posting }: Posting<T>,
): Promise<Result<T, ServiceProblem>> {
  return askPatiently<T, ServiceProblem>(host, {
    ...posting,
    send: (signal) => host.post(endpoint, form, signal),
    ...(readRefusal !== undefined && { readRefusal: (_status: number, text: string) => readRefusal(text) }),
    onStep: (waitSeconds) => {
      onStep(endpoint, waitSeconds);
    },
  });
}

/** A question to one address; `T`: what its answer is read as, `P`: what else than a {@link ServiceProblem} it may come to. */
export interface PatientAsking<T, P extends Failure> {
  /** @throws {TypeError} where no answer comes; {DOMException} AbortError once the signal has fired */
  readonly send: (signal: AbortSignal) => Promise<ServiceAnswer>;
  /** Longest wait for one answer. */
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
  /** Reads the text of an answer of status 200. */
  readonly read: (text: string) => Result<T, P | ServiceProblem>;
  /** What an answer of another status tells besides being a refusal; `null` for nothing. */
  readonly readRefusal?: (status: number, text: string) => P | ServiceProblem | null;
  /** Called before each request and each wait, with what the service asks to wait. */
  readonly onStep: (waitSeconds: number | null) => void;
  /** Waited at least before a question is asked again, whatever the service asks for; 0 unless said otherwise. */
  readonly leastWaitSeconds?: number;
}

/**
 * Asks one address, and again where it has had too many requests or is overloaded, after as long a wait as it asks for.
 * @throws {DOMException} AbortError once the signal has fired
 */
export async function askPatiently<T, P extends Failure>(
  host: Pick<ServiceHost, "wait">,
  asking: PatientAsking<T, P>,
): Promise<Result<T, P | ServiceProblem>> {
  const { signal, onStep, read, readRefusal, leastWaitSeconds = 0 } = asking;
  let pause = FIRST_WAIT_SECONDS;
  for (let tries = 1; ; tries++) {
    onStep(null);
    const answer = await sendOnce(asking);
    if (!answer.ok) return answer;
    const { status, text, header } = answer.value;
    if (status === 200) return read(text);
    if (status !== 429 && !BUSY.includes(status)) {
      return failure(readRefusal?.(status, text) ?? { code: "refused", params: { status, reason: wordsOf(text) } });
    }
    const asked = retryAfterSeconds(header("Retry-After"), Date.now()) ?? pause;
    const waitSeconds = Math.max(asked, leastWaitSeconds);
    if (tries === MOST_TRIES || waitSeconds > LONGEST_WAIT_SECONDS) {
      return failure(
        status === 429 ? { code: "rate-limited", params: { waitSeconds } } : { code: "busy", params: { status } },
      );
    }
    onStep(waitSeconds);
    await host.wait(waitSeconds * 1000, signal);
    pause = Math.min(pause * 2, LONGEST_WAIT_SECONDS);
  }
}

async function sendOnce({
  send,
  timeoutSeconds,
  signal,
}: Pick<PatientAsking<unknown, Failure>, "send" | "timeoutSeconds" | "signal">) {
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000);
  try {
    return success(await send(AbortSignal.any([signal, timeout])));
  } catch (error) {
    signal.throwIfAborted();
    if (timeout.aborted) {
      return failure({ code: "timed-out", params: { seconds: timeoutSeconds } } satisfies ServiceProblem);
    }
    if (error instanceof OverLimit) {
      return failure({ code: "too-large", params: { most: MOST.answer / MEGABYTE } } satisfies ServiceProblem);
    }
    if (error instanceof TypeError) return failure({ code: "unreachable", params: {} } satisfies ServiceProblem);
    throw error;
  }
}

const MOST_WORDS = 200;

/** What a page of a service says, without its marks; cut where it is long. */
export function wordsOf(text: string): string {
  const words = text
    .slice(0, 20_000)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words;
}

/** What is to be said of an answer that should be JSON and is not read: what a page says, or what is wrong with it. */
export function brokenWords(text: string, { code }: Failure): string {
  if (code === "over-limit") return "It is nested too deeply.";
  const start = text.slice(0, 20_000).trimStart();
  return start.startsWith("<") ? wordsOf(start) : "It is cut off, or no JSON.";
}
