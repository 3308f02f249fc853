import { describe, expect, it } from "vitest";
import type { ConceptId, Need, ReuseConcept } from "#domain/options/concept.ts";
import { assessConcept, countAt, rankConcepts, roomsFor } from "#domain/options/assess.ts";
import { actorNeedsOf } from "#domain/options/concept.ts";
import { countNeeds } from "#domain/options/count-needs.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import { destination } from "#domain/geo/geodesic.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import { meters } from "#domain/units.ts";
import type { Space } from "#domain/space/space.ts";
import { actorTable } from "../../../helpers/actor-table.ts";

const SITE = { lon: 14.75, lat: 45.35 };
const reasoned = { reason: "r", source: null } as const;
const music = (count: number, reach = 5000): Need => ({
  kind: "actors",
  count,
  categories: ["music", "gastronomy"],
  reach: meters(reach),
  ...reasoned,
});
const hall = (areaSquareMeters: number | null, count = 1): Need => ({
  kind: "rooms",
  count,
  spaceKinds: ["event_hall"],
  areaSquareMeters,
  ...reasoned,
});
const conceptOf = (...needs: readonly Need[]): ReuseConcept => ({
  id: "c" as ConceptId,
  name: "C",
  summary: "",
  needs,
});

type Actors = Parameters<typeof actorTable>[0];
const at = (distance: number, rest: Omit<Actors[number], "lon" | "lat">) => ({
  ...destination(SITE, 30, distance),
  ...rest,
});

function assess(
  concept: ReuseConcept,
  actors: Actors,
  level: CoverageLevel,
  rooms: readonly Space[] = [],
  lon = SITE.lon,
) {
  const surroundings = createSurroundings(actorTable(actors), uniformCoverage(level), null);
  const points = { lon: Float64Array.of(lon), lat: Float64Array.of(SITE.lat) };
  const measured = measureSites(points, ["building"], surroundings, limitFor(DEFAULT_RULE));
  const counts = countNeeds(measured, actorNeedsOf(concept), [0]);
  return assessConcept(concept, (need) => countAt(counts, 0, need), rooms);
}

const room = (kind: string | null, areaSquareMeters: number | null) => ({ kind, areaSquareMeters }) as Space;

describe("a need of actors", () => {
  const trumpet = at(4999, { sector: "creative", category: "music" });
  const inn = at(1000, { sector: "service", category: "gastronomy" });
  const nameless = at(1000, { sector: "service", category: "unknown" });

  it.each<[string, number, Actors, CoverageLevel, string]>([
    ["so many are listed, of any of the categories", 2, [trumpet, inn], "partial", "met"],
    [
      "one stands beyond the reach",
      2,
      [inn, at(5001, { sector: "creative", category: "music" })],
      "partial",
      "unknown",
    ],
    ["too few are listed where the data are complete", 2, [inn], "complete", "missing"],
    ["too few are listed where they are partial", 2, [inn], "partial", "unknown"],
    ["nobody is listed and nothing declared", 1, [], "none", "unknown"],
    ["one whose category is not known may serve", 2, [inn, nameless], "complete", "unknown"],
    ["even that one would not suffice", 3, [inn, nameless], "complete", "missing"],
    [
      "those of other categories are complete",
      1,
      [at(10, { sector: "creative", category: "design" })],
      "complete",
      "missing",
    ],
  ])("where %s", (_, count, actors, level, status) => {
    expect(assess(conceptOf(music(count)), actors, level).needs[0]?.status).toBe(status);
  });

  it("counts one exactly at the reach", () => {
    const edge = at(5000, { sector: "creative", category: "music" });
    expect(assess(conceptOf(music(1)), [edge], "complete").met).toBe(1);
  });

  it("says when it hangs on how exact positions are", () => {
    const town = at(4000, { sector: "creative", category: "music", precision: "settlement" });
    expect(assess(conceptOf(music(1)), [town], "partial").needs[0]).toMatchObject({
      status: "met",
      dependsOnPositions: true,
    });
    expect(assess(conceptOf(music(1)), [trumpet], "partial").needs[0]?.dependsOnPositions).toBe(false);
  });

  it("is not known at a site without a point, even where everything is declared", () => {
    expect(assess(conceptOf(music(1)), [trumpet], "complete", [], NaN).needs[0]).toMatchObject({
      status: "unknown",
      found: 0,
      coverage: "none",
    });
  });
});

describe("a need of rooms", () => {
  it.each<[string, Need, readonly Space[], string, number]>([
    ["a room that is large enough", hall(400), [room("event_hall", 445)], "met", 1],
    ["a room exactly so large", hall(445), [room("event_hall", 445)], "met", 1],
    ["a smaller room", hall(450), [room("event_hall", 445)], "unknown", 0],
    ["a room of no stated size", hall(20), [room("event_hall", null)], "unknown", 0],
    ["a room of no stated size where any will do", hall(null), [room("event_hall", null)], "met", 1],
    ["rooms of other kinds", hall(null), [room("office", 50), room(null, 50), room("Saal", 50)], "unknown", 0],
    ["one room where two are needed", hall(null, 2), [room("event_hall", 30)], "unknown", 1],
    ["no rooms", hall(null), [], "unknown", 0],
  ])("with %s", (_, need, rooms, status, found) => {
    expect(assess(conceptOf(need), [], "complete", rooms).needs[0]).toMatchObject({ status, found });
    expect(need.kind === "rooms" && roomsFor(need, rooms)).toHaveLength(found);
  });
});

describe("concepts at a site", () => {
  it("are ranked by the share met, then by fewer missing, then by what is found, then as they stand", () => {
    const inn = at(1000, { sector: "service", category: "gastronomy" });
    const of = (name: string, level: CoverageLevel, ...needs: readonly Need[]) =>
      assess({ ...conceptOf(...needs), name }, [inn], level);
    const ranked = rankConcepts([
      of("none, missing", "complete", music(2)),
      of("none, half found", "partial", music(2)),
      of("none, a third found", "partial", music(3)),
      of("half", "partial", music(1), music(9)),
      of("whole", "partial", music(1)),
      of("whole, too", "complete", music(1)),
    ]);
    expect(ranked.map(({ concept }) => concept.name)).toEqual([
      "whole",
      "whole, too",
      "half",
      "none, half found",
      "none, a third found",
      "none, missing",
    ]);
  });
});
