import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALL_CATEGORIES, CATEGORIES, SECTORS, type Category } from "#domain/actor/actor.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { COVERAGE_LEVELS, type CoverageArea } from "#domain/coverage/coverage.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { PRECISIONS, type Point, type Precision } from "#domain/geo/points.ts";
import { assessConcept, countAt, rankConcepts, type AssessedConcept } from "#domain/options/assess.ts";
import type { ActorNeed, ConceptId, Need, ReuseConcept, RoomNeed } from "#domain/options/concept.ts";
import { actorNeedsOf } from "#domain/options/concept.ts";
import { isConcept, KNOWN_CATEGORIES } from "#domain/options/concept-shape.ts";
import { readConceptText, writeConceptText } from "#domain/options/concept-text.ts";
import { countNeeds } from "#domain/options/count-needs.ts";
import { INVITE_LIMIT, INVITED_AT_LEAST, mergeInvitations, nearestForNeeds } from "#domain/options/invite.ts";
import {
  composeConcepts,
  conceptIdFor,
  deleteConcept,
  putConcept,
  revertConcepts,
} from "#domain/options/own-concepts.ts";
import { rankSites } from "#domain/options/rank-sites.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { SPACE_KINDS, type Space } from "#domain/space/space.ts";
import { meters } from "#domain/units.ts";
import { applyChanges, invertChanges } from "#domain/workspace/apply-changes.ts";
import { NO_EDITS } from "#domain/workspace/edits.ts";
import type { Workspace } from "#domain/workspace/workspace.ts";
import { readConcepts, writeConcepts } from "#data/options/concepts-json.ts";
import { actorTable } from "../helpers/actor-table.ts";
import { spaceOf } from "../helpers/space.ts";
import { anyLevels, columns, disc, pointWithNeighbours } from "./arbitraries.ts";

const LIMIT = limitFor({ ...DEFAULT_RULE, reach: meters(100_000) });

const anyReason = fc.record({
  reason: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ""),
  source: fc.constantFrom(null, "https://a.example/b,c?d=%2C", "http://b.example"),
});

const anyActorNeed: fc.Arbitrary<ActorNeed> = fc
  .record({
    count: fc.integer({ min: 1, max: 4 }),
    categories: fc.uniqueArray(fc.constantFrom(...KNOWN_CATEGORIES), { minLength: 1, maxLength: 12 }),
    reach: fc.oneof(fc.integer({ min: 100, max: 100_000 }), fc.constantFrom(1000, 10_000)).map(meters),
    reasoned: anyReason,
  })
  .map(({ reasoned, ...need }) => ({ kind: "actors", ...need, ...reasoned }));

const anyRoomNeed: fc.Arbitrary<RoomNeed> = fc
  .record({
    count: fc.integer({ min: 1, max: 2 }),
    spaceKinds: fc.uniqueArray(fc.constantFrom(...SPACE_KINDS), { minLength: 1, maxLength: 3 }),
    areaSquareMeters: fc.constantFrom(null, 20, 400.5),
    reasoned: anyReason,
  })
  .map(({ reasoned, ...need }) => ({ kind: "rooms", ...need, ...reasoned }));

const anyConcept: fc.Arbitrary<ReuseConcept> = fc
  .record({
    name: fc.string({ unit: "grapheme", minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ""),
    summary: fc.string({ unit: "grapheme", maxLength: 20 }),
    needs: fc.array(fc.oneof<fc.Arbitrary<Need>[]>(anyActorNeed, anyRoomNeed), { minLength: 1, maxLength: 5 }),
    number: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ number, ...concept }) => ({ id: `own-${String(number)}` as ConceptId, ...concept }))
  .filter(isConcept);

const anyActor = fc.record({
  category: fc.nat(ALL_CATEGORIES.length - 1),
  sector: fc.constantFrom(...SECTORS),
  precision: fc.constantFrom(...PRECISIONS),
});

interface SitePlace {
  readonly point: Point;
  readonly precision: Precision;
}

