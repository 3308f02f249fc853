/** A package of others whose code or data are in the built page. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As SPDX writes it, or in the package's own words; `null` where it states none. */
  readonly licence: string | null;
  /** Full text with the copyright notice; `null` where there is none to be found. */
  readonly text: string | null;
  /** Its page; `null` where it names none. */
  readonly url: string | null;
}
