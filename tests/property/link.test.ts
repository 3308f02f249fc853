import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMetadata } from "#data/export/read-export.ts";
import { ACTOR_KINDS } from "#domain/actor/actor-filter.ts";
import type { ColorKey } from "#domain/coloring/color-key.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { FACET_NAMES, FACETS, type Facet, type Filters } from "#domain/selection/filters.ts";
import type { AreaId } from "#domain/area/area.ts";
import { boxArea, circleArea, findDrawnFault, polygonArea, type DrawnArea } from "#domain/selection/drawn-area.ts";
import type { ConceptId } from "#domain/options/concept.ts";
import type { SiteId } from "#domain/site/site.ts";
import { withTravel } from "#domain/travel/apply-rule.ts";
import type { Range } from "#domain/range.ts";
import {
  DECAYS,
  DETOUR_RANGE,
  minutesRange,
  REACH_RANGE,
  SPEED_RANGE,
  THRESHOLD_RANGE,
  TRAVEL_BASES,
} from "#domain/rule/rule.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { meters } from "#domain/units.ts";
import {
  AROUND_KINDS,
  MOST_AROUND,
  SPACE_SORTS,
  type SpaceFilters,
  type SpacesView,
} from "#domain/space/space-filters.ts";
import { SPACE_KINDS, type SpaceId } from "#domain/space/space.ts";
import { nearPoint } from "#state/link-spaces.ts";
import { readLink, writeLink, writeShortLink } from "#state/link-codec.ts";
import { anyTravel } from "./arbitraries.ts";
import { LANGUAGES } from "#domain/language.ts";
import { DEFAULT_VIEW, EMBED_STARTS, ROOMS, SORT_KEYS, type View } from "#state/view-store.ts";

const facetValues = (facet: Facet) =>
  fc
    .uniqueArray(fc.constantFrom(...((FACETS[facet] as readonly string[] | null) ?? ["HR", "DE", "SI", "unknown"])), {
      maxLength: 4,
    })
    .map((values) => values.sort());
const filters: fc.Arbitrary<Filters> = fc.record({
  values: fc.record(Object.fromEntries(FACET_NAMES.map((facet) => [facet, facetValues(facet)]))),
  text: fc.string({ unit: "grapheme", maxLength: 20 }),
});
const threshold = fc.integer({ min: 0, max: 1000 });
const degrees = (least: number, most: number) =>
  fc.integer({ min: least * 100_000, max: most * 100_000 }).map((value) => value / 100_000);
const anyDrawn: fc.Arbitrary<DrawnArea | null> = fc
  .oneof(
    fc.tuple(degrees(-180, 180), degrees(-90, 90), degrees(-180, 180), degrees(-90, 90)).map(boxArea),
    fc
      .tuple(degrees(-180, 180), degrees(-90, 90), fc.integer({ min: 10, max: 250_000 }))
      .map(([lon, lat, radius]) => circleArea({ lon, lat }, radius)),
    fc.array(fc.tuple(degrees(-180, 180), degrees(-90, 90)), { minLength: 3, maxLength: 5 }).map(polygonArea),
  )
  .map((drawn) => (findDrawnFault(drawn) === null ? drawn : null));
const anyId = fc
  .oneof(fc.string({ minLength: 1, maxLength: 12, unit: "grapheme" }), fc.constantFrom(",", "%", "%2C", "a,b", "%25,"))
  .map((id) => id as SiteId);
const anyIds = fc.uniqueArray(anyId, { maxLength: 5 });
const anyChoice = fc
  .record({
    drawn: anyDrawn,
    within: fc.option(anyId.map((id) => id as string as AreaId)),
    added: anyIds,
    removed: anyIds,
    shortlist: anyIds,
    onlyShortlist: fc.boolean(),
  })
  .map((choice) => ({ ...choice, removed: choice.removed.filter((id) => !choice.added.includes(id)) }));
