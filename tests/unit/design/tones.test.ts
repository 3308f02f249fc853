import {
  differenceCiede2000,
  filterDeficiencyDeuter,
  filterDeficiencyProt,
  filterDeficiencyTrit,
  lab,
  wcagContrast,
  type Color,
} from "culori";
import { describe, expect, it } from "vitest";
import { TONES } from "#domain/coloring/classes.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { themeFromTokens } from "../map/theme-fixtures.ts";

const difference = differenceCiede2000();
const lightness = (color: string) => lab(color)?.l ?? NaN;
const EYES: readonly (readonly [string, (color: string) => Color | string])[] = [
  ["usual eyes", (color) => color],
  ["deuteranopia", (color) => filterDeficiencyDeuter(1)(lab(color)!)],
  ["protanopia", (color) => filterDeficiencyProt(1)(lab(color)!)],
  ["tritanopia", (color) => filterDeficiencyTrit(1)(lab(color)!)],
];

describe.each(["light", "dark"] as const)("the tones of the %s theme", (name) => {
  const theme = themeFromTokens(name);
  const fills = (scale: "sequential" | "diverging") => TONES.map((tone) => theme.tones[scale][tone].fill);

  it("go from little to much in even steps of lightness, away from the ground", () => {
    const steps = fills("sequential")
      .slice(1)
      .map((fill, at) => lightness(fill) - lightness(fills("sequential")[at]!));
    const outwards = name === "light" ? -14 : 14;
    for (const step of steps) expect(Math.abs(step - outwards)).toBeLessThan(0.6);
  });

  it("go evenly to both sides of a neutral middle where values are signed", () => {
    const [low, lower, , higher, high] = fills("diverging").map(lightness);
    expect([Math.abs(low! - high!) < 1, Math.abs(lower! - higher!) < 1]).toEqual([true, true]);
  });

  it.each(EYES)("can be told apart by %s", (_, seen) => {
    for (const scale of ["sequential", "diverging"] as const) {
      const colors = fills(scale).map(seen);
      for (const [at, color] of colors.entries()) {
        for (const other of colors.slice(at + 1)) expect(difference(color, other)).toBeGreaterThan(9);
      }
    }
  });

  it("carry a number that can be read", () => {
    for (const scale of ["sequential", "diverging"] as const) {
      for (const tone of TONES) {
        const { fill, on } = theme.tones[scale][tone];
        expect(wcagContrast(fill, on)).toBeGreaterThanOrEqual(4);
      }
    }
  });

  it("of verdicts stand off from the panel", () => {
    for (const verdict of VERDICTS) {
      expect(wcagContrast(theme.verdicts[verdict], theme.panel)).toBeGreaterThanOrEqual(3);
    }
  });
});
