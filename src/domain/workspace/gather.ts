import { joinTexts, type TextColumn } from "../text-column.ts";

/** Records `from` to before `to` of one part. */
interface Stretch {
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

/** Which records of several parts make one table, in which order. */
export interface Plan {
  /** Number of records of each part. */
  readonly counts: readonly number[];
  readonly stretches: readonly Stretch[];
  readonly count: number;
  /** (count) positions in all parts one after another; `null` where the table is just that. */
  readonly pick: Uint32Array<ArrayBuffer> | null;
}

/**
 * All parts one after another, but for some records: those of `replaced` give way to one of the last part each, in its
 * order, or to none. What the last part holds beyond these follows at the end.
 * @param replaced by ascending position in the parts before the last: whether another record takes the place
 */
export function planRecords(counts: readonly number[], replaced: ReadonlyMap<number, boolean>): Plan {
  const last = counts.length - 1;
  const stretches: Stretch[] = [];
  const add = (part: number, from: number, to: number) => {
    if (to > from) stretches.push({ part, from, to });
  };
  const places = [...replaced];
  let place = 0;
  let used = 0;
  let start = 0;
  for (const [part, count] of counts.slice(0, last).entries()) {
    let from = 0;
    for (; place < places.length && places[place]![0] < start + count; place++) {
      const [position, another] = places[place]!;
      add(part, from, position - start);
      if (another) {
        add(last, used, used + 1);
        used++;
      }
      from = position - start + 1;
    }
    add(part, from, count);
    start += count;
  }
  add(last, used, counts[last]!);
  const count = stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  return { counts, stretches, count, pick: replaced.size === 0 ? null : pickOf(counts, stretches, count) };
}

function pickOf(counts: readonly number[], stretches: readonly Stretch[], count: number): Uint32Array<ArrayBuffer> {
  const starts = [0];
  for (const size of counts) starts.push(starts.at(-1)! + size);
  const pick = new Uint32Array(count);
  let at = 0;
  for (const { part, from, to } of stretches) {
    for (let index = from; index < to; index++) pick[at++] = starts[part]! + index;
  }
  return pick;
}

/** The part that is the whole table; -1 where it takes several, or only some records of one. */
function wholePart({ counts, stretches }: Plan): number {
  const [only] = stretches;
  return only !== undefined && stretches.length === 1 && only.from === 0 && only.to === counts[only.part]
    ? only.part
    : -1;
}

/** A column of numbers; that of the part itself where one part is the whole table. */
export function gatherFloats(parts: readonly Float64Array[], plan: Plan): Float64Array {
  const whole = parts[wholePart(plan)];
  return whole ?? fill(new Float64Array(plan.count), parts, plan);
}

/** As {@link gatherFloats}. */
export function gatherBytes(parts: readonly Uint8Array[], plan: Plan): Uint8Array {
  const whole = parts[wholePart(plan)];
  return whole ?? fill(new Uint8Array(plan.count), parts, plan);
}

function fill<T extends Float64Array | Uint8Array>(column: T, parts: readonly T[], { stretches }: Plan): T {
  let at = 0;
  for (const { part, from, to } of stretches) {
    column.set(parts[part]!.subarray(from, to), at);
    at += to - from;
  }
  return column;
}

/** As {@link gatherFloats}. */
export function gatherList<T>(parts: readonly (readonly T[])[], plan: Plan): readonly T[] {
  const whole = parts[wholePart(plan)];
  if (whole !== undefined) return whole;
  const list: T[] = [];
  for (const { part, from, to } of plan.stretches) {
    for (let index = from; index < to; index++) list.push(parts[part]![index]!);
  }
  return list;
}

/** As {@link gatherFloats}. */
export function gatherTexts(parts: readonly TextColumn[], plan: Plan): TextColumn {
  const whole = parts[wholePart(plan)];
  if (whole !== undefined) return whole;
  return joinTexts(
    parts.map((column, part) => ({ column, count: plan.counts[part]! })),
    plan.pick,
  );
}
