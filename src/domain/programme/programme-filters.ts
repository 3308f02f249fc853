import type { Activity } from "../activity/activity.ts";
import { overlaps, periodOf, readDateSpan, type Period, type StatedDates } from "./period.ts";

/** What narrows the activities shown; several values of one filter mean *or*, several filters mean *and*. */
export interface ProgrammeFilters {
  /** Types as the tables write them, `unknown` for none stated; sorted, none twice. */
  readonly types: readonly string[];
  /** ISO 3166-1 alpha-2, `unknown` for none stated; sorted, none twice. */
  readonly countries: readonly string[];
  /** ISO 8601 day, month or year: what ended before it is held back; `null`: nothing is. */
  readonly from: string | null;
  /** The same for what began after it. */
  readonly until: string | null;
}

export const NO_PROGRAMME_FILTERS: ProgrammeFilters = { types: [], countries: [], from: null, until: null };

/** What is not stated, among the values of a filter. */
export const NOT_STATED = "unknown";

/** A record that can be filtered. */
export type Dated = StatedDates & Pick<Activity, "type" | "country">;

export function typeOf({ type }: Dated): string {
  return type ?? NOT_STATED;
}

export function countryOf({ country }: Dated): string {
  return country ?? NOT_STATED;
}

export function hasProgrammeFilters({ types, countries, from, until }: ProgrammeFilters): boolean {
  return types.length > 0 || countries.length > 0 || from !== null || until !== null;
}

/** An activity that is shown, with its place in the table. */
export interface Shown<T extends Dated> {
  /** Position in the list of activities. */
  readonly index: number;
  readonly activity: T;
  readonly period: Period | null;
}

/**
 * The activities that pass, in the order of time: by first day, the longer before the shorter, then by place in the table;
 * those without a date last. With a period chosen those without a date are held back, as it is not known when they were.
 */
export function filterProgramme<T extends Dated>(
  activities: readonly T[],
  filters: ProgrammeFilters,
): readonly Shown<T>[] {
  const chosen = chosenPeriod(filters);
  return activities
    .map((activity, index): Shown<T> => ({ index, activity, period: periodOf(activity) }))
    .filter(({ activity, period }) => {
      if (filters.types.length > 0 && !filters.types.includes(typeOf(activity))) return false;
      if (filters.countries.length > 0 && !filters.countries.includes(countryOf(activity))) return false;
      return chosen === null || (period !== null && overlaps(period, chosen));
    })
    .sort(byTime);
}

/** How many activities each value alone would leave, the other filters as they are. */
export interface ProgrammeCounts {
  readonly types: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, number>;
}

/** Values that occur nowhere are not in it; those that the other filters hold back wholly have 0. */
export function countProgramme(activities: readonly Dated[], filters: ProgrammeFilters): ProgrammeCounts {
  const count = (valueOf: (activity: Dated) => string, others: ProgrammeFilters) => {
    const counts = new Map(activities.map((activity) => [valueOf(activity), 0]));
    for (const { activity } of filterProgramme(activities, others)) {
      counts.set(valueOf(activity), (counts.get(valueOf(activity)) ?? 0) + 1);
    }
    return counts;
  };
  return {
    types: count(typeOf, { ...filters, types: [] }),
    countries: count(countryOf, { ...filters, countries: [] }),
  };
}

/** The days that the period of the filters covers, open ends without bound; `null` where none is chosen. */
export function chosenPeriod({
  from,
  until,
}: ProgrammeFilters): { readonly first: number; readonly last: number } | null {
  const start = from === null ? null : readDateSpan(from);
  const end = until === null ? null : readDateSpan(until);
  if (start === null && end === null) return null;
  return { first: start?.first ?? -Infinity, last: end?.last ?? Infinity };
}

function byTime<T extends Dated>(a: Shown<T>, b: Shown<T>): number {
  if (a.period === null || b.period === null) {
    return Number(a.period === null) - Number(b.period === null) || a.index - b.index;
  }
  return a.period.first - b.period.first || b.period.last - a.period.last || a.index - b.index;
}
