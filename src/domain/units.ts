import type { Brand } from "./brand.ts";

/** A length on the ground, metres. */
export type Meters = Brand<number, "Meters">;

export function meters(value: number): Meters {
  return value as Meters;
}
