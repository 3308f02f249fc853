import type { Indicator } from "./indicator.ts";
import { effectiveCategories } from "./effective-categories.ts";
import { evenness } from "./evenness.ts";
import { firmness } from "./firmness-share.ts";
import { multifunctionalGain } from "./multifunctional-gain.ts";
import { residents } from "./residents.ts";
import { sufficientReach } from "./sufficient-reach.ts";

const REGISTRY = [sufficientReach, firmness, multifunctionalGain, evenness, effectiveCategories, residents] as const;

export type IndicatorId = (typeof REGISTRY)[number]["id"];

/** Every indicator, in the order of columns. The only list of them: sheet, list, files and Method room go through it. */
export const INDICATORS: readonly Indicator<IndicatorId>[] = REGISTRY;
