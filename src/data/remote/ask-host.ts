import type { PartProblem } from "#domain/live/file-part.ts";
import { PartError } from "./part-error.ts";
import type { RangeAnswer, RangeHost } from "./range-host.ts";

/** Longest wait for an answer to begin, and then for each piece of it. */
const SILENCE_SECONDS = 60;

/** An answer that has begun. Its bytes are taken, or it is discarded. */
export interface BegunAnswer extends Pick<RangeAnswer, "status" | "header" | "discard"> {
  /**
   * The bytes as they come; leaving them gives the rest of the answer up.
   * @param expected how many are announced; 0 where that is not known
   * @throws {PartError} where they break off, or nothing comes any more
   */
  pieces(expected: number): AsyncIterable<Uint8Array<ArrayBuffer>>;
}

/**
 * Asks for a file, or a range of its bytes.
 * @returns an answer of status 200; of 206 or 416, too, where a range was asked for
 * @throws {PartError} where the host does not give it
 */
export async function askHost(
  host: RangeHost,
  address: string,
  range: readonly [first: number, last: number] | null,
  signal: AbortSignal,
): Promise<BegunAnswer> {
  const patience = new Patience(signal);
  const ask = () => host.get(address, range, patience.signal);
  let answer: RangeAnswer;
  try {
    // A connection that was kept open may have been closed meanwhile.
    answer = await ask().catch((error: unknown) => {
      if (patience.signal.aborted || !(error instanceof TypeError)) throw error;
      return ask();
    });
  } catch (error) {
    patience.end();
    if (signal.aborted) throw error;
    if (patience.isOver) throw timedOut();
    throw error instanceof TypeError ? new PartError({ code: "unreachable", params: {} }) : error;
  }
  const { status, header } = answer;
  const discard = () => {
    patience.end();
    answer.discard();
  };
  if (status !== 200 && (range === null || (status !== 206 && status !== 416))) {
    discard();
    throw new PartError(refusalOf(status));
  }
  return {
    status,
    header,
    discard,
    async *pieces(expected) {
      let found = 0;
      patience.begin();
      try {
        for await (const piece of answer.pieces()) {
          patience.begin();
          found += piece.length;
          yield piece;
        }
      } catch (error) {
        if (signal.aborted) throw error;
        if (patience.isOver) throw timedOut();
        // What is announced counts bytes as they were sent, which may be packed.
        throw new PartError({ code: "cut", params: { expected: found < expected ? expected : 0, found } });
      } finally {
        discard();
      }
    },
  };
}

/** Ends a request once nothing has come for a while. */
class Patience {
  readonly #silence = new AbortController();
  /** Fires, too, when the request is given up. */
  readonly signal: AbortSignal;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(givenUp: AbortSignal) {
    this.signal = AbortSignal.any([givenUp, this.#silence.signal]);
    this.begin();
  }

  /** Waits anew. */
  begin(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#silence.abort();
    }, SILENCE_SECONDS * 1000);
  }

  end(): void {
    clearTimeout(this.#timer);
  }

  get isOver(): boolean {
    return this.#silence.signal.aborted;
  }
}

function timedOut(): PartError {
  return new PartError({ code: "timed-out", params: { seconds: SILENCE_SECONDS } });
}

function refusalOf(status: number): PartProblem {
  if (status === 0 || (status >= 300 && status < 400)) return { code: "redirected", params: {} };
  const isMissing = status === 404 || status === 410;
  return { code: isMissing ? "not-found" : "refused", params: { status } };
}
