import { SECTOR_COUNT, SECTORS, type Sector } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { computeShortfall } from "#domain/rule/shortfall.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { SITE_COLUMNS, type SiteColumn } from "#domain/ingest/columns.ts";
import { EDIT_MARKS } from "#domain/workspace/edits.ts";
import type { SelectionExport } from "./selection-export.ts";

/** What stands in a cell; `null` is not known or not defined. */
export type CellValue = string | number | boolean | null;

/** One column of a file of sites; the name carries the unit. */
export interface ExportColumn {
  readonly name: string;
  readonly value: (site: number) => CellValue;
}

/** Degrees: 6 decimals, 0.11 m. */
const COORDINATE_DECIMALS = 6;
/** Weighted sums under decay. */
const WEIGHT_DECIMALS = 4;

/**
 * What a site is, in the order and under the names of our own tables; then the title of the table that it comes from,
 * `null` for one added by hand, and whether it was edited by hand.
 */
export function identityColumns({ sites, tables, provenance }: Dataset): readonly ExportColumn[] {
  const { table, edit } = provenance.sites;
  const values: Readonly<Record<SiteColumn, (site: number) => CellValue>> = {
    id: (site) => sites.id[site]!,
    name: (site) => sites.name[site]!,
    name_local: (site) => sites.nameLocal[site]!,
    country: (site) => sites.country[site]!,
    municipality: (site) => sites.municipality[site]!,
    lon: (site) => rounded(sites.lon[site]!, COORDINATE_DECIMALS),
    lat: (site) => rounded(sites.lat[site]!, COORDINATE_DECIMALS),
    coord_precision: (site) => sites.precision[site]!,
    coord_source: (site) => sites.positionSource[site]!,
    heritage_class: (site) => sites.heritageClass[site]!,
    industry: (site) => sites.industry[site]!,
    built_from: (site) => known(sites.builtFromYear[site]!),
    closed_in: (site) => known(sites.closedInYear[site]!),
    reuse_status: (site) => sites.reuseStatus[site]!,
    status_year: (site) => known(sites.statusYear[site]!),
    current_use: (site) => sites.currentUse[site]!,
    floor_area_m2: (site) => known(sites.floorAreaSquareMeters[site]!),
    protection: (site) => sites.protection[site]!,
    website: (site) => sites.website[site]!,
    source_url: (site) => sites.sourceUrl[site]!,
    note: (site) => sites.note[site]!,
  };
  return [
    ...SITE_COLUMNS.map(({ name }) => ({ name, value: values[name] })),
    { name: "table", value: (site) => tables[table[site]!]?.title ?? null },
    { name: "edited", value: (site) => EDIT_MARKS[edit[site]!]! },
  ];
}

/**
 * What the rule gives for a site. Counts are lower bounds where the sector's coverage is not `complete`; a 0 where nothing
 * is declared (`none`) is not known and stands as `null`. Names end in `_n` for numbers of actors, in `_weighted` for
 * sums of weights under decay.
 */
export function resultColumns({ results }: SelectionExport): readonly ExportColumn[] {
  const { rule, verdicts, indicators } = results;
  const weighted = rule.decay !== "none";
  const unit = weighted ? "weighted" : "n";
  const decimals = weighted ? WEIGHT_DECIMALS : 0;
  const thresholds = thresholdsOf(rule);
  const level = (site: number, sector: number) => COVERAGE_LEVELS[verdicts.coverage[site * SECTOR_COUNT + sector]!]!;
  const amount = (column: Float64Array, site: number, sector: number): number | null => {
    const value = column[site * SECTOR_COUNT + sector]!;
    return value === 0 && level(site, sector) === "none" ? null : rounded(value, decimals);
  };
  const hasPoint = (site: number) => !Number.isNaN(verdicts.count[site * SECTOR_COUNT]!);
  const isCounted = (site: number) => SECTORS.some((_, sector) => amount(verdicts.count, site, sector) !== null);
  const counts = (site: number) => verdicts.count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
  const total = (site: number) => counts(site).reduce((sum, count) => sum + count, 0);
  const bySector = (name: (sector: Sector) => string, value: (site: number, sector: number) => CellValue) =>
    SECTORS.map((sector, position) => ({ name: name(sector), value: (site: number) => value(site, position) }));

  return [
    { name: "reach_m", value: () => rule.reach },
    { name: "verdict", value: (site) => VERDICTS[verdicts.verdict[site]!]! },
    {
      name: "verdict_depends_on_positions",
      value: (site) => (hasPoint(site) ? verdicts.dependsOnPositions[site] === 1 : null),
    },
    ...bySector(
      (sector) => `${sector}_${unit}`,
      (site, sector) => amount(verdicts.count, site, sector),
    ),
    { name: `total_${unit}`, value: (site) => (isCounted(site) ? rounded(total(site), decimals) : null) },
    ...bySector(
      (sector) => `${sector}_${unit}_certain`,
      (site, sector) => amount(verdicts.certainCount, site, sector),
    ),
    ...bySector(
      (sector) => `${sector}_${unit}_possible`,
      (site, sector) => amount(verdicts.possibleCount, site, sector),
    ),
    ...bySector((sector) => `${sector}_coverage`, level),
    ...bySector(
      (sector) => `short_${sector}_${unit}`,
      (site, sector) =>
        amount(verdicts.count, site, sector) === null
          ? null
          : rounded(computeShortfall(counts(site), thresholds).sectors[sector]!, decimals),
    ),
    {
      name: `short_total_${unit}`,
      value: (site) => (isCounted(site) ? rounded(computeShortfall(counts(site), thresholds).total, decimals) : null),
    },
    ...INDICATORS.map(({ id, column, decimals: kept }) => ({
      name: column,
      value: (site: number) => rounded(indicators[id][site]!, kept),
    })),
  ];
}

/** The rule with its units, as files name it. */
export function ruleMembers({ reach, alone, together, floors, decay }: SelectionExport["results"]["rule"]) {
  return {
    reach_m: reach,
    alone_n: alone,
    together_n: together,
    floor_creative_n: floors.creative,
    floor_trade_n: floors.trade,
    floor_service_n: floors.service,
    decay,
  };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** To so many decimals, without a trailing rest; never -0. */
function rounded(value: number, decimals: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) + 0 : null;
}
