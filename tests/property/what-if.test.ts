import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_CATEGORIES, CATEGORIES, SECTOR_COUNT, SECTORS, type Category, type Sector } from "#domain/actor/actor.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import { computeIndicators, computeVerdicts } from "#domain/indicator/site-results.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { computeWays } from "#domain/rule/shortfall.ts";
import { holdsAlone, holdsTogether, thresholdsOf } from "#domain/rule/verdict.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import {
  addHypotheticals,
  hypotheticalIds,
  hypotheticalsOf,
  hypotheticalTable,
  missingOf,
  removeHypotheticals,
  type Hypothetical,
} from "#domain/what-if/hypothetical.ts";
import { countHypotheticals, isHypothetical } from "#domain/what-if/marks.ts";
import { readWhatIf, writeWhatIf } from "#domain/what-if/what-if-text.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import { composeDataset } from "#domain/workspace/compose-dataset.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import { putActors, putSites } from "#domain/workspace/make-changes.ts";
import type { LoadedTable, TableId } from "#domain/workspace/table.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import { actorRow, actorTableOf, siteRow, siteTableOf } from "../helpers/loaded-table.ts";
import { anyLevels, anyRule, anySector, disc } from "./arbitraries.ts";

const published = { version: "1", date: "2026-11-20", sources: [] };

/** Close together, so that reaches matter; some the very same. */
const anyNear = fc.record({
  lon: fc.oneof(fc.double({ min: 14, max: 14.4, noNaN: true }), fc.constant(14.2)),
  lat: fc.oneof(fc.double({ min: 46, max: 46.3, noNaN: true }), fc.constant(46.1)),
});
const anyCountry = fc.constantFrom("SI", "HR", null);
const anyCategory = (sector: Sector) => fc.constantFrom<Category>(...CATEGORIES[sector], "unknown");

const anyHypothetical: fc.Arbitrary<Hypothetical> = fc.oneof(
  anySector.chain((sector) =>
    fc.record({
      kind: fc.constant("actors" as const),
      sector: fc.constant(sector),
      category: anyCategory(sector),
      count: fc.integer({ min: 1, max: 12 }),
      point: anyNear,
      country: anyCountry,
    }),
  ),
  fc.record({
    kind: fc.constant("site" as const),
    name: fc.constantFrom("Mill", "a, ~ and 100 %", "Stara tvornica"),
    point: anyNear,
    country: anyCountry,
  }),
);

interface Loaded {
  readonly workspace: Workspace;
  readonly coverage: readonly CoverageArea[];
}

/** Tables of sites and actors, some records changed and added by hand, and what the tables declare. */
const anyLoaded: fc.Arbitrary<Loaded> = fc
  .record({
    sites: fc.array(fc.record({ point: fc.option(anyNear), country: anyCountry }), { minLength: 1, maxLength: 5 }),
    actors: fc.array(fc.record({ point: anyNear, sector: anySector, country: anyCountry }), { maxLength: 25 }),
    more: fc.array(fc.record({ point: anyNear, sector: anySector, country: anyCountry }), { maxLength: 5 }),
    levels: anyLevels,
    added: fc.boolean(),
  })
  .map(({ sites, actors, more, levels, added }) => {
    const siteRows = sites.map(({ point, country }, at) =>
      siteRow({ id: `s${String(at)}`, lon: point?.lon ?? null, lat: point?.lat ?? null, country }),
    );
    const rowsOf = (rows: typeof actors, name: string) =>
      rows.map(({ point, sector, country }, at) =>
        actorRow({ id: `${name}${String(at)}`, sector, category: "unknown", country, ...point }),
      );
    const tables = [siteTableOf(siteRows), actorTableOf(rowsOf(actors, "a")), actorTableOf(rowsOf(more, "a"), 2)];
    const plain: Workspace = { tables, edits: NO_EDITS };
    const edited = applyChanges(plain, [
      ...putSites(plain, [{ ...siteRows[0]!, name: "changed by hand" }]),
      ...(added ? putActors(plain, [actorRow({ id: "by hand", lon: 14.2, lat: 46.1 })]) : []),
    ]);
    return { workspace: edited, coverage: [disc({ lon: 14.2, lat: 46.1 }, 30_000, levels)] };
  });

function tableOf(hypothetical: Hypothetical, at: number): LoadedTable {
  return hypotheticalTable(hypothetical, {
    id: `hypothetical-${String(at)}` as TableId,
    loadedAt: `2026-11-20T10:00:01.${String(at).padStart(3, "0")}Z`,
    title: "supposed",
    nameOf: (number) => `supposed ${String(number)}`,
  });
}

