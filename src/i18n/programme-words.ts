import type { Activity } from "#domain/activity/activity.ts";
import { periodOf, readDateSpan, type DatePrecision, type StatedDates } from "#domain/programme/period.ts";
import { NOT_STATED, type ProgrammeFilters } from "#domain/programme/programme-filters.ts";
import type { Format } from "./format.ts";
import { isMessageKey } from "./catalogs.ts";
import type { Translate } from "./translate.ts";

/** A kind of activity; one that is none of ours in the words of its table. */
export function activityTypeWords(type: string, translate: Translate): string {
  const key = `programme.type.${type}`;
  return isMessageKey(key) ? translate(key) : type;
}

/** A country among the values of the filter. */
export function activityCountryWords(country: string, translate: Translate, format: Format): string {
  return country === NOT_STATED ? translate("country.unknown") : format.country(country);
}

/** The dates as exact as they are stated: "13 September 2020", "August 2020", "10–22 December 2018", "by 2020". */
export function datesInWords(dates: StatedDates, translate: Translate, format: Format): string {
  const period = periodOf(dates);
  if (period === null) return translate("programme.no-date");
  const { dateFrom, dateTo } = dates;
  const from = dateFrom === null || readDateSpan(dateFrom) === null ? "" : format.date(dateFrom);
  const to = dateTo === null || readDateSpan(dateTo) === null ? "" : format.date(dateTo);
  if (period.stated === "start") return translate("programme.date.start", { from });
  if (period.stated === "end") return translate("programme.date.end", { to });
  if (from === to) return from;
  const isAlike = dateFrom !== null && dateTo !== null && dateFrom.length === dateTo.length;
  return isAlike ? format.dateRange(dateFrom, dateTo) : translate("programme.date.span", { from, to });
}

const ONLY_TO = { month: "programme.only.month", year: "programme.only.year" } as const satisfies Record<
  Exclude<DatePrecision, "day">,
  string
>;

/** What the dates do not say: the day, the other end; `null` where nothing is open. */
export function dateDoubt(dates: StatedDates, translate: Translate): string | null {
  const period = periodOf(dates);
  if (period === null) return null;
  const doubts: string[] = [];
  if (period.precision !== "day") doubts.push(translate(ONLY_TO[period.precision]));
  if (period.stated === "start") doubts.push(translate("programme.only.start"));
  if (period.stated === "end") doubts.push(translate("programme.only.end"));
  return doubts.length === 0 ? null : doubts.join(" ");
}

/** "Piran, Slovenia"; `null` where neither is stated. */
export function placeInWords({ place, country }: Activity, format: Format): string | null {
  const words = [place, country === null ? null : format.country(country)].filter((word) => word !== null);
  return words.length === 0 ? null : words.join(", ");
}

/** What narrows the programme: "workshop or open day, in Germany, from 2019"; empty for nothing. */
export function programmeFiltersInWords(
  { types, countries, from, until }: ProgrammeFilters,
  translate: Translate,
  format: Format,
): string {
  const parts: string[] = [];
  if (types.length > 0) parts.push(format.either(types.map((type) => activityTypeWords(type, translate))));
  if (countries.length > 0) {
    const values = format.either(
      countries.map((country) =>
        country === NOT_STATED ? translate("country.unknown.inline") : format.country(country),
      ),
    );
    parts.push(translate("filter.words.country", { values }));
  }
  const dates = { from: from === null ? "" : format.date(from), to: until === null ? "" : format.date(until) };
  if (from !== null && until !== null) parts.push(translate("programme.date.span", dates));
  else if (from !== null) parts.push(translate("programme.date.start", { from: dates.from }));
  else if (until !== null) parts.push(translate("programme.date.until", { to: dates.to }));
  return parts.join(translate("filter.words.separator"));
}
