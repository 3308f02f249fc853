import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import { computeIndicators, computeVerdicts } from "#domain/indicator/site-results.ts";
import { computeAddedActors } from "#domain/rule/shortfall.ts";
import { countWithin } from "#domain/catchment/counts.ts";
import { computeSufficientReach } from "#domain/rule/sufficient-reach.ts";
import { computeVerdict, holdsAlone, holdsTogether, thresholdsOf } from "#domain/rule/verdict.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { REACH_RANGE, type Rule } from "#domain/rule/rule.ts";
import { actorTable } from "../helpers/actor-table.ts";
import { anyLevels, anyRule, anySector, columns, disc, pointWithNeighbours } from "./arbitraries.ts";

const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 3, maxLength: 3 });
const levels = fc.array(fc.integer({ min: 0, max: COVERAGE_LEVELS.length - 1 }), { minLength: 3, maxLength: 3 });
const PASSING = ["alone", "together"];

/** A site, actors around it with their sectors, and discs of coverage around the site. */
const scene = pointWithNeighbours(20).chain(({ center, neighbours }) =>
  fc.record({
    center: fc.constant(center),
    actors: fc
      .array(anySector, { minLength: neighbours.length, maxLength: neighbours.length })
      .map((sectors) => neighbours.map((point, index) => ({ ...point, sector: sectors[index]! }))),
    areas: fc.array(
      fc
        .record({ radius: fc.integer({ min: 500, max: 150_000 }), declared: anyLevels })
        .map(({ radius, declared }) => disc(center, radius, declared)),
      { maxLength: 3 },
    ),
  }),
);

function verdictsOf(
  center: { lon: number; lat: number },
  actors: Parameters<typeof actorTable>[0],
  areas: Parameters<typeof createSurroundings>[1],
  rule: Rule,
) {
  const surroundings = createSurroundings(actorTable(actors), areas, null);
  return computeVerdicts(measureSites(columns([center]), ["building"], surroundings, limitFor(rule)), rule);
}

