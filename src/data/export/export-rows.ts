import {
  actorIdAt,
  actorNameAt,
  actorPrecisionAt,
  categoryAt,
  SECTOR_COUNT,
  sectorAt,
  SECTORS,
  type ActorTable,
  type Sector,
} from "#domain/actor/actor.ts";
import type { CatchmentActors } from "#domain/catchment/actors-in-catchments.ts";
import { COVERAGE_LEVELS } from "#domain/coverage/coverage.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Indicator } from "#domain/indicator/indicator.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { DEFAULT_RULE, type Rule, type Travel } from "#domain/rule/rule.ts";
import { factorsOf } from "#domain/travel/estimate.ts";
import { computeShortfall } from "#domain/rule/shortfall.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import {
  ACTOR_COLUMNS,
  SITE_COLUMNS,
  type ActorColumn,
  type ColumnKind,
  type SiteColumn,
} from "#domain/ingest/columns.ts";
import { textAt } from "#domain/text-column.ts";
import { straightReach, unitOf, type ReachUnit } from "#domain/travel/apply-rule.ts";
import { hasHypotheticals, isHypothetical } from "#domain/what-if/marks.ts";
import { EDIT_MARKS } from "#domain/workspace/edits.ts";
import { HYPOTHETICAL } from "./hypothetical-members.ts";
import type { SelectionExport } from "./selection-export.ts";

/** What stands in a cell; `null` is not known or not defined. */
export type CellValue = string | number | boolean | null;

/** What the cells of a column are, `null` apart. `degrees`: a coordinate, WGS 84. */
export type ColumnType = "text" | "integer" | "number" | "boolean" | "degrees";

/** What a column is called and holds; the name carries the unit. */
export interface ColumnHead {
  readonly name: string;
  readonly type: ColumnType;
}

/** One column of a file, with the value of each record by its index in the table. */
export interface ExportColumn extends ColumnHead {
  readonly value: (index: number) => CellValue;
}

/** Weighted sums under decay. */
const WEIGHT_DECIMALS = 4;

/** What a site is, in the order and under the names of our own tables, then where it comes from. */
export function identityColumns(dataset: Dataset): readonly ExportColumn[] {
  const { sites } = dataset;
  const values: Readonly<Record<SiteColumn, (site: number) => CellValue>> = {
    id: (site) => sites.id[site]!,
    name: (site) => sites.name[site]!,
    name_local: (site) => sites.nameLocal[site]!,
    country: (site) => sites.country[site]!,
    municipality: (site) => sites.municipality[site]!,
    lon: (site) => known(sites.lon[site]!),
    lat: (site) => known(sites.lat[site]!),
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
    ...SITE_COLUMNS.map(({ name, kind }) => ({ name, type: TYPE_OF_KIND[kind], value: values[name] })),
    ...provenanceColumns(dataset, "sites"),
  ];
}

/** As {@link identityColumns}, for actors. */
export function actorColumns(dataset: Dataset): readonly ExportColumn[] {
  return [...actorTableColumns(dataset.actors), ...provenanceColumns(dataset, "actors")];
}

/** What an actor is, in the order and under the names of our own tables. */
export function actorTableColumns(actors: ActorTable): readonly ExportColumn[] {
  const values: Readonly<Record<ActorColumn, (actor: number) => CellValue>> = {
    id: (actor) => actorIdAt(actors, actor),
    name: (actor) => actorNameAt(actors, actor),
    sector: (actor) => sectorAt(actors, actor),
    category: (actor) => categoryAt(actors, actor),
    country: (actor) => textAt(actors.country, actor),
    municipality: (actor) => textAt(actors.municipality, actor),
    address: (actor) => textAt(actors.address, actor),
    lon: (actor) => known(actors.lon[actor]!),
    lat: (actor) => known(actors.lat[actor]!),
    coord_precision: (actor) => actorPrecisionAt(actors, actor),
    coord_source: (actor) => textAt(actors.positionSource, actor),
    website: (actor) => textAt(actors.website, actor),
    source_url: (actor) => textAt(actors.sourceUrl, actor),
    seen_year: (actor) => known(actors.seenYear[actor]!),
  };
  return ACTOR_COLUMNS.map(({ name, kind }) => ({ name, type: TYPE_OF_KIND[kind], value: values[name] }));
}

/**
 * How near the exported sites the actors of their catchments are, by index in the actor table; of no other actors.
 * @param unit of the distances
 */
export function nearnessColumns(
  { sites, actors }: Dataset,
  { actor, siteCount, nearestSite, nearestDistance }: CatchmentActors,
  unit: ReachUnit,
): readonly ExportColumn[] {
  const position = new Uint32Array(actors.count);
  for (let at = 0; at < actor.length; at++) position[actor[at]!] = at;
  const of = (value: (at: number) => CellValue) => (index: number) => value(position[index]!);
  return [
    { name: "sites_in_reach_n", type: "integer", value: of((at) => siteCount[at]!) },
    { name: "nearest_site_id", type: "text", value: of((at) => sites.id[nearestSite[at]!]!) },
    {
      name: unit === "meters" ? "nearest_site_m" : "nearest_site_min",
      type: "number",
      value: of((at) => rounded(nearestDistance[at]!, 3)),
    },
  ];
}

/**
 * Whether a record is supposed, where any is; the title of the table that it comes from and the line that its licence asks for,
 * both `null` for one added by hand; and whether it was edited by hand.
 */
