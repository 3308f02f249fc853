import { describe, expect, it } from "vitest";
import type { Sector } from "#domain/actor/actor.ts";
import { computeIndicators } from "#domain/indicator/site-results.ts";
import { actorTable } from "../../../helpers/actor-table.ts";
import { indicatorContext } from "../../../helpers/indicator-context.ts";
import { siteTable } from "../../../helpers/site-table.ts";
import { disc } from "../../../property/arbitraries.ts";

const actor = (sector: Sector, lat: number, country?: string) => ({
  lon: 14,
  lat,
  sector,
  ...(country === undefined ? {} : { country }),
});
const times = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);
const here = { id: "site", lon: 14, lat: 46, country: "SI" };
/** In the catchment 6 creative and 6 trade; in all of the country 6 creative and 18 trade. */
const NEAR = [...times(6, actor("creative", 46, "SI")), ...times(6, actor("trade", 46, "SI"))];
const FAR = [...times(12, actor("trade", 48, "SI")), ...times(50, actor("creative", 48, "AT"))];

const quotients = (...given: Parameters<typeof indicatorContext>) => {
  const found = computeIndicators(indicatorContext(...given));
  return [found.location_quotient_creative[0], found.location_quotient_trade[0], found.location_quotient_service[0]];
};

describe("the location quotient", () => {
  it("sets the share in the catchment beside that in the country", () => {
    const found = quotients(siteTable([here]), actorTable([...NEAR, ...FAR]));
    expect(found).toEqual([0.5 / 0.25, 0.5 / 0.75, NaN]);
  });

  it("is not defined with fewer than 10 actors in the catchment", () => {
    expect(quotients(siteTable([here]), actorTable(NEAR.slice(0, 9)))).toEqual([NaN, NaN, NaN]);
    expect(quotients(siteTable([here]), actorTable(NEAR.slice(0, 10)))).toEqual([1, 1, NaN]);
  });

  it("is not defined where coverage differs between sectors", () => {
    const levels = { creative: "complete", trade: "partial", service: "partial" } as const;
    const coverage = [disc(here, 30_000, levels)];
    expect(quotients(siteTable([here]), actorTable(NEAR), { coverage })).toEqual([NaN, NaN, NaN]);
  });

  it("is not defined where an actor of the catchment states no country", () => {
    expect(quotients(siteTable([here]), actorTable([...NEAR, actor("trade", 46)]))).toEqual([NaN, NaN, NaN]);
    expect(quotients(siteTable([here]), actorTable([...NEAR, actor("trade", 48)]))).toEqual([1, 1, NaN]);
  });

  it("is not defined for a site of no stated country, or of one without actors", () => {
    expect(quotients(siteTable([{ ...here, country: "HU" }]), actorTable(NEAR))).toEqual([NaN, NaN, NaN]);
    const stateless = { id: "site", lon: 14, lat: 46 };
    expect(quotients(siteTable([stateless]), actorTable(NEAR))).toEqual([NaN, NaN, NaN]);
  });
});
