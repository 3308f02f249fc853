import { readText } from "#data/ingest/read-file.ts";
import type { SelectionExport } from "#data/export/selection-export.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { datasetOf } from "./dataset.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import { computeIndicators, computeVerdicts } from "#domain/indicator/site-results.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { NO_CHOICE } from "#data/export/choice-json.ts";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { meters } from "#domain/units.ts";

const SITES = `id,name,country,lon,lat,reuse_status,built_from,floor_area_m2,website,note
mill,=Mill "A",HR,14.75123456,45.35,unused,1890,120.5,https://mill.example,"two
lines, č ő ž"
salt,Salt store,SI,13.57,45.53,reused,,,,@note
lost,Lost works,,,,lost,,,,
south,South works,,-3.7,-45.5,unknown,,,,`;

const ACTORS = `id,lon,lat,sector,category,coord_precision
a,14.751,45.351,creative,music,building
b,14.76,45.36,trade,wholesale,settlement
c,14.77,45.36,service,tourism,address`;

const SITE_TABLE = (await readText("sites", SITES, "sites.csv")).records;
const ACTOR_TABLE = (await readText("actors", ACTORS, "actors.csv")).records;

const COVERAGE: readonly CoverageArea[] = [
  {
    id: "around-mill",
    source: "Test tables",
    date: "2026-11",
    levels: { creative: "complete", trade: "partial", service: "none" },
    shape: { kind: "disc", center: { lon: 14.75, lat: 45.35 }, radiusMeters: meters(30_000) },
  },
];

/** A selection of four sites (one without a point, one where nothing is declared), with the results of the real rule. */
export function createSelectionExport(
  change: Partial<Omit<SelectionExport, "results">> & {
    readonly rule?: Partial<Rule>;
    readonly sites?: SiteTable;
    readonly actors?: ActorTable;
  } = {},
): SelectionExport {
  const { rule: ruleChange, sites = SITE_TABLE, actors = ACTOR_TABLE, ...rest } = change;
  const rule = { ...DEFAULT_RULE, ...ruleChange };
  const measured = measureSites(sites, sites.precision, createSurroundings(actors, COVERAGE, null), limitFor(rule));
  const verdicts = computeVerdicts(measured, rule);
  return {
    dataset: {
      ...datasetOf(sites, actors, COVERAGE),
      sources: [
        {
          id: "test",
          title: "Test tables",
          licence: "CC BY 4.0",
          licenceUrl: "https://creativecommons.org/licenses/by/4.0/",
          url: "https://tables.example",
          date: "2026-11",
          attribution: "Test tables, CC BY 4.0",
        },
      ],
      version: "1-abcdef",
      date: "2026-11-20",
    },
    indices: Uint32Array.from(sites.id, (_, index) => index),
    results: {
      datasetVersion: 1,
      rule,
      verdicts,
      indicators: computeIndicators({
        measured,
        facts: { country: sites.country, standing: sites },
        rule,
        count: verdicts.count,
      }),
    },
    filters: NO_FILTERS,
    choice: NO_CHOICE,
    sort: { key: "name", descending: false },
    selected: null,
    title: "Selected sites",
    filtersInWords: "",
    link: "https://atlas.example/",
    appVersion: "0.1.0",
    ...rest,
  };
}
