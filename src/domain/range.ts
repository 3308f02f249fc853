/** The numbers from one to another, both ends included. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** `NaN` is within no range. */
export function isWithin(value: number, { least, most }: Range): boolean {
  return value >= least && value <= most;
}

/** As messages name it: "1–60". */
export function rangeText({ least, most }: Range): string {
  return `${String(least)}–${String(most)}`;
}
