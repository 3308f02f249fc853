/** Tones of a scale, from 1; of a diverging one the middle is neutral. */
export const TONES = [1, 2, 3, 4, 5] as const;
export type Tone = (typeof TONES)[number];

export interface ValueClass {
  readonly tone: Tone;
  /** A value belongs to the last class whose bound is not above it. */
  readonly from: number;
  /** Least and greatest value that is in the class. */
  readonly least: number;
  readonly greatest: number;
}

/** Classes of an indicator's values, ascending; a scale that parts at 0 once there are values below it. */
export interface Classes {
  readonly scale: "sequential" | "diverging";
  readonly classes: readonly ValueClass[];
}

/**
 * Parts values into at most five classes of about equal number, at quantiles rounded to two significant digits; up to five
 * different values are a class each. With values below 0: two classes below, 0 itself, two above, parted at the rounded
 * medians of their sides. Every class holds a value.
 * @param values `NaN` where not defined: in no class
 */
export function classify(values: Float64Array): Classes {
  const sorted = values.filter((value) => Number.isFinite(value)).sort();
  if (!(sorted[0]! < 0)) {
    const bounds = boundsOf(sorted, TONES.length);
    return { scale: "sequential", classes: classesOf(sorted, bounds, spread(bounds.length)) };
  }
  const below = boundsOf(
    sorted.filter((value) => value < 0),
    2,
  );
  const above = boundsOf(
    sorted.filter((value) => value > 0),
    2,
  );
  const zero = sorted.includes(0) ? [0] : [];
  const tones: readonly Tone[] = [
    ...(below.length === 1 ? [2 as const] : [1 as const, 2 as const]),
    ...zero.map(() => 3 as const),
    ...(above.length === 1 ? [4 as const] : above.length === 0 ? [] : [4 as const, 5 as const]),
  ];
  return { scale: "diverging", classes: classesOf(sorted, [...below, ...zero, ...above], tones) };
}

/** Position of the value's class; -1 for one that is in none. */
export function classAt({ classes }: Classes, value: number): number {
  return classes.findLastIndex(({ from }) => value >= from);
}

/** Lower bounds of at most so many classes of about equal number, the first the least value. */
function boundsOf(sorted: Float64Array, most: number): readonly number[] {
  const different = [...new Set(sorted)];
  if (different.length <= most) return different;
  const least = sorted[0]!;
  const greatest = sorted.at(-1)!;
  const bounds = [least];
  for (let part = 1; part < most; part++) {
    const bound = Number(sorted[Math.floor((part * sorted.length) / most)]!.toPrecision(2));
    if (bound > bounds.at(-1)! && bound <= greatest) bounds.push(bound);
  }
  return bounds;
}

/** Leaves out classes that hold no value. */
function classesOf(sorted: Float64Array, bounds: readonly number[], tones: readonly Tone[]): readonly ValueClass[] {
  return bounds.flatMap((from, at) => {
    const to = bounds[at + 1] ?? Infinity;
    const inside = sorted.filter((value) => value >= from && value < to);
    return inside.length === 0 ? [] : [{ tone: tones[at]!, from, least: inside[0]!, greatest: inside.at(-1)! }];
  });
}

/** So many tones, as far apart as the scale has them. */
function spread(count: number): readonly Tone[] {
  if (count < 2) return [3];
  return Array.from({ length: count }, (_, at) => TONES[Math.round((at * (TONES.length - 1)) / (count - 1))]!);
}
