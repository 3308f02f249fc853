import type { ActorTable } from "#domain/actor/actor.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { IndicatorContext } from "#domain/indicator/indicator.ts";
import { computeVerdicts } from "#domain/indicator/site-results.ts";
import type { IndexedResidents } from "#domain/population/residents.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import type { SiteTable } from "#domain/site/site.ts";

/** What indicators of a site table are computed from; coverage is partial everywhere unless stated. */
export function indicatorContext(
  sites: SiteTable,
  actors: ActorTable,
  {
    rule = DEFAULT_RULE,
    coverage = uniformCoverage("partial"),
    residents = null,
  }: {
    readonly rule?: Rule;
    readonly coverage?: readonly CoverageArea[];
    readonly residents?: IndexedResidents | null;
  } = {},
): IndicatorContext {
  const surroundings = createSurroundings(actors, coverage, residents);
  const measured = measureSites(sites, sites.precision, surroundings, limitFor(rule));
  const { count } = computeVerdicts(measured, rule);
  return { measured, facts: { country: sites.country, standing: sites }, rule, count };
}
