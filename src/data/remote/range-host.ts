/** The answer to a request for a file or a part of it. */
export interface RangeAnswer {
  /** 0, or 3xx where it may be read: sent on to another address, which is not asked. */
  readonly status: number;
  /** `null` where the header is absent, or may not be read. */
  readonly header: (name: string) => string | null;
  /**
   * The body, as it comes; asked for once.
   * @throws {TypeError} where the answer breaks off
   */
  pieces(): AsyncIterable<Uint8Array<ArrayBuffer>>;
  /** Gives the rest of the answer up. */
  discard(): void;
}

/** The world outside, as far as reading files needs it. */
export interface RangeHost {
  /**
   * @param range first and last byte that are wanted; `null`: all
   * @throws {TypeError} where no answer comes
   * @throws {DOMException} AbortError once the signal has fired
   */
  get(address: string, range: readonly [first: number, last: number] | null, signal: AbortSignal): Promise<RangeAnswer>;
}
