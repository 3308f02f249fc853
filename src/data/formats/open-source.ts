import type { FileFormat, ReadingOptions, Recognised } from "#domain/ingest/mapping.ts";
import type { RawTable } from "../ingest/raw-table.ts";
import {
  MOST,
  MOST_BINARY_MEGABYTES,
  MOST_COLUMNS,
  MOST_JSON_MEGABYTES,
  MOST_XML_MEGABYTES,
  overLimit,
} from "#domain/limits.ts";
import { limitOr, reasonOf, refuse, type OpenedTable, type Refused } from "./opened.ts";
import { findEncoding, readText, type TextEncodingFound } from "./read-text.ts";
import { HEAD_BYTES, sniffFormat } from "./sniff-format.ts";

/** What the surroundings provide. */
export interface FormatHost {
  /** Where sql.js' WebAssembly is; left out in Node, where sql.js finds it by itself. */
  readonly sqlWasmUrl?: string;
}

/** A file by its bytes and its name. */
export type Source = Blob & { readonly name: string };

interface OpenedSource {
  readonly recognised: Recognised;
  readonly table: RawTable;
}

const MEGABYTE = 1e6;
/** Archives inside archives that are looked into, such as a KMZ in a ZIP. */
const DEEPEST_ARCHIVE = 2;

/** Megabytes of a file of each format that are read; `null`: without end, as it is read in parts. */
const LIMITS = {
  "delimited-text": null,
  "geojson-lines": null,
  geojson: MOST_JSON_MEGABYTES,
  kml: MOST_XML_MEGABYTES,
  gpx: MOST_XML_MEGABYTES,
  flatgeobuf: MOST_BINARY_MEGABYTES,
  geopackage: MOST_BINARY_MEGABYTES,
} as const;

const NO_LAYERS = { layer: null, layers: [] } as const;
const BINARY = { ...NO_LAYERS, encoding: null, encodingCertain: true } as const;

/**
 * Recognises a file by its content and opens it as a table of texts. Nothing is thrown: what cannot be opened comes back
 * with the issues that say why. Each format's code is loaded when a file needs it.
 */
export async function openSource(
  source: Source,
  options: ReadingOptions,
  host: FormatHost,
): Promise<OpenedSource | Refused> {
  const { name: file } = source;
  try {
    const opened = await open({ blob: source, file, name: file, depth: 0 }, options, host);
    if ("issues" in opened) return opened;
    const { headers } = opened.table;
    if (headers.length > MOST_COLUMNS)
      return refuse(file, { code: "too-many-columns", params: { found: headers.length, most: MOST_COLUMNS } });
    return headers.some((header) => header.length > MOST.text) ? refuse(file, overLimit("text")) : opened;
  } catch (error) {
    return refuse(file, limitOr(error, { code: "unreadable-file", params: { reason: reasonOf(error) } }));
  }
}

interface Opening {
  readonly blob: Blob;
  /** The name that places carry. */
  readonly file: string;
  /** The name whose extension counts, of the file itself or of the one inside an archive. */
  readonly name: string;
  /** Archives that it lies in. */
  readonly depth: number;
}

async function open(opening: Opening, options: ReadingOptions, host: FormatHost): Promise<OpenedSource | Refused> {
  const { blob, file, name } = opening;
  const sniffed = sniffFormat(new Uint8Array(await blob.slice(0, HEAD_BYTES).arrayBuffer()), name);
  switch (sniffed.kind) {
    case "refused":
      return refuse(file, sniffed.issue);
    case "zip":
      return openArchive(opening, options, host);
    case "format":
      return openFormat(sniffed.format, blob, file, options, host);
  }
}

async function openArchive(
  { blob, file, name, depth }: Opening,
  options: ReadingOptions,
  host: FormatHost,
): Promise<OpenedSource | Refused> {
  const megabytes = Math.ceil(blob.size / MEGABYTE);
  if (megabytes > MOST_BINARY_MEGABYTES)
    return refuse(file, { code: "zip-too-large", params: { megabytes, most: MOST_BINARY_MEGABYTES } });
  if (depth >= DEEPEST_ARCHIVE) return refuse(file, { code: "zip-without-table", params: { found: name } });
  const [{ openZip }, { sniffZip }] = await Promise.all([import("./zip-entries.ts"), import("./sniff-zip.ts")]);
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const zip = openZip(bytes, file);
  if ("issues" in zip) return zip;
  const content = sniffZip(zip, file);
  if ("issues" in content) return content;
  switch (content.kind) {
    case "xlsx": {
      const unpacked = zip.unpack(zip.entries.map((entry) => entry.name));
      if ("issues" in unpacked) return unpacked;
      const { openXlsx } = await import("./xlsx.ts");
      return recognisedAs("xlsx", await openXlsx(unpacked, file, options));
    }
    case "shapefile": {
      const { openShapefile } = await import("./shapefile.ts");
      return recognisedAs("shapefile", openShapefile(zip, content.names, file, options));
    }
    case "kmz": {
      const unpacked = zip.unpack(content.names);
      if ("issues" in unpacked) return unpacked;
      return openKmz(
        content.names.map((path) => [path, unpacked.get(path) ?? new Uint8Array()]),
        file,
        options,
      );
    }
    case "inner": {
      const unpacked = zip.unpack([content.name]);
      if ("issues" in unpacked) return unpacked;
      const inner = new Blob([unpacked.get(content.name) ?? new Uint8Array()]);
      return open({ blob: inner, file, name: content.name, depth: depth + 1 }, options, host);
    }
  }
}

