import { describe, expect, it } from "vitest";
import { readActivityType } from "#domain/programme/activity-types.ts";
import {
  countProgramme,
  filterProgramme,
  hasProgrammeFilters,
  NO_PROGRAMME_FILTERS,
  type Dated,
  type ProgrammeFilters,
} from "#domain/programme/programme-filters.ts";

const dated = (type: string | null, country: string | null, dateFrom: string | null, dateTo = dateFrom): Dated => ({
  type,
  country,
  dateFrom,
  dateTo,
});
const activities = [
  dated("workshop", "HR", "2018-10-25"),
  dated("open_day", "DE", "2020-09-13"),
  dated("pilot_investment", "HU", null),
  dated("exhibition", "DE", "2020"),
  dated(null, null, "2020-08", null),
  dated("workshop", "DE", "2020-09-13"),
];
const filters = (given: Partial<ProgrammeFilters>): ProgrammeFilters => ({ ...NO_PROGRAMME_FILTERS, ...given });
const shown = (given: Partial<ProgrammeFilters>) =>
  filterProgramme(activities, filters(given)).map(({ index }) => index);

describe("the programme, filtered", () => {
  it("stands in the order of time, the longer before the shorter, without a date last", () => {
    expect(shown({})).toEqual([0, 3, 4, 1, 5, 2]);
  });

  it("takes several values of a filter as or, several filters as and", () => {
    expect(shown({ types: ["open_day", "workshop"] })).toEqual([0, 1, 5]);
    expect(shown({ types: ["open_day", "workshop"], countries: ["DE"] })).toEqual([1, 5]);
    expect(shown({ types: ["unknown"] })).toEqual([4]);
    expect(shown({ countries: ["unknown", "HU"] })).toEqual([4, 2]);
  });

  it("takes what the period may cover, and nothing of unknown date", () => {
    expect(shown({ from: "2020-09" })).toEqual([3, 1, 5]);
    expect(shown({ until: "2020-07-31" })).toEqual([0, 3]);
    expect(shown({ from: "2020-08-31", until: "2020-08-31" })).toEqual([3, 4]);
    expect(shown({ from: "2021" })).toEqual([]);
    expect(shown({ from: "2021", until: "2019" })).toEqual([]);
  });

  it("counts what each value alone would leave, the other filters as they are", () => {
    const { types, countries } = countProgramme(activities, filters({ types: ["workshop"], countries: ["DE"] }));
    expect(Object.fromEntries(types)).toEqual({
      workshop: 1,
      open_day: 1,
      exhibition: 1,
      pilot_investment: 0,
      unknown: 0,
    });
    expect(Object.fromEntries(countries)).toEqual({ HR: 1, DE: 1, HU: 0, unknown: 0 });
  });

  it("knows whether anything is filtered", () => {
    expect(hasProgrammeFilters(NO_PROGRAMME_FILTERS)).toBe(false);
    expect(hasProgrammeFilters(filters({ until: "2020" }))).toBe(true);
  });
});

describe("a kind of activity", () => {
  it.each([
    ["Open day", "open_day"],
    ["  OPEN-DAY ", "open_day"],
    ["peer_review", "peer_review"],
    ["Market", null],
    ["", null],
  ])("%j", (text, expected) => {
    expect(readActivityType(text)).toBe(expected);
  });
});
