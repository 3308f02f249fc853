import type { Damage, PartProblem } from "#domain/live/file-part.ts";

/** Thrown where a file cannot be read as it lies. */
export class PartError extends Error {
  readonly problem: PartProblem;

  constructor(problem: PartProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

export function damaged(damage: Damage): PartError {
  return new PartError({ code: "damaged", params: { damage } });
}

/**
 * What reading the bytes of a format has thrown, as a problem: whatever is not told by itself is damage. Giving up is passed
 * on.
 */
export function damageOf(error: unknown): unknown {
  const isTold = error instanceof PartError || (error instanceof DOMException && error.name === "AbortError");
  return isTold ? error : damaged("other");
}
