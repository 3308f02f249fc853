import { createTagTable, type TagTable } from "#data/osm/tag-table.ts";
import type { OsmElement } from "#data/osm/osm-element.ts";
import { computeTagTable } from "#tooling/osm-tag-table.ts";
import { readTaggingSchema } from "#tooling/tagging-schema.ts";
import { readDataFile } from "./bundled-tables.ts";

/** The tag table as the page has it. */
export function ownTagTable(): TagTable {
  const file = "osm-actors.csv";
  return createTagTable(computeTagTable(readDataFile(file), file, readTaggingSchema()).rules);
}

/** A node at 14°, 46°, unless said otherwise. */
export function osmElement(id: number, tags: OsmElement["tags"], more: Partial<OsmElement> = {}): OsmElement {
  return { type: "node", id, lon: 14, lat: 46, tags, ...more };
}
