import type { Language } from "#domain/language.ts";
import { shownPlaceName } from "#domain/place/shown-name.ts";
import type { AroundCount, AssessedSpace, Wish } from "#domain/space/assess-space.ts";
import { isSector, type AroundWish, type SpaceFilters } from "#domain/space/space-filters.ts";
import { isSpaceKind, type Space } from "#domain/space/space.ts";
import type { Format } from "#i18n/format.ts";
import type { Translate } from "#i18n/translate.ts";
import type { SpaceAnswer } from "./space-actions.ts";

export interface Words {
  readonly language: Language;
  readonly translate: Translate;
  readonly format: Format;
}

/** The kind in the language of the page, or as the table tells it. */
export function kindWords(kind: string, translate: Translate): string {
  return isSpaceKind(kind) ? translate(`space-kind.${kind}`) : kind;
}

/** What is listed of, in the plural: "service actors", "actors of Music". */
export function actorsWords(of: AroundWish["of"], { translate }: Words): string {
  return isSector(of)
    ? translate("spaces.actors-of-sector", { sector: of })
    : translate("spaces.actors-of-category", { category: translate(`category.${of}`) });
}

/** Where distances are measured from. */
export function nearWords(near: SpaceAnswer["near"], { language, translate }: Words): string {
  if (near === null) return translate("spaces.near-unknown");
  return near.place === null ? translate("spaces.near-here") : shownPlaceName(near.place, language);
}

/** What a filter asks: "20 m² or more", "within 30 km of Rijeka". */
export function wishWords(wish: Wish, filters: SpaceFilters, near: SpaceAnswer["near"], words: Words): string {
  const { translate, format } = words;
  switch (wish.kind) {
    case "kind":
      return format.either(filters.kinds.map((kind) => kindWords(kind, translate)));
    case "country":
      return format.either(filters.countries.map((country) => format.country(country)));
    case "area": {
      const [least, most] = [filters.areaLeast, filters.areaMost].map((area) => format.number(area ?? 0, 2));
      const bounds = filters.areaLeast === null ? "most" : filters.areaMost === null ? "least" : "both";
      return translate("spaces.wish-area", { bounds, least: least!, most: most! });
    }
    case "price":
      return translate("spaces.wish-price", { price: format.number(filters.priceMost ?? 0, 2) });
    case "date":
      return translate("spaces.wish-date", { day: format.date(filters.availableOn ?? "") });
    case "near":
      return translate("spaces.wish-near", {
        distance: format.distance(filters.within ?? 0),
        place: nearWords(near, words),
      });
    case "around": {
      const around = filters.around[wish.position];
      return around === undefined ? "" : aroundWishWords(around, words);
    }
  }
}

export function aroundWishWords({ bound, count, of, reach }: AroundWish, words: Words): string {
  return words.translate("spaces.wish-around", {
    bound,
    count,
    actors: actorsWords(of, words),
    reach: words.format.distance(reach),
  });
}

/** Why it is not known whether a room meets a wish: "price not stated", "within 30 km of Rijeka: its site is not loaded". */
export function unknownWords(
  wish: Wish,
  room: AssessedSpace,
  filters: SpaceFilters,
  near: SpaceAnswer["near"],
  words: Words,
): string {
  const { translate, format } = words;
  const { space } = room;
  switch (wish.kind) {
    case "kind":
      return space.kind === null
        ? translate("spaces.unknown-kind")
        : translate("spaces.unknown-own-kind", { kind: space.kind });
    case "area":
      return translate("spaces.unknown-area");
    case "price":
      return translate("spaces.unknown-price");
    case "date":
      return space.availableFrom === null
        ? translate("spaces.unknown-date")
        : translate("spaces.unknown-day", { date: format.date(space.availableFrom) });
    case "country":
    case "near":
    case "around":
      return translate("spaces.unknown-because", {
        wish: wishWords(wish, filters, near, words),
        reason: reasonOfPlace(wish, room, words),
      });
  }
}

function reasonOfPlace(wish: Wish, { site, around }: AssessedSpace, words: Words): string {
  const { translate } = words;
  if (site === null) return translate("spaces.unknown-site");
  if (wish.kind === "country") return translate("spaces.unknown-country");
  const count = wish.kind === "around" ? (around[wish.position] ?? null) : null;
  return count === null ? translate("spaces.unknown-point") : countWords(count, words);
}

/** "7 listed", "at least 7 listed", "nothing known". */
export function countWords({ found, maybe, coverage }: AroundCount, { translate }: Words): string {
  const level = coverage === "none" && found === 0 ? "nothing" : coverage === "complete" ? "complete" : "partial";
  return translate("spaces.counted", { level, count: found, maybe });
}

export function spaceName({ name, kind, id }: Space, { translate }: Words): string {
  if (name !== "") return name;
  return kind === null ? id : kindWords(kind, translate);
}

/** Rooms come and go: after so many years nobody should rely on what a page said. */
const OLD_YEARS = 2;

/** When a room was last confirmed, and how long ago that is. */
export function confirmedWords(
  { lastConfirmed }: Space,
  thisYear: number,
  { translate, format }: Words,
): { readonly text: string; readonly isOld: boolean } {
  if (lastConfirmed === null) return { text: translate("spaces.confirmed-never"), isOld: true };
  const years = Math.max(0, thisYear - Number(lastConfirmed.slice(0, 4)));
  const text = translate("spaces.confirmed", { date: format.date(lastConfirmed), years });
  return { text, isOld: years >= OLD_YEARS };
}
