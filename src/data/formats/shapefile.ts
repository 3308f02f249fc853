import type { ReadingOptions } from "#domain/ingest/mapping.ts";
import type { Issue, Place } from "#domain/issue.ts";
import type { RawBatch, RawRow, RawTable } from "../ingest/raw-table.ts";
import { detectEncoding } from "../recognise/encoding.ts";
import { openDbf, type Dbf } from "./dbf.ts";
import { BATCH_SIZE, featurePlaces } from "./feature-table.ts";
import { chooseLayer, limitOr, reasonOf, refuse, type OpenedTable, type Refused } from "./opened.ts";
import { openShp, type Shp } from "./shp.ts";
import type { Zip } from "./zip-entries.ts";

/**
 * Opens a zipped Shapefile, or one of several. The coordinates stay in their own reference system.
 * @param shapes paths of the .shp files in the archive
 */
export function openShapefile(
  zip: Zip,
  shapes: readonly string[],
  file: string,
  options: ReadingOptions,
): OpenedTable | Refused {
  const layers = shapes.map((name) => name.replace(/\.shp$/i, ""));
  const chosen = chooseLayer(file, layers, options.layer);
  if ("issues" in chosen) return chosen;
  const path = (extension: string): string =>
    zip.entries.find(({ name }) => name.toLowerCase() === `${chosen.layer}.${extension}`.toLowerCase())?.name ?? "";
  const unpacked = zip.unpack(["shp", "dbf", "prj", "cpg"].map(path));
  if ("issues" in unpacked) return unpacked;
  const part = (extension: string): Uint8Array | null => unpacked.get(path(extension)) ?? null;
  const text = (extension: string): string => new TextDecoder().decode(part(extension) ?? new Uint8Array()).trim();
  const filePlace: Place = { kind: "file", file };
  const issues: Issue[] = [];
  try {
    const shp = openShp(part("shp") ?? new Uint8Array());
    const dbfBytes = part("dbf");
    const dbf = dbfBytes === null ? null : openDbf(dbfBytes);
    if (dbf === null)
      issues.push({ severity: "warning", place: filePlace, code: "shapefile-lacks-part", params: { part: "dbf" } });
    else if (dbf.count !== shp.count)
      issues.push({
        severity: "warning",
        place: filePlace,
        code: "shapefile-counts",
        params: { shapes: shp.count, records: dbf.count },
      });
    if (shp.cutOff)
      issues.push({
        severity: "warning",
        place: filePlace,
        code: "damaged-file",
        params: { format: "Shapefile", reason: `cut off after shape ${String(shp.count)}` },
      });
    const stated = encodingOfLabel(text("cpg")) ?? dbf?.encoding ?? null;
    const detected = dbf === null ? null : detectEncoding(dbf.recordBytes, true);
    const encoding = options.encoding ?? stated ?? detected?.encoding ?? "utf-8";
    const crs = text("prj");
    return {
      table: shapefileTable(shp, dbf, file, new TextDecoder(encoding), crs === "" ? null : crs, issues),
      layer: chosen.layer,
      layers,
      encoding: dbf === null ? null : encoding,
      encodingCertain: options.encoding !== null || stated !== null || (detected?.certain ?? false),
    };
  } catch (error) {
    return refuse(file, { code: "damaged-file", params: { format: "Shapefile", reason: reasonOf(error) } });
  }
}

function shapefileTable(
  shp: Shp,
  dbf: Dbf | null,
  file: string,
  decoder: TextDecoder,
  crs: string | null,
  issues: readonly Issue[],
): RawTable {
  const headers = dbf === null ? [] : dbf.fields.map(({ nameBytes }) => decoder.decode(nameBytes).trim());
  const count = Math.max(shp.count, dbf?.count ?? 0);
  const places = featurePlaces(file);
  const rowOf = (number: number): RawRow => {
    const cells = dbf !== null && number < dbf.count ? dbf.cells(number, decoder) : [];
    try {
      return { number, cells, geometry: number < shp.count ? shp.geometry(number) : null, fault: null };
    } catch (error) {
      const fault = {
        severity: "error",
        place: places.geometryPlace(number, ""),
        ...limitOr(error, { code: "unreadable-shape", params: { reason: reasonOf(error) } }),
      } as Issue;
      return { number, cells, geometry: null, fault };
    }
  };
  return {
    ...places,
    file,
    headers,
    issues,
    hasGeometry: shp.count > 0,
    crs,
    async *batches(): AsyncGenerator<RawBatch> {
      for (let from = 0; from < count; from += BATCH_SIZE) {
        const rows: RawRow[] = [];
        const to = Math.min(count, from + BATCH_SIZE);
        for (let number = from; number < to; number++) {
          if (dbf === null || number >= dbf.count || !dbf.isDeleted(number)) rows.push(rowOf(number));
        }
        yield { rows, progress: to / count };
        await Promise.resolve();
      }
    },
    place: (number, column) =>
      places.place(number, column === null ? null : { name: headers[column] ?? "", pointer: "" }),
  };
}

/** A label of the Encoding Standard for what stands in a .cpg file; `null` where that is none. */
function encodingOfLabel(label: string): string | null {
  const windows = /^(?:cp|ansi|windows|win|ms)?[\s_-]*(125\d)$/i.exec(label)?.[1];
  const iso = /8859[\s_-]*(\d{1,2})$/.exec(label)?.[1];
  const name = windows ? `windows-${windows}` : iso ? `iso-8859-${iso}` : label === "65001" ? "utf-8" : label;
  try {
    return name === "" ? null : new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
