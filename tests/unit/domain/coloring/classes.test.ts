import { describe, expect, it } from "vitest";
import { classAt, classify } from "#domain/coloring/classes.ts";

const countsOf = (values: Float64Array) => {
  const classes = classify(values);
  return classes.classes.map((_, at) => values.filter((value) => classAt(classes, value) === at).length);
};
const boundsOf = (values: Float64Array) => classify(values).classes.map(({ from }) => from);
const tonesOf = (values: Float64Array) => classify(values).classes.map(({ tone }) => tone);

describe("classify", () => {
  const metres = Float64Array.from({ length: 100 }, (_, at) => 1234 + at * 97);

  it("parts values at quantiles that are rounded to two digits", () => {
    expect(boundsOf(metres)).toEqual([1234, 3200, 5100, 7100, 9000]);
  });

  it("makes classes of about equal number", () => {
    for (const count of countsOf(metres)) expect(Math.abs(count - 20)).toBeLessThanOrEqual(2);
  });

  it("puts a value on a bound into the upper class", () => {
    expect(classAt(classify(metres), 5100)).toBe(2);
  });

  it("puts what is not defined into no class, and has none where nothing is defined", () => {
    const values = Float64Array.of(NaN, 1, 2, NaN);
    expect([classAt(classify(values), NaN), countsOf(values), countsOf(Float64Array.of(NaN, NaN))]).toEqual([
      -1,
      [1, 1],
      [],
    ]);
  });

  it("gives each of a few different values a class, however often it comes", () => {
    const values = Float64Array.of(1, 1, 1, 1, 1, 1, 0.2, 0.6);
    expect([boundsOf(values), tonesOf(values)]).toEqual([
      [0.2, 0.6, 1],
      [1, 3, 5],
    ]);
  });

  it("holds no empty class where one value is most of them", () => {
    const values = Float64Array.of(...new Array<number>(90).fill(5), 1, 2, 3, 4, 6, 7, 8, 9, 10, 11);
    expect(countsOf(values).every((count) => count > 0)).toBe(true);
  });

  it("parts a signed indicator at 0, which is a class of its own", () => {
    const values = Float64Array.of(-0.8, -0.6, -0.2, -0.1, 0, 0, 0.1, 0.2, 0.3, 0.6);
    expect([classify(values).scale, boundsOf(values), tonesOf(values), countsOf(values)]).toEqual([
      "diverging",
      [-0.8, -0.2, 0, 0.1, 0.3],
      [1, 2, 3, 4, 5],
      [2, 2, 2, 2, 2],
    ]);
  });

  it("keeps the sides of 0 apart where only one of them has values", () => {
    expect(tonesOf(Float64Array.of(-3, -2, 0))).toEqual([1, 2, 3]);
    expect(tonesOf(Float64Array.of(-3, 4))).toEqual([2, 4]);
  });

  it("names the least and the greatest value of a class", () => {
    expect(classify(Float64Array.of(4, 4, 8)).classes).toEqual([
      { tone: 1, from: 4, least: 4, greatest: 4 },
      { tone: 5, from: 8, least: 8, greatest: 8 },
    ]);
  });
});
