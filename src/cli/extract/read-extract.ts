import { FloatBuilder } from "#data/ingest/column-builders.ts";
import type { OsmElement } from "#data/osm/osm-element.ts";
import { decodeBlock, type BlockTaker, type Member } from "./decode-block.ts";
import type { BlockPlace, ExtractFile, ExtractHeader } from "./extract-file.ts";
import { emptyBox, lowerBound, NodePositions, withoutRepeats, type Box } from "./node-positions.ts";

/** Which objects are wanted. */
export interface Wanted {
  /** An object with none of these keys is not. */
  readonly keys: ReadonlySet<string>;
  readonly isWanted: (tags: Readonly<Record<string, string>>) => boolean;
  /** Whether a point, in degrees, is in the area asked for. */
  readonly isInside: (lon: number, lat: number) => boolean;
  /** Gets what is wanted, in any order. */
  readonly take: (element: OsmElement) => void;
}

/** What an extract was found to hold. */
export interface ExtractContent {
  /** Objects in the file, wanted or not. */
  readonly counts: { readonly node: number; readonly way: number; readonly relation: number };
  /** Wanted objects none of whose nodes is in the file. */
  readonly withoutPosition: number;
  readonly header: ExtractHeader;
  /** Blocks of a kind that the format leaves to others. */
  readonly passedOver: readonly BlockPlace[];
}

const UNITS_A_DEGREE = 1e7;

/**
 * Reads the wanted objects of an extract, in up to three passes: the objects themselves, the ways that are members of wanted
 * relations, the positions of the nodes of all these. A way and a relation stand at the middle of their bounding box; of a
 * relation the member nodes and ways make it, not members that are relations themselves. A member that is not in the file is
 * left out. What is kept grows with the wanted objects, not with the file.
 * @throws ExtractError
 */
export function readExtract(file: ExtractFile, { keys, isWanted, isInside, take }: Wanted): ExtractContent {
  const header = file.header();
  const ways: Pending[] = [];
  const relations: PendingRelation[] = [];
  const counts = { node: 0, way: 0, relation: 0 };
  const passedOver: BlockPlace[] = [];
  const withNodes: BlockPlace[] = [];
  const withWays: BlockPlace[] = [];
  const lists = new NodeLists();
  let withoutPosition = 0;
  const add = (type: OsmElement["type"], id: number, { west, south, east, north }: Box, tags: OsmElement["tags"]) => {
    const lon = Math.round((west + east) / 2) / UNITS_A_DEGREE;
    const lat = Math.round((south + north) / 2) / UNITS_A_DEGREE;
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)) withoutPosition += 1;
    else if (isInside(lon, lat)) take({ type, id, lon, lat, tags });
  };
  const objects: BlockTaker = {
    node(id, lon, lat, list) {
      if (!list.hasKey()) return;
      const tags = list.all();
      if (isWanted(tags)) add("node", id, { west: lon, south: lat, east: lon, north: lat }, tags);
    },
    way(id, list, nodes) {
      if (!list.hasKey()) return;
      const tags = list.all();
      if (isWanted(tags)) ways.push({ id, tags, nodes: lists.add(nodes()) });
    },
    relation(id, list, members) {
      if (!list.hasKey()) return;
      const tags = list.all();
      if (!isWanted(tags)) return;
      const all = members();
      const nodes = lists.add(idsOf(all, "node"));
      relations.push({ id, tags, nodes, ways: idsOf(all, "way") });
    },
  };
  for (const place of file.blocks()) {
    if (place.kind !== "OSMData") {
      if (place.kind !== "OSMHeader") passedOver.push(place);
      continue;
    }
    const held = file.read(place, (bytes) => decodeBlock(bytes, keys, objects));
    if (held.node > 0) withNodes.push(place);
    if (held.way > 0) withWays.push(place);
    counts.node += held.node;
    counts.way += held.way;
    counts.relation += held.relation;
  }

  const memberIds = withoutRepeats(Float64Array.from(relations.flatMap((relation) => relation.ways)).sort());
  const memberNodes = new Map<number, NodeList>();
  const members: BlockTaker = {
    way(id, _, nodes) {
      if (memberIds[lowerBound(memberIds, id)] === id) memberNodes.set(id, lists.add(nodes()));
    },
  };
  if (memberIds.length > 0) {
    for (const place of withWays) file.read(place, (bytes) => decodeBlock(bytes, null, members));
  }

  const positions = new NodePositions(lists.all());
  const nodes: BlockTaker = {
    node(id, lon, lat) {
      positions.offer(id, lon, lat);
    },
  };
  if (positions.size > 0) {
    for (const place of withNodes) file.read(place, (bytes) => decodeBlock(bytes, null, nodes));
  }
  const boxOf = (parts: readonly NodeList[]): Box => {
    const box = emptyBox();
    for (const part of parts) for (const id of lists.of(part)) positions.extend(box, id);
    return box;
  };
  for (const way of ways) add("way", way.id, boxOf([way.nodes]), way.tags);
  for (const relation of relations) {
    const parts = relation.ways.flatMap((id) => memberNodes.get(id) ?? []);
    add("relation", relation.id, boxOf([relation.nodes, ...parts]), relation.tags);
  }
  return { counts, withoutPosition, header, passedOver };
}

interface Pending {
  readonly id: number;
  readonly tags: OsmElement["tags"];
  readonly nodes: NodeList;
}

interface PendingRelation extends Pending {
  /** Numbers of its member ways. */
  readonly ways: readonly number[];
}

function idsOf(members: readonly Member[], type: Member["type"]): number[] {
  return members.filter((member) => member.type === type).map(({ id }) => id);
}

/** A stretch of {@link NodeLists}. */
interface NodeList {
  readonly from: number;
  readonly end: number;
}

/** Numbers of nodes, many lists in one column. */
class NodeLists {
  readonly #ids = new FloatBuilder();
  #count = 0;

  add(ids: readonly number[]): NodeList {
    const from = this.#count;
    for (const id of ids) this.#ids.push(id);
    this.#count += ids.length;
    return { from, end: this.#count };
  }

  *of({ from, end }: NodeList): Generator<number> {
    for (let at = from; at < end; at++) yield this.#ids.at(at);
  }

  /** A copy. */
  all(): Float64Array {
    return this.#ids.finish(null);
  }
}
