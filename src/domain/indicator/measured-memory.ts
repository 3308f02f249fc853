import type { MeasuredSites, Surroundings } from "../catchment/surroundings.ts";
import type { PointColumns } from "../geo/points.ts";

/**
 * Remembers one value for the same points in the same surroundings, however their distances are had, as long as somebody
 * holds them.
 */
export function createMeasuredMemory<T>() {
  const values = new WeakMap<Surroundings, WeakMap<PointColumns, T>>();
  return {
    get: ({ surroundings, points }: MeasuredSites): T | undefined => values.get(surroundings)?.get(points),
    set({ surroundings, points }: MeasuredSites, value: T): void {
      const ofPoints = values.get(surroundings) ?? new WeakMap<PointColumns, T>();
      values.set(surroundings, ofPoints.set(points, value));
    },
  };
}
