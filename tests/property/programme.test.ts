import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isoDay, overlaps, periodOf, readDateSpan } from "#domain/programme/period.ts";
import {
  countProgramme,
  filterProgramme,
  NO_PROGRAMME_FILTERS,
  type Dated,
  type ProgrammeFilters,
} from "#domain/programme/programme-filters.ts";

/** A day, a month or a year around those of the programme; now and then any text. */
const anyDate: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 9,
    arbitrary: fc
      .tuple(fc.integer({ min: 17_000, max: 19_500 }), fc.constantFrom(4, 7, 10))
      .map(([day, letters]) => isoDay(day).slice(0, letters)),
  },
  { weight: 1, arbitrary: fc.string() },
);
const maybeDate = fc.option(anyDate);
const TYPES = ["workshop", "open_day", "of our own"];
const COUNTRIES = ["DE", "HU", "SI"];
const anyActivity: fc.Arbitrary<Dated> = fc.record({
  type: fc.option(fc.constantFrom(...TYPES)),
  country: fc.option(fc.constantFrom(...COUNTRIES)),
  dateFrom: maybeDate,
  dateTo: maybeDate,
});
const anyActivities = fc.array(anyActivity, { maxLength: 30 });
const anyFilters: fc.Arbitrary<ProgrammeFilters> = fc.record({
  types: fc.subarray([...TYPES, "unknown"]),
  countries: fc.subarray([...COUNTRIES, "unknown"]),
  from: maybeDate,
  until: maybeDate,
});
const shown = (activities: readonly Dated[], filters: ProgrammeFilters) =>
  filterProgramme(activities, filters).map(({ index }) => index);

describe("laws of the programme", () => {
  it("a date reads as days whose texts begin with it", () => {
    fc.assert(
      fc.property(anyDate, (text) => {
        const span = readDateSpan(text);
        if (span === null) return;
        expect(span.first).toBeLessThanOrEqual(span.last);
        expect(isoDay(span.first).startsWith(text)).toBe(true);
        expect(isoDay(span.last).startsWith(text)).toBe(true);
        expect(isoDay(span.first - 1).startsWith(text)).toBe(false);
        expect(isoDay(span.last + 1).startsWith(text)).toBe(false);
      }),
    );
  });

  it("a period covers each date that it is made of, and is no longer than both together", () => {
    fc.assert(
      fc.property(maybeDate, maybeDate, (dateFrom, dateTo) => {
        const period = periodOf({ dateFrom, dateTo });
        const from = dateFrom === null ? null : readDateSpan(dateFrom);
        const to = dateTo === null ? null : readDateSpan(dateTo);
        expect(period === null).toBe(from === null && to === null);
        if (period === null) return;
        expect(period.first).toBeLessThanOrEqual(period.last);
        const [start] = [from, to].filter((span) => span !== null);
        expect(period.first <= (start?.first ?? NaN) && period.last >= (start?.last ?? NaN)).toBe(true);
        if (period.stated === "both") {
          expect(period.first).toBe(Math.min(from?.first ?? NaN, to?.first ?? NaN));
          expect(period.last).toBe(Math.max(from?.last ?? NaN, to?.last ?? NaN));
        }
      }),
    );
  });

  it("overlapping is mutual, and to share a day", () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 5 }))
      .map(([first, more]) => ({ first, last: first + more }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        const days = Array.from({ length: a.last - a.first + 1 }, (_, at) => a.first + at);
        expect(overlaps(a, b)).toBe(days.some((day) => day >= b.first && day <= b.last));
        expect(overlaps(a, b)).toBe(overlaps(b, a));
      }),
    );
  });

  it("relaxing a filter never removes a hit", () => {
    fc.assert(
      fc.property(anyActivities, anyFilters, (activities, filters) => {
        const before = shown(activities, filters);
        for (const key of ["types", "countries", "from", "until"] as const) {
          const relaxed = shown(activities, { ...filters, [key]: NO_PROGRAMME_FILTERS[key] });
          expect(before.filter((index) => !relaxed.includes(index))).toEqual([]);
        }
        const more = shown(activities, {
          ...filters,
          types: filters.types.length === 0 ? [] : [...filters.types, "unknown"],
        });
        expect(before.filter((index) => !more.includes(index))).toEqual([]);
      }),
    );
  });

  it("each is shown once, in the order of time, those without a date last", () => {
    fc.assert(
      fc.property(anyActivities, (activities) => {
        const all = filterProgramme(activities, NO_PROGRAMME_FILTERS);
        expect(all.map(({ index }) => index).sort((a, b) => a - b)).toEqual([...activities.keys()]);
        const firsts = all.map(({ period }) => period?.first ?? Infinity);
        expect(firsts).toEqual(firsts.toSorted((a, b) => a - b));
      }),
    );
  });

  it("what a value is counted with is what choosing it alone leaves", () => {
    fc.assert(
      fc.property(anyActivities, anyFilters, (activities, filters) => {
        const { types, countries } = countProgramme(activities, filters);
        for (const [type, count] of types) expect(shown(activities, { ...filters, types: [type] })).toHaveLength(count);
        for (const [country, count] of countries) {
          expect(shown(activities, { ...filters, countries: [country] })).toHaveLength(count);
        }
      }),
    );
  });
});
