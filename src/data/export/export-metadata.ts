import type { CoverageArea, CoverageShape } from "#domain/coverage/coverage.ts";
import { isShareAlike } from "#domain/data-source.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { unitOf } from "#domain/travel/apply-rule.ts";
import { choiceMembers } from "./choice-json.ts";
import { columnIn, ruleMembers } from "./export-rows.ts";
import { hypotheticalMembers } from "./hypothetical-members.ts";
import { originsFor, writeOrigin } from "./isochrone-members.ts";
import { headsOf, type Layer } from "./layers.ts";
import type { SelectionExport } from "./selection-export.ts";

/** Names the writer of a file, by which it is known again. */
export const APP = "refresh-atlas";
/** The form of the metadata; raised when older readers would misread it. */
export const EXPORT_FORMAT = 1;

/** How distances in files were measured. */
export const DISTANCE_WORDS =
  "geodesic on the WGS 84 ellipsoid, metres, to the millimetre; a point exactly at the reach counts";

/** How minutes in files were found, where a rule counts by isochrones. */
const MINUTES_WORDS =
  "the least minutes of the loaded isochrones that hold the actor, their edges included; a reach holds those of all minutes up to it";

/** A JSON object that says how files were made. */
export type Metadata = Readonly<Record<string, unknown>>;

/** Of a file with one layer: as {@link exportMetadata}, and what the layer holds. */
export function layerMetadata(selection: SelectionExport, layer: Layer): Metadata {
  const { title, app, app_version, format, link, ...rest } = exportMetadata(selection, [layer]);
  const { name, count, without_point } = describeLayer(layer);
  return { title, app, app_version, format, link, layer: name, count, without_point, ...rest };
}

/**
 * The view that was exported, as words and as data, the rule, and all that the numbers rest on: from it, and from the data
 * named there, every number follows.
 */
export function exportMetadata(selection: SelectionExport, layers: readonly Layer[]) {
  const { dataset, indices, results, filters, sort, selected } = selection;
  const origins = originsFor(dataset, results.rule);
  return {
    title: selection.title,
    app: APP,
    app_version: selection.appVersion,
    format: EXPORT_FORMAT,
    link: selection.link,
    site_count: indices.length,
    layers: layers.map(describeLayer),
    filters_in_words: selection.filtersInWords,
    filters: { ...filters.values, text: filters.text },
    ...choiceMembers(selection.choice),
    sort: { key: sort.key, descending: sort.descending },
    selected: selected === null ? null : { kind: selected.kind, id: selected.id },
    rule: ruleMembers(results.rule),
    distance: DISTANCE_WORDS,
    ...(unitOf(results.rule) === "minutes" && { minutes: MINUTES_WORDS, isochrones: origins.map(writeOrigin) }),
    ...hypotheticalMembers(dataset),
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
    indicators: INDICATORS.map((indicator) => {
      const column = columnIn(indicator, unitOf(results.rule));
      return { column, unit: column === indicator.column ? indicator.unit : "minutes", source: indicator.source };
    }),
  };
}

function describeLayer(layer: Layer) {
  return {
    name: layer.name,
    count: layer.rows.length,
    without_point: layer.withoutPoint,
    columns: headsOf(layer),
    sources: layer.sources.map((source) => ({ id: source.id, share_alike: isShareAlike(source) })),
  };
}

/** As a member of `coverage` in files. */
export function writeCoverage({ id, source, date, levels, shape }: CoverageArea) {
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
