import { describe, expect, it } from "vitest";
import { TABLE_COLUMNS } from "#domain/ingest/columns.ts";
import { fieldValueWords, fieldWords } from "#i18n/field-words.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { createTranslate } from "#i18n/translate.ts";

const translate = createTranslate("en");
const columns = Object.values(TABLE_COLUMNS).flat();

describe("fieldWords", () => {
  it("has a name for every column of every kind of table", () => {
    expect(columns.filter(({ name }) => !isMessageKey(`field.${name}`))).toEqual([]);
    expect(fieldWords("coord_precision", translate)).toBe("Precision of the position");
  });
});

describe("fieldValueWords", () => {
  it("has words for every value of every vocabulary", () => {
    const bare = columns.flatMap(({ name, vocabulary }) =>
      (vocabulary ?? []).filter((value) => fieldValueWords(name, value, translate) === value),
    );
    expect(bare).toEqual([]);
  });

  it("says of an outline what it spans, or that it holds no ground", () => {
    expect(fieldValueWords("geometry", "4 14 45 15 46", translate)).toBe(
      "4 corners, longitude 14.0000 to 15.0000, latitude 45.0000 to 46.0000",
    );
    expect(fieldValueWords("geometry", "0", translate)).toBe("no ground: nothing is reached");
  });

  it("leaves a text as it stands in a column without a vocabulary", () => {
    expect(fieldValueWords("name", "unused", translate)).toBe("unused");
  });
});
