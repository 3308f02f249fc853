import type { SiteTable } from "../site/site.ts";

/** Which sites stand beside each other (method §10). */
export interface Comparison {
  readonly sameCountry: boolean;
  readonly sameIndustry: boolean;
  /** Residents of both catchments differ by at most this factor, 1 and more; `null`: whatever they are. */
  readonly residentsFactor: number | null;
}

export const ALL_SITES: Comparison = { sameCountry: false, sameIndustry: false, residentsFactor: null };
/** What the factor is unless the user says otherwise. */
export const DEFAULT_RESIDENTS_FACTOR = 2;

/**
 * The sites that one is compared with, itself among them, in the order of the table. A country that is not stated, and
 * residents that are not known, are comparable with nobody else's.
 * @param residents (n) as the indicator of that name; `NaN` where undefined
 */
export function comparableSites(
  { country, industry }: Pick<SiteTable, "country" | "industry">,
  residents: Float64Array,
  site: number,
  { sameCountry, sameIndustry, residentsFactor }: Comparison,
): Uint32Array {
  const isComparable = (other: number) =>
    other === site ||
    ((!sameCountry || (country[other] !== null && country[other] === country[site])) &&
      (!sameIndustry || industry[other] === industry[site]) &&
      (residentsFactor === null || isWithin(residents[other]!, residents[site]!, residentsFactor)));
  return Uint32Array.from(Array.from(country.keys()).filter(isComparable));
}

function isWithin(a: number, b: number, factor: number): boolean {
  return Math.max(a, b) <= factor * Math.min(a, b);
}
