import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { PARSING } from "#i18n/parsing.ts";
import en from "#i18n/messages/en.json" with { type: "json" };
import rooms from "#i18n/messages/en.rooms.json" with { type: "json" };

describe("the catalog", () => {
  it("holds only messages that can be parsed", () => {
    const faulty = Object.entries({ ...en, ...rooms }).filter(([, message]) => {
      try {
        new IntlMessageFormat(message, "en", undefined, PARSING);
        return false;
      } catch {
        return true;
      }
    });
    expect(faulty).toEqual([]);
  });

  it("holds no key in both of its parts", () => {
    expect(Object.keys(rooms).filter((key) => Object.hasOwn(en, key))).toEqual([]);
  });
});
