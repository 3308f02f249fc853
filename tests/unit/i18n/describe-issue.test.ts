import { describe, expect, it } from "vitest";
import { describeIssue, describePlace, describeRepair, issueName } from "#i18n/describe-issue.ts";
import { createTranslate } from "#i18n/translate.ts";

const translate = createTranslate("en");

describe("describeIssue", () => {
  it("says where it is, what was found and what was expected", () => {
    expect(
      describeIssue(
        {
          severity: "error",
          place: { kind: "cell", file: "a.csv", row: 1234, column: "lat" },
          code: "latitude-out-of-range",
          params: { found: 95.5 },
        },
        translate,
      ),
    ).toEqual({
      place: "row 1234, column lat",
      message: "Found the latitude 95.5; expected a value from -90 to 90 degrees.",
    });
  });

  it("fills in numbers of cells", () => {
    const issue = {
      severity: "error",
      place: { kind: "row", file: "a.csv", row: 2 },
      code: "cell-count",
      params: { found: 1, expected: 3 },
    } as const;
    expect(describeIssue(issue, translate).message).toMatch(/^The row has 1 cell, the header row 3;/);
  });

  it("quotes a text with braces and tags as it stands", () => {
    const issue = {
      severity: "warning",
      place: { kind: "file", file: "a.csv" },
      code: "not-a-web-address",
      params: { found: "<b>{x}'" },
    } as const;
    expect(describeIssue(issue, translate).message).toMatch(/^Found <b>\{x\}';/);
  });
});

describe("describePlace", () => {
  it.each([
    [{ kind: "row", file: "f", row: 4 }, "row 4"],
    [{ kind: "pointer", file: "f", pointer: "/features/3" }, "/features/3"],
    [{ kind: "pointer", file: "f", pointer: "" }, "the feature itself"],
    [{ kind: "file", file: "f" }, "whole file"],
    [{ kind: "link", key: "reach" }, "link, part reach"],
  ] as const)("names %j", (place, words) => {
    expect(describePlace(place, translate)).toBe(words);
  });
});

describe("describeRepair", () => {
  it("says what to change, with what was found", () => {
    const issue = {
      severity: "warning",
      place: { kind: "cell", file: "a.csv", row: 3, column: "floor_area" },
      code: "below-minimum",
      params: { found: -4, least: 0 },
    } as const;
    expect(describeRepair(issue, translate)).toBe("Write a value of 0 or more, or leave the cell empty.");
    expect(issueName(issue.code, translate)).toBe("Number too small");
  });
});
