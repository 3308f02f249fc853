import type { DuplicateDecision, DuplicateDecisions, DuplicatePair } from "#domain/ingest/report.ts";

/** A row that repeats another: an earlier one by its position in the table, or a loaded record by its index. */
export interface Repeat {
  readonly position: number;
  readonly reason: DuplicatePair["reason"];
  readonly from: "file" | "loaded";
  readonly other: number;
  /** `null` where one of the two has no point. */
  readonly meters: number | null;
}

/** What the decisions make of the rows. */
export interface DecidedRows {
  /** Positions that stay records of their own, in order. */
  readonly kept: Uint32Array;
  /** For the positions that stay: rows whose values fill their gaps, in order. */
  readonly fill: ReadonlyMap<number, readonly number[]>;
  /** For loaded records by index: rows whose values fill their gaps. */
  readonly fillLoaded: ReadonlyMap<number, readonly number[]>;
  /** Kept rows whose identifier is another's already. */
  readonly renamed: ReadonlySet<number>;
  readonly merged: number;
  readonly leftOut: number;
}

/** Applies the decisions to `count` rows. A row taken together with one that is taken together itself goes where that goes. */
export function decideRows(count: number, repeats: readonly Repeat[], decisions: DuplicateDecisions): DecidedRows {
  const gone = new Map<number, { readonly from: "file" | "loaded"; readonly other: number } | null>();
  const fill = new Map<number, number[]>();
  const fillLoaded = new Map<number, number[]>();
  const renamed = new Set<number>();
  let merged = 0;
  let leftOut = 0;
  for (const [index, repeat] of repeats.entries()) {
    const decision: DuplicateDecision = decisions.single[index] ?? decisions[repeat.reason];
    if (decision === "keep") {
      if (repeat.reason === "same-id") renamed.add(repeat.position);
      continue;
    }
    let target: { from: "file" | "loaded"; other: number } | null = { from: repeat.from, other: repeat.other };
    while (target?.from === "file" && gone.has(target.other)) target = gone.get(target.other) ?? null;
    gone.set(repeat.position, target);
    if (decision === "leave-out" || target === null) {
      leftOut += 1;
      continue;
    }
    merged += 1;
    const into = target.from === "file" ? fill : fillLoaded;
    const rows = into.get(target.other);
    if (rows === undefined) into.set(target.other, [repeat.position]);
    else rows.push(repeat.position);
  }
  const kept = new Uint32Array(count - gone.size);
  let size = 0;
  for (let position = 0; position < count; position++) if (!gone.has(position)) kept[size++] = position;
  return { kept, fill, fillLoaded, renamed, merged, leftOut };
}
