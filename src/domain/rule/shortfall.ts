import { holdsAlone, type Thresholds } from "./verdict.ts";

/** What is missing, by threshold (method §5). */
export interface Shortfall {
  /** One value a sector: `max(0, f_s - n_s)`. */
  readonly sectors: readonly number[];
  /** `max(0, T - Σn)`. */
  readonly total: number;
}

export function computeShortfall(count: ArrayLike<number>, { floors, together }: Thresholds): Shortfall {
  return {
    sectors: floors.map((floor, sector) => Math.max(0, floor - count[sector]!)),
    total: Math.max(0, together - (count[0]! + count[1]! + count[2]!)),
  };
}

/** The smallest number of actors that, added within the reach, makes the verdict pass; all 0 where it passes. */
export interface AddedActors {
  readonly creative: number;
  readonly trade: number;
  readonly service: number;
  /** Of whichever sector. */
  readonly any: number;
  /** Sum of the four. */
  readonly total: number;
  /** Which of the two conditions is met with so few: creative actors alone, or all together. */
  readonly by: "alone" | "together";
}

/** Whole actors, each of weight 1 (under decay: at the site's door). Where both ways cost the same, "together". */
export function computeAddedActors(count: ArrayLike<number>, thresholds: Thresholds): AddedActors {
  if (holdsAlone(count, thresholds)) return { ...NONE_ADDED, by: "alone" };
  const { alone, together } = computeWays(count, thresholds);
  return alone.total < together.total ? alone : together;
}

/** The fewest actors, as {@link computeAddedActors} counts them, for each of the two conditions by itself. */
export function computeWays(
  count: ArrayLike<number>,
  thresholds: Thresholds,
): Readonly<Record<AddedActors["by"], AddedActors>> {
  const { sectors, total } = computeShortfall(count, thresholds);
  const [creative = 0, trade = 0, service = 0] = sectors.map(Math.ceil);
  const any = Math.max(0, Math.ceil(total - (creative + trade + service)));
  const alone = Math.max(0, Math.ceil(thresholds.alone - count[0]!));
  return {
    alone: { ...NONE_ADDED, creative: alone, total: alone, by: "alone" },
    together: { creative, trade, service, any, total: creative + trade + service + any, by: "together" },
  };
}

const NONE_ADDED: AddedActors = { creative: 0, trade: 0, service: 0, any: 0, total: 0, by: "together" };

/** What joining forces adds (method §5): `min(1, Σn/T) - min(1, n_c/A)`, in [-1, 1]; a threshold of 0 is met. */
export function computeMultifunctionalGain(count: ArrayLike<number>, { alone, together }: Thresholds): number {
  const total = count[0]! + count[1]! + count[2]!;
  return share(total, together) - share(count[0]!, alone);
}

function share(count: number, threshold: number): number {
  return threshold === 0 ? 1 : Math.min(1, count / threshold);
}
