import type { AssessedNeed } from "#domain/options/assess.ts";
import type { Need } from "#domain/options/concept.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";

/** "3 actors within 10 km: Music or Arts education". */
export function needWords(need: Need, translate: Translate, format: Format): string {
  if (need.kind === "actors") {
    return translate("options.need-actors", {
      count: need.count,
      reach: format.distance(need.reach),
      categories: format.either(need.categories.map((category) => translate(`category.${category}`))),
    });
  }
  const kinds = format.either(need.spaceKinds.map((kind) => translate(`space-kind.${kind}`)));
  return need.areaSquareMeters === null
    ? translate("options.need-rooms", { count: need.count, kinds })
    : translate("options.need-rooms-of", {
        count: need.count,
        kinds,
        area: format.number(need.areaSquareMeters, 1),
      });
}

/** What is listed for the need, and how much that says. */
export function foundWords({ need, found, coverage, status }: AssessedNeed, translate: Translate): string {
  const counts = { found, count: need.count };
  if (need.kind === "rooms") {
    return translate(coverage === "none" ? "options.no-rooms" : "options.found-rooms", counts);
  }
  if (coverage === "none") return translate(found === 0 ? "options.found-nothing" : "options.found-none", counts);
  if (coverage === "partial") return translate("options.found-partial", counts);
  return translate(status === "unknown" ? "options.found-unclassified" : "options.found-complete", counts);
}
