import type { CoverageArea, CoverageShape } from "#domain/coverage/coverage.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { identityColumns, resultColumns, ruleMembers } from "./export-rows.ts";
import type { SelectionExport } from "./selection-export.ts";

/** Names the writer of a file, by which it is known again. */
export const APP = "refresh-atlas";
/** The form of `metadata`; raised when older readers would misread it. */
export const EXPORT_FORMAT = 1;

/**
 * Writes the selection as an RFC 7946 FeatureCollection, a feature a line: geometry `null` for a site without a point, at
 * most 6 decimals, and one foreign member, `metadata`, from which and from the data named there every number follows.
 */
export function writeSitesGeojson(selection: SelectionExport): string {
  const columns = [...identityColumns(selection.dataset), ...resultColumns(selection)];
  const features = Array.from(selection.indices, (site) => {
    const cells = columns.map(({ name, value }) => [name, value(site)] as const);
    const { lon, lat, ...properties } = Object.fromEntries(cells);
    return JSON.stringify({
      type: "Feature",
      id: properties["id"],
      geometry: typeof lon === "number" && typeof lat === "number" ? { type: "Point", coordinates: [lon, lat] } : null,
      properties,
    });
  });
  const metadata = JSON.stringify(writeMetadata(selection), null, 1);
  const body = features.length === 0 ? "[]" : `[\n${features.join(",\n")}\n]`;
  return `{"type":"FeatureCollection",\n"metadata":${metadata},\n"features":${body}}\n`;
}

function writeMetadata(selection: SelectionExport) {
  const { dataset, indices, results, filters, sort, selected } = selection;
  const withoutPoint = indices.reduce((sum, site) => sum + (Number.isNaN(dataset.sites.lon[site]!) ? 1 : 0), 0);
  return {
    title: selection.title,
    app: APP,
    app_version: selection.appVersion,
    format: EXPORT_FORMAT,
    link: selection.link,
    count: indices.length,
    without_point: withoutPoint,
    filters_in_words: selection.filtersInWords,
    filters: { ...filters.values, text: filters.text },
    sort: { key: sort.key, descending: sort.descending },
    selected: selected === null ? null : { kind: selected.kind, id: selected.id },
    rule: ruleMembers(results.rule),
    distance: "geodesic on the WGS 84 ellipsoid, metres, to the millimetre; a point exactly at the reach counts",
    data_version: dataset.version,
    data_date: dataset.date,
    sources: dataset.sources.map(({ id, title, licence, licenceUrl, url, date, attribution }) => ({
      id,
      title,
      licence,
      licence_url: licenceUrl,
      url,
      date,
      attribution,
    })),
    coverage: dataset.coverage.map(writeCoverage),
    indicators: INDICATORS.map(({ column, unit, source }) => ({ column, unit, source })),
  };
}

function writeCoverage({ id, source, date, levels, shape }: CoverageArea) {
  return {
    id,
    source,
    date,
    creative: levels.creative,
    trade: levels.trade,
    service: levels.service,
    area: writeShape(shape),
  };
}

function writeShape(shape: CoverageShape) {
  switch (shape.kind) {
    case "everywhere":
      return { kind: shape.kind };
    case "disc":
      return { kind: shape.kind, lon: shape.center.lon, lat: shape.center.lat, radius_m: shape.radiusMeters };
    case "polygon":
      return { kind: shape.kind, rings: shape.rings };
  }
}
