import type { Activity } from "./activity/activity.ts";
import type { ActorTable } from "./actor/actor.ts";
import type { Area } from "./area/area.ts";
import type { CoverageArea } from "./coverage/coverage.ts";
import type { DataSource } from "./data-source.ts";
import type { SiteTable } from "./site/site.ts";
import type { Space } from "./space/space.ts";
import type { IsochroneTable } from "./travel/isochrone-table.ts";
import type { TableInfo } from "./workspace/table.ts";

/** Where the n records of a table come from. */
export interface Provenance {
  /** (n) position in `Dataset.tables`; of a record added by hand the number of tables. */
  readonly table: Uint16Array;
  /** (n) position in `EDIT_MARKS`. */
  readonly edit: Uint8Array;
}

/** All that the numbers rest on: the loaded tables taken together, with what was done by hand. Replaced whole. */
export interface Dataset {
  readonly sites: SiteTable;
  readonly actors: ActorTable;
  readonly spaces: readonly Space[];
  readonly activities: readonly Activity[];
  /** No identifier twice. */
  readonly areas: readonly Area[];
  /** Of all tables of isochrones; which site they are of is found anew when sites change. */
  readonly isochrones: IsochroneTable;
  readonly coverage: readonly CoverageArea[];
  readonly sources: readonly DataSource[];
  readonly tables: readonly TableInfo[];
  readonly provenance: { readonly sites: Provenance; readonly actors: Provenance };
  /** Version of the tables as published, and a short hash of their content. */
  readonly version: string;
  /** ISO 8601 day on which the published tables were last changed. */
  readonly date: string;
}