/** Sites, actors around one of them with categories and precisions, what is declared around it, and rooms of that one. */
const scene = pointWithNeighbours(20).chain(({ center, neighbours }) =>
  fc.record({
    sites: fc
      .array(fc.record({ point: fc.constantFrom(center, ...neighbours), precision: fc.constantFrom(...PRECISIONS) }), {
        maxLength: 3,
      })
      .map((others): readonly SitePlace[] => [{ point: center, precision: "building" }, ...others]),
    actors: fc
      .array(anyActor, { minLength: neighbours.length, maxLength: neighbours.length })
      .map((actors) => neighbours.map((point, index) => toActor(point, actors[index]!))),
    areas: fc.array(
      fc
        .record({ radius: fc.integer({ min: 500, max: 150_000 }), declared: anyLevels })
        .map(({ radius, declared }) => disc(center, radius, declared)),
      { maxLength: 3 },
    ),
    rooms: fc.array(
      fc
        .record({ kind: fc.constantFrom(null, "mill", ...SPACE_KINDS), area: fc.constantFrom(null, 10, 30, 500) })
        .map(({ kind, area }) => room(kind, area)),
      { maxLength: 3 },
    ),
  }),
);
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

/** A category decides about the sector, but for the one that is not known. */
function toActor(
  point: { readonly lon: number; readonly lat: number },
  { category, sector, precision }: { category: number; sector: (typeof SECTORS)[number]; precision: Precision },
) {
  const name = ALL_CATEGORIES[category]!;
  const own = SECTORS.find((each) => (CATEGORIES[each] as readonly Category[]).includes(name));
  return { ...point, sector: own ?? sector, category: name, precision };
}

function room(kind: string | null, areaSquareMeters: number | null): Space {
  return spaceOf({ kind, areaSquareMeters });
}

function measure(sites: Scene["sites"], actors: Scene["actors"], areas: readonly CoverageArea[]) {
  return measureSites(
    columns(sites.map(({ point }) => point)),
    sites.map(({ precision }) => precision),
    createSurroundings(actorTable(actors), areas, null),
    LIMIT,
  );
}

function assess(concept: ReuseConcept, { sites, actors, areas, rooms }: Scene): AssessedConcept {
  const counts = countNeeds(measure(sites, actors, areas), actorNeedsOf(concept), [0]);
  return assessConcept(concept, (need) => countAt(counts, 0, need), rooms);
}

