import { describe, expect, it } from "vitest";
import { createTranslate } from "#i18n/translate.ts";

describe("the sum of the report", () => {
  const translate = createTranslate("en");
  const words = (rowsRead: number, loaded: number, warned: number, rejected: number) =>
    translate("import.report.sum", { rowsRead, loaded, warned, rejected });

  it("says each part of it, grouped as a language writes numbers", () => {
    expect(words(1_000_000, 940_000, 40_000, 20_000)).toBe(
      "1,000,000 rows read = 940,000 loaded + 40,000 loaded with a warning + 20,000 rejected.",
    );
  });

  it("says one row and none", () => {
    expect(words(1, 0, 0, 1)).toBe("1 row read = 0 loaded + 0 loaded with a warning + 1 rejected.");
  });
});