describe("verdicts", () => {
  it("never turn from enough to short or unknown when an actor is added", () => {
    fc.assert(
      fc.property(counts, levels, anyRule, fc.integer({ min: 0, max: 2 }), (count, coverage, rule, sector) => {
        const thresholds = thresholdsOf(rule);
        const more = count.map((value, index) => value + (index === sector ? 1 : 0));
        if (!PASSING.includes(computeVerdict({ count, coverage }, thresholds))) return;
        expect(PASSING).toContain(computeVerdict({ count: more, coverage }, thresholds));
      }),
      { numRuns: 2000 },
    );
  });

  it("are short only where no actor that a source may have missed could make them pass", () => {
    fc.assert(
      fc.property(counts, levels, anyRule, counts, (count, coverage, rule, missed) => {
        const thresholds = thresholdsOf(rule);
        if (computeVerdict({ count, coverage }, thresholds) !== "short") return;
        const truth = count.map((value, sector) =>
          COVERAGE_LEVELS[coverage[sector]!] === "complete" ? value : value + missed[sector]!,
        );
        expect(holdsAlone(truth, thresholds) || holdsTogether(truth, thresholds)).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it("never become short when a sector's actors and coverage are taken away", () => {
    fc.assert(
      fc.property(scene, anyRule, anySector, ({ center, actors, areas }, rule, sector) => {
        const before = verdictsOf(center, actors, areas, rule);
        const without = actors.filter((actor) => actor.sector !== sector);
        const stripped = areas.map((area) => ({ ...area, levels: { ...area.levels, [sector]: "none" as const } }));
        const after = verdictsOf(center, without, stripped, rule);
        if (VERDICTS[before.verdict[0]!] === "short") return;
        expect(VERDICTS[after.verdict[0]!]).not.toBe("short");
      }),
      { numRuns: 300 },
    );
  });

  it("of a site do not depend on which other sites there are", () => {
    fc.assert(
      fc.property(scene, pointWithNeighbours(3), anyRule, ({ center, actors, areas }, others, rule) => {
        const surroundings = createSurroundings(actorTable(actors), areas, null);
        const points = columns([others.center, center, ...others.neighbours]);
        const precision = Array.from(points.lon, () => "building" as const);
        const together = measureSites(points, precision, surroundings, limitFor(rule));
        const all = computeVerdicts(together, rule);
        const alone = verdictsOf(center, actors, areas, rule);
        expect(all.verdict[1]).toBe(alone.verdict[0]);
        expect(all.count.slice(3, 6)).toEqual(alone.count);
        expect(all.coverage.slice(3, 6)).toEqual(alone.coverage);
      }),
      { numRuns: 200 },
    );
  });

  it("count surely at most what is listed, and possibly at least that", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ center, actors, areas }, rule) => {
        const rough = actors.map((actor) => ({ ...actor, precision: "settlement" as const }));
        const surroundings = createSurroundings(actorTable(rough), areas, null);
        const table = computeVerdicts(measureSites(columns([center]), ["site"], surroundings, limitFor(rule)), rule);
        for (const [index, count] of table.count.entries()) {
          expect(table.certainCount[index]).toBeLessThanOrEqual(count + 1e-9);
          expect(table.possibleCount[index]).toBeGreaterThanOrEqual(count - 1e-9);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the smallest number of added actors", () => {
  it("makes the verdict pass, and one less of it does not", () => {
    fc.assert(
      fc.property(counts, anyRule, (count, rule) => {
        const thresholds = thresholdsOf(rule);
        const added = computeAddedActors(count, thresholds);
        expect(added.creative + added.trade + added.service + added.any).toBe(added.total);
        const passes = (creative: number, trade: number, service: number) => {
          const raised = [count[0]! + creative, count[1]! + trade, count[2]! + service];
          return holdsAlone(raised, thresholds) || holdsTogether(raised, thresholds);
        };
        expect(passes(added.creative + added.any, added.trade, added.service)).toBe(true);
        const fewer = added.total - 1;
        for (let creative = 0; creative <= fewer; creative++) {
          for (let trade = 0; creative + trade <= fewer; trade++) {
            expect(passes(creative, trade, fewer - creative - trade)).toBe(false);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe("the smallest sufficient reach", () => {
  it("passes, and 1 m less fails", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ center, actors }, rule) => {
        const surroundings = createSurroundings(actorTable(actors), [], null);
        const { distances } = measureSites(columns([center]), ["building"], surroundings, limitFor(rule));
        const thresholds = thresholdsOf(rule);
        const passes = (reach: number) => {
          const count = [0, 1, 2].map((sector) => countWithin(distances, 0, sector, reach, rule.decay));
          return holdsAlone(count, thresholds) || holdsTogether(count, thresholds);
        };
        const reach = computeSufficientReach(distances, 0, thresholds, rule.decay);
        if (Number.isNaN(reach)) {
          expect(passes(REACH_RANGE.most)).toBe(false);
          return;
        }
        expect(passes(reach)).toBe(true);
        if (reach >= 1) expect(passes(reach - 1) && reach - 1 > 0).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("indicators", () => {
  it("stay within their ranges or are not defined", () => {
    fc.assert(
      fc.property(scene, anyRule, ({ center, actors, areas }, rule) => {
        const surroundings = createSurroundings(actorTable(actors), areas, null);
        const measured = measureSites(columns([center]), ["building"], surroundings, limitFor(rule));
        const { count } = computeVerdicts(measured, rule);
        const values = computeIndicators({ measured, facts: { country: [null], standing: null }, rule, count });
        const within = (value: number, least: number, most: number) =>
          Number.isNaN(value) || (value >= least - 1e-12 && value <= most + 1e-12);
        expect(within(values.evenness[0]!, 0, 1)).toBe(true);
        expect(within(values.effective_categories[0]!, 1, Infinity)).toBe(true);
        expect(within(values.multifunctional_gain[0]!, -1, 1)).toBe(true);
        expect(within(values.firmness[0]!, 0.04, 1)).toBe(true);
        expect(within(values.sufficient_reach[0]!, 0, REACH_RANGE.most)).toBe(true);
        if (count.every((value) => value === 0)) expect(values.evenness[0]).toBeNaN();
      }),
      { numRuns: 300 },
    );
  });
});
