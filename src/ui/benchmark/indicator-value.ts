import type { Indicator } from "#domain/indicator/indicator.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import type { IndicatorId } from "#domain/indicator/registry.ts";
import type { Format } from "#i18n/format.ts";

/** A value by itself, to some three digits, as in the sheet but without a word on what may be missing. */
export function plainValue({ unit }: Pick<Indicator, "unit">, value: number, format: Format): string {
  if (unit === "meters") return format.distance(value);
  const size = Math.abs(value);
  return format.number(value, size < 10 ? 2 : size < 100 ? 1 : 0);
}

/** @throws Error for what is no indicator: the worker answers by the same registry */
export function indicatorOf(id: string): Indicator<IndicatorId> {
  const found = INDICATORS.find((indicator) => indicator.id === id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}
