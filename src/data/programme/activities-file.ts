import type { Activity } from "#domain/activity/activity.ts";
import type { DataSource } from "#domain/data-source.ts";
import type { Dataset } from "#domain/dataset.ts";
import { ACTIVITY_COLUMNS } from "#domain/ingest/columns.ts";
import { tableOfActivity } from "#domain/programme/activity-table.ts";
import { periodOf } from "#domain/programme/period.ts";
import { APP } from "../export/export-metadata.ts";
import { NAME_ENDS, type ExportPlan } from "../export/export-plan.ts";
import type { CellValue, ExportColumn } from "../export/export-rows.ts";
import { createExportWriter } from "../export/export-writer.ts";

/** All that a file of activities is made of; the same input gives the same bytes. */
export interface ActivitiesExport {
  readonly dataset: Dataset;
  /** Positions in the list of activities, in the order of the file. */
  readonly indices: readonly number[];
  readonly title: string;
  /** What narrows the list, in words; empty for nothing. */
  readonly filtersInWords: string;
  /** The address that opens this very view. */
  readonly link: string;
  readonly appVersion: string;
}

/** What files of activities can be. */
export type ActivitiesFormat = "csv-spreadsheet" | "geojson";

type ActivityColumn = (typeof ACTIVITY_COLUMNS)[number]["name"];

/** Writes activities under the names of our own table, so that the file can be opened as one; it restores no view. */
export async function writeActivities(list: ActivitiesExport, format: ActivitiesFormat): Promise<Blob> {
  const { dataset, indices } = list;
  const sources = sourcesOf(dataset, indices);
  const columns = [...activityColumns(dataset), ...(format === "geojson" ? [] : constantColumns(list))];
  const metadata = describe(list, sources);
  const head = { name: "activities", columns: headsOf(columns), rowCount: indices.length, metadata } as const;
  const plan: ExportPlan = {
    format,
    layers: [head],
    metadata,
    date: dataset.date,
    readme: "",
    asArchive: false,
  };
  const writer = await createExportWriter(plan, {});
  writer.rows(
    0,
    indices.map((index) => columns.map(({ value }) => value(index))),
  );
  return writer.finish();
}

/** What the file of a list is called. */
export function activitiesFileName(count: number, end: ActivitiesFormat | "calendar"): string {
  return `${APP}_programme_${String(count)}-activities${end === "calendar" ? ".ics" : NAME_ENDS[end]}`;
}

function activityColumns(dataset: Dataset): readonly ExportColumn[] {
  const values: Readonly<Record<ActivityColumn, (activity: Activity) => CellValue>> = {
    id: ({ id }) => id,
    type: ({ type }) => type,
    title: ({ title }) => title,
    site_id: ({ siteId }) => siteId,
    place: ({ place }) => place,
    country: ({ country }) => country,
    lon: ({ lon }) => lon,
    lat: ({ lat }) => lat,
    coord_precision: ({ precision }) => precision,
    date_from: ({ dateFrom }) => dateFrom,
    date_to: ({ dateTo }) => dateTo,
    note: ({ note }) => note,
    source_url: ({ sourceUrl }) => sourceUrl,
  };
  const of = (value: (activity: Activity) => CellValue) => (index: number) => {
    const activity = dataset.activities[index];
    return activity === undefined ? null : value(activity);
  };
  return [
    ...ACTIVITY_COLUMNS.map(({ name }): ExportColumn => ({
      name,
      type: name === "lon" || name === "lat" ? "degrees" : "text",
      value: of(values[name]),
    })),
    { name: "date_precision", type: "text", value: of((activity) => periodOf(activity)?.precision ?? null) },
    { name: "table", type: "text", value: (index) => tableOfActivity(dataset, index)?.title ?? null },
    {
      name: "attribution",
      type: "text",
      value: (index) => tableOfActivity(dataset, index)?.source.attribution ?? null,
    },
  ];
}

function constantColumns({ dataset, filtersInWords, link, appVersion }: ActivitiesExport): readonly ExportColumn[] {
  const values = {
    filters_in_words: filtersInWords,
    data_version: dataset.version,
    data_date: dataset.date,
    app_version: appVersion,
    link,
    text_guard: "apostrophe",
  };
  return Object.entries(values).map(([name, value]) => ({ name, type: "text", value: () => value }));
}

function headsOf(columns: readonly ExportColumn[]) {
  return columns.map(({ name, type }) => ({ name, type }));
}

function sourcesOf(dataset: Dataset, indices: readonly number[]): readonly DataSource[] {
  const sources = indices.flatMap((index) => tableOfActivity(dataset, index)?.source ?? []);
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}

/** No member `app`, by which files that restore a view are known. */
function describe(list: ActivitiesExport, sources: readonly DataSource[]) {
  const { title, filtersInWords, link, appVersion, dataset, indices } = list;
  return {
    title,
    writer: APP,
    app_version: appVersion,
    link,
    filters_in_words: filtersInWords,
    count: indices.length,
    data_version: dataset.version,
    data_date: dataset.date,
    sources: sources.map(({ id, title: name, licence, licenceUrl, url, date, attribution }) => ({
      id,
      title: name,
      licence,
      licence_url: licenceUrl,
      url,
      date,
      attribution,
    })),
  };
}
