import type { Activity } from "#domain/activity/activity.ts";
import { ACTIVITY_TYPES } from "#domain/programme/activity-types.ts";
import { firstOfMonth, isoDay, type Period } from "#domain/programme/period.ts";
import { NOT_STATED, typeOf, type Shown } from "#domain/programme/programme-filters.ts";

/** Days since 1970-01-01 and pixels, both ends of each. */
export interface TimeScale {
  readonly first: number;
  /** The day after the last one. */
  readonly end: number;
  readonly left: number;
  readonly right: number;
}

export interface Tick {
  readonly day: number;
  readonly year: number;
  /** From 1. */
  readonly month: number;
}

const STEPS_MONTHS = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200];

/** Whole months that hold all periods; `null` for none. */
export function extentOf(periods: readonly Period[]): Pick<TimeScale, "first" | "end"> | null {
  if (periods.length === 0) return null;
  const start = monthOf(periods.reduce((least, { first }) => Math.min(least, first), Infinity));
  const stop = monthOf(periods.reduce((most, { last }) => Math.max(most, last), -Infinity));
  return { first: firstOfMonth(start.year, start.month), end: firstOfMonth(stop.year, stop.month + 1) };
}

/** Pixels from the left at which a day begins. */
export function xOf({ first, end, left, right }: TimeScale, day: number): number {
  return left + ((day - first) / (end - first)) * (right - left);
}

/** First days of months, evenly apart, of years where they are many; at most `most`, one at least. */
export function ticksOf({ first, end }: Pick<TimeScale, "first" | "end">, most: number): readonly Tick[] {
  const from = monthOf(first);
  const to = monthOf(end - 1);
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  const step = STEPS_MONTHS.find((each) => Math.ceil(months / each) <= most) ?? STEPS_MONTHS.at(-1) ?? 1;
  const ticks: Tick[] = [];
  const start = from.year * 12 + from.month - 1;
  for (let at = Math.ceil(start / step) * step; at < start + months; at += step) {
    const [year, month] = [Math.floor(at / 12), (at % 12) + 1];
    ticks.push({ day: firstOfMonth(year, month), year, month });
  }
  return ticks.length > 0 ? ticks : [{ day: first, ...from }];
}

/** One activity as drawn; pixels. */
export interface Mark {
  readonly shown: Shown<Activity> & { readonly period: Period };
  readonly left: number;
  readonly width: number;
  /** From the top of its lane, from 0. */
  readonly row: number;
}

/** All activities of one type, in as many rows as keep them apart. */
export interface Lane {
  readonly type: string;
  readonly rows: number;
  readonly marks: readonly Mark[];
}

/**
 * A lane for each type, in the order of the vocabulary, then types of other tables by name, then none stated.
 * @param shown in the order of time; those without a date have no mark
 * @param least pixels that a mark takes at least
 * @param gap pixels between two marks of a row
 */
export function layOutLanes(
  shown: readonly Shown<Activity>[],
  scale: TimeScale,
  { least, gap }: { readonly least: number; readonly gap: number },
): readonly Lane[] {
  const lanes = new Map<string, { readonly ends: number[]; readonly marks: Mark[] }>();
  for (const { index, activity, period } of shown) {
    if (period === null) continue;
    const type = typeOf(activity);
    const lane = lanes.get(type) ?? { ends: [], marks: [] };
    lanes.set(type, lane);
    const [from, to] = [xOf(scale, period.first), xOf(scale, period.last + 1)];
    const width = Math.max(least, to - from);
    const middle = Math.min(Math.max((from + to) / 2, scale.left + width / 2), scale.right - width / 2);
    const left = middle - width / 2;
    const free = lane.ends.findIndex((end) => end + gap <= left);
    const row = free === -1 ? lane.ends.length : free;
    lane.ends[row] = left + width;
    lane.marks.push({ shown: { index, activity, period }, left, width, row });
  }
  return [...lanes]
    .map(([type, { ends, marks }]): Lane => ({ type, rows: ends.length, marks }))
    .sort((a, b) => turnOf(a.type) - turnOf(b.type) || (a.type < b.type ? -1 : 1));
}

/** The order in which types are named. */
export function turnOf(type: string): number {
  if (type === NOT_STATED) return ACTIVITY_TYPES.length + 1;
  const turn = (ACTIVITY_TYPES as readonly string[]).indexOf(type);
  return turn === -1 ? ACTIVITY_TYPES.length : turn;
}

/** The year of a period's first day. */
export function yearOf({ first }: Pick<Period, "first">): number {
  return monthOf(first).year;
}

function monthOf(day: number): { readonly year: number; readonly month: number } {
  const [year = NaN, month = NaN] = isoDay(day).split("-").map(Number);
  return { year, month };
}
