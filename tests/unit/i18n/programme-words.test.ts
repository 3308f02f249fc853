import { describe, expect, it } from "vitest";
import { createFormat } from "#i18n/format.ts";
import { activityTypeWords, dateDoubt, datesInWords, programmeFiltersInWords } from "#i18n/programme-words.ts";
import { createTranslate } from "#i18n/translate.ts";
import { ACTIVITY_TYPES } from "#domain/programme/activity-types.ts";
import { NO_PROGRAMME_FILTERS } from "#domain/programme/programme-filters.ts";

const translate = createTranslate("en");
const format = createFormat("en-GB");

describe("dates in words", () => {
  it.each<[string | null, string | null, string, string | null]>([
    ["2020-09-13", "2020-09-13", "13 September 2020", null],
    ["2020-06-19", "2020-08-01", "19 June–1 August 2020", null],
    ["2018-12-10", "2018-12-22", "10–22 December 2018", null],
    ["2020-08", "2020-09-03", "August 2020 to 3 September 2020", "Stated to the month only."],
    ["2020-08", "2020-08", "August 2020", "Stated to the month only."],
    ["2019", "2020", "2019–2020", "Stated to the year only."],
    ["2020-08-10", null, "from 10 August 2020", "The end is not stated."],
    [null, "2020", "by 2020", "Stated to the year only. The start is not stated."],
    ["2020-08-10", "2020-08-09", "from 10 August 2020", "The end is not stated."],
    ["soon", null, "date not stated", null],
    [null, null, "date not stated", null],
  ])("%s to %s", (dateFrom, dateTo, words, doubt) => {
    // Languages, and their versions, differ in the spaces around the dash.
    expect(datesInWords({ dateFrom, dateTo }, translate, format).replace(/\s*–\s*/g, "–")).toBe(words);
    expect(dateDoubt({ dateFrom, dateTo }, translate)).toBe(doubt);
  });
});

describe("filters of the programme in words", () => {
  it("name each of our types, and others in their own words", () => {
    for (const type of ACTIVITY_TYPES) expect(activityTypeWords(type, translate)).not.toBe(type);
    expect(activityTypeWords("Flohmarkt", translate)).toBe("Flohmarkt");
  });

  it("say what is chosen", () => {
    const filters = { types: ["open_day", "Flohmarkt"], countries: ["DE", "unknown"], from: "2019", until: "2020-09" };
    expect(programmeFiltersInWords(NO_PROGRAMME_FILTERS, translate, format)).toBe("");
    expect(programmeFiltersInWords(filters, translate, format)).toBe(
      "Open day or Flohmarkt, in Germany or a country not known, 2019 to September 2020",
    );
    expect(programmeFiltersInWords({ ...NO_PROGRAMME_FILTERS, until: "2020" }, translate, format)).toBe("until 2020");
  });
});
