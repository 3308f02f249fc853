import { CATEGORIES, SECTORS, type ActorId, type ActorTable, type Category, type Sector } from "#domain/actor/actor.ts";
import { PRECISIONS, type Precision } from "#domain/geo/points.ts";
import type { Ingest } from "#domain/issue.ts";
import { quoted } from "../json.ts";
import {
  countryReader,
  textReader,
  vocabularyLookup,
  vocabularyReader,
  webAddressReader,
  yearReader,
  type CellReader,
} from "./cell-readers.ts";
import { ACTOR_COLUMNS, type ActorColumn } from "./columns.ts";
import { readRecords, readTable, type TableBuilder } from "./read-table.ts";
import type { RawColumn, RawRecords } from "./records.ts";

/**
 * Reads a table of actors from CSV or GeoJSON; what a column or row must bring is said by `ACTOR_COLUMNS`. An actor without
 * a name is called by its identifier; one without a point or sector is rejected. Never throws.
 */
export function readActors(text: string, file: string): Ingest<ActorTable> {
  const raw = readRecords(text, file, ACTOR_COLUMNS);
  return readTable(raw, actorBuilder(raw));
}

function actorBuilder(raw: RawRecords): TableBuilder<ActorTable> {
  const column = (name: ActorColumn) => raw.column(name);
  const readName = textReader(column("name"));
  const readSector = sectorReader(column("sector"));
  const readCategory = categoryReader(column("category"));
  const readCountry = countryReader(column("country"));
  const readMunicipality = textReader(column("municipality"));
  const readAddress = textReader(column("address"));
  const readPrecision = vocabularyReader(column("coord_precision"), PRECISIONS, "unknown");
  const readPositionSource = textReader(column("coord_source"));
  const readWebsite = webAddressReader(column("website"));
  const readSourceUrl = webAddressReader(column("source_url"));
  const readSeenYear = yearReader(column("seen_year"));

  const lon = new Float64Array(raw.count);
  const lat = new Float64Array(raw.count);
  const sector = new Uint8Array(raw.count);
  const seenYear = new Float64Array(raw.count);
  const ids: ActorId[] = [];
  const name: string[] = [];
  const category: Category[] = [];
  const country: (string | null)[] = [];
  const municipality: (string | null)[] = [];
  const address: (string | null)[] = [];
  const precision: Precision[] = [];
  const positionSource: (string | null)[] = [];
  const website: (string | null)[] = [];
  const sourceUrl: (string | null)[] = [];
  const lists = [ids, name, category, country, municipality, address, precision, positionSource, website, sourceUrl];

  return {
    write(at, record, id, faults) {
      ids[at] = id as ActorId;
      name[at] = readName(record, faults) ?? id;
      const ownSector = readSector(record, faults);
      sector[at] = ownSector === null ? 0 : SECTORS.indexOf(ownSector);
      category[at] = readCategory(ownSector)(record, faults);
      country[at] = readCountry(record, faults);
      municipality[at] = readMunicipality(record, faults);
      address[at] = readAddress(record, faults);
      const point = raw.point(record, faults);
      if (point.kind === "none") {
        faults.push({ severity: "error", place: raw.place(record), code: "no-point", params: {} });
      }
      lon[at] = point.kind === "point" ? point.lon + 0 : NaN;
      lat[at] = point.kind === "point" ? point.lat + 0 : NaN;
      precision[at] = readPrecision(record, faults);
      positionSource[at] = readPositionSource(record, faults);
      website[at] = readWebsite(record, faults);
      sourceUrl[at] = readSourceUrl(record, faults);
      seenYear[at] = readSeenYear(record, faults);
    },
    finish(count) {
      for (const list of lists) list.length = count;
      return {
        count,
        id: ids,
        name,
        sector: sector.slice(0, count),
        category,
        country,
        municipality,
        address,
        lon: lon.slice(0, count),
        lat: lat.slice(0, count),
        precision,
        positionSource,
        website,
        sourceUrl,
        seenYear: seenYear.slice(0, count),
      };
    },
  };
}

/** The sector, `null` with an error where there is none. */
function sectorReader(column: RawColumn | null): CellReader<Sector | null> {
  if (column === null) return () => null;
  const read = vocabularyReader(column, SECTORS, null, "error");
  return (record, faults) => {
    const before = faults.length;
    const value = read(record, faults);
    if (value === null && faults.length === before) {
      faults.push({
        severity: "error",
        place: column.place(record),
        code: "missing-value",
        params: { column: "sector" },
      });
    }
    return value;
  };
}

/** Readers of the category by sector: one of another sector becomes "unknown". Without a sector any category will do. */
function categoryReader(column: RawColumn | null): (sector: Sector | null) => CellReader<Category> {
  if (column === null) return () => () => "unknown";
  const all = SECTORS.flatMap((sector): readonly Category[] => CATEGORIES[sector]);
  const lookup = vocabularyLookup<Category>([...all, "unknown"]);
  const readerOf = (sector: Sector | null): CellReader<Category> => {
    const own: readonly Category[] = sector === null ? all : CATEGORIES[sector];
    const expected = own.join(", ");
    return (record, faults) => {
      const text = column.text(record, faults);
      if (text === "") return "unknown";
      const value = lookup(text);
      if (value !== null && (value === "unknown" || own.includes(value))) return value;
      const at = { severity: "warning", place: column.place(record) } as const;
      const found = quoted(text);
      faults.push(
        value === null || sector === null
          ? { ...at, code: "not-in-vocabulary", params: { found, expected } }
          : { ...at, code: "category-of-other-sector", params: { found, sector, expected } },
      );
      return "unknown";
    };
  };
  const readers = {
    creative: readerOf("creative"),
    trade: readerOf("trade"),
    service: readerOf("service"),
    none: readerOf(null),
  };
  return (sector) => readers[sector ?? "none"];
}
