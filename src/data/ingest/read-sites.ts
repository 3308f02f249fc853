import { PRECISIONS, type Precision } from "#domain/geo/points.ts";
import type { Ingest } from "#domain/issue.ts";
import {
  HERITAGE_CLASSES,
  INDUSTRIES,
  PROTECTIONS,
  REUSE_STATUSES,
  type HeritageClass,
  type Industry,
  type Protection,
  type ReuseStatus,
  type SiteId,
  type SiteTable,
} from "#domain/site/site.ts";
import {
  amountReader,
  countryReader,
  textReader,
  vocabularyReader,
  webAddressReader,
  yearReader,
} from "./cell-readers.ts";
import { SITE_COLUMNS, type SiteColumn } from "./columns.ts";
import { readRecords, readTable, type TableBuilder } from "./read-table.ts";
import type { RawRecords } from "./records.ts";

/**
 * Reads a table of heritage sites from CSV or GeoJSON; what a column or row must bring is said by `SITE_COLUMNS`. A site
 * without a name is called by its identifier; one without a point is kept, with a warning. Never throws.
 */
export function readSites(text: string, file: string): Ingest<SiteTable> {
  const raw = readRecords(text, file, SITE_COLUMNS);
  return readTable(raw, siteBuilder(raw));
}

function siteBuilder(raw: RawRecords): TableBuilder<SiteTable> {
  const column = (name: SiteColumn) => raw.column(name);
  const readName = textReader(column("name"));
  const readNameLocal = textReader(column("name_local"));
  const readCountry = countryReader(column("country"));
  const readMunicipality = textReader(column("municipality"));
  const readPrecision = vocabularyReader(column("coord_precision"), PRECISIONS, "unknown");
  const readPositionSource = textReader(column("coord_source"));
  const readHeritageClass = vocabularyReader(column("heritage_class"), HERITAGE_CLASSES, "unknown");
  const readIndustry = vocabularyReader(column("industry"), INDUSTRIES, "unknown");
  const readBuiltFrom = yearReader(column("built_from"));
  const readClosedIn = yearReader(column("closed_in"));
  const readReuseStatus = vocabularyReader(column("reuse_status"), REUSE_STATUSES, "unknown");
  const readStatusYear = yearReader(column("status_year"));
  const readCurrentUse = textReader(column("current_use"));
  const readFloorArea = amountReader(column("floor_area_m2"));
  const readProtection = vocabularyReader(column("protection"), PROTECTIONS, "unknown");
  const readWebsite = webAddressReader(column("website"));
  const readSourceUrl = webAddressReader(column("source_url"));
  const readNote = textReader(column("note"));

  const lon = new Float64Array(raw.count);
  const lat = new Float64Array(raw.count);
  const builtFromYear = new Float64Array(raw.count);
  const closedInYear = new Float64Array(raw.count);
  const statusYear = new Float64Array(raw.count);
  const floorAreaSquareMeters = new Float64Array(raw.count);
  const ids: SiteId[] = [];
  const name: string[] = [];
  const nameLocal: (string | null)[] = [];
  const country: (string | null)[] = [];
  const municipality: (string | null)[] = [];
  const precision: Precision[] = [];
  const positionSource: (string | null)[] = [];
  const heritageClass: HeritageClass[] = [];
  const industry: Industry[] = [];
  const reuseStatus: ReuseStatus[] = [];
  const currentUse: (string | null)[] = [];
  const protection: Protection[] = [];
  const website: (string | null)[] = [];
  const sourceUrl: (string | null)[] = [];
  const note: (string | null)[] = [];
  const lists = [
    ids,
    name,
    nameLocal,
    country,
    municipality,
    precision,
    positionSource,
    heritageClass,
    industry,
    reuseStatus,
    currentUse,
    protection,
    website,
    sourceUrl,
    note,
  ];

  return {
    write(at, record, id, faults) {
      ids[at] = id as SiteId;
      name[at] = readName(record, faults) ?? id;
      nameLocal[at] = readNameLocal(record, faults);
      country[at] = readCountry(record, faults);
      municipality[at] = readMunicipality(record, faults);
      const point = raw.point(record, faults);
      if (point.kind === "none") {
        faults.push({ severity: "warning", place: raw.place(record), code: "no-point", params: {} });
      }
      lon[at] = point.kind === "point" ? point.lon + 0 : NaN;
      lat[at] = point.kind === "point" ? point.lat + 0 : NaN;
      precision[at] = readPrecision(record, faults);
      positionSource[at] = readPositionSource(record, faults);
      heritageClass[at] = readHeritageClass(record, faults);
      industry[at] = readIndustry(record, faults);
      builtFromYear[at] = readBuiltFrom(record, faults);
      closedInYear[at] = readClosedIn(record, faults);
      reuseStatus[at] = readReuseStatus(record, faults);
      statusYear[at] = readStatusYear(record, faults);
      currentUse[at] = readCurrentUse(record, faults);
      floorAreaSquareMeters[at] = readFloorArea(record, faults);
      protection[at] = readProtection(record, faults);
      website[at] = readWebsite(record, faults);
      sourceUrl[at] = readSourceUrl(record, faults);
      note[at] = readNote(record, faults);
    },
    finish(count) {
      for (const list of lists) list.length = count;
      return {
        count,
        id: ids,
        name,
        nameLocal,
        country,
        municipality,
        lon: lon.slice(0, count),
        lat: lat.slice(0, count),
        precision,
        positionSource,
        heritageClass,
        industry,
        builtFromYear: builtFromYear.slice(0, count),
        closedInYear: closedInYear.slice(0, count),
        reuseStatus,
        statusYear: statusYear.slice(0, count),
        currentUse,
        floorAreaSquareMeters: floorAreaSquareMeters.slice(0, count),
        protection,
        website,
        sourceUrl,
        note,
      };
    },
  };
}
