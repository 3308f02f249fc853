/** How exactly a date is known, the most exact first. */
export const DATE_PRECISIONS = ["day", "month", "year"] as const;
export type DatePrecision = (typeof DATE_PRECISIONS)[number];

/** What a date that is known to the day, the month or the year covers. */
export interface DateSpan {
  /** First and last day, whole days since 1970-01-01 (UTC); `first` ≤ `last`. */
  readonly first: number;
  readonly last: number;
  readonly precision: DatePrecision;
}

/** When something took place, as far as it is stated. */
export interface Period extends DateSpan {
  /**
   * `both`: a single date, or its two ends. `start`, `end`: that end alone; the days are then those of the stated end, as the
   * other one is not guessed.
   */
  readonly stated: "both" | "start" | "end";
}

/** The dates of a record: ISO 8601, as exact as known; `null` where none is stated. */
export interface StatedDates {
  readonly dateFrom: string | null;
  readonly dateTo: string | null;
}

const MILLISECONDS_A_DAY = 86_400_000;

/** Reads "2020", "2020-09" or "2020-09-13"; `null` for anything else, also for a day that does not exist. */
export function readDateSpan(text: string): DateSpan | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return null;
  const first = dayNumber(`${year}-${month ?? "01"}-${day ?? "01"}`);
  if (first === null) return null;
  if (day !== undefined) return { first, last: first, precision: "day" };
  return month === undefined
    ? { first, last: firstOfMonth(Number(year) + 1, 1) - 1, precision: "year" }
    : { first, last: firstOfMonth(Number(year), Number(month) + 1) - 1, precision: "month" };
}

/** `null` where neither date can be read. An end before the start counts as not stated. */
export function periodOf({ dateFrom, dateTo }: StatedDates): Period | null {
  const from = dateFrom === null ? null : readDateSpan(dateFrom);
  const to = dateTo === null ? null : readDateSpan(dateTo);
  if (from === null) return to === null ? null : { ...to, stated: "end" };
  if (to === null || to.last < from.first) return { ...from, stated: "start" };
  return {
    first: Math.min(from.first, to.first),
    last: Math.max(from.last, to.last),
    precision: DATE_PRECISIONS[Math.max(rank(from), rank(to))] ?? "year",
    stated: "both",
  };
}

/** Whether two spans have a day in common. */
export function overlaps(a: Pick<DateSpan, "first" | "last">, b: Pick<DateSpan, "first" | "last">): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** "2020-09-13" of a number of days since 1970-01-01; of the years 0 to 9999. */
export function isoDay(day: number): string {
  return new Date(day * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

/** The first day of a month counted from 1; the thirteenth is the first of the next year. */
export function firstOfMonth(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, 1);
  return date.getTime() / MILLISECONDS_A_DAY;
}

function dayNumber(iso: string): number | null {
  const time = Date.parse(`${iso}T00:00:00Z`);
  if (Number.isNaN(time)) return null;
  const day = time / MILLISECONDS_A_DAY;
  return isoDay(day) === iso ? day : null;
}

function rank({ precision }: DateSpan): number {
  return DATE_PRECISIONS.indexOf(precision);
}
