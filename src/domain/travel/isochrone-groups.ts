import type { Isochrone } from "./isochrone-table.ts";

/** An isochrone with what its group is named by; `null` where nothing names it. */
export type Grouped = Pick<Isochrone, "profile" | "minutes"> & { readonly name: string | null };

/**
 * The group of each isochrone of one file, numbered from 0: those of one name are one; those without a name belong to the one
 * without a name before them until a profile and time come again.
 */
export function isochroneGroups(rows: readonly Grouped[]): readonly number[] {
  const numbers = new Map<string, number>();
  let next = 0;
  let open = new Set<string>();
  let openNumber = -1;
  return rows.map(({ name, profile, minutes }) => {
    if (name !== null) {
      const known = numbers.get(name) ?? next++;
      numbers.set(name, known);
      return known;
    }
    const time = `${profile ?? ""} ${String(minutes)}`;
    if (openNumber === -1 || open.has(time)) {
      open = new Set();
      openNumber = next++;
    }
    open.add(time);
    return openNumber;
  });
}
