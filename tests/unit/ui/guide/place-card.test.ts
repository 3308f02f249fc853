import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeCard, type Box, type Size } from "#ui/guide/place-card.ts";

const WINDOW = { width: 1440, height: 900 };
const CARD = { width: 340, height: 240 };

function isApart(one: Box, other: Box): boolean {
  return (
    one.left + one.width <= other.left ||
    other.left + other.width <= one.left ||
    one.top + one.height <= other.top ||
    other.top + other.height <= one.top
  );
}

describe("the card of the guide", () => {
  it.each<[string, Size, readonly Box[]]>([
    ["beside the list", WINDOW, [{ left: 0, top: 300, width: 388, height: 520 }]],
    ["beside the rule", WINDOW, [{ left: 0, top: 830, width: 388, height: 70 }]],
    [
      "below the export group, clear of the filters",
      WINDOW,
      [
        { left: 16, top: 180, width: 356, height: 110 },
        { left: 1000, top: 16, width: 424, height: 38 },
      ],
    ],
    ["above the panel of a phone", { width: 390, height: 844 }, [{ left: 0, top: 588, width: 390, height: 190 }]],
  ])("stands %s", (_, window, things) => {
    const place = { ...CARD, ...placeCard(CARD, window, things) };
    for (const thing of things) expect(isApart(place, thing)).toBe(true);
  });

  it("stands in the lower right corner where nothing that it speaks of is in sight", () => {
    expect(placeCard(CARD, WINDOW, [])).toEqual({ left: 1088, top: 648 });
  });

  it("is inside every window that has room for it, whatever it speaks of", () => {
    const box = fc.record({
      left: fc.integer({ min: 0, max: 1400 }),
      top: fc.integer({ min: 0, max: 880 }),
      width: fc.integer({ min: 1, max: 1440 }),
      height: fc.integer({ min: 1, max: 900 }),
    });
    const size = fc.record({ width: fc.integer({ min: 364, max: 2000 }), height: fc.integer({ min: 264, max: 1400 }) });
    fc.assert(
      fc.property(size, fc.array(box, { maxLength: 3 }), (window, things) => {
        const { left, top } = placeCard(CARD, window, things);
        expect(left).toBeGreaterThanOrEqual(12);
        expect(top).toBeGreaterThanOrEqual(12);
        expect(left + CARD.width).toBeLessThanOrEqual(window.width - 12);
        expect(top + CARD.height).toBeLessThanOrEqual(window.height - 12);
      }),
    );
  });
});
