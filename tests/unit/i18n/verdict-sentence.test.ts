import { describe, expect, it } from "vitest";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import type { IndicatorValues } from "#domain/indicator/indicators-at.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { applyRule, unitOf } from "#domain/travel/apply-rule.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { verdictSentence } from "#i18n/verdict-sentence.ts";

const translate = createTranslate("en");
const format = createFormat("en");

interface Case {
  readonly counts: readonly [number, number, number];
  readonly coverage?: CoverageLevel | readonly [CoverageLevel, CoverageLevel, CoverageLevel];
  readonly change?: Partial<Catchment>;
}

/** A catchment with the default rule and the given counts; verdict and added actors are said by the test itself. */
function catchmentOf({ counts, coverage = "complete", change = {} }: Case): Catchment {
  const rule = change.rule ?? DEFAULT_RULE;
  const sector = (name: Sector, position: number) => {
    const count = counts[position] ?? NaN;
    return {
      count,
      certainCount: count,
      possibleCount: count,
      coverage: typeof coverage === "string" ? coverage : (coverage[position] ?? "none"),
      floor: rule.floors[name],
      shortfall: Math.max(0, rule.floors[name] - count),
      sufficientReach: NaN,
      actor: new Uint32Array(),
      distance: new Float64Array(),
    };
  };
  const [creative, trade, service] = SECTORS.map(sector);
  if (creative === undefined || trade === undefined || service === undefined) throw new Error("three sectors");
  return {
    datasetVersion: 1,
    rule,
    origin: { kind: "site", index: 0 },
    place: null,
    point: { lon: 14, lat: 45 },
    sectors: { creative, trade, service },
    verdict: "unknown",
    dependsOnPositions: false,
    completeSources: [],
    totalShortfall: Math.max(0, rule.together - counts[0] - counts[1] - counts[2]),
    added: { creative: 0, trade: 0, service: 0, any: 0, total: 0, by: "together" },
    firmness: { verdicts: [], agreeing: 0 },
    indicators: Object.fromEntries(INDICATORS.map(({ id }) => [id, NaN])) as IndicatorValues,
    unit: unitOf(rule),
    reach: applyRule(rule).reach,
    isMeasured: true,
    curveLimit: 30_000,
    ring: new Float64Array(),
    isochrones: new Uint32Array(),
    contourMinutes: [],
    contourEdge: [],
    origins: [],
    comparison: null,
    nearestSite: new Uint32Array(),
    nearestSiteMeters: new Float64Array(),
    ...change,
  };
}

const say = (given: Case) => verdictSentence(catchmentOf(given), translate, format);

