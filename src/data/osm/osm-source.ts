import type { DataSource } from "#domain/data-source.ts";

/** OpenStreetMap as a source; `date` is that of its data where it is known. */
export const OSM_SOURCE: DataSource = {
  id: "openstreetmap",
  title: "OpenStreetMap",
  licence: "ODbL 1.0",
  licenceUrl: "https://opendatacommons.org/licenses/odbl/1-0/",
  url: "https://www.openstreetmap.org/copyright",
  date: null,
  attribution: "© OpenStreetMap contributors, ODbL 1.0",
};
