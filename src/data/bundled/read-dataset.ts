import type { ActorTable } from "#domain/actor/actor.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { SiteTable } from "#domain/site/site.ts";
import { DATASET_FORMAT, type DatasetFile, type JsonTable } from "./dataset-format.ts";

/**
 * Reads the tables that the build prepared.
 * @throws where the file is not of the format that this build writes, or a column has not the length of its table
 */
export function readBundledDataset(buffer: ArrayBuffer): Dataset {
  const file = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(buffer)) as Partial<DatasetFile>;
  if (file.format !== DATASET_FORMAT) throw new Error(`the dataset is not of format ${DATASET_FORMAT}`);
  const { version, date, sources, coverage, sites, actors } = file as DatasetFile;
  return { version, date, sources, coverage, sites: readSiteTable(sites), actors: readActorTable(actors) };
}

function readSiteTable(file: JsonTable<SiteTable>): SiteTable {
  checkLengths("sites", file);
  return {
    ...file,
    lon: toFloats(file.lon),
    lat: toFloats(file.lat),
    builtFromYear: toFloats(file.builtFromYear),
    closedInYear: toFloats(file.closedInYear),
    statusYear: toFloats(file.statusYear),
    floorAreaSquareMeters: toFloats(file.floorAreaSquareMeters),
  };
}

function readActorTable(file: JsonTable<ActorTable>): ActorTable {
  checkLengths("actors", file);
  return {
    ...file,
    lon: toFloats(file.lon),
    lat: toFloats(file.lat),
    sector: Uint8Array.from(file.sector),
    seenYear: toFloats(file.seenYear),
  };
}

function toFloats(values: readonly (number | null)[]): Float64Array {
  return Float64Array.from(values, (value) => value ?? NaN);
}

function checkLengths(table: string, { count, ...columns }: { readonly count: number }): void {
  for (const [name, column] of Object.entries(columns)) {
    if (!Array.isArray(column) || column.length !== count) {
      throw new Error(`column ${name} of ${table} has not ${String(count)} values`);
    }
  }
}
