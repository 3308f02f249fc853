import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import type { Rule } from "#domain/rule/rule.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { DISTANCE_WORDS } from "#data/export/export-metadata.ts";
import { ruleMembers, type CellValue } from "#data/export/export-rows.ts";
import { pointGeometry } from "#data/export/geojson-layer.ts";

/** What the rows of a GeoJSON rest on. */
export interface AnalysisMetadata {
  readonly sites: string;
  readonly actors: string;
  readonly coverage: CoverageLevel;
  readonly rules: readonly Rule[];
  /** `null`: none were loaded. */
  readonly residents: string | null;
}

/** An RFC 7946 FeatureCollection, in pieces: a feature for each row at its site's point, `null` where it has none. */
export function* geojsonPieces(
  sites: SiteTable,
  columns: readonly string[],
  rows: Iterable<{ readonly site: number; readonly cells: readonly CellValue[] }>,
  metadata: AnalysisMetadata,
): Generator<string> {
  yield `{"type":"FeatureCollection",\n"metadata":${JSON.stringify(metadataOf(metadata))},\n"features":[`;
  let separator = "\n";
  for (const { site, cells } of rows) {
    const feature = {
      type: "Feature",
      geometry: pointGeometry(sites.lon[site], sites.lat[site]),
      properties: Object.fromEntries(columns.map((name, index) => [name, cells[index] ?? null])),
    };
    yield `${separator}${JSON.stringify(feature)}`;
    separator = ",\n";
  }
  yield "\n]}\n";
}

function metadataOf({ sites, actors, coverage, rules, residents }: AnalysisMetadata) {
  return {
    app: "refresh-atlas-analyse",
    sites,
    actors,
    coverage,
    residents,
    rules: rules.map(ruleMembers),
    distance: DISTANCE_WORDS,
  };
}
