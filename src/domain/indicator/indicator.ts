import type { Sector } from "../actor/actor.ts";
import type { MeasuredSites } from "../catchment/surroundings.ts";
import type { AppliedRule } from "../rule/rule.ts";
import type { Steps } from "../steps.ts";
import type { SiteTable } from "../site/site.ts";
import type { Meters } from "../units.ts";

/** Of n points, what indicators need beside what is measured around them. */
export interface PointFacts {
  /** (n) ISO 3166-1 alpha-2, capitals; `null` where it is not known. */
  readonly country: readonly (string | null)[];
  /** (n) What decides which sites compete (method §7), and for how much; `null` where the points are not the site table. */
  readonly standing: Pick<SiteTable, "reuseStatus" | "floorAreaSquareMeters"> | null;
}

/** All n points at once, under one rule: an indicator of one site may depend on every other. */
export interface IndicatorContext {
  /** Reaches as far as `limitFor(rule)`. */
  readonly measured: MeasuredSites;
  readonly facts: PointFacts;
  /** As it is applied to what was measured. */
  readonly rule: AppliedRule;
  /** (n × 3) counts under the rule, site `i`, sector `s` at `3i + s`; `NaN` for a site without a point. */
  readonly count: Float64Array;
}

/** A number for each site. */
export interface Indicator<Id extends string = string> {
  readonly id: Id;
  /** Name of the column in files, with its unit. */
  readonly column: string;
  readonly unit: "share" | "number" | "meters" | "people" | "actors";
  /** Decimals that a file keeps. */
  readonly decimals: number;
  /** Where the definition comes from. */
  readonly source: string;
  /** Sectors whose actors it counts: without coverage of each of them a value is not compared (method §10). */
  readonly sectors: readonly Sector[];
  /** How far it looks where that is not the rule's reach. */
  readonly ownReach?: Meters;
  /** Which end comes first in a ranking. */
  readonly favours: "high" | "low";
  /** Computes what concerns all sites, in steps where that is long, and gives what computes the value of each. */
  prepare(context: IndicatorContext): SiteValue | Steps<SiteValue>;
}

/** @returns `NaN` where the indicator is not defined; never called for a site without a point */
export type SiteValue = (site: number) => number;
