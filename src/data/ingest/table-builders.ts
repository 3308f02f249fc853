import type { TableKind } from "#domain/workspace/table.ts";
import { actorBuilder } from "./actor-builder.ts";
import { areaBuilder } from "./area-builder.ts";
import { activityBuilder } from "./activity-builder.ts";
import { isochroneBuilder } from "./isochrone-builder.ts";
import { populationBuilder } from "./population-builder.ts";
import { siteBuilder } from "./site-builder.ts";
import { spaceBuilder } from "./space-builder.ts";
import type { BuilderSource, TableBuilder } from "./table-builder.ts";

/** How the rows of a kind become its table. */
export function tableBuilder<K extends TableKind>(kind: K, source: BuilderSource): TableBuilder<K> {
  const make = BUILDERS[kind] as (source: BuilderSource) => TableBuilder<K>;
  return make(source);
}

const BUILDERS: { readonly [K in TableKind]: (source: BuilderSource) => TableBuilder<K> } = {
  sites: siteBuilder,
  actors: actorBuilder,
  population: populationBuilder,
  spaces: spaceBuilder,
  activities: activityBuilder,
  areas: areaBuilder,
  isochrones: isochroneBuilder,
};
