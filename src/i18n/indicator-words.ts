import type { IndicatorId } from "#domain/indicator/registry.ts";
import type { Format } from "./format.ts";

/** A value as short as a list takes it, to some three digits; metres as a distance. The name of the indicator tells what it is. */
export function indicatorNumber(id: IndicatorId, value: number, format: Format): string {
  if (id === "sufficient_reach") return format.distance(value);
  const size = Math.abs(value);
  return format.number(value, size < 10 ? 2 : size < 100 ? 1 : 0);
}
