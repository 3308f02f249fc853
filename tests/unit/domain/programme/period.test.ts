import { describe, expect, it } from "vitest";
import { firstOfMonth, isoDay, overlaps, periodOf, readDateSpan, type Period } from "#domain/programme/period.ts";

const inWords = (period: Period | null) =>
  period === null ? null : [isoDay(period.first), isoDay(period.last), period.precision, period.stated];

describe("a date as exact as known", () => {
  it.each([
    ["2020-09-13", "2020-09-13", "2020-09-13", "day"],
    ["2020-02", "2020-02-01", "2020-02-29", "month"],
    ["2019-12", "2019-12-01", "2019-12-31", "month"],
    ["1900", "1900-01-01", "1900-12-31", "year"],
    ["0099", "0099-01-01", "0099-12-31", "year"],
    ["9999", "9999-01-01", "9999-12-31", "year"],
  ])("%s covers %s to %s", (text, first, last, precision) => {
    const span = readDateSpan(text);
    expect(span).not.toBeNull();
    expect([isoDay(span?.first ?? NaN), isoDay(span?.last ?? NaN), span?.precision]).toEqual([first, last, precision]);
  });

  it.each([
    "",
    "20",
    "2020-13",
    "2020-00",
    "2020-02-30",
    "2019-02-29",
    "2020-9-1",
    "2020-09-13T10:00",
    " 2020",
    "-2020",
  ])("is none: %j", (text) => {
    expect(readDateSpan(text)).toBeNull();
  });

  it("counts days from 1970", () => {
    expect(readDateSpan("1970-01-01")?.first).toBe(0);
    expect(readDateSpan("1969-12-31")?.first).toBe(-1);
    expect(firstOfMonth(1970, 13)).toBe(365);
  });
});

describe("a period", () => {
  it.each<[string | null, string | null, readonly string[] | null]>([
    ["2020-06-19", "2020-08-01", ["2020-06-19", "2020-08-01", "day", "both"]],
    ["2019", "2020", ["2019-01-01", "2020-12-31", "year", "both"]],
    ["2020-08", "2020-09-03", ["2020-08-01", "2020-09-03", "month", "both"]],
    ["2020-08-20", "2020-08", ["2020-08-01", "2020-08-31", "month", "both"]],
    ["2020-08-10", null, ["2020-08-10", "2020-08-10", "day", "start"]],
    [null, "2020", ["2020-01-01", "2020-12-31", "year", "end"]],
    ["2020-08-10", "2020-08-09", ["2020-08-10", "2020-08-10", "day", "start"]],
    ["soon", "2020-08", ["2020-08-01", "2020-08-31", "month", "end"]],
    [null, null, null],
    ["soon", null, null],
  ])("from %s to %s", (dateFrom, dateTo, expected) => {
    expect(inWords(periodOf({ dateFrom, dateTo }))).toEqual(expected);
  });

  it("overlaps another that shares a single day, and none that begins the day after", () => {
    const days = (first: number, last: number) => ({ first, last });
    expect(overlaps(days(1, 3), days(3, 5))).toBe(true);
    expect(overlaps(days(1, 3), days(4, 5))).toBe(false);
    expect(overlaps(days(1, 9), days(4, 5))).toBe(true);
    expect(overlaps(days(4, 4), days(-Infinity, Infinity))).toBe(true);
  });
});
