import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Format } from "./format.ts";
import { betweenContoursText, fromIsochronesText } from "./isochrone-words.ts";
import { reachInFull, reachWords } from "./reach-words.ts";
import type { Translate } from "./translate.ts";

/** The verdict in words (method §5): the answer, the numbers it follows from, and what has to be said beside it. */
export interface VerdictSentence {
  readonly headline: string;
  readonly detail: string;
  readonly remarks: readonly string[];
}

interface Words {
  readonly catchment: Catchment;
  readonly translate: Translate;
  readonly format: Format;
  readonly reach: string;
  /** With what an estimate rests on. */
  readonly reachInFull: string;
  /** A count as shown: a weighted sum is cut to one decimal, never rounded up past what was counted. */
  readonly number: (value: number) => string;
  /** What is missing: to one decimal, never rounded down below what is needed. */
  readonly more: (value: number) => string;
}

/**
 * Says what the rule gives for a catchment. Counts with less than complete coverage read "at least", 0 without
 * coverage reads "not known".
 */
export function verdictSentence(catchment: Catchment, translate: Translate, format: Format): VerdictSentence {
  if (catchment.point === null) {
    return { headline: translate("sentence.no-point"), detail: translate("sentence.no-point-detail"), remarks: [] };
  }
  if (!catchment.isMeasured) {
    const { profile } = catchment.rule.travel!;
    return {
      headline: translate("sentence.no-isochrones", { profile }),
      detail: translate("sentence.no-isochrones-detail"),
      remarks: [],
    };
  }
  const words: Words = {
    catchment,
    translate,
    format,
    reach: reachWords(catchment.rule, translate, format),
    reachInFull: reachInFull(catchment.rule, translate, format),
    number: (value) => format.number(Math.floor(value * 10 + 1e-9) / 10, 1),
    more: (value) => format.number(Math.ceil(value * 10 - 1e-9) / 10, 1),
  };
  return {
    headline: headline(words),
    detail: capitalized(detail(words)),
    remarks: [missing(words), decay(words), positions(words), contours(words), restsOn(words)].filter(
      (text) => text !== null,
    ),
  };
}

function headline(words: Words): string {
  const { catchment, translate, number } = words;
  const { rule, sectors, verdict } = catchment;
  switch (verdict) {
    case "alone":
      return translate("sentence.headline-alone", {
        count: bounded(words, sectors.creative.count, isComplete(words, "creative")),
        needed: number(rule.alone),
      });
    case "together":
      return translate("sentence.headline-together", {
        count: bounded(words, total(catchment), allComplete(words)),
        needed: number(rule.together),
      });
    case "short":
      return translate("sentence.headline-short", {
        bound: allComplete(words) ? "exact" : "most",
        count: catchment.added.total,
      });
    case "unknown":
      return headlineUnknown(words);
  }
}

function headlineUnknown(words: Words): string {
  const { catchment, translate, number, reach } = words;
  const { rule, sectors } = catchment;
  const counted = total(catchment);
  if (counted === 0) {
    return translate(noneCovered(words) ? "sentence.headline-no-data" : "sentence.headline-none-listed", { reach });
  }
  const lacking = SECTORS.find((sector) => sectors[sector].shortfall > 0);
  if (counted >= rule.together && lacking !== undefined) {
    const { count, floor, coverage } = sectors[lacking];
    return translate("sentence.headline-unknown-sector", {
      sector: lacking,
      known: count === 0 && coverage === "none" ? "no" : "yes",
      count: number(count),
      needed: number(floor),
    });
  }
  return translate("sentence.headline-unknown", { count: number(counted), needed: number(rule.together) });
}

function detail(words: Words): string {
  const { catchment, translate, number } = words;
  const { rule, sectors, verdict } = catchment;
  if (verdict === "unknown") {
    return noneCovered(words) && total(catchment) === 0
      ? translate("sentence.unknown-nothing", { reach: words.reach })
      : translate("sentence.unknown", { counts: counts(words), coverage: coverageInWords(words) });
  }
  const alone = {
    counts: counts(words),
    count: bounded(words, sectors.creative.count, isComplete(words, "creative")),
    needed: number(rule.alone),
  };
  if (verdict === "alone") return translate("sentence.alone", alone);
  if (verdict === "together") {
    return translate(isComplete(words, "creative") ? "sentence.together" : "sentence.together-alone-unknown", alone);
  }
  return translate("sentence.short", { counts: counts(words), shortfalls: shortfalls(words).join("; ") });
}

function counts(words: Words): string {
  const { catchment, translate, number } = words;
  const { sectors } = catchment;
  const bounds = SECTORS.map((sector) => {
    const { count, coverage } = sectors[sector];
    if (coverage === "complete") return "exact";
    return coverage === "none" && count === 0 ? "unknown" : "least";
  });
  const shared = bounds.every((bound) => bound === "least");
  const [creative = "", trade = "", service = ""] = SECTORS.map((sector, position) =>
    translate("sentence.item", {
      sector,
      bound: shared ? "exact" : (bounds[position] ?? "unknown"),
      count: number(sectors[sector].count),
    }),
  );
  return translate(shared ? "sentence.counts-least" : "sentence.counts", {
    creative,
    trade,
    service,
    reach: words.reachInFull,
  });
}

