import { describe, expect, it } from "vitest";
import { computeIndicators } from "#domain/indicator/site-results.ts";
import { actorTable } from "../../../helpers/actor-table.ts";
import { indicatorContext } from "../../../helpers/indicator-context.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const at = (lat: number) => ({ lon: 14, lat });
const actors = actorTable([
  { ...at(46), sector: "creative" },
  { ...at(46.1), sector: "trade" },
  { ...at(46.1), sector: "service" },
]);

describe("exclusive and shared actors", () => {
  it("are those that no other competing site has, and the rest", () => {
    const sites = siteTable([
      { ...at(46.05), id: "both" },
      { ...at(46.15), id: "north" },
    ]);
    const { exclusive_actors, shared_actors } = computeIndicators(indicatorContext(sites, actors));
    expect([[...exclusive_actors], [...shared_actors]]).toEqual([
      [1, 0],
      [2, 2],
    ]);
  });

  it.each(["reused", "in_operation", "lost"] as const)(
    "are not defined for a site that is %s, which competes with nobody",
    (reuseStatus) => {
      const sites = siteTable([
        { ...at(46.05), id: "both" },
        { ...at(46.15), id: "north", reuseStatus },
      ]);
      const { exclusive_actors, shared_actors } = computeIndicators(indicatorContext(sites, actors));
      expect([[...exclusive_actors], [...shared_actors]]).toEqual([
        [3, NaN],
        [0, NaN],
      ]);
    },
  );

  it("are not defined for a site without a point", () => {
    const sites = siteTable([{ id: "nowhere" }, { ...at(46.05), id: "both" }]);
    const { exclusive_actors } = computeIndicators(indicatorContext(sites, actors));
    expect([...exclusive_actors]).toEqual([NaN, 3]);
  });

  it("are not known where nobody is listed and nothing is declared", () => {
    const sites = siteTable([{ ...at(50), id: "far" }]);
    const { exclusive_actors } = computeIndicators(indicatorContext(sites, actors, { coverage: [] }));
    expect([...exclusive_actors]).toEqual([NaN]);
  });
});
