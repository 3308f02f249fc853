import type { ValueClass } from "#domain/coloring/classes.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import type { Format } from "#i18n/format.ts";
import { measureText } from "#i18n/reach-words.ts";
import type { Translate } from "#i18n/translate.ts";

/** What the values of a class are: one value, or the range up to the next class. */
export function classWords(
  classes: readonly ValueClass[],
  at: number,
  unit: Indicator["unit"] | "minutes",
  translate: Translate,
  format: Format,
): string {
  const words = (value: number) =>
    unit === "meters" || unit === "minutes"
      ? measureText(value, unit, translate, format)
      : format.number(value, digitsOf(value));
  const { from, least, greatest } = classes[at]!;
  const next = classes[at + 1];
  if (least === greatest) return words(least);
  if (next === undefined) return translate("legend.class-from", { from: words(from) });
  if (at === 0) return translate("legend.class-to", { to: words(next.from) });
  return translate("legend.class-range", { from: words(from), to: words(next.from) });
}

/** Decimals that show two significant digits, none for large values. */
function digitsOf(value: number): number {
  if (value === 0) return 0;
  return Math.min(Math.max(1 - Math.floor(Math.log10(Math.abs(value))), 0), 6);
}
