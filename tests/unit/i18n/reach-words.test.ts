import { describe, expect, it } from "vitest";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { createFormat } from "#i18n/format.ts";
import { reachInFull, reachWords } from "#i18n/reach-words.ts";
import { createTranslate } from "#i18n/translate.ts";

const RULES = {
  straight: DEFAULT_RULE,
  estimate: withTravel(DEFAULT_RULE, { profile: "car", minutes: 20, basis: "estimate" }),
  own: withTravel(DEFAULT_RULE, {
    profile: "car",
    minutes: 20,
    basis: "estimate",
    factors: { detour: 1.5, speed: 45 },
  }),
  isochrones: withTravel(DEFAULT_RULE, { profile: "foot", minutes: 20, basis: "isochrones" }),
};
const inWords = (words: typeof reachWords) =>
  Object.values(RULES).map((rule) => words(rule, createTranslate("en"), createFormat("en")));

describe("the words of a reach", () => {
  it("say that an estimate is one, and what it comes to", () => {
    expect(inWords(reachWords)).toEqual([
      "10 km",
      "an estimated 20 min by car (13.4 km)",
      "an estimated 20 min by car (10 km)",
      "20 min on foot",
    ]);
  });

  it("say in full what an estimate rests on where that is one's own", () => {
    expect(inWords(reachInFull)).toEqual([
      "10 km",
      "an estimated 20 min by car (13.4 km)",
      "an estimated 20 min by car (10 km, at 45 km/h over 1.5 times the straight line)",
      "20 min on foot",
    ]);
  });
});
