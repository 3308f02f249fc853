import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { PARSING } from "#i18n/parsing.ts";
import en from "#i18n/messages/en.json" with { type: "json" };
import issues from "#i18n/messages/en.issues.json" with { type: "json" };
import rooms from "#i18n/messages/en.rooms.json" with { type: "json" };

describe("the catalog", () => {
  it("holds only messages that can be parsed", () => {
    const faulty = Object.entries({ ...en, ...rooms, ...issues }).filter(([, message]) => {
      try {
        new IntlMessageFormat(message, "en", undefined, PARSING);
        return false;
      } catch {
        return true;
      }
    });
    expect(faulty).toEqual([]);
  });

  it("holds no key in two of its parts", () => {
    const keys = [en, rooms, issues].flatMap((part) => Object.keys(part));
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([]);
  });

  it("holds all that is said of issues in the part of issues, which is all that a worker has", () => {
    const ofIssues = /^(issue|repair|issue-name|issue-place)\./;
    expect(Object.keys(issues).filter((key) => !ofIssues.test(key))).toEqual([]);
    expect(Object.keys({ ...en, ...rooms }).filter((key) => ofIssues.test(key))).toEqual([]);
  });
});
