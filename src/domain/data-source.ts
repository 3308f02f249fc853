/** One source as the Data room, the map and every export name it. */
export interface DataSource {
  readonly id: string;
  readonly title: string;
  /** SPDX-like short name, e.g. "CC BY 4.0". */
  readonly licence: string;
  readonly licenceUrl: string;
  readonly url: string;
  /** ISO 8601, as exact as known; `null` where the source states none. */
  readonly date: string | null;
  /** The line that the licence asks for. */
  readonly attribution: string;
}

/** Whether what is made of a source has to be passed on under the same licence. */
export function isShareAlike({ licence }: Pick<DataSource, "licence">): boolean {
  return /odbl|open database licen|\bsa\b|share[ -]?alike/i.test(licence);
}

/** Whether whoever passes the data on has to name the source. */
export function asksForAttribution({ licence }: Pick<DataSource, "licence">): boolean {
  return /^(CC BY|ODbL|dl-de)/i.test(licence) || isShareAlike({ licence });
}
