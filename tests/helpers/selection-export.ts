import { readText } from "#data/ingest/read-file.ts";
import type { SelectionExport } from "#data/export/selection-export.ts";
import { createSurroundings, limitFor, measureSites, type MeasuredSites } from "#domain/catchment/surroundings.ts";
import type { Dataset } from "#domain/dataset.ts";
import { applyRule } from "#domain/travel/apply-rule.ts";
import { contoursOfSites } from "#domain/travel/contours-of-sites.ts";
import { isochroneTable, type IsochroneTable } from "#domain/travel/isochrone-table.ts";
import { linkIsochrones } from "#domain/travel/link-isochrones.ts";
import { measureTravel } from "#domain/travel/travel-sites.ts";
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
    /** Counted by where the rule counts minutes. */
    readonly isochrones?: IsochroneTable;
  } = {},
): SelectionExport {
  const {
    rule: ruleChange,
    sites = SITE_TABLE,
    actors = ACTOR_TABLE,
    isochrones = isochroneTable([]),
    ...rest
  } = change;
  const rule = { ...DEFAULT_RULE, ...ruleChange };
  const applied = applyRule(rule);
  const dataset = { ...datasetOf(sites, actors, COVERAGE), isochrones };
  const measured = measureForExport(dataset, rule);
  const verdicts = computeVerdicts(measured, applied);
  return {
    dataset: {
      ...dataset,
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
        rule: applied,
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

/** The sites as the rule measures them: in metres, or in minutes by the isochrones of the dataset. */
export function measureForExport({ sites, actors, isochrones, coverage }: Dataset, rule: Rule): MeasuredSites {
  const straight = measureSites(sites, sites.precision, createSurroundings(actors, coverage, null), limitFor(rule));
  const { travel } = rule;
  if (travel?.basis !== "isochrones") return straight;
  const { site } = linkIsochrones(isochrones, sites);
  return measureTravel(straight, contoursOfSites(isochrones, site, travel.profile));
}
