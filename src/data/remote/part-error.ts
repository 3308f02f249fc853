import type { PartProblem } from "#domain/live/file-part.ts";

/** Thrown where a file cannot be read as it lies. */
export class PartError extends Error {
  readonly problem: PartProblem;

  constructor(problem: PartProblem) {
    super(problem.code);
    this.problem = problem;
  }
}
