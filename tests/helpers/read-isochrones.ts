import { readFile } from "#data/ingest/read-file.ts";
import { finish } from "#domain/steps.ts";
import { stepsToIsochrones } from "#domain/travel/isochrone-row.ts";

/** Reads a text as a table of isochrones, as the page and the command line do. */
export async function readIsochrones(text: string, name = "areas.geojson") {
  const { records, ...ingest } = await readFile("isochrones", new File([text], name));
  return { ...ingest, records: finish(stepsToIsochrones([records])) };
}
