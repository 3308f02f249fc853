import type { Decay } from "./rule.ts";

/** The step weights of the floating catchment literature (Luo and Qi 2009), at one, two and three thirds of the reach. */
const STEP_WEIGHTS = [1, 0.68, 0.22] as const;
const GAUSSIAN_EDGE = Math.exp(-0.5);

/**
 * Weight of an actor at a distance (method §8), in [0, 1]; 0 beyond the reach. It falls with distance and rises with
 * reach, so that a longer reach never lowers a sum.
 * @param distance metres, at least 0
 * @param reach metres, above 0; at the reach itself an actor still counts (its gaussian weight there is 0)
 */
export function decayWeight(decay: Decay, distance: number, reach: number): number {
  if (distance > reach) return 0;
  switch (decay) {
    case "none":
      return 1;
    case "gaussian":
      return (Math.exp(-0.5 * (distance / reach) ** 2) - GAUSSIAN_EDGE) / (1 - GAUSSIAN_EDGE);
    case "steps":
      return STEP_WEIGHTS[distance * 3 <= reach ? 0 : distance * 3 <= reach * 2 ? 1 : 2];
  }
}
