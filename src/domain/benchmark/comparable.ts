import type { SiteTable } from "../site/site.ts";

/** Which sites stand beside each other (method §10). */
export interface Comparison {
  readonly sameCountry: boolean;
  readonly sameIndustry: boolean;
  /** Of the same reuse status; sites of which none is stated are alike in that. */
  readonly sameStatus: boolean;
  /** Residents of both catchments differ by at most this factor, 1 and more; `null`: whatever they are. */
  readonly residentsFactor: number | null;
}

export const ALL_SITES: Comparison = {
  sameCountry: false,
  sameIndustry: false,
  sameStatus: false,
  residentsFactor: null,
};
/** What the factor is unless the user says otherwise. */
export const DEFAULT_RESIDENTS_FACTOR = 2;
export const RESIDENTS_FACTOR_RANGE = { least: 1, most: 100 } as const;
export const DEFAULT_COMPARISON: Comparison = { ...ALL_SITES, residentsFactor: DEFAULT_RESIDENTS_FACTOR };

/** In what a site can fail to be comparable, in the order in which they are looked at. */
export const CRITERIA = ["country", "industry", "status", "residents"] as const;
export type Criterion = (typeof CRITERIA)[number];

/** What a comparison looks at. */
export type ComparedSites = Pick<SiteTable, "country" | "industry" | "reuseStatus">;

/**
 * The first criterion by which another site is not comparable, `null` where it is. A country that is not stated, and residents
 * that are not known, are comparable with nobody else's.
 * @param residents (n) as the indicator of that name; `NaN` where undefined
 */
export function findDifference(
  { country, industry, reuseStatus }: ComparedSites,
  residents: Float64Array,
  site: number,
  other: number,
  { sameCountry, sameIndustry, sameStatus, residentsFactor }: Comparison,
): Criterion | null {
  if (other === site) return null;
  if (sameCountry && (country[other] === null || country[other] !== country[site])) return "country";
  if (sameIndustry && industry[other] !== industry[site]) return "industry";
  if (sameStatus && reuseStatus[other] !== reuseStatus[site]) return "status";
  if (residentsFactor !== null && !isWithin(residents[other]!, residents[site]!, residentsFactor)) return "residents";
  return null;
}

/** The sites that one is compared with, itself among them, in the order of the table. */
export function comparableSites(
  sites: ComparedSites,
  residents: Float64Array,
  site: number,
  comparison: Comparison,
): Uint32Array {
  const isComparable = (other: number) => findDifference(sites, residents, site, other, comparison) === null;
  return Uint32Array.from(Array.from(sites.country.keys()).filter(isComparable));
}

export function isNarrowedBy(comparison: Comparison, criterion: Criterion): boolean {
  switch (criterion) {
    case "country":
      return comparison.sameCountry;
    case "industry":
      return comparison.sameIndustry;
    case "status":
      return comparison.sameStatus;
    case "residents":
      return comparison.residentsFactor !== null;
  }
}

/** The comparison without one of its criteria. */
export function widened(comparison: Comparison, criterion: Criterion): Comparison {
  switch (criterion) {
    case "country":
      return { ...comparison, sameCountry: false };
    case "industry":
      return { ...comparison, sameIndustry: false };
    case "status":
      return { ...comparison, sameStatus: false };
    case "residents":
      return { ...comparison, residentsFactor: null };
  }
}

function isWithin(a: number, b: number, factor: number): boolean {
  return Math.max(a, b) <= factor * Math.min(a, b);
}
