import { describe, expect, it } from "vitest";
import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import {
  assessSpace,
  wishesOf,
  type AroundCount,
  type SpaceFacts,
  type WishStatus,
} from "#domain/space/assess-space.ts";
import { daysOf, isDay } from "#domain/space/days.ts";
import { NO_SPACE_FILTERS, type AroundWish, type SpaceFilters } from "#domain/space/space-filters.ts";
import { readSpaceKind, type Space } from "#domain/space/space.ts";
import { meters } from "#domain/units.ts";
import { spaceOf } from "../../../helpers/space.ts";

const FACTS: SpaceFacts = { site: 0, country: "HR", distanceMeters: 30_000, around: [] };

function statusOf(
  filters: Partial<SpaceFilters>,
  stated: Omit<Partial<Space>, "id">,
  facts: Partial<SpaceFacts> = {},
): readonly WishStatus[] {
  const all = { ...NO_SPACE_FILTERS, ...filters };
  return assessSpace(spaceOf(stated), { ...FACTS, ...facts }, all, wishesOf(all)).statuses;
}

describe("a wish", () => {
  it.each<[string, Partial<SpaceFilters>, Omit<Partial<Space>, "id">, WishStatus]>([
    ["of a kind", { kinds: ["office"] }, { kind: "office" }, "met"],
    ["of another kind", { kinds: ["office"] }, { kind: "studio" }, "unmet"],
    ["of a kind in a table's own words", { kinds: ["office"] }, { kind: "Büro" }, "unknown"],
    ["of such a kind itself", { kinds: ["Büro"] }, { kind: "Büro" }, "met"],
    ["of a kind that is not stated", { kinds: ["office"] }, {}, "unknown"],
    ["of a price at the limit", { priceMost: 8 }, { priceEuroPerSquareMeterMonth: 8 }, "met"],
    ["of a price above it", { priceMost: 8 }, { priceEuroPerSquareMeterMonth: 8.01 }, "unmet"],
    ["of nothing to pay", { priceMost: 0 }, { priceEuroPerSquareMeterMonth: 0 }, "met"],
    ["of a price that is not stated", { priceMost: 8 }, {}, "unknown"],
    ["of an area between", { areaLeast: 20, areaMost: 60 }, { areaSquareMeters: 60 }, "met"],
    ["of an area too small", { areaLeast: 20 }, { areaSquareMeters: 19.9 }, "unmet"],
    ["of an area that is not stated", { areaMost: 60 }, {}, "unknown"],
  ])("%s", (_, filters, stated, expected) => {
    expect(statusOf(filters, stated)).toEqual([expected]);
  });

  it.each<[string | null, string | null, WishStatus]>([
    [null, null, "unknown"],
    ["2027-03-15", null, "met"],
    ["2027-03-16", null, "unmet"],
    ["2027-02", null, "met"],
    ["2027-03", null, "unknown"],
    ["2027-04", null, "unmet"],
    ["2027", null, "unknown"],
    ["2020", "2027-03", "met"],
    ["2020", "2027-03-14", "unmet"],
    ["2020", "2026", "unmet"],
    [null, "2026", "unmet"],
    [null, "2028", "unknown"],
  ])("to be usable on 15 March 2027: from %s until %s", (availableFrom, availableUntil, expected) => {
    expect(statusOf({ availableOn: "2027-03-15" }, { availableFrom, availableUntil })).toEqual([expected]);
  });

  it("of a distance counts the reach itself, and nothing where no point is known", () => {
    const near = { near: { kind: "place", id: 1 } as const, within: meters(30_000) };
    expect(statusOf(near, {})).toEqual(["met"]);
    expect(statusOf(near, {}, { distanceMeters: 30_000.001 })).toEqual(["unmet"]);
    expect(statusOf(near, {}, { distanceMeters: null })).toEqual(["unknown"]);
    expect(statusOf({ ...near, within: null }, {})).toEqual([]);
  });

  it.each<[AroundWish["bound"], number, number, CoverageLevel, WishStatus]>([
    ["least", 5, 0, "none", "met"],
    ["least", 4, 0, "partial", "unknown"],
    ["least", 4, 0, "complete", "unmet"],
    ["least", 4, 1, "complete", "unknown"],
    ["most", 6, 0, "none", "unmet"],
    ["most", 5, 0, "partial", "unknown"],
    ["most", 5, 0, "complete", "met"],
    ["most", 5, 1, "complete", "unknown"],
  ])("of at %s 5 actors, %i and %i more perhaps, %s", (bound, found, maybe, coverage, expected) => {
    const around: AroundWish = { bound, count: 5, of: "music", reach: meters(5000) };
    const count: AroundCount = { found, maybe, coverage };
    expect(statusOf({ around: [around] }, {}, { around: [count] })).toEqual([expected]);
    expect(statusOf({ around: [around] }, {}, { around: [null] })).toEqual(["unknown"]);
  });
});

describe("the kind of a room", () => {
  it.each([
    ["Event hall", "event_hall"],
    [" MEETING-ROOM ", "meeting_room"],
    ["office", "office"],
    ["Büro", "Büro"],
  ])("%s is read as %s", (text, kind) => {
    expect(readSpaceKind(text)).toBe(kind);
  });
});

describe("a date as exact as known", () => {
  it.each([
    ["2027", "2027-01-01", "2027-12-31"],
    ["2028-02", "2028-02-01", "2028-02-29"],
    ["2027-02", "2027-02-01", "2027-02-28"],
    ["2027-11", "2027-11-01", "2027-11-30"],
    ["2027-11-05", "2027-11-05", "2027-11-05"],
  ])("%s is %s to %s", (date, first, last) => {
    expect(daysOf(date)).toEqual({ first, last });
  });

  it("is a day only where the calendar has it", () => {
    const texts = ["2028-02-29", "2027-02-29", "2027-13-01", "2027-1-1", "0027-01-01", "27", ""];
    expect(texts.filter(isDay)).toEqual(["2028-02-29"]);
  });
});
