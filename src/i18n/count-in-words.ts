import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import type { Format } from "./format.ts";
import type { Translate } from "./translate.ts";

/** `sign`: "≥ 24", for tables and rows. `words`: "at least 24", for sentences and for what is read aloud. */
export type CountStyle = "sign" | "words";

/**
 * A count as its coverage allows it to be said (method §3): exact only where coverage is complete, a lower bound
 * otherwise, and "not known" for 0 where nothing is loaded or for `NaN`. A weighted sum is cut, not rounded, to one
 * decimal, so that what is shown is never above what was counted.
 */
export function countText(
  count: number,
  coverage: CoverageLevel,
  translate: Translate,
  format: Format,
  style: CountStyle = "sign",
): string {
  if (Number.isNaN(count) || (count === 0 && coverage === "none")) return translate("count.not-known");
  const number = format.number(Math.floor(count * 10 + 1e-9) / 10, 1);
  if (coverage === "complete") return number;
  return translate(style === "sign" ? "count.at-least.sign" : "count.at-least.words", { count: number });
}

/** As {@link countText}, with what is needed beside it: "≥ 24 of 50"; "not known" stands alone. */
export function countOfText(
  count: number,
  needed: number,
  coverage: CoverageLevel,
  translate: Translate,
  format: Format,
  style: CountStyle = "sign",
): string {
  const text = countText(count, coverage, translate, format, style);
  if (Number.isNaN(count) || (count === 0 && coverage === "none")) return text;
  return translate("count.of", { count: text, needed: format.number(needed, 1) });
}

/** What may be said of a total over sectors: complete only if each is, nothing only if of each nothing is loaded. */
export function totalCoverage(levels: readonly CoverageLevel[]): CoverageLevel {
  if (levels.every((level) => level === "complete")) return "complete";
  return levels.every((level) => level === "none") ? "none" : "partial";
}
