/**
 * Facts in one line with dots between them, without those that there are none of. Where the line breaks, the dot stays with
 * what it follows.
 */
export function inALine(facts: readonly (string | null | undefined)[]): string {
  return facts.filter((fact) => fact != null && fact !== "").join("\u00a0· ");
}
