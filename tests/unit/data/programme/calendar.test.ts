import ICAL from "ical.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Activity, ActivityId } from "#domain/activity/activity.ts";
import { isoDay, periodOf, type Period } from "#domain/programme/period.ts";
import { calendarEvents, type CalendarEntry } from "#data/programme/calendar-events.ts";
import { writeCalendar, type CalendarEvent } from "#data/programme/calendar.ts";

const HEAD = { name: "Programme, 2020", product: "-//refresh-atlas 1.0//EN", stamp: "2026-11-21" };

const period = (dateFrom: string | null, dateTo: string | null): Period => {
  const found = periodOf({ dateFrom, dateTo });
  if (found === null) throw new Error("no period");
  return found;
};
const event = (change: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: "a@refresh-atlas",
  period: period("2020-09-13", "2020-09-13"),
  summary: "Open day",
  description: "Open day",
  location: null,
  point: null,
  url: null,
  category: null,
  ...change,
});

/** Content lines, unfolded by RFC 5545 §3.1 and nothing else. */
function linesOf(text: string): readonly string[] {
  expect(text.endsWith("\r\n")).toBe(true);
  expect(text.replace(/\r\n/g, "")).not.toMatch(/[\r\n]/);
  return text
    .slice(0, -2)
    .replace(/\r\n[ \t]/g, "")
    .split("\r\n");
}

/** The value of a TEXT property by RFC 5545 §3.3.11. */
function textOf(lines: readonly string[], name: string): string | undefined {
  const line = lines.find((each) => new RegExp(`^${name}[:;]`, "i").test(each));
  const value = line?.slice(line.indexOf(":") + 1);
  expect(value?.replace(/\\[\\;,nN]/g, "") ?? "").not.toMatch(/[;,\\]/);
  return value?.replace(/\\([\\;,nN])/g, (_, letter: string) => (/n/i.test(letter) ? "\n" : letter));
}

describe("a calendar", () => {
  it("is written as the standard asks", () => {
    const full = event({
      location: "Piran; Slovenia",
      point: { lon: 13.59206, lat: 45.51429 },
      url: "https://a.example/b?c=d,e;f",
      category: "Open day, indoors",
    });
    expect(linesOf(writeCalendar([full], HEAD))).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//refresh-atlas 1.0//EN",
      "NAME;VALUE=TEXT:Programme\\, 2020",
      "X-WR-CALNAME;VALUE=TEXT:Programme\\, 2020",
      "BEGIN:VEVENT",
      "UID:a@refresh-atlas",
      "DTSTAMP:20261121T000000Z",
      "DTSTART;VALUE=DATE:20200913",
      "DTEND;VALUE=DATE:20200914",
      "SUMMARY:Open day",
      "DESCRIPTION:Open day",
      "LOCATION:Piran\\; Slovenia",
      "GEO:45.51429;13.59206",
      "URL:https://a.example/b?c=d,e;f",
      "CATEGORIES:Open day\\, indoors",
      "TRANSP:TRANSPARENT",
      "END:VEVENT",
      "END:VCALENDAR",
    ]);
  });

  it.each([
    ["2020-02", "2020-02", "20200201", "20200301"],
    ["2019", "2020", "20190101", "20210101"],
    [null, "2020", "20200101", "20210101"],
    ["2020-12-31", null, "20201231", "20210101"],
    ["2020-06-19", "2020-08-01", "20200619", "20200802"],
  ])("covers all that may be meant by %s to %s", (from, to, first, after) => {
    const lines = linesOf(writeCalendar([event({ period: period(from, to) })], HEAD));
    expect(lines).toContain(`DTSTART;VALUE=DATE:${first}`);
    expect(lines).toContain(`DTEND;VALUE=DATE:${after}`);
  });

  it("has no events where none are given, and is a calendar still", () => {
    expect(linesOf(writeCalendar([], HEAD))).toHaveLength(6);
  });

  it("gives any text back, in lines of at most 75 octets", () => {
    const anyText = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 120 }),
      fc.string({ unit: "binary" }),
      fc.constantFrom("Ű;\\,\n", "\\n", "a\r\nb\rc"),
    );
    const clean = (text: string) =>
      text
        .replace(/\r\n?/g, "\n")
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]/g, " ")
        .replace(/\p{Surrogate}/gu, "\u{FFFD}");
    fc.assert(
      fc.property(anyText, anyText, anyText, (summary, description, uid) => {
        const text = writeCalendar(
          [event({ summary, description, uid, location: summary, category: description })],
          HEAD,
        );
        for (const line of text.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        const lines = linesOf(text);
        expect(textOf(lines, "SUMMARY")).toBe(clean(summary));
        expect(textOf(lines, "DESCRIPTION")).toBe(clean(description));
        expect(textOf(lines, "UID")).toBe(clean(uid));
        expect(textOf(lines, "LOCATION")).toBe(clean(summary));
        expect(textOf(lines, "CATEGORIES")).toBe(clean(description));
      }),
    );
  });

  it("is read back with the days that were written", () => {
    fc.assert(
      fc.property(fc.integer({ min: -200_000, max: 200_000 }), fc.nat(4000), (first, days) => {
        const written = { first, last: first + days, precision: "day", stated: "both" } as const;
        const calendar = ICAL.Component.fromString(writeCalendar([event({ period: written })], HEAD));
        const read = new ICAL.Event(calendar.getFirstSubcomponent("vevent") ?? undefined);
        expect([read.startDate.toString(), read.startDate.isDate]).toEqual([isoDay(first), true]);
        expect(read.duration.toSeconds()).toBe((days + 1) * 86_400);
      }),
    );
  });
});

describe("the events of activities", () => {
  const activity = (change: Partial<Activity> = {}): Activity => ({
    id: "open-day" as ActivityId,
    type: "open_day",
    title: "Open Industrial Heritage Day",
    siteId: null,
    place: "Freiberg",
    country: "DE",
    lon: 13.388,
    lat: 50.905,
    precision: "settlement",
    dateFrom: "2020-09",
    dateTo: "2020-09",
    note: "10-12 h",
    sourceUrl: "https://a.example/",
    ...change,
  });
  const entry = (change: Partial<Activity> = {}): CalendarEntry => ({
    activity: activity(change),
    period: period("2020-09", "2020-09"),
    words: {
      type: "Open day",
      dates: "September 2020",
      doubt: "The day is not stated.",
      place: "Freiberg, Germany",
      site: "Huthaus",
      source: "activities.csv",
    },
  });

  it("say what is not known of the date, and where the record comes from", () => {
    expect(calendarEvents([entry()])).toEqual([
      {
        uid: "open-day@refresh-atlas",
        period: period("2020-09", "2020-09"),
        summary: "Open Industrial Heritage Day",
        description:
          "Open day, September 2020. The day is not stated.\nHuthaus\n10-12 h\nactivities.csv\nhttps://a.example/",
        location: "Freiberg, Germany",
        point: { lon: 13.388, lat: 50.905 },
        url: "https://a.example/",
        category: "Open day",
      },
    ]);
  });

  it("keep apart what has one identifier in two tables", () => {
    expect(calendarEvents([entry(), entry(), entry({ id: "b" as ActivityId })]).map(({ uid }) => uid)).toEqual([
      "open-day@refresh-atlas",
      "open-day#2@refresh-atlas",
      "b@refresh-atlas",
    ]);
  });

  it("have no point where half of one is missing", () => {
    expect(calendarEvents([entry({ lon: null })])[0]?.point).toBeNull();
  });
});