function provenanceColumns(dataset: Dataset, kind: "sites" | "actors"): readonly ExportColumn[] {
  const { tables, provenance } = dataset;
  const { table, edit } = provenance[kind];
  const mark = {
    name: HYPOTHETICAL,
    type: "boolean",
    value: (index: number) => isHypothetical(dataset, kind, index),
  } as const;
  return [
    ...(hasHypotheticals(dataset) ? [mark] : []),
    { name: "table", type: "text", value: (index) => textOrNull(tables[table[index]!]?.title) },
    { name: "edited", type: "text", value: (index) => EDIT_MARKS[edit[index]!]! },
    { name: "attribution", type: "text", value: (index) => textOrNull(tables[table[index]!]?.source.attribution) },
  ];
}

const TYPE_OF_KIND: Readonly<Record<ColumnKind, ColumnType>> = {
  identifier: "text",
  longitude: "degrees",
  latitude: "degrees",
  text: "text",
  year: "integer",
  area: "number",
  duration: "number",
  vocabulary: "text",
  "country-code": "text",
  "web-address": "text",
  count: "integer",
  date: "text",
  geometry: "text",
};

function textOrNull(text: string | undefined): string | null {
  return text === undefined || text === "" ? null : text;
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
  const amounts = weighted ? "number" : "integer";
  const bySector = (
    type: ColumnType,
    name: (sector: Sector) => string,
    value: (site: number, sector: number) => CellValue,
  ): readonly ExportColumn[] =>
    SECTORS.map((sector, position) => ({ name: name(sector), type, value: (site) => value(site, position) }));

  return [
    ...reachColumns(rule),
    { name: "verdict", type: "text", value: (site) => VERDICTS[verdicts.verdict[site]!]! },
    {
      name: "verdict_depends_on_positions",
      type: "boolean",
      value: (site) => (hasPoint(site) ? verdicts.dependsOnPositions[site] === 1 : null),
    },
    ...bySector(
      amounts,
      (sector) => `${sector}_${unit}`,
      (site, sector) => amount(verdicts.count, site, sector),
    ),
    {
      name: `total_${unit}`,
      type: amounts,
      value: (site) => (isCounted(site) ? rounded(total(site), decimals) : null),
    },
    ...bySector(
      amounts,
      (sector) => `${sector}_${unit}_certain`,
      (site, sector) => amount(verdicts.certainCount, site, sector),
    ),
    ...bySector(
      amounts,
      (sector) => `${sector}_${unit}_possible`,
      (site, sector) => amount(verdicts.possibleCount, site, sector),
    ),
    ...bySector("text", (sector) => `${sector}_coverage`, level),
    ...bySector(
      amounts,
      (sector) => `short_${sector}_${unit}`,
      (site, sector) =>
        amount(verdicts.count, site, sector) === null
          ? null
          : rounded(computeShortfall(counts(site), thresholds).sectors[sector]!, decimals),
    ),
    {
      name: `short_total_${unit}`,
      type: amounts,
      value: (site) => (isCounted(site) ? rounded(computeShortfall(counts(site), thresholds).total, decimals) : null),
    },
    ...INDICATORS.map(({ id, decimals: kept, ...indicator }) => ({
      name: columnIn(indicator, unitOf(rule)),
      type: kept === 0 ? ("integer" as const) : ("number" as const),
      value: (site: number) => rounded(indicators[id][site]!, kept),
    })),
  ];
}

/** The rule's reach: in metres, in minutes by isochrones, or in both where minutes are estimated. */
export function reachColumns(rule: Rule): readonly ExportColumn[] {
  const meters = unitOf(rule) === "meters" ? { reach_m: rule.reach } : {};
  return constantColumns({ ...meters, ...(rule.travel !== null && travelMembers(rule.travel)) });
}

/** Columns with the same value in every row. */
export function constantColumns(constants: Readonly<Record<string, CellValue>>): readonly ExportColumn[] {
  return Object.entries(constants).map(([name, value]) => ({
    name,
    type: typeof value === "number" ? "number" : "text",
    value: () => value,
  }));
}

/** The name of an indicator's column, which ends in the unit of reaches where it is one. */
export function columnIn({ column, unit }: Pick<Indicator, "column" | "unit">, measured: ReachUnit): string {
  return unit === "meters" && measured === "minutes" ? column.replace(/_m$/, "_min") : column;
}

/**
 * The rule with its units, as files name it. Its metres are what minutes come to that are estimated; under isochrones they are
 * those that hold without them, which are named beside an estimate where they are not the usual ones.
 */
export function ruleMembers(rule: Rule) {
  const { reach, travel } = rule;
  const straight = straightReach(rule);
  const isNamed = travel?.basis === "estimate" && straight !== DEFAULT_RULE.reach;
  return {
    reach_m: reach,
    ...thresholdMembers(rule),
    ...(travel !== null && travelMembers(travel)),
    ...(isNamed && { straight_reach_m: straight }),
  };
}

/** The rule but for its reach. */
export function thresholdMembers({ alone, together, floors, decay }: Rule) {
  return {
    alone_n: alone,
    together_n: together,
    floor_creative_n: floors.creative,
    floor_trade_n: floors.trade,
    floor_service_n: floors.service,
    decay,
  };
}

/** Minutes, and what they were estimated by. */
function travelMembers(travel: Travel) {
  const { minutes, profile, basis } = travel;
  return { reach_min: minutes, profile, minutes_from: basis, ...(basis === "estimate" && estimateMembers(travel)) };
}

function estimateMembers(travel: Travel) {
  const { detour, speed } = factorsOf(travel);
  return { detour_factor: detour, speed_kmh: speed };
}

function known(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** To so many decimals, without a trailing rest; never -0; `null` for what is no number. */
export function rounded(value: number, decimals: number): number | null {
  return Number.isFinite(value) ? Number(value.toFixed(decimals)) + 0 : null;
}