function suppose(workspace: Workspace, hypotheticals: readonly Hypothetical[]): Workspace {
  return applyChanges(workspace, addHypotheticals(hypotheticals.map(tableOf)));
}

/** Every number of every site. */
function compute({ sites, actors }: Dataset, coverage: readonly CoverageArea[], rule: Rule) {
  const residents = null;
  const surroundings = createSurroundings(actors, coverage, residents);
  const measured = measureSites(sites, sites.precision, surroundings, limitFor(rule));
  const verdicts = computeVerdicts(measured, rule);
  const facts = { country: sites.country, standing: sites };
  return { verdicts, indicators: computeIndicators({ measured, facts, rule, count: verdicts.count }) };
}

describe("removing what is supposed", () => {
  it("leaves every record and every number as it was, to the last bit", () => {
    fc.assert(
      fc.property(anyLoaded, fc.array(anyHypothetical, { maxLength: 6 }), anyRule, (loaded, hypotheticals, rule) => {
        const { workspace, coverage } = loaded;
        const datasetBefore = composeDataset(workspace, published);
        const before = compute(datasetBefore, coverage, rule);
        const supposing = suppose(workspace, hypotheticals);
        compute(composeDataset(supposing, published), coverage, rule);

        const after = applyChanges(supposing, removeHypotheticals(supposing));
        expect(after).toEqual(workspace);
        const datasetAfter = composeDataset(after, published);
        expect(datasetAfter).toStrictEqual(datasetBefore);
        expect(compute(datasetAfter, coverage, rule)).toStrictEqual(before);
      }),
    );
  });

  it("takes away what was done to it by hand, and nothing else; undone it is all there again", () => {
    fc.assert(
      fc.property(anyLoaded, fc.array(anyHypothetical, { minLength: 1, maxLength: 6 }), ({ workspace }, listed) => {
        const supposing = suppose(workspace, listed);
        const { sites, ...dataset } = composeDataset(supposing, published);
        const index = sites.id.findIndex((_, at) => isHypothetical(dataset, "sites", at));
        const touched =
          index < 0
            ? supposing
            : applyChanges(supposing, putSites(supposing, [siteRow({ id: sites.id[index]!, name: "renamed" })]));
        const changes = removeHypotheticals(touched);
        expect(applyChanges(touched, changes)).toEqual(workspace);
        expect(applyChanges(applyChanges(touched, changes), invertChanges(changes))).toEqual(touched);
      }),
    );
  });
});