async function openKmz(
  documents: readonly (readonly [path: string, bytes: Uint8Array])[],
  file: string,
  options: ReadingOptions,
): Promise<OpenedSource | Refused> {
  const megabytes = Math.ceil(documents.reduce((sum, [, bytes]) => sum + bytes.length, 0) / MEGABYTE);
  if (megabytes > MOST_XML_MEGABYTES)
    return refuse(file, { code: "file-too-long", params: { megabytes, most: MOST_XML_MEGABYTES } });
  const { openKml } = await import("./kml.ts");
  const read = documents.map(([path, bytes]) => [path, readText(bytes, options.encoding, true)] as const);
  const { encoding, certain } = read[0]![1];
  const table = await openKml(new Map(read.map(([path, { text }]) => [path, text])), file);
  return "batches" in table ? recognisedAs("kmz", { table, ...NO_LAYERS, encoding, encodingCertain: certain }) : table;
}

async function openFormat(
  format: Exclude<FileFormat, "kmz" | "shapefile" | "xlsx">,
  blob: Blob,
  file: string,
  options: ReadingOptions,
  host: FormatHost,
): Promise<OpenedSource | Refused> {
  const limit = LIMITS[format];
  const megabytes = Math.ceil(blob.size / MEGABYTE);
  if (limit !== null && megabytes > limit)
    return refuse(file, { code: "file-too-long", params: { megabytes, most: limit } });
  switch (format) {
    case "delimited-text": {
      const { openDelimitedText } = await import("./delimited-text.ts");
      const { encoding, certain } = await chooseEncoding(blob, options);
      const { table, delimiter } = await openDelimitedText(blob, file, { encoding, delimiter: options.delimiter });
      const recognised = { format, encoding, encodingCertain: certain, delimiter, ...NO_LAYERS };
      return { table, recognised };
    }
    case "geojson-lines": {
      const { openGeojsonLines } = await import("./geojson-lines.ts");
      const { encoding, certain } = await chooseEncoding(blob, options);
      const table = await openGeojsonLines(blob, file, encoding);
      return recognisedAs(format, { table, ...NO_LAYERS, encoding, encodingCertain: certain });
    }
    case "geojson":
    case "kml":
    case "gpx": {
      const isXml = format !== "geojson";
      const { text, encoding, certain } = readText(new Uint8Array(await blob.arrayBuffer()), options.encoding, isXml);
      const table = await openText(format, text, file);
      if ("batches" in table) return recognisedAs(format, { table, ...NO_LAYERS, encoding, encodingCertain: certain });
      return table;
    }
    case "flatgeobuf": {
      const { openFlatgeobuf } = await import("./flatgeobuf.ts");
      const table = await openFlatgeobuf(new Uint8Array(await blob.arrayBuffer()), file);
      return "batches" in table ? recognisedAs(format, { table, ...BINARY }) : table;
    }
    case "geopackage": {
      const { openGeopackage } = await import("./geopackage.ts");
      const bytes = new Uint8Array(await blob.arrayBuffer());
      return recognisedAs(format, await openGeopackage(bytes, file, options, host.sqlWasmUrl ?? null));
    }
  }
}

async function openText(format: "geojson" | "kml" | "gpx", text: string, file: string): Promise<RawTable | Refused> {
  switch (format) {
    case "geojson":
      return (await import("./geojson.ts")).openGeojson(text, file);
    case "kml":
      return (await import("./kml.ts")).openKml(new Map([[file, text]]), file);
    case "gpx":
      return (await import("./gpx.ts")).openGpx(text, file);
  }
}

async function chooseEncoding(blob: Blob, { encoding }: ReadingOptions): Promise<TextEncodingFound> {
  return encoding === null ? findEncoding(blob) : { encoding, certain: true };
}

function recognisedAs(format: FileFormat, opened: OpenedTable | Refused): OpenedSource | Refused {
  if ("issues" in opened) return opened;
  const { table, ...found } = opened;
  return { table, recognised: { format, delimiter: null, ...found } };
}
