import { ALL_CATEGORIES, SECTORS, type ActorTable } from "#domain/actor/actor.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { CodeBuilder, CodedTextBuilder, FloatBuilder, PackedTextBuilder } from "../ingest/column-builders.ts";
import { countryOf, pageOf, precisionOf, textOf, webAddressOf } from "./element-fields.ts";
import type { OsmElement } from "./osm-element.ts";
import { classifyTags, kindName, type ActorKind, type TagTable } from "./tag-table.ts";

export interface ActorTerms {
  readonly table: TagTable;
  /** ISO 639-1; what has no name of its own is called by its kind in this language. */
  readonly language: string;
  /** ISO 8601 date, or date and time, of the data; `null` where it is not known. */
  readonly asOf: string | null;
}

/** The actors among elements as a table; see {@link OsmActorBuilder}. */
export function actorsFromElements(elements: Iterable<OsmElement>, terms: ActorTerms): ActorTable {
  const builder = new OsmActorBuilder(terms);
  for (const element of elements) builder.add(element);
  return builder.finish();
}

const TYPES = ["node", "way", "relation"] as const;

/** A node no farther from the middle of an area of the same name and kind is the same actor, mapped twice. */
const SAME_ACTOR_METERS = 50;

/**
 * Makes a table of actors of elements of OpenStreetMap that come one after another. What is no actor is left out; so is an
 * element that comes again. The table stands in the order of nodes, ways, relations, each by number, whatever the order in
 * which they came.
 *
 * - Name: `name`, `brand`, `operator`, else the name of the kind ("Bakery").
 * - Position: the point of a node, else the middle of the bounding box.
 * - Precision: `building` for a node and for a building; `site` for any other ground, whose middle may lie some hundred
 *   metres from the door.
 * - Where two elements certainly are one actor, the larger is kept: a node 50 m or less from the middle of a way or
 *   relation, or a way so near that of a relation, of the same kind and the same `name`. Two nodes, or two ways, may be two
 *   branches, and stay two.
 */
export class OsmActorBuilder {
  readonly #terms: ActorTerms;
  readonly #year: number;
  readonly #columns = createColumns();
  readonly #met = { node: new Set<number>(), way: new Set<number>(), relation: new Set<number>() };
  /** Named ways and relations, by kind and name: their rows. */
  readonly #areas = new Map<string, number[]>();
  #count = 0;

  constructor(terms: ActorTerms) {
    this.#terms = terms;
    this.#year = terms.asOf === null ? NaN : Number(terms.asOf.slice(0, 4));
  }

  /** @returns what the element is; `null` where it is no actor, or came before */
  add(element: OsmElement): ActorKind | null {
    const { table, language } = this.#terms;
    const { type, id, tags } = element;
    const kind = classifyTags(tags, table);
    if (kind === null) return null;
    const met = this.#met[type];
    if (met.has(id)) return null;
    met.add(id);
    const page = pageOf(element);
    const columns = this.#columns;
    columns.id.push(`osm-${type}-${String(id)}`);
    columns.name.push(nameOf(tags) ?? kindName(table.rules[kind.rule]!, language));
    columns.sector.push(kind.sector);
    columns.category.push(kind.category);
    columns.country.push(countryOf(tags["addr:country"]));
    columns.municipality.push(textOf(tags["addr:city"]));
    columns.address.push(addressOf(tags));
    columns.lon.push(element.lon);
    columns.lat.push(element.lat);
    columns.precision.push(precisionOf(element));
    columns.positionSource.push(page);
    columns.website.push(webAddressOf(tags["website"] ?? tags["contact:website"] ?? tags["url"]));
    columns.sourceUrl.push(page);
    columns.seenYear.push(this.#year);
    columns.type.push(type);
    columns.number.push(id);
    columns.namedRule.push(textOf(tags["name"]) === null ? NaN : kind.rule);
    if (type !== "node") this.#noteArea(this.#count);
    this.#count += 1;
    return kind;
  }

  /** Nothing can be added afterwards. */
  finish(): ActorTable {
    const columns = this.#columns;
    const pick = Uint32Array.from({ length: this.#count }, (_, row) => row)
      .filter((row) => !this.#isInLargerElement(row))
      .sort(
        (a, b) =>
          TYPES.indexOf(columns.type.at(a)) - TYPES.indexOf(columns.type.at(b)) ||
          columns.number.at(a) - columns.number.at(b),
      );
    return {
      count: pick.length,
      id: columns.id.finish(pick),
      name: columns.name.finish(pick),
      sector: columns.sector.finish(pick),
      category: columns.category.finish(pick),
      country: columns.country.finish(pick),
      municipality: columns.municipality.finish(pick),
      address: columns.address.finish(pick),
      lon: columns.lon.finish(pick),
      lat: columns.lat.finish(pick),
      precision: columns.precision.finish(pick),
      positionSource: columns.positionSource.finish(pick),
      website: columns.website.finish(pick),
      sourceUrl: columns.sourceUrl.finish(pick),
      seenYear: columns.seenYear.finish(pick),
    };
  }

  #noteArea(row: number): void {
    const sameAs = this.#sameAs(row);
    if (sameAs === null) return;
    const rows = this.#areas.get(sameAs);
    if (rows === undefined) this.#areas.set(sameAs, [row]);
    else rows.push(row);
  }

  /** Kind and name, `null` where there is no name. */
  #sameAs(row: number): string | null {
    const rule = this.#columns.namedRule.at(row);
    return Number.isNaN(rule) ? null : `${String(rule)} ${foldText(this.#columns.name.at(row) ?? "")}`;
  }

  #isInLargerElement(row: number): boolean {
    const { type, lon, lat } = this.#columns;
    const sameAs = this.#areas.size === 0 ? null : this.#sameAs(row);
    if (sameAs === null) return false;
    const point = (at: number) => ({ lon: lon.at(at), lat: lat.at(at) });
    return (this.#areas.get(sameAs) ?? []).some(
      (area) =>
        TYPES.indexOf(type.at(area)) > TYPES.indexOf(type.at(row)) &&
        geodesicMeters(point(area), point(row)) <= SAME_ACTOR_METERS,
    );
  }
}

function createColumns() {
  return {
    id: new PackedTextBuilder(),
    name: new PackedTextBuilder(),
    sector: new CodeBuilder(SECTORS),
    category: new CodeBuilder(ALL_CATEGORIES),
    country: new CodedTextBuilder(),
    municipality: new CodedTextBuilder(),
    address: new PackedTextBuilder(),
    lon: new FloatBuilder(),
    lat: new FloatBuilder(),
    precision: new CodeBuilder(PRECISIONS),
    positionSource: new PackedTextBuilder(),
    website: new PackedTextBuilder(),
    sourceUrl: new PackedTextBuilder(),
    seenYear: new FloatBuilder(),
    type: new CodeBuilder(TYPES),
    number: new FloatBuilder(),
    /** The rule of an element that has a name of its own, else `NaN`. */
    namedRule: new FloatBuilder(),
  };
}

function nameOf(tags: OsmElement["tags"]): string | null {
  return textOf(tags["name"]) ?? textOf(tags["brand"]) ?? textOf(tags["operator"]);
}

/** Street and number; in a place without streets its name and the number. */
function addressOf(tags: OsmElement["tags"]): string | null {
  const street = textOf(tags["addr:street"]) ?? textOf(tags["addr:place"]);
  const number = textOf(tags["addr:housenumber"]) ?? textOf(tags["addr:conscriptionnumber"]);
  return street === null ? null : number === null ? street : `${street} ${number}`;
}
