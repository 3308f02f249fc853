import { exportName } from "#data/export/export-name.ts";
import type { SelectionExport } from "#data/export/selection-export.ts";
import { writeSitesCsv } from "#data/export/sites-csv.ts";
import { writeSitesGeojson } from "#data/export/sites-geojson.ts";
import { filtersInWords } from "#i18n/filters-in-words.ts";
import { takeSnapshot } from "#state/selectors.ts";
import type { ExportFormat, PreparedExport } from "#ui/actions.ts";
import type { ActionHost } from "./action-host.ts";
import { APP_VERSION } from "./version.ts";

const WRITERS = {
  geojson: { write: writeSitesGeojson, type: "application/geo+json" },
  csv: { write: writeSitesCsv, type: "text/csv;charset=utf-8" },
} as const satisfies Record<ExportFormat, { write: (selection: SelectionExport) => string; type: string }>;

/**
 * Writes the current selection, in the order of the list.
 * @throws while there are no results yet: the interface asks only when there are
 */
export function prepareExport(
  { stores, selectors, translate, format: words }: ActionHost,
  format: ExportFormat,
  link: string,
): PreparedExport {
  const snapshot = takeSnapshot(stores);
  const { dataset, view } = snapshot;
  const indices = selectors.sortedSelection(snapshot);
  const results = selectors.siteResults(snapshot);
  if (dataset.phase !== "ready" || indices === null || results?.rule !== view.rule) {
    throw new Error("an export was asked for before the numbers were there");
  }
  const selection: SelectionExport = {
    dataset: dataset.dataset,
    indices,
    results,
    filters: view.filters,
    sort: view.sort,
    selected: view.selected,
    title: translate("export.file-title"),
    filtersInWords: filtersInWords(view.filters, translate, words),
    link,
    appVersion: APP_VERSION,
  };
  const { write, type } = WRITERS[format];
  const blob = new Blob([write(selection)], { type });
  const { lon } = dataset.dataset.sites;
  return {
    format,
    fileName: exportName(selection, format),
    siteCount: indices.length,
    withoutPoint: indices.filter((site) => Number.isNaN(lon[site]!)).length,
    sizeBytes: blob.size,
    blob,
  };
}
