import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACET_NAMES, FACETS, type Facet, type Filters } from "#domain/selection/filters.ts";
import type { SiteId } from "#domain/site/site.ts";
import { DECAYS } from "#domain/rule/rule.ts";
import { meters } from "#domain/units.ts";
import { readLink, writeLink } from "#state/link-codec.ts";
import { DEFAULT_VIEW, LANGUAGES, ROOMS, SORT_KEYS, type View } from "#state/view-store.ts";

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
const anyView: fc.Arbitrary<View> = fc.record({
  room: fc.constantFrom(...ROOMS),
  filters,
  rule: fc.record({
    reach: fc.integer({ min: 1000, max: 100_000 }).map(meters),
    alone: threshold,
    together: threshold,
    floors: fc.record({ creative: threshold, trade: threshold, service: threshold }),
    decay: fc.constantFrom(...DECAYS),
  }),
  selected: fc.oneof(
    fc.constant(null),
    fc
      .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
      .map((id) => ({ kind: "site" as const, id: id as SiteId })),
    fc.integer({ min: 1, max: 2 ** 31 }).map((id) => ({ kind: "place" as const, id })),
  ),
  sort: fc.record({ key: fc.constantFrom(...SORT_KEYS), descending: fc.boolean() }),
  camera: fc.record({
    lon: fc.integer({ min: -18_000_000, max: 18_000_000 }).map((value) => value / 100_000),
    lat: fc.integer({ min: -8_500_000, max: 8_500_000 }).map((value) => value / 100_000),
    zoom: fc.integer({ min: 0, max: 2200 }).map((value) => value / 100),
  }),
  language: fc.constantFrom(...LANGUAGES),
});

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

  it("of any text gives a view that survives its own link, and names only keys that the text has", () => {
    const key = fc.constantFrom(
      "v",
      "room",
      ...FACET_NAMES,
      "q",
      "reach",
      "alone",
      "floors",
      "decay",
      "site",
      "place",
      "sort",
      "map",
      "lang",
      "x",
    );
    const damaged = fc
      .array(
        fc.tuple(
          key,
          fc.oneof(fc.string(), fc.constantFrom("HR", "unused.nothing", "1e9", "-name", "5/46/14", "NaN", "")),
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

  it("is empty for the view that the page opens with", () => {
    expect(writeLink(DEFAULT_VIEW)).toBe("");
    expect(readLink("").view).toEqual(DEFAULT_VIEW);
  });
});
