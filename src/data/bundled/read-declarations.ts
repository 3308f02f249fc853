import Papa from "papaparse";
import { SECTORS, type Sector } from "#domain/actor/actor.ts";
import { COVERAGE_LEVELS, type CoverageArea, type CoverageLevel } from "#domain/coverage/coverage.ts";
import type { DataSource } from "#domain/data-source.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { meters } from "#domain/units.ts";

/** A row of one of our own tables, by column. */
export type OwnRow = Readonly<Record<string, string>>;

/**
 * Reads a table that is kept with the page: comma separated, the first row names the columns.
 * @throws where a row has another number of cells than the first, or a quote stays open
 */
export function readOwnTable(text: string, file: string): OwnRow[] {
  const { data, errors } = Papa.parse<string[]>(text, { header: false, delimiter: ",", skipEmptyLines: false });
  const [error] = errors;
  if (error !== undefined) throw new Error(`${file} row ${String((error.row ?? 0) + 1)}: ${error.message}`);
  const [header = [], ...rows] = data;
  if (rows.at(-1)?.join("") === "") rows.pop();
  return rows.map((cells, index) => {
    if (cells.length !== header.length) {
      throw new Error(`${file} row ${String(index + 2)}: ${String(cells.length)} cells, not ${String(header.length)}`);
    }
    return Object.fromEntries(header.map((name, position) => [name, cells[position] ?? ""]));
  });
}

/**
 * Reads the table of sources.
 * @throws where a column is missing
 */
export function readSources(text: string, file: string): DataSource[] {
  return readOwnTable(text, file).map((row) => {
    const cell = cellReader(row, file);
    return {
      id: cell("id"),
      title: cell("title"),
      licence: cell("licence"),
      licenceUrl: cell("licence_url"),
      url: cell("url"),
      date: cell("date") === "" ? null : cell("date"),
      attribution: cell("attribution"),
    };
  });
}

/**
 * Reads the table of declared coverage: discs around the points of sites. The name of the source comes from `sources`.
 * @throws where a row names a site without a point, an unknown site or source, or a level that does not exist
 */
export function readCoverage(
  text: string,
  file: string,
  sites: SiteTable,
  sources: readonly DataSource[],
): CoverageArea[] {
  const siteIndex = new Map<string, number>(sites.id.map((id, index) => [id, index]));
  const titles = new Map(sources.map(({ id, title }) => [id, title]));
  return readOwnTable(text, file).map((row) => {
    const cell = cellReader(row, file);
    const index = siteIndex.get(cell("site_id"));
    const source = titles.get(cell("source_id"));
    const lon = sites.lon[index ?? -1];
    const lat = sites.lat[index ?? -1];
    const radius = Number(cell("radius_m"));
    if (lon === undefined || lat === undefined || Number.isNaN(lon)) {
      throw new Error(`${file}: no point for site "${cell("site_id")}"`);
    }
    if (source === undefined) throw new Error(`${file}: no source "${cell("source_id")}"`);
    if (!(radius > 0)) throw new Error(`${file}: "${cell("radius_m")}" is no radius`);
    const levels = Object.fromEntries(SECTORS.map((sector) => [sector, toLevel(cell(sector), file)]));
    return {
      id: cell("id"),
      source,
      date: cell("date") === "" ? null : cell("date"),
      levels: levels as Record<Sector, CoverageLevel>,
      shape: { kind: "disc", center: { lon, lat }, radiusMeters: meters(radius) },
    };
  });
}

function cellReader(row: OwnRow, file: string): (column: string) => string {
  return (column) => {
    const value = row[column];
    if (value === undefined) throw new Error(`${file} has no column ${column}`);
    return value;
  };
}

function toLevel(text: string, file: string): CoverageLevel {
  const level = COVERAGE_LEVELS.find((candidate) => candidate === text);
  if (level === undefined) throw new Error(`${file}: "${text}" is no level of coverage`);
  return level;
}
