import { describe, expect, it } from "vitest";
import { rowAt, rowTops, windowOf } from "#ui/list/row-window.ts";

const records = Uint32Array.from({ length: 100_000 }, (_, row) => 99_999 - row);
const heights = Float32Array.from({ length: 100_000 }, (_, record) => (record % 3 === 0 ? 0 : 40 + (record % 50)));
const tops = rowTops(records, heights);

describe("the window of a long list", () => {
  it("draws the rows in view, and few more", () => {
    const { rows } = windowOf(tops, 1_000_000, 800, -1);
    const [first, last] = [rows[0]!, rows.at(-1)!];
    expect([tops[first]! <= 1_000_000, tops[last + 1]! >= 1_000_800, rows.length < 80]).toEqual([true, true, true]);
  });

  it("is as high as all rows together, wherever it is", () => {
    for (const scrolled of [0, 123_456, tops.at(-1)! - 800]) {
      const { rows, gaps } = windowOf(tops, scrolled, 800, 5000);
      const drawn = rows.reduce((sum, row) => sum + tops[row + 1]! - tops[row]!, 0);
      expect(gaps.reduce((sum, gap) => sum + gap, drawn)).toBeCloseTo(tops.at(-1)!, 3);
    }
  });

  it("keeps the row with the focus, above and below", () => {
    expect(windowOf(tops, 1_000_000, 800, 3).rows[0]).toBe(3);
    expect(windowOf(tops, 0, 800, 99_999).rows.at(-1)).toBe(99_999);
  });

  it("leaves no gap between rows that follow each other", () => {
    const { rows, gaps } = windowOf(tops, 0, 800, 2);
    expect(gaps.slice(0, rows.length)).toEqual(rows.map(() => 0));
  });

  it("finds the row at any height", () => {
    expect([rowAt(tops, -50), rowAt(tops, tops[777]!), rowAt(tops, tops[777]! - 0.5), rowAt(tops, Infinity)]).toEqual([
      0, 777, 776, 99_999,
    ]);
  });

  it("of no rows is empty", () => {
    expect(windowOf(rowTops(new Uint32Array(), heights), 0, 800, -1)).toEqual({ rows: [], gaps: [0] });
  });
});
