import { describe, expect, it } from "vitest";
import type { Activity } from "#domain/activity/activity.ts";
import { isoDay, periodOf, type Period } from "#domain/programme/period.ts";
import { filterProgramme, NO_PROGRAMME_FILTERS } from "#domain/programme/programme-filters.ts";
import { extentOf, layOutLanes, ticksOf, xOf } from "#ui/programme/time-scale.ts";

const period = (dateFrom: string, dateTo = dateFrom): Period => {
  const found = periodOf({ dateFrom, dateTo });
  if (found === null) throw new Error("no period");
  return found;
};
const activity = (type: string | null, dateFrom: string | null, dateTo = dateFrom) =>
  ({ type, dateFrom, dateTo, country: null }) as Activity;

describe("the scale of the time line", () => {
  it("holds all periods in whole months", () => {
    expect(extentOf([])).toBeNull();
    const extent = extentOf([period("2019-02-14"), period("2018"), period("2020-12-31")]);
    expect([isoDay(extent?.first ?? NaN), isoDay(extent?.end ?? NaN)]).toEqual(["2018-01-01", "2021-01-01"]);
  });

  it("goes from left to right", () => {
    const scale = { first: 0, end: 10, left: 100, right: 200 };
    expect([0, 5, 10].map((day) => xOf(scale, day))).toEqual([100, 150, 200]);
  });

  it.each([
    [
      "2018",
      "2024-07",
      8,
      ["2018-01-01", "2019-01-01", "2020-01-01", "2021-01-01", "2022-01-01", "2023-01-01", "2024-01-01"],
    ],
    ["2018", "2024-07", 3, ["2020-01-01"]],
    ["2020-03", "2020-05", 12, ["2020-03-01", "2020-04-01", "2020-05-01"]],
    ["2020-02", "2020-02", 1, ["2020-02-01"]],
    ["1000", "2020", 4, ["1000-01-01", "1100-01-01"]],
  ])("%s to %s has at most %i ticks where it can", (from, to, most, expected) => {
    const extent = extentOf([period(from, to)]);
    const ticks = ticksOf(extent ?? { first: 0, end: 0 }, most).map(({ day }) => isoDay(day));
    expect(ticks.slice(0, expected.length)).toEqual(expected);
    if (from !== "1000") expect(ticks.length).toBeLessThanOrEqual(most);
  });
});

describe("the lanes", () => {
  const scale = { first: period("2020").first, end: period("2020").last + 1, left: 0, right: 366 };
  const lay = (...activities: readonly Activity[]) =>
    layOutLanes(filterProgramme(activities, NO_PROGRAMME_FILTERS), scale, { least: 10, gap: 2 });

  it("are the types that are there, ours first, none stated last; without a date there is no mark", () => {
    const lanes = lay(
      activity(null, "2020"),
      activity("Flohmarkt", "2020"),
      activity("workshop", "2020"),
      activity("open_day", "2020"),
      activity("strategy", null),
    );
    expect(lanes.map(({ type }) => type)).toEqual(["open_day", "workshop", "Flohmarkt", "unknown"]);
  });

  it("put what would overlap into rows of its own, and take a row again once it is free", () => {
    const [lane] = lay(
      activity("workshop", "2020"),
      activity("workshop", "2020-03-01"),
      activity("workshop", "2020-03-05"),
      activity("workshop", "2020-06-01"),
    );
    expect(lane?.rows).toBe(3);
    expect(lane?.marks.map(({ row }) => row)).toEqual([0, 1, 2, 1]);
  });

  it("keep small marks inside the scale", () => {
    const [lane] = lay(activity("workshop", "2020-01-01"), activity("workshop", "2020-12-31"));
    expect(lane?.marks.map(({ left, width }) => [left, left + width])).toEqual([
      [0, 10],
      [356, 366],
    ]);
  });
});
