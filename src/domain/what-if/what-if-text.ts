import { SECTORS } from "../actor/actor.ts";
import { isPossible, readCategory, type Hypothetical } from "./hypothetical.ts";

/** What is supposed, read from a text, and the parts of it that could not be. */
export interface ReadWhatIf {
  readonly hypotheticals: readonly Hypothetical[];
  readonly unreadable: readonly string[];
}

/** Between two entries; no entry holds it. */
const BETWEEN = "~";
const SITE = "site";

/**
 * What is supposed as one text, for a link: `service.gastronomy,6,14.2,46.05,SI` for actors, `site,14.2,46.05,SI,Old mill` for
 * a site, "~" between entries; the country may be empty.
 */
export function writeWhatIf(hypotheticals: readonly Hypothetical[]): string {
  return hypotheticals
    .map((one) => {
      const place = [String(one.point.lon), String(one.point.lat), one.country ?? ""];
      return one.kind === "site"
        ? [SITE, ...place, escaped(one.name)].join(",")
        : [`${one.sector}.${one.category}`, String(one.count), ...place].join(",");
    })
    .join(BETWEEN);
}

/** Reads such a text as far as it can be read; never throws. */
export function readWhatIf(text: string): ReadWhatIf {
  const hypotheticals: Hypothetical[] = [];
  const unreadable: string[] = [];
  for (const part of text.split(BETWEEN)) {
    const read = readEntry(part);
    if (read !== null && isPossible(read)) hypotheticals.push(read);
    else unreadable.push(part);
  }
  return { hypotheticals, unreadable };
}

function readEntry(text: string): Hypothetical | null {
  const [what = "", ...fields] = text.split(",");
  if (fields.length !== 4) return null;
  if (what === SITE) {
    const [lon = "", lat = "", country = "", name = ""] = fields;
    if (!isCountry(country)) return null;
    return { kind: "site", name: unescaped(name), point: pointOf(lon, lat), country: country === "" ? null : country };
  }
  const [count = "", lon = "", lat = "", country = ""] = fields;
  const [sectorName, categoryName = "", ...rest] = what.split(".");
  const sector = SECTORS.find((name) => name === sectorName);
  const category = readCategory(categoryName);
  if (sector === undefined || category === null || rest.length > 0 || !isCountry(country)) return null;
  return {
    kind: "actors",
    sector,
    category,
    count: numberOf(count),
    point: pointOf(lon, lat),
    country: country === "" ? null : country,
  };
}

function pointOf(lon: string, lat: string) {
  return { lon: numberOf(lon), lat: numberOf(lat) };
}

/** A plain decimal number; anything else is `NaN`. */
function numberOf(text: string): number {
  return /^-?\d{1,3}(\.\d{1,12})?$/.test(text) ? Number(text) + 0 : NaN;
}

function isCountry(text: string): boolean {
  return /^([A-Z]{2})?$/.test(text);
}

function escaped(name: string): string {
  return name.trim().replace(/%/g, "%25").replace(/,/g, "%2C").replace(/~/g, "%7E");
}

function unescaped(text: string): string {
  return text.replace(/%7E/g, "~").replace(/%2C/g, ",").replace(/%25/g, "%").trim();
}
