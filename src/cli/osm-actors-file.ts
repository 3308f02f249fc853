import { actorTableColumns } from "#data/export/export-rows.ts";
import { pointGeometry } from "#data/export/geojson-layer.ts";
import { OSM_SOURCE } from "#data/osm/osm-source.ts";
import { SECTORS, sectorAt, type ActorTable, type Sector } from "#domain/actor/actor.ts";
import { boxRing } from "#domain/geo/box-ring.ts";
import type { CoverageLevel } from "#domain/coverage/coverage.ts";
import type { DegreesBox, ExtractHeader } from "./extract/extract-file.ts";
import type { ExtractContent } from "./extract/read-extract.ts";

/** The actors of an extract, and what they rest on. */
export interface ExtractActors extends ExtractContent {
  /** Name of the file. */
  readonly extract: string;
  readonly header: ExtractHeader;
  /** What was asked for; `null`: all. */
  readonly bbox: DegreesBox | null;
  readonly actors: ActorTable;
  /** Objects left out because another one is the same actor. */
  readonly repeats: number;
}

/** As OpenStreetMap keeps coordinates: 1 cm. */
const DECIMALS = 7;

/**
 * An extract may be cut along any line, and tells at most the box around it: what it does not list in a box is not known.
 */
const LEVEL: CoverageLevel = "partial";

/** An RFC 7946 FeatureCollection, in pieces, with the columns of an actor table and one foreign member, `metadata`. */
export function* actorFilePieces(found: ExtractActors): Generator<string> {
  yield `{"type":"FeatureCollection",\n"metadata":${JSON.stringify(metadataOf(found), null, 1)},\n"features":[`;
  const { actors } = found;
  const columns = actorTableColumns(actors).filter(({ type }) => type !== "degrees");
  for (let actor = 0; actor < actors.count; actor++) {
    const properties = Object.fromEntries(columns.map(({ name, value }) => [name, value(actor)]));
    const feature = {
      type: "Feature",
      id: properties["id"],
      geometry: pointGeometry(actors.lon[actor], actors.lat[actor], DECIMALS),
      properties,
    };
    yield `${actor === 0 ? "\n" : ",\n"}${JSON.stringify(feature)}`;
  }
  yield "\n]}\n";
}

export function sectorCounts(
  actors: ActorTable,
  indices: Iterable<number> = Array(actors.count).keys(),
): Readonly<Record<Sector, number>> {
  const counts = { creative: 0, trade: 0, service: 0 };
  for (const actor of indices) counts[sectorAt(actors, actor)] += 1;
  return counts;
}

function metadataOf({ extract, header, bbox, counts, actors, withoutPosition, repeats }: ExtractActors) {
  const { asOf, box } = header;
  const { id, title, licence, licenceUrl, url, attribution } = OSM_SOURCE;
  const area = bbox ?? box;
  return {
    title: `Actors of OpenStreetMap: ${extract}`,
    app: "refresh-atlas-osm-actors",
    extract,
    as_of: asOf,
    bbox: listOf(bbox),
    extract_bbox: listOf(box),
    count: actors.count,
    sectors: sectorCounts(actors),
    elements_read: counts,
    without_position: withoutPosition,
    mapped_twice: repeats,
    sources: [{ id, title, licence, licence_url: licenceUrl, url, date: asOf, attribution }],
    coverage: [
      {
        id: "osm-extract",
        source: title,
        date: asOf,
        ...Object.fromEntries(SECTORS.map((sector) => [sector, LEVEL])),
        area: area === null ? null : { kind: "polygon", rings: [boxRing(area)] },
      },
    ],
  };
}

/** As RFC 7946 lists the sides of a box. */
function listOf(box: DegreesBox | null): readonly number[] | null {
  return box === null ? null : [box.west, box.south, box.east, box.north];
}