function shortfalls(words: Words): readonly string[] {
  const { catchment, translate, number, more } = words;
  const { rule, sectors } = catchment;
  const ofSectors = SECTORS.filter((sector) => sectors[sector].shortfall > 0).map((sector) => {
    const { count, floor, shortfall, coverage } = sectors[sector];
    return translate("sentence.shortfall-sector", {
      sector,
      bound: coverage === "complete" ? "exact" : coverage === "none" && count === 0 ? "unknown" : "least",
      count: number(count),
      needed: number(floor),
      more: more(shortfall),
    });
  });
  if (catchment.totalShortfall <= 0) return ofSectors;
  const ofTotal = translate("sentence.shortfall-total", {
    bound: allComplete(words) ? "exact" : "least",
    count: number(total(catchment)),
    needed: number(rule.together),
    more: more(catchment.totalShortfall),
  });
  return [...ofSectors, ofTotal];
}

function coverageInWords({ catchment, translate }: Words): string {
  const [creative, trade, service] = SECTORS.map((sector) => catchment.sectors[sector].coverage);
  if (creative === undefined || trade === undefined || service === undefined) return "";
  if (creative === trade && trade === service) return translate("sentence.coverage-same", { level: creative });
  return translate("sentence.coverage-each", {
    creative: translate(`coverage.${creative}.inline`),
    trade: translate(`coverage.${trade}.inline`),
    service: translate(`coverage.${service}.inline`),
  });
}

function missing(words: Words): string | null {
  const { catchment, translate } = words;
  const { added, sectors, verdict } = catchment;
  if (added.total === 0 || verdict === "alone" || verdict === "together") return null;
  if (noneCovered(words) && total(catchment) === 0) return null;
  const bound = SECTORS.every((sector) => sectors[sector].coverage === "complete") ? "exact" : "most";
  const params = { bound, total: added.total };
  if (added.by === "alone") return translate("sentence.added-alone", params);
  if (added.any === added.total) return translate("sentence.added-any-only", params);
  const parts = SECTORS.filter((sector) => added[sector] > 0).map((sector) =>
    translate("sentence.added-sector", { sector, count: added[sector] }),
  );
  if (added.any > 0) parts.push(translate("sentence.added-any", { count: added.any }));
  return translate("sentence.added", { ...params, parts: parts.join(", ") });
}

function decay({ catchment, translate }: Words): string | null {
  return catchment.rule.decay === "none" ? null : translate("sentence.decay", { decay: catchment.rule.decay });
}

function positions({ catchment, translate, number, reach }: Words): string | null {
  const certain = SECTORS.reduce((sum, sector) => sum + catchment.sectors[sector].certainCount, 0);
  const possible = SECTORS.reduce((sum, sector) => sum + catchment.sectors[sector].possibleCount, 0);
  if (certain === possible && !catchment.dependsOnPositions) return null;
  return translate(catchment.dependsOnPositions ? "sentence.positions-decide" : "sentence.positions-agree", {
    reach,
    certain: number(certain),
    possible: number(possible),
  });
}

/** What minutes by isochrones rest on, and that other minutes than theirs count as the next shorter ones. */
function contours({ catchment, translate, format }: Words): string | null {
  const { unit, origins } = catchment;
  if (unit === "meters") return null;
  const from = fromIsochronesText(origins, translate, format);
  const between = betweenContoursText(catchment, translate, format);
  return between === null ? from : `${between} ${from}`;
}

function restsOn({ catchment, translate, format }: Words): string | null {
  if (catchment.completeSources.length === 0) return null;
  const names = catchment.completeSources.map(({ source, date }) =>
    date === null
      ? translate("sentence.source-undated", { source })
      : translate("sentence.source-dated", { source, date: format.date(date) }),
  );
  return translate(catchment.verdict === "short" ? "sentence.short-by" : "sentence.complete-by", {
    sources: [...new Set(names)].join("; "),
  });
}

function total(catchment: Catchment): number {
  return SECTORS.reduce((sum, sector) => sum + catchment.sectors[sector].count, 0);
}

function isComplete({ catchment }: Words, sector: Sector): boolean {
  return catchment.sectors[sector].coverage === "complete";
}

function allComplete(words: Words): boolean {
  return SECTORS.every((sector) => isComplete(words, sector));
}

function noneCovered({ catchment }: Words): boolean {
  return SECTORS.every((sector) => catchment.sectors[sector].coverage === "none");
}

function bounded({ translate, number }: Words, count: number, exact: boolean): string {
  return exact ? number(count) : translate("sentence.at-least", { count: number(count) });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
