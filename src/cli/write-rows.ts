import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import type { Rule } from "#domain/rule/rule.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { ANALYSIS_COLUMNS, type Cell } from "./analysis-rows.ts";

/** One line of CSV (RFC 4180), ended by a line feed. Texts stand as they are, so that identifiers still match. */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? csvText(cell) : cell === null ? "" : String(cell))).join(",")}\n`;
}

function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What the rows of a GeoJSON rest on. */
export interface AnalysisMetadata {
  readonly sites: string;
  readonly actors: string;
  readonly coverage: CoverageLevel;
  readonly rules: readonly Rule[];
}

/** An RFC 7946 FeatureCollection, in pieces: a feature for each row at its site's point, `null` where it has none. */
export function* geojsonPieces(
  sites: SiteTable,
  rows: Iterable<{ readonly site: number; readonly cells: readonly Cell[] }>,
  metadata: AnalysisMetadata,
): Generator<string> {
  yield `{"type":"FeatureCollection",\n"metadata":${JSON.stringify(metadataOf(metadata))},\n"features":[`;
  let separator = "\n";
  for (const { site, cells } of rows) {
    const [lon, lat] = [sites.lon[site]!, sites.lat[site]!];
    const feature = {
      type: "Feature",
      geometry: Number.isNaN(lon) ? null : { type: "Point", coordinates: [sixDecimals(lon), sixDecimals(lat)] },
      properties: Object.fromEntries(ANALYSIS_COLUMNS.map((name, index) => [name, cells[index] ?? null])),
    };
    yield `${separator}${JSON.stringify(feature)}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}

function metadataOf({ sites, actors, coverage, rules }: AnalysisMetadata) {
  return {
    app: "refresh-atlas-analyse",
    sites,
    actors,
    coverage,
    rules: rules.map(({ reach, alone, together, floors, decay }) => ({
      reach_m: reach,
      alone_n: alone,
      together_n: together,
      floor_creative_n: floors.creative,
      floor_trade_n: floors.trade,
      floor_service_n: floors.service,
      decay,
    })),
    distance: "geodesic on the WGS 84 ellipsoid, metres, to the millimetre; a point exactly at the reach counts",
  };
}

function sixDecimals(degrees: number): number {
  return Number(degrees.toFixed(6)) + 0;
}
