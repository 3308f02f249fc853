import type { Catchment } from "#domain/catchment/catchment.ts";
import { originName, type IsochroneOrigin } from "#domain/travel/isochrone-table.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

/** Who computed isochrones, and when: "FOSSGIS, Valhalla 3.6.1, 21 November 2026; …". */
export function originsText(origins: readonly IsochroneOrigin[], translate: Translate, format: Format): string {
  const texts = origins.map((origin) => {
    const { computed, dataDate } = origin;
    const source = originName(origin) ?? translate("isochrones.origin-unknown");
    const day = (computed ?? dataDate)?.slice(0, ISO_DAY) ?? null;
    return day === null ? source : translate("isochrones.origin", { source, date: format.date(day) });
  });
  return [...new Set(texts)].join("; ");
}

/** Characters of an ISO 8601 day. */
const ISO_DAY = 10;

/** As {@link originsText}, as a sentence, with the lines that the licences of the isochrones ask for. */
export function fromIsochronesText(origins: readonly IsochroneOrigin[], translate: Translate, format: Format): string {
  const lines = new Set(origins.flatMap(({ attribution }) => attribution ?? []));
  return [translate("isochrones.from", { origins: originsText(origins, translate, format) }), ...lines].join(" ");
}

/** The minutes of contours: "10, 20, 30". */
export function contourMinutesText(minutes: readonly number[], format: Format): string {
  return minutes.map((each) => format.number(each, 3)).join(", ");
}

/** That no contour is of the minutes of a catchment by isochrones, and whom it counts therefore; `null` where one is. */
export function betweenContoursText(
  { unit, reach, contourMinutes }: Pick<Catchment, "unit" | "reach" | "contourMinutes">,
  translate: Translate,
  format: Format,
): string | null {
  if (unit === "meters" || contourMinutes.includes(reach)) return null;
  const least = contourMinutes.findLast((minutes) => minutes < reach);
  return translate("sentence.between-contours", {
    minutes: format.number(reach, 3),
    least: least === undefined ? "none" : format.number(least, 3),
  });
}
