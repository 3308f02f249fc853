import type { DecimalMark } from "#domain/ingest/mapping.ts";

const ZERO = 48;
const NINE = 57;
const POINT = ".";
const COMMA = ",";
const MINUS = "\u2212";
/** Blanks and apostrophes that group thousands: plain, no-break, figure, thin and narrow no-break; straight and typographic. */
const NEUTRAL_GROUPERS = new Set(" \u00a0\u2007\u2009\u202f'\u2019");
const LONGEST_NUMBER = 64;

/**
 * A number as it is written locally. Thousands may be grouped by the other mark, blanks or apostrophes; a group has three digits,
 * all groups the same separator. `NaN` for anything else: "1.23" is no number under a decimal comma.
 */
export function parseLocalNumber(text: string, mark: DecimalMark): number {
  const plain = parsePlainNumber(text, mark === "comma" ? COMMA : POINT);
  return Number.isNaN(plain) && text.length <= LONGEST_NUMBER ? parseGroupedNumber(text, mark) : plain;
}

/** Digits with at most one mark between or beside them and a sign before; `NaN` for anything else. */
export function parsePlainNumber(text: string, mark: typeof POINT | typeof COMMA): number {
  const first = text.charCodeAt(0);
  const start = first === 43 || first === 45 ? 1 : 0;
  const markCode = mark.charCodeAt(0);
  let digits = 0;
  let markAt = -1;
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= ZERO && code <= NINE) digits++;
    else if (code === markCode && markAt === -1) markAt = at;
    else return NaN;
  }
  if (digits === 0) return NaN;
  return Number(mark === POINT || markAt === -1 ? text : text.replace(COMMA, POINT));
}

function parseGroupedNumber(text: string, mark: DecimalMark): number {
  let rest = text.trim();
  let sign = 1;
  if (rest.startsWith("-") || rest.startsWith(MINUS) || rest.startsWith("+")) {
    sign = rest.startsWith("+") ? 1 : -1;
    rest = rest.slice(1).trimStart();
  }
  const match = /^([^eE]*)(?:[eE]([+-]?\d{1,3}))?$/.exec(rest);
  if (match === null) return NaN;
  const [decimal, grouping] = mark === "comma" ? [COMMA, POINT] : [POINT, COMMA];
  const [whole = "", fraction = "", ...more] = (match[1] ?? "").split(decimal);
  const digits = ungroup(whole, grouping);
  if (more.length > 0 || digits === null || !/^\d*$/.test(fraction) || digits + fraction === "") return NaN;
  return sign * Number(`${digits === "" ? "0" : digits}.${fraction === "" ? "0" : fraction}e${match[2] ?? "0"}`);
}

/** The digits of a whole number without what groups them; `null` where it is none. */
function ungroup(whole: string, grouping: string): string | null {
  if (/^\d*$/.test(whole)) return whole;
  const separator = Array.from(whole).find((character) => !/\d/.test(character)) ?? "";
  if (separator !== grouping && !NEUTRAL_GROUPERS.has(separator)) return null;
  const groups = whole.split(separator);
  const [first = "", ...others] = groups;
  if (!/^[1-9]\d{0,2}$/.test(first) || !others.every((group) => /^\d{3}$/.test(group))) return null;
  return groups.join("");
}

/**
 * The decimal mark under which most of the texts are numbers; `null` where nothing tells. A single mark before exactly three
 * digits ("35.280") groups thousands unless other texts tell otherwise.
 */
export function guessDecimalMark(samples: readonly string[]): DecimalMark | null {
  let commas = 0;
  let points = 0;
  let grouped = 0;
  for (const sample of samples) {
    if (!/^\s*[-+\u2212]?\d*[.,][\d.,]*\s*$/.test(sample)) continue;
    const asPoint = parseLocalNumber(sample, "point");
    const asComma = parseLocalNumber(sample, "comma");
    if (Number.isNaN(asPoint) && Number.isNaN(asComma)) continue;
    if (Number.isNaN(asPoint)) commas++;
    else if (Number.isNaN(asComma)) points++;
    else grouped += sample.includes(COMMA) ? 1 : -1;
  }
  if (commas !== points) return commas > points ? "comma" : "point";
  if (grouped === 0) return null;
  return grouped > 0 ? "point" : "comma";
}
