import { describe, expect, it } from "vitest";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import { createFormat } from "#i18n/format.ts";
import { reachWords } from "#i18n/reach-words.ts";
import { createTranslate } from "#i18n/translate.ts";

const words = (...[travel]: readonly Parameters<typeof withTravel>[1][]) =>
  reachWords(
    travel === undefined ? DEFAULT_RULE : withTravel(DEFAULT_RULE, travel),
    createTranslate("en"),
    createFormat("en"),
  );

describe("reachWords", () => {
  it("says what an estimate rests on where that is one's own", () => {
    expect(words()).toBe("10 km");
    const travel = { profile: "car", minutes: 20, basis: "estimate" } as const;
    expect(words(travel)).toBe("an estimated 20 min by car (13.4 km)");
    expect(words({ ...travel, factors: { detour: 1.5, speed: 45 } })).toBe(
      "an estimated 20 min by car (10 km, at 45 km/h over 1.5 times the straight line)",
    );
    expect(words({ ...travel, basis: "isochrones" })).toBe("20 min by car");
  });
});
