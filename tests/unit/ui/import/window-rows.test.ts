import { describe, expect, it } from "vitest";
import { scrollToRow, windowRows } from "#ui/import/window-rows.ts";

const HEIGHT = 64;
const VIEW = 448;

/** First and last row that lie wholly in view at a scroll position. */
function wholeRows(total: number, scrollTop: number): [number, number] {
  const { first, top, count } = windowRows(total, HEIGHT, scrollTop, VIEW);
  const rows = Array.from({ length: count }, (_, position) => position).filter((position) => {
    const start = top + position * HEIGHT - scrollTop;
    return start >= -0.01 && start + HEIGHT <= VIEW + 0.01;
  });
  return [first + (rows[0] ?? NaN), first + (rows.at(-1) ?? NaN)];
}

describe("windowRows", () => {
  it("draws what is in view and a row around it", () => {
    expect(windowRows(100, HEIGHT, 640, VIEW)).toEqual({ first: 9, count: 10, top: 576, height: 6400 });
  });

  it("draws no more than there is, and nothing of nothing", () => {
    expect(windowRows(3, HEIGHT, 0, VIEW)).toMatchObject({ first: 0, count: 3, top: 0, height: 192 });
    expect(windowRows(0, HEIGHT, 0, VIEW)).toMatchObject({ first: 0, count: 0, height: 0 });
  });

  it.each([250_000, 250_001, 1_000_000, 2_000_000])("reaches the first and the last of %i rows", (total) => {
    const { height } = windowRows(total, HEIGHT, 0, VIEW);
    expect(height).toBeLessThanOrEqual(16_000_000);
    expect(wholeRows(total, 0)).toEqual([0, 6]);
    expect(wholeRows(total, height - VIEW)).toEqual([total - 7, total - 1]);
  });
});

describe("scrollToRow", () => {
  it("leaves a row in view where it is", () => {
    expect(scrollToRow(3, 100, HEIGHT, 100, VIEW)).toBe(100);
  });

  it("moves as little as possible", () => {
    expect(scrollToRow(20, 100, HEIGHT, 0, VIEW)).toBe(21 * HEIGHT - VIEW);
    expect(scrollToRow(2, 100, HEIGHT, 640, VIEW)).toBe(128);
  });

  it.each([0, 1, 777_777, 1_999_998, 1_999_999])("brings row %i of two million into view, from either end", (row) => {
    for (const from of [0, 16_000_000 - VIEW]) {
      const [first, last] = wholeRows(2_000_000, scrollToRow(row, 2_000_000, HEIGHT, from, VIEW));
      expect(row).toBeGreaterThanOrEqual(first);
      expect(row).toBeLessThanOrEqual(last);
    }
  });
});
