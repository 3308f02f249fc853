import type { ActorTable } from "#domain/actor/actor.ts";
import type { CoverageArea } from "#domain/coverage/coverage.ts";
import type { Dataset, Provenance } from "#domain/dataset.ts";
import { isochroneTable } from "#domain/travel/isochrone-table.ts";
import type { SiteTable } from "#domain/site/site.ts";

/** A dataset of these two tables, nothing edited. */
export function datasetOf(sites: SiteTable, actors: ActorTable, coverage: readonly CoverageArea[] = []): Dataset {
  return {
    sites,
    actors,
    spaces: [],
    areas: [],
    isochrones: isochroneTable([]),
    activities: [],
    coverage,
    sources: [],
    tables: [],
    provenance: { sites: untouched(sites.count), actors: untouched(actors.count) },
    version: "1",
    date: "2026-11-20",
  };
}

function untouched(count: number): Provenance {
  return { table: new Uint16Array(count), edit: new Uint8Array(count) };
}
