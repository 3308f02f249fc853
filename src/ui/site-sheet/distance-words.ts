import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import type { DistanceRange } from "./records.ts";

/** "2.1 km" for a distance known exactly, "0–8 km" for a range. */
export function distanceWords({ from, to }: DistanceRange, translate: Translate, format: Format): string {
  if (to - from < 1) return format.distance(to);
  if (to < 1000) return translate("sheet.range-m", { from: format.number(from), to: format.number(to) });
  const digits = to < 10_000 && to % 1000 !== 0 ? 1 : 0;
  return translate("sheet.range-km", {
    from: format.number(from / 1000, digits),
    to: format.number(to / 1000, digits),
  });
}
