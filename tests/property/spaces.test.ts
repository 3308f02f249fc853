import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CATEGORIES, SECTORS, type Category } from "#domain/actor/actor.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { countNeeds } from "#domain/options/count-needs.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { needOf, wishesOf, withoutWish } from "#domain/space/assess-space.ts";
import { findSpaces, type FoundSpaces } from "#domain/space/find-spaces.ts";
import { factsOfSpaces, sitesOfSpaces } from "#domain/space/space-facts.ts";
import {
  AROUND_KINDS,
  isSector,
  NO_SPACE_FILTERS,
  SPACE_SORTS,
  type AroundWish,
  type SpaceFilters,
  type SpaceSort,
} from "#domain/space/space-filters.ts";
import type { Space } from "#domain/space/space.ts";
import { meters } from "#domain/units.ts";
import { actorTable } from "../helpers/actor-table.ts";
import { siteTable } from "../helpers/site-table.ts";
import { spaceOf } from "../helpers/space.ts";
import { anyLevels, disc, pointWithNeighbours } from "./arbitraries.ts";

const LIMIT = limitFor({ ...DEFAULT_RULE, reach: meters(100_000) });
const CREATIVE: readonly Category[] = ["music", "design", "unknown"];

const anyAmount = fc.constantFrom(null, 0, 3.5, 20, 120);
const anyDate = fc.constantFrom(null, "2026", "2027-02", "2027-02-10", "2028-12");

const anySpace: fc.Arbitrary<Omit<Partial<Space>, "id">> = fc.record({
  siteId: fc.constantFrom("s0", "s1", "s2", "gone", null),
  kind: fc.constantFrom(null, "office", "studio", "Halle"),
  areaSquareMeters: anyAmount,
  priceEuroPerSquareMeterMonth: anyAmount,
  availableFrom: anyDate,
  availableUntil: anyDate,
  lastConfirmed: anyDate,
});

const anyAround: fc.Arbitrary<AroundWish> = fc.record({
  bound: fc.constantFrom("least" as const, "most" as const),
  count: fc.integer({ min: 0, max: 4 }),
  of: fc.oneof(fc.constantFrom(...SECTORS, "music" as const), fc.constantFrom(...AROUND_KINDS)),
  reach: fc.oneof(fc.integer({ min: 100, max: 100_000 }), fc.constantFrom(1000, 10_000)).map(meters),
});

const anyLimit = fc.option(fc.integer({ min: 0, max: 130 }));
const anyFilters: fc.Arbitrary<SpaceFilters> = fc.record({
  kinds: fc.subarray(["Halle", "office", "studio"]),
  countries: fc.subarray(["HR", "SI"]),
  areaLeast: anyLimit,
  areaMost: anyLimit,
  priceMost: anyLimit,
  availableOn: fc.constantFrom(null, "2026-06-01", "2027-02-10", "2029-01-01"),
  near: fc.constantFrom(null, { kind: "place" as const, id: 1 }),
  within: fc.option(fc.integer({ min: 100, max: 150_000 }).map(meters)),
  around: fc.array(anyAround, { maxLength: 2 }),
  statedOnly: fc.boolean(),
});

/** Up to three sites, one without a point; actors around the first, and what is declared there. */
const scene = pointWithNeighbours(12).chain(({ center, neighbours }) =>
  fc.record({
    sites: fc.constant(
      siteTable([
        { id: "s0", ...center, country: "HR" },
        { id: "s1", ...(neighbours[0] ?? center), country: "SI" },
        { id: "s2" },
      ]),
    ),
    near: fc.constantFrom(center, neighbours.at(-1) ?? center),
    actors: fc
      .array(fc.record({ sector: fc.constantFrom(...SECTORS), category: fc.constantFrom(...CREATIVE) }), {
        minLength: neighbours.length,
        maxLength: neighbours.length,
      })
      .map((kinds) =>
        neighbours.map((point, index) => {
          const { sector, category } = kinds[index]!;
          return { ...point, sector, category: sector === "creative" ? category : ("unknown" as const) };
        }),
      ),
    areas: fc.array(
      fc
        .record({ radius: fc.integer({ min: 500, max: 250_000 }), declared: anyLevels })
        .map(({ radius, declared }) => disc(center, radius, declared)),
      { maxLength: 3 },
    ),
    spaces: fc
      .array(anySpace, { maxLength: 12 })
      .map((rooms) => rooms.map((stated, index) => spaceOf({ ...stated, id: `r${String(index)}` }))),
  }),
);
type Scene = typeof scene extends fc.Arbitrary<infer S> ? S : never;

