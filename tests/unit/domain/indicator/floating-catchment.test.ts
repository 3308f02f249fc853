import { describe, expect, it } from "vitest";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { computeNeeds } from "#domain/indicator/floating-catchment.ts";
import { computeIndicators } from "#domain/indicator/site-results.ts";
import { actorTable } from "../../../helpers/actor-table.ts";
import { indicatorContext } from "../../../helpers/indicator-context.ts";
import { hasSharedFiles, readSharedTable } from "../../../helpers/shared-files.ts";
import { siteTable } from "../../../helpers/site-table.ts";

const at = (lat: number) => ({ lon: 14, lat });
const one = actorTable([{ ...at(46), sector: "trade" }]);

describe.skipIf(!hasSharedFiles)("against PySAL access (needs the reference files beside the project)", () => {
  it("gives the same 600 shares after competition within a millionth", () => {
    const points = (path: string) =>
      readSharedTable(path).map(({ id = "", lon, lat, sector }) => ({
        id,
        lon: Number(lon),
        lat: Number(lat),
        sector: sector as Sector,
      }));
    const sites = siteTable(points("oracle/reach-sites.csv"));
    const actors = actorTable(points("oracle/reach-actors.csv"));
    const found = computeIndicators(indicatorContext(sites, actors));
    const expected = readSharedTable("oracle/reach-fca.csv");
    expect(expected).toHaveLength(200);
    const errors = expected.flatMap((row) => {
      const site = sites.id.findIndex((id) => id === row["site"]);
      return SECTORS.map((sector) => Math.abs(found[`e2sfca_${sector}`][site]! - Number(row[`e2sfca_${sector}`])));
    });
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });
});

describe("the share after competition", () => {
  it("is the whole actor for the only site that competes, whatever the distance within 30 km", () => {
    const sites = siteTable([
      { ...at(46.2), id: "a" },
      { ...at(46), id: "b", reuseStatus: "reused" },
    ]);
    const { e2sfca_trade } = computeIndicators(indicatorContext(sites, one));
    expect([...e2sfca_trade]).toEqual([1, NaN]);
  });

  it("parts an actor by the steps of distance", () => {
    const sites = siteTable([
      { ...at(46.05), id: "5.6 km" },
      { ...at(46.15), id: "16.7 km" },
      { ...at(46.25), id: "27.8 km" },
      { ...at(46.3), id: "33.3 km" },
    ]);
    const { e2sfca_trade } = computeIndicators(indicatorContext(sites, one));
    const all = 1 + 0.68 + 0.22;
    expect(Array.from(e2sfca_trade, (share) => Number(share.toFixed(9)))).toEqual(
      [1 / all, 0.68 / all, 0.22 / all, 0].map((share) => Number(share.toFixed(9))),
    );
  });

  it("gives twice as much to a site of twice the floor area, as much a unit of need", () => {
    const sites = siteTable([
      { ...at(46), id: "small", floorAreaSquareMeters: 1000 },
      { ...at(46), id: "large", floorAreaSquareMeters: 2000 },
      { ...at(46), id: "not stated" },
    ]);
    const { e2sfca_trade } = computeIndicators(indicatorContext(sites, one));
    const needs = computeNeeds(sites.floorAreaSquareMeters, Uint8Array.of(1, 1, 1));
    expect(Array.from(needs, (need) => Number(need.toFixed(9)))).toEqual([0.666666667, 1.333333333, 1]);
    expect(Array.from(e2sfca_trade, (share) => share * 3)).toEqual([1, 1, 1]);
  });

  it("is not known where nobody is listed and nothing is declared", () => {
    const sites = siteTable([{ ...at(50), id: "far" }]);
    const { e2sfca_trade } = computeIndicators(indicatorContext(sites, one, { coverage: [] }));
    expect([...e2sfca_trade]).toEqual([NaN]);
    expect([...computeIndicators(indicatorContext(sites, one)).e2sfca_trade]).toEqual([0]);
  });
});
