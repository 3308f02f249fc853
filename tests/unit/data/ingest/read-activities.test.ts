import { describe, expect, it } from "vitest";
import { readOwnActivities } from "#data/bundled/read-own-records.ts";
import { readText } from "#data/ingest/read-file.ts";
import { readDataFile } from "../../../helpers/bundled-tables.ts";

const read = (...rows: readonly string[]) =>
  readText("activities", ["id,type,title,date_from,date_to,country,lon,lat,source_url", ...rows].join("\n"), "a.csv");
const cell = (row: number, column: string) => ({ kind: "cell", file: "a.csv", row, column });

describe("reading a table of activities", () => {
  it("gives the bundled table back as the page has it", async () => {
    const text = readDataFile("activities.csv");
    const { records, issues } = await readText("activities", text, "activities.csv");
    expect(issues).toEqual([]);
    expect(records).toEqual(readOwnActivities(text, "activities.csv"));
  });

  it("knows its own types however they are written, and keeps others in their words", async () => {
    const { records } = await read("a,Open day,A,,,,,,", "b,PEER-REVIEW,B,,,,,,", "c,Flohmarkt,C,,,,,,", "d,,D,,,,,,");
    expect(records.map(({ type }) => type)).toEqual(["open_day", "peer_review", "Flohmarkt", null]);
  });

  it("keeps dates as exact as they are written", async () => {
    const { records, issues } = await read("a,,A,2020,2021-03,,,,", "b,,B,13.9.2020,,,,,");
    expect(issues).toEqual([]);
    expect(records.map(({ dateFrom, dateTo }) => [dateFrom, dateTo])).toEqual([
      ["2020", "2021-03"],
      ["2020-09-13", null],
    ]);
  });

  it("names the cell of what is wrong, and what was expected", async () => {
    const { records, issues, rowsRejected } = await read(
      "a,,A,2020-09-31,,,,,",
      "b,,B,2020-09-13,2020-09-12,,,,",
      "c,,C,2020-09-13,2020-09,,,,",
      "d,,,2020,,,,,",
      "e,,E,,,Atlantis,,,page",
      "f,,F,,,,14,95,",
    );
    expect(issues).toMatchObject([
      { severity: "warning", place: cell(2, "date_from"), code: "not-a-date", params: { found: "2020-09-31" } },
      {
        severity: "warning",
        place: cell(3, "date_to"),
        code: "ends-before-start",
        params: { found: "2020-09-12", start: "2020-09-13" },
      },
      { severity: "error", place: cell(5, "title"), code: "missing-value" },
      { severity: "warning", place: cell(6, "country"), code: "not-a-country-code" },
      { severity: "warning", place: cell(6, "source_url"), code: "not-a-web-address" },
      { severity: "error", place: cell(7, "lat"), code: "latitude-out-of-range" },
    ]);
    expect(rowsRejected).toBe(2);
    expect(records.map(({ id, dateTo }) => [id, dateTo])).toEqual([
      ["a", null],
      ["b", null],
      ["c", "2020-09"],
      ["e", null],
    ]);
  });
});