const anyDate = fc.constantFrom("2020", "2020-09", "2020-09-13");
const anyProgramme = fc.record({
  types: fc.subarray(["%25,", "a,b", "open_day", "unknown", "Ünnep"]),
  countries: fc.subarray(["DE", "HR", "SI", "unknown"]),
  from: fc.option(anyDate),
  until: fc.option(anyDate),
});
const anyRest = fc.record({
  room: fc.constantFrom(...ROOMS),
  filters,
  rule: fc
    .record({
      reach: fc.integer({ min: 1000, max: 100_000 }).map(meters),
      alone: threshold,
      together: threshold,
      floors: fc.record({ creative: threshold, trade: threshold, service: threshold }),
      decay: fc.constantFrom(...DECAYS),
      travel: fc.option(anyTravel),
    })
    .map((rule) => (rule.travel === null ? rule : withTravel(rule, rule.travel))),
  comparison: fc.record({
    sameCountry: fc.boolean(),
    sameIndustry: fc.boolean(),
    sameStatus: fc.boolean(),
    residentsFactor: fc.constantFrom(null, 1, 1.5, 2, 2.25, 100),
  }),
  weights: fc.dictionary(
    fc.constantFrom("nothing_of_ours", ...INDICATORS.map(({ id }) => id)),
    fc.integer({ min: 1, max: 10 }),
    { noNullPrototype: true },
  ),
  selected: fc.oneof(
    fc.constant(null),
    fc
      .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
      .map((id) => ({ kind: "site" as const, id: id as SiteId })),
    fc.integer({ min: 1, max: 2 ** 31 }).map((id) => ({ kind: "place" as const, id })),
  ),
  sort: fc.record({
    key: fc.constantFrom(...SORT_KEYS, "evenness" as const, "actors_per_1000_residents" as const),
    descending: fc.boolean(),
  }),
  color: fc.constantFrom<ColorKey>("status", "verdict", ...INDICATORS.map(({ id }) => id)),
  hidden: fc.subarray([...ACTOR_KINDS]),
  programme: anyProgramme,
  activitiesMapped: fc.boolean(),
  camera: fc.record({
    lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 100_000),
    lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 100_000),
    zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
  }),
  whatIf: fc.option(fc.string({ minLength: 1, maxLength: 10, unit: "grapheme" })),
  embed: fc.constantFrom(null, ...EMBED_STARTS),
  embedOrigin: fc.option(
    fc.oneof(
      fc.webAuthority({ withPort: true }).map((host) => new URL(`https://${host}`).origin),
      fc.constantFrom("http://localhost:8080", "https://xn--bcher-kva.example", "http://[::1]:81"),
    ),
  ),
});
const anyLanguage = fc.oneof(
  fc.constant({ language: DEFAULT_VIEW.language, isLanguageChosen: false }),
  fc.record({ language: fc.constantFrom(...LANGUAGES), isLanguageChosen: fc.constant(true) }),
);
const anyConcept = fc.oneof(
  fc.constant({ concept: null, ownConcept: null }),
  fc.record({
    concept: fc.constantFrom("mill-of-sounds" as ConceptId, "x2" as ConceptId),
    ownConcept: fc.option(fc.string({ minLength: 1, maxLength: 60, unit: "grapheme" })),
  }),
);
const cents = (most: number) => fc.option(fc.integer({ min: 0, max: most * 100 }).map((value) => value / 100));
const anySpaces: fc.Arbitrary<SpacesView> = fc.record({
  filters: fc.record<SpaceFilters>({
    kinds: fc
      .uniqueArray(fc.oneof(fc.constantFrom(...SPACE_KINDS), anyId), { maxLength: 3 })
      .map((kinds) => kinds.toSorted()),
    countries: fc.subarray(["DE", "HR", "SI"]),
    areaLeast: cents(1_000_000),
    areaMost: cents(1_000_000),
    priceMost: cents(10_000),
    availableOn: fc.constantFrom(null, "2027-02-28", "1999-12-31"),
    near: fc.oneof(
      fc.constant(null),
      fc.integer({ min: 1, max: 2 ** 31 }).map((id) => ({ kind: "place" as const, id })),
      fc.tuple(degrees(-180, 180), degrees(-90, 90)).map(([lon, lat]) => nearPoint(lon, lat)),
    ),
    within: fc.option(fc.integer({ min: 100, max: 2_000_000 }).map(meters)),
    around: fc.array(
      fc.record({
        bound: fc.constantFrom("least", "most"),
        count: fc.integer({ min: 0, max: 9999 }),
        of: fc.constantFrom(...AROUND_KINDS),
        reach: fc.integer({ min: 100, max: 100_000 }).map(meters),
      }),
      { maxLength: MOST_AROUND },
    ),
    statedOnly: fc.boolean(),
  }),
  sort: fc.constantFrom(...SPACE_SORTS),
  open: fc.option(anyId.map((id) => id as string as SpaceId)),
  shortlist: anyIds.map((ids) => ids as readonly string[] as readonly SpaceId[]),
});
const anyView: fc.Arbitrary<View> = fc
  .tuple(anyRest, anyChoice, anyConcept, anySpaces, anyLanguage)
  .map(([rest, choice, concept, spaces, language]) => ({ ...rest, ...choice, ...concept, ...language, spaces }));

