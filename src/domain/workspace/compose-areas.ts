import type { Area, AreaId } from "../area/area.ts";
import { identifiersOf } from "./identifiers.ts";

/** The areas of several tables, and what came of them. */
interface Composed {
  readonly parts: readonly (readonly Area[])[];
  readonly areas: readonly Area[];
}

const NONE: readonly Area[] = [];

const kept = new WeakMap<readonly Area[], Composed>();

/** The areas of all tables, one after another, no identifier twice. The same tables give the same list. */
export function composeAreas(parts: readonly (readonly Area[])[]): readonly Area[] {
  const key = parts.at(-1) ?? NONE;
  if (parts.length < 2) return key;
  const known = kept.get(key);
  if (known?.parts.length === parts.length && parts.every((part, at) => part === known.parts[at])) return known.areas;
  const { renamed } = identifiersOf(parts.map((part) => ({ column: part.map(({ id }) => id), count: part.length })));
  const areas = parts.flat().map((area, position) => {
    const id = renamed.get(position);
    return id === undefined ? area : { ...area, id: id as AreaId };
  });
  kept.set(key, { parts, areas });
  return areas;
}
