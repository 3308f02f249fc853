/** What an expected failure (§5 of the architecture) travels in: `code` picks the message, `params` fill it. */
export interface Failure {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

export type Result<T, F extends Failure = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: F };

export function success<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function failure<F extends Failure>(failure: F): { readonly ok: false; readonly failure: F } {
  return { ok: false, failure };
}
