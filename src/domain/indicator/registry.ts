import type { Indicator } from "./indicator.ts";
import { actorsPerResidents } from "./actors-per-residents.ts";
import { e2sfca } from "./e2sfca.ts";
import { effectiveCategories } from "./effective-categories.ts";
import { evenness } from "./evenness.ts";
import { exclusiveActors } from "./exclusive-actors.ts";
import { firmness } from "./firmness-share.ts";
import { locationQuotient } from "./location-quotient.ts";
import { multifunctionalGain } from "./multifunctional-gain.ts";
import { residents } from "./residents.ts";
import { sharedActors } from "./shared-actors.ts";
import { sufficientReach } from "./sufficient-reach.ts";

const REGISTRY = [
  sufficientReach,
  firmness,
  multifunctionalGain,
  evenness,
  effectiveCategories,
  exclusiveActors,
  sharedActors,
  e2sfca("creative"),
  e2sfca("trade"),
  e2sfca("service"),
  residents,
  actorsPerResidents,
  locationQuotient("creative"),
  locationQuotient("trade"),
  locationQuotient("service"),
] as const;

export type IndicatorId = (typeof REGISTRY)[number]["id"];

/** Every indicator, in the order of columns. The only list of them: sheet, list, files and Method room go through it. */
export const INDICATORS: readonly Indicator<IndicatorId>[] = REGISTRY;