/** A scene is measured once, however often it is asked. */
const measuredScenes = new WeakMap<Scene["actors"], ReturnType<typeof measureSites>>();

function find(found: Scene, filters: SpaceFilters, sort: SpaceSort = "fit"): FoundSpaces {
  const { sites, spaces, actors, areas, near } = found;
  const placed = sitesOfSpaces(spaces, sites);
  const known = measuredScenes.get(actors);
  const measured =
    known ?? measureSites(sites, sites.precision, createSurroundings(actorTable(actors), areas, null), LIMIT);
  measuredScenes.set(actors, measured);
  const counts = countNeeds(measured, filters.around.map(needOf), placed.site);
  const from = filters.near === null ? null : near;
  return findSpaces(spaces, factsOfSpaces(placed, sites, filters.around, counts, from), filters, sort);
}

const idsOf = ({ hits }: FoundSpaces) => hits.map(({ space }) => space.id);

/** Other filters that ask for less, in one point. */
function relaxations(filters: SpaceFilters, by: number): readonly SpaceFilters[] {
  const { areaLeast, areaMost, priceMost, within, around } = filters;
  const raised = (value: number | null) => (value === null ? null : value + by);
  const widened = (wish: AroundWish): AroundWish => {
    const further = wish.bound === "least" ? by : -by;
    return { ...wish, reach: meters(Math.min(100_000, Math.max(100, wish.reach + further * 200))) };
  };
  const eased = (wish: AroundWish): AroundWish => ({
    ...wish,
    count: Math.max(0, wish.count + (wish.bound === "least" ? -1 : 1)),
  });
  const each = (change: (wish: AroundWish) => AroundWish) =>
    around.map((wish, at) => ({ ...filters, around: around.with(at, change(wish)) }));
  return [
    ...wishesOf(filters).map((wish) => withoutWish(filters, wish)),
    { ...filters, kinds: filters.kinds.length === 0 ? [] : ["Halle", "office", "studio"] },
    { ...filters, countries: filters.countries.length === 0 ? [] : ["HR", "SI"] },
    { ...filters, areaLeast: areaLeast === null ? null : areaLeast - by },
    { ...filters, areaLeast: null },
    { ...filters, areaMost: raised(areaMost) },
    { ...filters, areaMost: null },
    { ...filters, priceMost: raised(priceMost) },
    { ...filters, within: within === null ? null : meters(within + by * 1000) },
    { ...filters, near: null },
    { ...filters, statedOnly: false },
    ...each(widened),
    ...each(eased),
  ];
}

