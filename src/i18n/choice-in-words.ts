import type { Choice } from "#domain/selection/choice.ts";
import type { DrawnArea } from "#domain/selection/drawn-area.ts";
import { filtersInWords } from "./filters-in-words.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

/** As {@link filtersInWords}, with areas, shortlist and picks: "in Croatia, in the drawn polygon, −1 taken out". */
export function choiceInWords(choice: Choice, translate: Translate, format: Format): string {
  const { filters, drawn, within, onlyShortlist, addedCount, removedCount } = choice;
  const phrases = [
    filtersInWords(filters, translate, format),
    drawn === null ? "" : drawnInWords(drawn, translate, format),
    within === null
      ? ""
      : within === "missing"
        ? translate("filter.words.within-missing")
        : translate("filter.words.within", { name: within.name }),
    onlyShortlist ? translate("filter.words.shortlist") : "",
    addedCount === 0 ? "" : translate("filter.words.added", { count: format.number(addedCount) }),
    removedCount === 0 ? "" : translate("filter.words.removed", { count: format.number(removedCount) }),
  ];
  return phrases.filter((phrase) => phrase !== "").join(translate("filter.words.separator"));
}

function drawnInWords(drawn: DrawnArea, translate: Translate, format: Format): string {
  if (drawn.kind !== "circle") return translate(`filter.words.${drawn.kind}`);
  const { center, radiusMeters } = drawn;
  return translate("filter.words.circle", {
    radius: format.number(radiusMeters / 1000, 3),
    lat: format.number(center.lat, 5),
    lon: format.number(center.lon, 5),
  });
}
