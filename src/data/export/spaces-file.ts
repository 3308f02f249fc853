import type { Dataset } from "#domain/dataset.ts";
import type { ExportFormat } from "#domain/export/request.ts";
import type { Space } from "#domain/space/space.ts";
import { LAYOUTS } from "../project/table-layout.ts";
import { APP } from "./export-metadata.ts";
import { NAME_ENDS, type ExportPlan } from "./export-plan.ts";
import type { CellValue, ColumnHead } from "./export-rows.ts";
import { createExportWriter } from "./export-writer.ts";

/** A room with the index of its site, `null` where that is not loaded. */
export interface PlacedSpace {
  readonly space: Space;
  readonly site: number | null;
}

/** All that a file of rooms is made of; the same input gives the same bytes. */
export interface SpacesExport {
  readonly dataset: Dataset;
  /** In the order of the file. */
  readonly spaces: readonly PlacedSpace[];
  readonly title: string;
  /** The address that opens this very view. */
  readonly link: string;
  readonly appVersion: string;
}

interface Column extends ColumnHead {
  readonly value: (room: PlacedSpace) => CellValue;
}

/**
 * Writes rooms under the names of our own tables, with name and point of the site that each is in. The file can be opened as a
 * table of rooms; it restores no view.
 */
export async function writeSpaces(
  list: SpacesExport,
  format: Extract<ExportFormat, "csv-spreadsheet" | "geojson">,
): Promise<{ readonly blob: Blob; readonly fileName: string }> {
  const { dataset, spaces } = list;
  const columns = [...roomColumns(), ...siteColumns(dataset), ...(format === "geojson" ? [] : constantColumns(list))];
  const metadata = describe(list);
  const head = {
    name: "spaces",
    columns: columns.map(({ name, type }) => ({ name, type })),
    rowCount: spaces.length,
    metadata,
  };
  const plan: ExportPlan = { format, layers: [head], metadata, date: dataset.date, readme: "", asArchive: false };
  const writer = await createExportWriter(plan, {});
  writer.rows(
    0,
    spaces.map((room) => columns.map(({ value }) => value(room))),
  );
  return { blob: writer.finish(), fileName: `${APP}_${String(spaces.length)}-rooms${NAME_ENDS[format]}` };
}

function roomColumns(): readonly Column[] {
  return LAYOUTS.spaces.map(({ header, member, type }) => ({
    name: header,
    type: type.kind === "number" ? "number" : "text",
    value: ({ space }) => space[member as keyof Space],
  }));
}

function siteColumns({ sites }: Dataset): readonly Column[] {
  const ofSite = (name: string, type: ColumnHead["type"], value: (site: number) => CellValue): Column => ({
    name,
    type,
    value: ({ site }) => (site === null ? null : value(site)),
  });
  const degrees = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return [
    ofSite("site_name", "text", (site) => sites.name[site] ?? null),
    ofSite("municipality", "text", (site) => sites.municipality[site] ?? null),
    ofSite("country", "text", (site) => sites.country[site] ?? null),
    ofSite("lon", "degrees", (site) => degrees(sites.lon[site])),
    ofSite("lat", "degrees", (site) => degrees(sites.lat[site])),
    ofSite("coord_precision", "text", (site) => sites.precision[site] ?? null),
  ];
}

function constantColumns({ dataset, link, appVersion }: SpacesExport): readonly Column[] {
  const constants = {
    data_version: dataset.version,
    data_date: dataset.date,
    app_version: appVersion,
    link,
    text_guard: "apostrophe",
  };
  return Object.entries(constants).map(([name, text]) => ({ name, type: "text", value: () => text }));
}

/** No member `app`, by which files that restore a view are known. */
function describe({ title, appVersion, link, dataset, spaces }: SpacesExport) {
  const tables = dataset.tables.filter(({ kind }) => kind === "spaces" || kind === "sites");
  const sources = new Map(tables.map(({ source }) => [source.id, source]));
  return {
    title,
    writer: APP,
    app_version: appVersion,
    link,
    count: spaces.length,
    points: "those of the sites that the rooms are in",
    data_version: dataset.version,
    data_date: dataset.date,
    sources: [...sources.values()].map(({ id, title: name, licence, licenceUrl, url, date, attribution }) => ({
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