describe("what is supposed", () => {
  it("is marked, all of it and nothing else", () => {
    fc.assert(
      fc.property(anyLoaded, fc.array(anyHypothetical, { maxLength: 6 }), ({ workspace }, hypotheticals) => {
        const plain = composeDataset(workspace, published);
        const dataset = composeDataset(suppose(workspace, hypotheticals), published);
        const sites = hypotheticals.filter(({ kind }) => kind === "site").length;
        const actors = hypotheticals.reduce((sum, one) => sum + (one.kind === "actors" ? one.count : 0), 0);
        expect(countHypotheticals(plain)).toEqual({ sites: 0, actors: 0 });
        expect(countHypotheticals(dataset)).toEqual({ sites, actors });
        expect(dataset.sites.count).toBe(plain.sites.count + sites);
        expect(dataset.actors.count).toBe(plain.actors.count + actors);
        const real = dataset.sites.id.filter((_, at) => !isHypothetical(dataset, "sites", at));
        expect(real).toEqual(plain.sites.id);
        expect(dataset.sources).toEqual(plain.sources);
        expect(dataset.coverage).toEqual(plain.coverage);
      }),
    );
  });

  it("never lowers a count, never changes coverage, never turns enough into short or unknown", () => {
    fc.assert(
      fc.property(anyLoaded, fc.array(anyHypothetical, { maxLength: 6 }), anyRule, (loaded, hypotheticals, rule) => {
        const { workspace, coverage } = loaded;
        const plain = composeDataset(workspace, published);
        const dataset = composeDataset(suppose(workspace, hypotheticals), published);
        const without = compute(plain, coverage, rule).verdicts;
        const withThem = compute(dataset, coverage, rule).verdicts;
        for (const [site, id] of plain.sites.id.entries()) {
          const now = dataset.sites.id.indexOf(id);
          for (let sector = 0; sector < SECTOR_COUNT; sector++) {
            const [at, then] = [now * SECTOR_COUNT + sector, site * SECTOR_COUNT + sector];
            if (Number.isNaN(without.count[then]!)) continue;
            expect(withThem.coverage[at]).toBe(without.coverage[then]);
            expect(withThem.count[at]! - without.count[then]!).toBeGreaterThanOrEqual(-1e-9);
          }
          const enough = ["alone", "together"];
          if (enough.includes(VERDICTS[without.verdict[site]!]!)) {
            expect(enough).toContain(VERDICTS[withThem.verdict[now]!]!);
          }
        }
      }),
    );
  });

  it("as the cheapest addition at the site's door turns the verdict, and with one actor less it does not", () => {
    const withoutDecay = anyRule.map((rule): Rule => ({ ...rule, decay: "none" }));
    fc.assert(
      fc.property(anyLoaded, withoutDecay, anySector, ({ workspace, coverage }, rule, other) => {
        const plain = composeDataset(workspace, published);
        const thresholds = thresholdsOf(rule);
        const counts = compute(plain, coverage, rule).verdicts.count;
        const site = plain.sites.lon.findIndex((lon) => !Number.isNaN(lon));
        if (site < 0) return;
        const point = { lon: plain.sites.lon[site]!, lat: plain.sites.lat[site]! };
        const ways = computeWays(counts.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT), thresholds);
        for (const way of Object.values(ways)) {
          const added: Hypothetical[] = SECTORS.flatMap((sector) => {
            const count = way[sector] + (sector === other ? way.any : 0);
            return count === 0 ? [] : [{ kind: "actors", sector, category: "unknown", count, point, country: null }];
          });
          const holds = (hypotheticals: readonly Hypothetical[]) => {
            const dataset = composeDataset(suppose(workspace, hypotheticals), published);
            const { count } = compute(dataset, coverage, rule).verdicts;
            const own = count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
            return way.by === "alone" ? holdsAlone(own, thresholds) : holdsTogether(own, thresholds);
          };
          expect(holds(added)).toBe(true);
          const [first, ...rest] = added;
          if (first?.kind !== "actors") continue;
          expect(holds(first.count > 1 ? [{ ...first, count: first.count - 1 }, ...rest] : rest)).toBe(false);
        }
      }),
    );
  });
});

describe("identifiers of what is supposed", () => {
  it("are the same wherever it is supposed anew, and none is there twice", () => {
    fc.assert(
      fc.property(fc.array(anyHypothetical, { maxLength: 6 }), (hypotheticals) => {
        const ids = hypotheticalIds(hypotheticals, []);
        const listed = hypotheticalsOf(suppose({ tables: [], edits: NO_EDITS }, hypotheticals));
        const text = writeWhatIf(listed.map(({ hypothetical }) => hypothetical));
        expect(hypotheticalIds(readWhatIf(text).hypotheticals, [])).toEqual(ids);
        expect(new Set([...ids, ...hypotheticalIds(hypotheticals, ids)]).size).toBe(2 * ids.length);
      }),
    );
  });
});

describe("the text of a link", () => {
  it("gives back what is supposed", () => {
    fc.assert(
      fc.property(
        anyLoaded,
        fc.array(anyHypothetical, { minLength: 1, maxLength: 6 }),
        ({ workspace }, hypotheticals) => {
          const listed = hypotheticalsOf(suppose(workspace, hypotheticals)).map(({ hypothetical }) => hypothetical);
          const read = readWhatIf(writeWhatIf(listed));
          expect(read).toEqual({ hypotheticals: listed, unreadable: [] });
          expect(missingOf(read.hypotheticals, hypotheticals)).toEqual([]);
          expect(missingOf([...hypotheticals, ...hypotheticals], hypotheticals)).toHaveLength(hypotheticals.length);
        },
      ),
    );
  });

  it("is read from any text without a throw, and what is read can be supposed", () => {
    const word = fc.constantFrom(
      "site",
      ...SECTORS,
      ...ALL_CATEGORIES,
      "14.2",
      "200",
      "201",
      "-0",
      "SI",
      "~",
      ",",
      ".",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join("")),
        ),
        (text) => {
          const { hypotheticals, unreadable } = readWhatIf(text);
          expect(hypotheticals.length + unreadable.length).toBe(text.split("~").length);
          const tables = hypotheticals.map(tableOf);
          for (const { info } of tables) expect(info.rowCount).toBeGreaterThan(0);
          expect(readWhatIf(writeWhatIf(hypotheticals)).hypotheticals).toHaveLength(Math.max(0, hypotheticals.length));
        },
      ),
    );
  });
});