describe("finding rooms", () => {
  it("never loses a hit when a filter is relaxed", () => {
    fc.assert(
      fc.property(scene, anyFilters, fc.integer({ min: 0, max: 200 }), (found, filters, by) => {
        const before = idsOf(find(found, filters));
        for (const less of relaxations(filters, by)) {
          const after = idsOf(find(found, less));
          expect(after, JSON.stringify(less)).toEqual(expect.arrayContaining(before));
        }
      }),
      { numRuns: 200 },
    );
  });

  it("accounts for every room, and tells what dropping each wish brings back", () => {
    fc.assert(
      fc.property(scene, anyFilters, (found, filters) => {
        const result = find(found, filters);
        expect(result.hits.length + result.heldBack).toBe(found.spaces.length);
        for (const [index, wish] of result.wishes.entries()) {
          const less = find(found, withoutWish(filters, wish));
          expect(less.hits.length - result.hits.length).toBe(result.heldBackBy[index]);
        }
        const all = find(found, { ...filters, statedOnly: false });
        expect(all.hits.length - result.hits.length).toBe(result.heldBackUnknown);
      }),
      { numRuns: 200 },
    );
  });

  it("never takes what is not stated for met or for unmet", () => {
    fc.assert(
      fc.property(scene, anyFilters, (found, filters) => {
        for (const { space, wishes, statuses, site } of hitsOf(find(found, { ...filters, statedOnly: false }))) {
          for (const [index, { kind }] of wishes.entries()) {
            const isStated =
              (kind === "kind" && space.kind !== null) ||
              (kind === "area" && space.areaSquareMeters !== null) ||
              (kind === "price" && space.priceEuroPerSquareMeterMonth !== null) ||
              (kind === "date" && (space.availableFrom !== null || space.availableUntil !== null)) ||
              ((kind === "country" || kind === "near" || kind === "around") && site !== null);
            if (!isStated) expect(statuses[index]).toBe("unknown");
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it("counts around a room what measuring every actor counts, as a lower bound until coverage is complete", () => {
    fc.assert(
      fc.property(scene, anyAround, (found, wish) => {
        const { hits } = find(found, { ...NO_SPACE_FILTERS, around: [wish] });
        const { sites, actors } = found;
        for (const { site, around, statuses } of hits) {
          if (site === null || Number.isNaN(sites.lon[site]!)) {
            expect(statuses).toEqual(["unknown"]);
            continue;
          }
          const point = { lon: sites.lon[site]!, lat: sites.lat[site]! };
          const within = actors.filter((actor) => geodesicMeters(point, actor) <= wish.reach);
          const counted = within.filter(({ sector, category }) =>
            isSector(wish.of) ? sector === wish.of : category === wish.of,
          );
          const sectorOf = SECTORS.find((each) => (CATEGORIES[each] as readonly string[]).includes(wish.of));
          const maybe = within.filter(({ sector, category }) => sector === sectorOf && category === "unknown");
          expect(around[0]).toMatchObject({ found: counted.length, maybe: isSector(wish.of) ? 0 : maybe.length });
          if (around[0]?.coverage !== "complete") expect(statuses).not.toContain("unmet");
        }
      }),
      { numRuns: 200 },
    );
  });

  it("shows those first of which all is known, each part in the asked order, whatever the order of the tables", () => {
    fc.assert(
      fc.property(scene, anyFilters, fc.constantFrom(...SPACE_SORTS), (found, filters, sort) => {
        const { hits, known } = find(found, filters, sort);
        expect(hits.map(({ unknown }) => unknown === 0)).toEqual(hits.map((_, at) => at < known));
        const key = ({ space, distanceMeters, unknown }: (typeof hits)[number]) =>
          ({
            fit: unknown,
            distance: distanceMeters ?? Infinity,
            price: space.priceEuroPerSquareMeterMonth ?? Infinity,
            area: -(space.areaSquareMeters ?? -Infinity),
            confirmed: space.lastConfirmed === null ? Infinity : -Number(space.lastConfirmed.slice(0, 4)),
          })[sort];
        for (const part of [hits.slice(0, known), hits.slice(known)]) {
          const keys = part.map(key);
          expect(keys).toEqual(keys.toSorted((a, b) => (a === b ? 0 : a - b)));
        }
        const turned = find({ ...found, spaces: found.spaces.toReversed() }, filters, sort);
        expect(new Set(idsOf(turned))).toEqual(new Set(hits.map(({ space }) => space.id)));
      }),
      { numRuns: 200 },
    );
  });

  it("sorts thousands of rooms, taken in steps, as one sorting would", () => {
    const spaces = Array.from({ length: 5321 }, (_, index) =>
      spaceOf({ id: `r${String(index)}`, priceEuroPerSquareMeterMonth: (index * 7919) % 1013 }),
    );
    const nowhere = { site: null, country: null, distanceMeters: null, around: [] };
    const { hits } = findSpaces(spaces, () => nowhere, NO_SPACE_FILTERS, "price");
    const price = ({ priceEuroPerSquareMeterMonth }: Space) => priceEuroPerSquareMeterMonth ?? NaN;
    expect(hits.map(({ space }) => space)).toEqual(spaces.toSorted((a, b) => price(a) - price(b)));
  });
});

function hitsOf({ hits, wishes }: FoundSpaces) {
  return hits.map((hit) => ({ ...hit, wishes }));
}