describe("needs of a concept", () => {
  it("are met, missing or not known, each exactly one of these", () => {
    fc.assert(
      fc.property(scene, anyConcept, (found, concept) => {
        const { met, missing, unknown, needs, filled } = assess(concept, found);
        expect(met + missing + unknown).toBe(concept.needs.length);
        expect(needs.map(({ need }) => need)).toEqual(concept.needs);
        expect(filled).toBeGreaterThanOrEqual(met);
        expect(filled).toBeLessThanOrEqual(concept.needs.length);
      }),
    );
  });

  it("count what measuring every actor counts", () => {
    fc.assert(
      fc.property(scene, anyActorNeed, ({ sites, actors, areas }, need) => {
        const counts = countNeeds(measure(sites, actors, areas), [need], [0]);
        const center = sites[0]!.point;
        const error = { building: 0, address: 0, unknown: 0, site: 300, settlement: 3000 };
        const isWanted = ({ category }: Scene["actors"][number]) =>
          (need.categories as readonly Category[]).includes(category);
        const distances = actors.map((actor) => ({
          actor,
          meters: Math.round(geodesicMeters(center, actor) * 1000) / 1000,
        }));
        const count = (shift: (actor: Scene["actors"][number]) => number) =>
          distances.filter(({ actor, meters: far }) => {
            return isWanted(actor) && Math.round((far + shift(actor)) * 1000) / 1000 <= need.reach;
          }).length;
        expect([counts.found[0], counts.certain[0], counts.possible[0]]).toEqual([
          count(() => 0),
          count(({ precision }) => error[precision]),
          count(({ precision }) => -error[precision]),
        ]);
      }),
      { numRuns: 200 },
    );
  });

  it("are never unmet by one more actor", () => {
    fc.assert(
      fc.property(scene, anyConcept, anyActor, (found, concept, more) => {
        const before = assess(concept, found);
        const at = found.actors[0] ?? found.sites[0]!.point;
        const after = assess(concept, { ...found, actors: [...found.actors, toActor(at, more)] });
        for (const [index, { status, found: count }] of before.needs.entries()) {
          expect(after.needs[index]!.found).toBeGreaterThanOrEqual(count);
          if (status === "met") expect(after.needs[index]!.status).toBe("met");
        }
      }),
    );
  });

  it("are never lost to a wider reach", () => {
    fc.assert(
      fc.property(scene, anyConcept, fc.integer({ min: 0, max: 60_000 }), (found, concept, more) => {
        const widen = (need: Need): Need =>
          need.kind === "actors" ? { ...need, reach: meters(Math.min(100_000, need.reach + more)) } : need;
        const before = assess(concept, found);
        const after = assess({ ...concept, needs: concept.needs.map(widen) }, found);
        for (const [index, { status }] of before.needs.entries()) {
          if (status === "met") expect(after.needs[index]!.status).toBe("met");
        }
      }),
    );
  });

  it("are missing only where no actor that a source may have missed could meet them", () => {
    fc.assert(
      fc.property(scene, anyConcept, (found, concept) => {
        const { needs } = assess(concept, found);
        const declared = countNeeds(
          measure(found.sites, found.actors, found.areas),
          actorNeedsOf(concept),
          [0],
        ).coverage;
        let position = 0;
        for (const { need, status, coverage, found: count } of needs) {
          if (need.kind === "rooms") {
            expect(status).not.toBe("missing");
            continue;
          }
          expect(COVERAGE_LEVELS[declared[position++]!]).toBe(coverage);
          if (status !== "missing") continue;
          expect(coverage).toBe("complete");
          expect(count).toBeLessThan(need.count);
          // Whatever the categories that are not stated turn out to be.
          const turned = found.actors.map((actor) =>
            actor.category === "unknown"
              ? { ...actor, category: firstOf(need, actor.sector) ?? actor.category }
              : actor,
          );
          const again = assess({ ...concept, needs: [need] }, { ...found, actors: turned });
          expect(again.met).toBe(0);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("of actors are not known without any coverage, unless they are met", () => {
    fc.assert(
      fc.property(scene, anyConcept, (found, concept) => {
        const { missing, needs } = assess(concept, { ...found, areas: [] });
        expect(missing).toBe(0);
        expect(needs.every(({ status, need, found: count }) => (status === "met") === count >= need.count)).toBe(true);
      }),
    );
  });
});

function firstOf({ categories }: ActorNeed, sector: (typeof SECTORS)[number]): Category | undefined {
  return categories.find((category) => (CATEGORIES[sector] as readonly string[]).includes(category));
}

describe("sites of a concept", () => {
  it("are ranked as each is assessed by itself, all of them, best first", () => {
    fc.assert(
      fc.property(scene, anyConcept, ({ sites, actors, areas }, concept) => {
        const measured = measure(sites, actors, areas);
        const all = Uint32Array.from(sites.keys());
        const ranked = rankSites(measured, concept, all, [], sites.length);
        expect([...ranked.site].sort()).toEqual([...all]);
        expect(ranked.sitesByMet.reduce((sum, count) => sum + count, 0)).toBe(sites.length);
        const assessed = [...ranked.site].map((site, position) => {
          const alone = countNeeds(measured, actorNeedsOf(concept), [site]);
          const byItself = assessConcept(concept, (need) => countAt(alone, 0, need), []);
          expect(assessConcept(concept, (need) => countAt(ranked.counts, position, need), [])).toEqual(byItself);
          return byItself;
        });
        for (const [index, { met, missing }] of assessed.entries()) {
          const before = assessed[index - 1];
          if (before === undefined) continue;
          expect(before.met).toBeGreaterThanOrEqual(met);
          if (before.met === met) expect(before.missing).toBeLessThanOrEqual(missing);
        }
      }),
    );
  });
});

describe("invitations", () => {
  it("are the nearest of the categories, each actor once, enough of them where they are there", () => {
    fc.assert(
      fc.property(scene, fc.array(anyActorNeed, { minLength: 1, maxLength: 3 }), ({ sites, actors, areas }, needs) => {
        const nearest = nearestForNeeds(measure(sites, actors, areas), needs, 0);
        const center = sites[0]!.point;
        for (const [index, need] of needs.entries()) {
          const all = actors
            .flatMap((actor, position) => {
              const far = Math.round(geodesicMeters(center, actor) * 1000) / 1000;
              const isFit = (need.categories as readonly Category[]).includes(actor.category);
              return isFit && far <= Math.max(need.reach, INVITE_LIMIT) ? [{ position, far }] : [];
            })
            .sort((a, b) => a.far - b.far || a.position - b.position)
            .slice(0, Math.max(INVITED_AT_LEAST, need.count));
          expect([...nearest[index]!.actor]).toEqual(all.map(({ position }) => position));
          expect([...nearest[index]!.distanceMeters]).toEqual(all.map(({ far }) => far));
        }
        const merged = mergeInvitations(nearest.map((found, need) => ({ need, actors: found })));
        expect(new Set(merged.map(({ actor }) => actor)).size).toBe(merged.length);
        expect(merged.reduce((sum, { needs: served }) => sum + served.length, 0)).toBe(
          nearest.reduce((sum, { actor }) => sum + actor.length, 0),
        );
        expect(merged.every(({ distanceMeters }, at) => distanceMeters >= (merged[at - 1]?.distanceMeters ?? 0))).toBe(
          true,
        );
      }),
      { numRuns: 200 },
    );
  });
});

const anyBundled = fc.uniqueArray(anyConcept, { selector: ({ id }) => id, maxLength: 4 });

describe("own concepts", () => {
  const empty: Workspace = { tables: [], edits: NO_EDITS };

  it("leave the ranking as it was once they are removed", () => {
    fc.assert(
      fc.property(scene, anyBundled, anyConcept, (found, bundled, concept) => {
        const taken = new Set<string>(bundled.map(({ id }) => id));
        const own = { ...concept, id: conceptIdFor(concept.name, taken) };
        const ranking = ({ edits }: Workspace) =>
          rankConcepts(composeConcepts(bundled, edits.concepts).map((listed) => assess(listed.concept, found)));
        const added = applyChanges(empty, [putConcept(empty, bundled, own)]);
        expect(ranking(added)).toHaveLength(bundled.length + 1);
        const removed = applyChanges(added, [deleteConcept(added, bundled, own.id)]);
        expect(ranking(removed)).toEqual(ranking(empty));
        expect(removed.edits.concepts.size).toBe(0);
      }),
      { numRuns: 60 },
    );
  });

  it("are undone by the inverse of what was done, and all by a reset", () => {
    const deed = fc.record({ concept: anyConcept, isRemoved: fc.boolean() });
    fc.assert(
      fc.property(anyBundled, fc.array(deed, { maxLength: 6 }), (bundled, deeds) => {
        const concepts = (workspace: Workspace) => composeConcepts(bundled, workspace.edits.concepts);
        let now = empty;
        for (const { concept, isRemoved } of deeds) {
          const change = isRemoved ? deleteConcept(now, bundled, concept.id) : putConcept(now, bundled, concept);
          const after = applyChanges(now, [change]);
          const back = applyChanges(after, invertChanges([change]));
          expect(new Map(back.edits.concepts)).toEqual(new Map(now.edits.concepts));
          const listed = concepts(after).find((each) => each.concept.id === concept.id);
          expect(listed?.concept).toEqual(isRemoved ? undefined : concept);
          now = after;
        }
        expect(concepts(applyChanges(now, revertConcepts(now)))).toEqual(concepts(empty));
      }),
    );
  });

  it("are the same after a link, and after a file", () => {
    fc.assert(
      fc.property(anyConcept, (concept) => {
        expect(readConceptText(concept.id, writeConceptText(concept))).toEqual(concept);
        const { concepts, issues } = readConcepts(writeConcepts([concept], { title: "", note: "" }), "own.json");
        expect(issues).toEqual([]);
        expect(concepts).toEqual([concept]);
      }),
      { numRuns: 500 },
    );
  });

  it("come out of any text of a link as concepts, or not at all", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const concept = readConceptText("own" as ConceptId, text);
        expect(concept === null || isConcept(concept)).toBe(true);
      }),
    );
  });

  it("come out of any JSON whole, or with issues", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const { concepts, issues } = readConcepts(text, "own.json");
        expect(concepts.every(isConcept)).toBe(true);
        expect(issues.length).toBeGreaterThan(0);
      }),
    );
  });
});
