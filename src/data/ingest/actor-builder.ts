import {
  ALL_CATEGORIES,
  CATEGORIES,
  SECTORS,
  type ActorTable,
  type Category,
  type Sector,
} from "#domain/actor/actor.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import type { Mapping } from "#domain/ingest/mapping.ts";
import { quoted } from "../json.ts";
import { CodeBuilder, CodedTextBuilder, FloatBuilder, PackedTextBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import {
  countryReader,
  fieldOf,
  textReader,
  vocabularyLookup,
  vocabularyReader,
  webAddressReader,
  yearReader,
  type Field,
  type FieldReader,
} from "./field-readers.ts";
import type { RawRow } from "./raw-table.ts";
import { nameReader, type BuilderSource, type TableBuilder } from "./table-builder.ts";

export function actorBuilder(source: BuilderSource): TableBuilder<"actors"> {
  const { raw, mapping } = source;
  const field = (name: string) => fieldOf(raw, mapping, name);
  const packed = (reader: FieldReader<string | null>) => tableColumn(reader, new PackedTextBuilder());
  const coded = (reader: FieldReader<string | null>) => tableColumn(reader, new CodedTextBuilder());
  const { readSector, readCategory } = sectorReaders(field("sector"), field("category"), mapping);
  const precision = vocabularyReader(field("coord_precision"), "coord_precision", PRECISIONS, "unknown", mapping);
  const columns = {
    name: packed(nameReader(source, "name")),
    sector: tableColumn(readSector, new CodeBuilder(SECTORS)),
    category: tableColumn(readCategory, new CodeBuilder(ALL_CATEGORIES)),
    country: coded(countryReader(field("country"))),
    municipality: coded(textReader(field("municipality"))),
    address: packed(textReader(field("address"))),
    coord_precision: tableColumn(precision, new CodeBuilder(PRECISIONS)),
    coord_source: coded(textReader(field("coord_source"))),
    website: packed(webAddressReader(field("website"))),
    source_url: packed(webAddressReader(field("source_url"))),
    seen_year: tableColumn(yearReader(field("seen_year")), new FloatBuilder()),
  };
  return {
    columns,
    point: "needed",
    finish(finished, count): ActorTable {
      const of = finished as { readonly [N in keyof typeof columns]: ReturnType<(typeof columns)[N]["finish"]> } & {
        readonly id: ActorTable["id"];
        readonly lon: Float64Array;
        readonly lat: Float64Array;
      };
      return {
        count,
        id: of.id,
        name: of.name,
        sector: of.sector,
        category: of.category,
        country: of.country,
        municipality: of.municipality,
        address: of.address,
        lon: of.lon,
        lat: of.lat,
        precision: of.coord_precision,
        positionSource: of.coord_source,
        website: of.website,
        sourceUrl: of.source_url,
        seenYear: of.seen_year,
      };
    },
  };
}

/**
 * Reads the sector, then the category of the same row. A row without a sector has that of its category; one with neither
 * is at fault. A category of another sector becomes "unknown".
 */
function sectorReaders(
  sectorField: Field | null,
  categoryField: Field | null,
  mapping: Mapping,
): { readonly readSector: FieldReader<Sector>; readonly readCategory: FieldReader<Category> } {
  const sectorWord = vocabularyReader(sectorField, "sector", SECTORS, null, mapping, "error");
  const categoryWord = vocabularyLookup<Category>("category", ALL_CATEGORIES, mapping);
  const sectorOf = new Map<Category, Sector>(
    SECTORS.flatMap((sector) => CATEGORIES[sector].map((category) => [category, sector] as const)),
  );
  let current: Sector | null = null;
  const textOf = (row: RawRow) => categoryField?.text(row) ?? "";
  return {
    readSector(row, faults) {
      const before = faults.length;
      const text = textOf(row);
      const category = text === "" ? null : categoryWord(text);
      const ofCategory = category === null || category === "" ? null : (sectorOf.get(category) ?? null);
      const stated = sectorWord(row, faults);
      current = stated ?? (faults.length === before ? ofCategory : null);
      if (current === null && faults.length === before) {
        const place = (sectorField ?? categoryField)?.place(row);
        if (place !== undefined) {
          faults.push({ severity: "error", place, code: "missing-value", params: { column: "sector" } });
        }
      }
      return current ?? "creative";
    },
    readCategory(row, faults) {
      const text = textOf(row);
      if (text === "" || categoryField === null) return "unknown";
      const category = categoryWord(text);
      if (category === "" || category === "unknown") return "unknown";
      const own = current === null ? ALL_CATEGORIES : CATEGORIES[current];
      if (category !== null && (own as readonly string[]).includes(category)) return category;
      const at = { severity: "warning", place: categoryField.place(row) } as const;
      const found = quoted(text);
      const expected = own.join(", ");
      faults.push(
        category === null || current === null
          ? { ...at, code: "not-in-vocabulary", params: { found, expected, nearest: "" } }
          : { ...at, code: "category-of-other-sector", params: { found, sector: current, expected } },
      );
      return "unknown";
    },
  };
}