describe("verdictSentence", () => {
  it("says enough together, not alone, as in method §5", () => {
    const { detail, headline } = say({ counts: [12, 31, 9], change: { verdict: "together" } });
    expect(detail).toBe("12 creative, 31 trade, 9 service actors within 10 km: enough together, not alone (12 of 50).");
    expect(headline).toBe("Enough together: 52, where 50 are needed");
  });

  it("says the shortfall per floor and of the total, as in method §5", () => {
    const { detail, headline } = say({
      counts: [3, 12, 9],
      change: {
        verdict: "short",
        added: { creative: 7, trade: 0, service: 0, any: 19, total: 26, by: "together" },
      },
    });
    expect(detail).toBe(
      "3 creative, 12 trade, 9 service actors within 10 km: 3 of 10 creative, so 7 more; total 24 of 50, so 26 more.",
    );
    expect(headline).toBe("Short: 26 more actors needed");
  });

  it("names the smallest number of added actors by sector", () => {
    const { remarks } = say({
      counts: [3, 12, 9],
      change: {
        verdict: "short",
        added: { creative: 7, trade: 0, service: 0, any: 19, total: 26, by: "together" },
      },
    });
    expect(remarks).toEqual(["At least 26 more actors are needed: 7 creative, 19 of any sector."]);
  });

  it("says shortly that any sector will do", () => {
    const { remarks } = say({
      counts: [16, 10, 17],
      coverage: "partial",
      change: { added: { creative: 0, trade: 0, service: 0, any: 7, total: 7, by: "together" } },
    });
    expect(remarks).toEqual(["7 more actors of any sector would surely be enough."]);
  });

  it("says so when creative actors alone are the shortest way", () => {
    const { remarks } = say({
      counts: [49, 0, 0],
      change: { verdict: "short", added: { creative: 1, trade: 0, service: 0, any: 0, total: 1, by: "alone" } },
    });
    expect(remarks).toEqual(["At least 1 more creative actor is needed, with nobody else joining."]);
  });

  it("says enough alone", () => {
    const { headline, detail } = say({ counts: [62, 4, 0], change: { verdict: "alone" } });
    expect(headline).toBe("Enough creative actors alone: 62, where 50 are needed");
    expect(detail).toBe(
      "62 creative, 4 trade, 0 service actors within 10 km: enough creative actors alone (62 of 50).",
    );
  });

  it("says not known with lower bounds and the coverage, as in method §5", () => {
    const { headline, detail } = say({ counts: [4, 0, 0], coverage: "partial" });
    expect(headline).toBe("Not known: at least 4 of 50 together");
    expect(detail).toBe(
      "At least 4 creative, 0 trade, 0 service actors within 10 km. Coverage is partial in all three sectors, so actors may be missing.",
    );
  });

  it("reads a lower bound and not an equal number below complete coverage, in every verdict", () => {
    const together = say({ counts: [12, 31, 9], coverage: "partial", change: { verdict: "together" } });
    expect(together.headline).toBe("Enough together: at least 52, where 50 are needed");
    expect(together.detail).toContain("At least 12 creative, 31 trade, 9 service actors");
    expect(together.detail).toContain("whether creative actors alone are enough is not known (at least 12 of 50)");
    const alone = say({ counts: [62, 0, 0], coverage: "partial", change: { verdict: "alone" } });
    expect(alone.headline).toBe("Enough creative actors alone: at least 62, where 50 are needed");
  });

  it("calls the shortfall an upper bound where a sector is not completely covered", () => {
    const { detail, headline } = say({
      counts: [3, 2, 9],
      coverage: ["complete", "partial", "complete"],
      change: {
        verdict: "short",
        added: { creative: 7, trade: 3, service: 0, any: 26, total: 36, by: "together" },
      },
    });
    expect(headline).toBe("Short: at most 36 more actors needed");
    expect(detail).toBe(
      "3 creative, at least 2 trade, 9 service actors within 10 km: 3 of 10 creative, so 7 more; at least 2 of 5 trade, so at most 3 more; total at least 14 of 50, so at most 36 more.",
    );
  });

  it("never calls an uncovered sector 0", () => {
    const { detail } = say({
      counts: [3, 0, 9],
      coverage: ["complete", "none", "partial"],
      change: { verdict: "short" },
    });
    expect(detail).toContain("3 creative, trade not known, at least 9 service actors");
    expect(detail).toContain("trade not known, 5 needed");
  });

  it("says that no source covers the area instead of counting to 0", () => {
    const { headline, detail, remarks } = say({
      counts: [0, 0, 0],
      coverage: "none",
      change: { added: { creative: 10, trade: 5, service: 5, any: 30, total: 50, by: "together" } },
    });
    expect(remarks).toEqual([]);
    expect(headline).toBe("Not known: no source covers this area");
    expect(detail).not.toMatch(/\b0\b/);
  });

  it("names the sector that is in doubt once the total is reached", () => {
    expect(say({ counts: [4, 40, 9], coverage: "partial" }).headline).toBe("Not known: at least 4 of 10 creative");
    expect(say({ counts: [0, 50, 9], coverage: ["none", "partial", "partial"] }).headline).toBe(
      "Not known: creative actors are not loaded here",
    );
  });

  it("says the coverage of each sector where they differ", () => {
    const { detail } = say({ counts: [4, 5, 6], coverage: ["partial", "complete", "partial"] });
    expect(detail).toContain("Coverage: creative partial, trade complete, service partial");
  });

  it("says that counts are weighted sums under decay, cut to a decimal", () => {
    const { detail, remarks } = say({
      counts: [12.39, 31, 9.5],
      change: { verdict: "together", rule: { ...DEFAULT_RULE, decay: "gaussian" } },
    });
    expect(detail).toContain("12.3 creative, 31 trade, 9.5 service");
    expect(remarks[0]).toMatch(/^Counts are weighted sums/);
  });

  it("never shows less missing than is missing", () => {
    const { detail } = say({
      counts: [3.47, 31, 20],
      change: { verdict: "short", rule: { ...DEFAULT_RULE, decay: "steps" } },
    });
    expect(detail).toContain("3.4 of 10 creative, so 6.6 more");
  });

  it("says when the verdict depends on positions, with both ends", () => {
    const base = catchmentOf({ counts: [12, 31, 9] });
    const { remarks } = verdictSentence(
      {
        ...base,
        verdict: "together",
        dependsOnPositions: true,
        sectors: {
          ...base.sectors,
          creative: { ...base.sectors.creative, certainCount: 3, possibleCount: 20 },
          trade: { ...base.sectors.trade, certainCount: 0, possibleCount: 31 },
          service: { ...base.sectors.service, certainCount: 0, possibleCount: 9 },
        },
      },
      translate,
      format,
    );
    expect(remarks).toEqual([
      "The verdict depends on positions: some points are those of towns; within 10 km are surely 3, possibly 60.",
    ]);
  });

  it("names source and day where short rests on a complete coverage", () => {
    const completeSources = [{ source: "OpenStreetMap", date: "2026-11-20" }];
    const { remarks } = say({ counts: [3, 12, 9], change: { verdict: "short", completeSources } });
    expect(remarks).toContain("Short, by OpenStreetMap of November 20, 2026.");
  });

  it("names no source where nothing is completely covered", () => {
    const { remarks } = say({ counts: [3, 12, 9], coverage: "partial" });
    expect(remarks.join(" ")).not.toMatch(/ by /);
  });

  it("says why a site without a point has no verdict", () => {
    const { headline } = say({ counts: [NaN, NaN, NaN], coverage: "none", change: { point: null } });
    expect(headline).toBe("No catchment: this site has no point");
  });

  it("says what minutes by isochrones rest on, and that between two contours the shorter one counts", () => {
    const origin = {
      provider: "FOSSGIS",
      engine: "Valhalla 3.6.1",
      dataDate: null,
      computed: "2026-11-20T08:00:00Z",
      attribution: "© OpenStreetMap contributors",
    };
    const by = (minutes: number, change: Partial<Catchment> = {}) => {
      const rule: Rule = { ...DEFAULT_RULE, travel: { profile: "car", minutes, basis: "isochrones" } };
      return say({
        counts: [12, 31, 9],
        change: { rule, verdict: "together", contourMinutes: [10, 20], origins: [origin], ...change },
      });
    };
    expect(by(20).detail).toBe(
      "12 creative, 31 trade, 9 service actors within 20 min by car: enough together, not alone (12 of 50).",
    );
    const from = "Minutes from isochrones of FOSSGIS, Valhalla 3.6.1, November 20, 2026. © OpenStreetMap contributors";
    expect(by(20).remarks).toContain(from);
    expect(by(15).remarks).toContain(
      `No contour of 15 min is loaded: who is within 10 min is counted, so there may be more. ${from}`,
    );
    expect(by(5).remarks.join()).toContain("the shortest one is longer, so nobody is counted");
    const none = by(20, { isMeasured: false, contourMinutes: [], origins: [] });
    expect(none.headline).toBe("Not known: no isochrones by car of this point");
    expect(none.remarks).toEqual([]);
  });
});
