import { describe, expect, it } from "vitest";
import { laneLabel } from "#ui/programme/lane-label.ts";

describe("laneLabel", () => {
  it.each([
    ["Workshop", false, ["Workshop"], false],
    ["Meeting of the partners", false, ["Meeting of the", "partners"], false],
    ["Meeting of the partners", true, ["Meeting of the part…"], true],
    ["Wiederverwendungskonzepte", false, ["Wiederverwendungsko…"], true],
    ["Workshop on Wiederverwendungskonzepte", false, ["Workshop on", "Wiederverwendungsko…"], true],
    ["", false, [""], false],
  ])("sets %j, on one line: %s", (words, isOneLine, lines, isCut) => {
    expect(laneLabel(words, 20, isOneLine)).toEqual({ words, lines, isCut });
  });
});
