export interface NumberBounds {
  /** Both ends included. */
  readonly least: number;
  readonly most: number;
  /** Decimals allowed. */
  readonly digits: number;
}

/** Reads a number as people type it: comma or point before the decimals, blanks around. `null` for anything else or out of bounds. */
export function parseNumber(text: string, { least, most, digits }: NumberBounds): number | null {
  const match = /^\+?(\d{1,9})(?:[.,](\d*))?$/.exec(text.trim());
  if (match === null) return null;
  const decimals = (match[2] ?? "").replace(/0+$/, "");
  if (decimals.length > digits) return null;
  const value = Number(`${match[1] ?? ""}.${decimals}`);
  return value >= least && value <= most ? value : null;
}
