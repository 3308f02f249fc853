/** Which records leave: the selected sites, the actors inside their catchments, or both. */
export const EXPORT_CONTENTS = ["sites", "actors", "both"] as const;
export type ExportContent = (typeof EXPORT_CONTENTS)[number];

/** Forms of a file; of CSV one for spreadsheets, with guarded texts, and one for programs, with texts as they are. */
export const EXPORT_FORMATS = ["geojson", "csv-spreadsheet", "csv-exact", "geopackage", "flatgeobuf"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportRequest {
  readonly content: ExportContent;
  readonly format: ExportFormat;
  /** Whether a single file, too, is put into an archive with its README. */
  readonly withReadme: boolean;
}

/** Whether the request makes several files, which leave as one archive; a GeoPackage holds all in one. */
export function isSeveral({ content, format }: Pick<ExportRequest, "content" | "format">): boolean {
  return content === "both" && format !== "geopackage";
}
