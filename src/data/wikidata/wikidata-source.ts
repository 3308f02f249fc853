import type { DataSource } from "#domain/data-source.ts";

/** Wikidata as a source; `date` is the day on which it was asked. */
export const WIKIDATA_SOURCE: DataSource = {
  id: "wikidata",
  title: "Wikidata",
  licence: "CC0 1.0",
  licenceUrl: "https://creativecommons.org/publicdomain/zero/1.0/",
  url: "https://www.wikidata.org/",
  date: null,
  attribution: "Wikidata, CC0 1.0",
};
