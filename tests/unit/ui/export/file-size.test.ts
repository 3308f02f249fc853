import { describe, expect, it } from "vitest";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { fileSizeWords } from "#ui/export/file-size.ts";

describe("fileSizeWords", () => {
  it("uses the largest unit that keeps a whole number before the point", () => {
    const words = (bytes: number) => fileSizeWords(bytes, createTranslate("en"), createFormat("en"));
    expect([words(1), words(999), words(1000), words(12_345), words(999_949), words(999_950)]).toEqual([
      "1 byte",
      "999 bytes",
      "1 kB",
      "12.3 kB",
      "999.9 kB",
      "1 MB",
    ]);
  });
});