describe("the link", () => {
  it("gives every view back", () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const { view: read, issues } = readLink(writeLink(view));
        expect(issues).toEqual([]);
        expect(read).toEqual(view);
      }),
      { numRuns: 1000 },
    );
  });

  it("gives back every rule that a file states, whatever its digits", () => {
    const within = ({ least, most }: Range) =>
      fc.oneof(fc.double({ min: least, max: most, noNaN: true }), fc.constantFrom(least, most));
    const threshold = within(THRESHOLD_RANGE);
    const anyStated = fc
      .record({
        reach_m: within(REACH_RANGE),
        alone_n: fc.oneof(threshold, fc.constant(1e-7)),
        together_n: threshold,
        floor_creative_n: threshold,
        floor_trade_n: threshold,
        floor_service_n: threshold,
        decay: fc.constantFrom(...DECAYS),
        profile: fc.constantFrom(...TRAVEL_PROFILES),
        minutes_from: fc.constantFrom(...TRAVEL_BASES),
        detour_factor: within(DETOUR_RANGE),
        speed_kmh: within(SPEED_RANGE),
      })
      .chain((rule) => within(minutesRange(rule.minutes_from)).map((minutes) => ({ ...rule, reach_min: minutes })));
    fc.assert(
      fc.property(anyStated, fc.boolean(), (stated, byTravel) => {
        const inMeters = { reach_min: undefined, profile: undefined, minutes_from: undefined };
        const rule = byTravel ? stated : { ...stated, ...inMeters };
        const metadata = { app: "refresh-atlas", filters: {}, rule };
        const { restored, issues } = readMetadata(metadata, "f", { siteIds: null, actorCount: null });
        expect(issues).toEqual([]);
        const view = { ...DEFAULT_VIEW, rule: restored!.rule };
        expect(view.rule.travel === null).toBe(!byTravel);
        expect(readLink(writeLink(view))).toEqual({ view, issues: [] });
      }),
      { numRuns: 1000 },
    );
  });

  it("of any text gives a view that survives its own link, and names only keys that the text has", () => {
    const key = fc.constantFrom(
      "v",
      "room",
      ...FACET_NAMES,
      "q",
      "reach",
      "travel",
      "alone",
      "floors",
      "decay",
      "compare",
      "weights",
      "site",
      "place",
      "sort",
      "color",
      "hide",
      "map",
      "lang",
      "embed",
      "embed-origin",
      "box",
      "circle",
      "polygon",
      "within",
      "added",
      "removed",
      "shortlist",
      "only",
      "without",
      "s-kind",
      "s-country",
      "s-area",
      "s-price",
      "s-date",
      "s-near",
      "s-within",
      "s-around",
      "s-stated",
      "s-sort",
      "s-list",
      "space",
      "act",
      "act-in",
      "act-from",
      "act-to",
      "acts",
      "x",
    );
    const damaged = fc
      .array(
        fc.tuple(
          key,
          fc.oneof(
            fc.string(),
            fc.constantFrom(
              "HR",
              "unused.nothing",
              "1e9",
              "-name",
              "5/46/14",
              "NaN",
              "",
              "14,45,15,46",
              "15,45,14,46",
              "14,45,5000",
              "1,1,2,2,3,3",
              "1,1,2,2,3,1",
              "car-8.3333",
              "0.0000001",
              "a,,b",
              "%2C,%,a",
              "20-200",
              "-0.125",
              "2027-02-30",
              "46.123/14.5",
              "least-5-service-5000,most-2-music-10000,most-2-x-1",
              "all,country,residents-0.5",
              "residents-1.23456",
              "firmness-3,firmness-4,evenness-11,__proto__-2",
              "map",
              "https://example.org",
              "HTTPS://Example.org:443/",
              "https://example.org/page",
              "file:///home",
            ),
          ),
        ),
      )
      .map((pairs) => `?${pairs.map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("&")}`);
    fc.assert(
      fc.property(fc.oneof(fc.string(), damaged), (text) => {
        const { view, issues } = readLink(text);
        expect(readLink(writeLink(view))).toEqual({ view, issues: [] });
        const keys = [...new URLSearchParams(text).keys()];
        for (const { place } of issues) expect(place.kind === "link" && keys.includes(place.key)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("that is shared leaves out what is too long, says so, and holds the rest", () => {
    const many = Array.from({ length: 200 }, (_, at) => `a-site-of-some-table-${String(at)}` as SiteId);
    fc.assert(
      fc.property(anyView, fc.boolean(), fc.boolean(), fc.boolean(), (view, manyAdded, manyListed, manyRooms) => {
        const rooms = many as readonly string[] as readonly SpaceId[];
        // What a view has besides the long lists finds room with the word of what is left out.
        fc.pre(writeLink({ ...view, spaces: { ...DEFAULT_VIEW.spaces, sort: view.spaces.sort } }).length < 1800);
        const long = {
          ...view,
          spaces: { ...DEFAULT_VIEW.spaces, sort: view.spaces.sort, shortlist: manyRooms ? rooms : [] },
          ...(manyAdded ? { added: many, removed: [] } : {}),
          ...(manyListed ? { shortlist: many } : {}),
        };
        const { query, left } = writeShortLink(long);
        expect(left.includes("added")).toBe(manyAdded);
        expect(left.includes("shortlist")).toBe(manyListed);
        expect(left.includes("s-list")).toBe(manyRooms);
        if (left.length === 0) expect(query).toBe(writeLink(long));
        const read = readLink(query);
        expect(read.issues.map(({ code }) => code)).toEqual(left.length === 0 ? [] : ["shortened-link"]);
        const { added, shortlist, spaces, ...rest } = long;
        expect(read.view).toEqual({
          ...rest,
          added: manyAdded ? [] : added,
          shortlist: manyListed ? [] : shortlist,
          spaces: { ...spaces, shortlist: [] },
        });
      }),
    );
  });

  it("is empty for the view that the page opens with", () => {
    expect(writeLink(DEFAULT_VIEW)).toBe("");
    expect(readLink("").view).toEqual(DEFAULT_VIEW);
  });
});
