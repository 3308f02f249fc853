/** What a service answered. */
export interface ServiceAnswer {
  readonly status: number;
  /** `null` where the header is absent, or may not be read. */
  readonly header: (name: string) => string | null;
  readonly text: string;
}

/** The world outside, as far as asking a service needs it. */
export interface ServiceHost {
  /**
   * Sends a form by POST.
   * @throws {TypeError} where no answer comes
   * @throws {OverLimit} where more comes than is read
   * @throws {DOMException} AbortError once the signal has fired
   */
  post(address: string, form: Readonly<Record<string, string>>, signal: AbortSignal): Promise<ServiceAnswer>;
  /** @throws {DOMException} AbortError once the signal has fired */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** A request of any kind; `body` is `null` where none is sent. */
export interface ServiceRequest {
  readonly method: "GET" | "POST";
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** The world outside, as far as asking a routing service at its pace needs it. */
export interface PacedHost extends Pick<ServiceHost, "wait"> {
  /**
   * @throws {TypeError} where no answer comes
   * @throws {DOMException} AbortError once the signal has fired
   */
  ask(request: ServiceRequest, signal: AbortSignal): Promise<ServiceAnswer>;
  /** Milliseconds, from any beginning. */
  now(): number;
}

/** Seconds that a service asks to wait: `Retry-After` in seconds or as a date; `null` where it says nothing sensible. */
export function retryAfterSeconds(text: string | null, now: number): number | null {
  if (text === null) return null;
  if (/^\s*\d+\s*$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000));
}
