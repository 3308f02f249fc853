import { AS_RECOGNISED } from "#domain/ingest/mapping.ts";
import { openSource, type FormatHost } from "../formats/open-source.ts";
import { reasonOf, refuse } from "../formats/opened.ts";
import { sniffFormat } from "../formats/sniff-format.ts";
import { openZip } from "../formats/zip-entries.ts";
import { textOf } from "../ingest/field-readers.ts";
import { isJsonObject, parseJson } from "../json.ts";
import { METADATA_MEMBER } from "./archive.ts";
import { LAYER_NAMES, type LayerName } from "./layers.ts";
import { readExport, readMetadata, type ReadExport } from "./read-export.ts";

const MAGIC_BYTES = 16;

/**
 * Reads what a file that the page wrote says about the view it was made in, and which records it holds: GeoJSON, FlatGeobuf,
 * GeoPackage, or an archive of such files or CSV.
 * @returns `restored: null` for a file that is none of ours; never throws
 */
export async function readExportFile(blob: Blob, file: string, host: FormatHost): Promise<ReadExport> {
  try {
    const sniffed = sniffFormat(new Uint8Array(await blob.slice(0, MAGIC_BYTES).arrayBuffer()), file);
    if (sniffed.kind === "zip") return await readArchive(blob, file, host);
    const format = sniffed.kind === "format" ? sniffed.format : null;
    if (format !== "flatgeobuf" && format !== "geopackage") return readExport(await blob.text(), file);
    const bytes = new Uint8Array(await blob.arrayBuffer());
    const json =
      format === "flatgeobuf"
        ? await (await import("../formats/flatgeobuf.ts")).flatgeobufMetadata(bytes)
        : await (await import("../formats/geopackage.ts")).geopackageMetadata(bytes, host.sqlWasmUrl ?? null);
    const metadata = parsed(json);
    return await readRecords(metadata, file, (layer) => readIds(blob, file, layer, host));
  } catch (error) {
    return { restored: null, ...refuse(file, { code: "unreadable-file", params: { reason: reasonOf(error) } }) };
  }
}

async function readArchive(blob: Blob, file: string, host: FormatHost): Promise<ReadExport> {
  const zip = openZip(new Uint8Array(await blob.arrayBuffer()), file);
  if ("issues" in zip) return { restored: null, issues: zip.issues };
  const unpacked = zip.unpack(zip.entries.map(({ name }) => name));
  if ("issues" in unpacked) return { restored: null, issues: unpacked.issues };
  const text = new TextDecoder().decode(unpacked.get(METADATA_MEMBER));
  return readRecords(parsed(text), file, (layer) => {
    const names = [...unpacked.keys()];
    const member = names.find((name) => name.startsWith(layer)) ?? names.find((name) => name.endsWith(".gpkg")) ?? "";
    return readIds(new Blob([unpacked.get(member) ?? new Uint8Array()]), member, layer, host);
  });
}

async function readRecords(
  metadata: unknown,
  file: string,
  idsOf: (layer: LayerName) => Promise<readonly string[] | null>,
): Promise<ReadExport> {
  const layers = layersIn(metadata);
  return readMetadata(metadata, file, {
    siteIds: layers.includes("sites") ? await idsOf("sites") : null,
    actorCount: layers.includes("actors") ? ((await idsOf("actors"))?.length ?? null) : null,
  });
}

function layersIn(metadata: unknown): readonly LayerName[] {
  const layers = isJsonObject(metadata) ? metadata["layers"] : null;
  if (!Array.isArray(layers)) return [];
  const names = (layers as readonly unknown[]).map((layer) => (isJsonObject(layer) ? layer["name"] : null));
  return LAYER_NAMES.filter((name) => names.includes(name));
}

/** The identifiers in a file, or in one layer of it; `null` where it cannot be read. */
async function readIds(
  blob: Blob,
  name: string,
  layer: LayerName,
  host: FormatHost,
): Promise<readonly string[] | null> {
  const options = { ...AS_RECOGNISED, layer: name.endsWith(".gpkg") ? layer : null };
  const opened = await openSource(new File([blob], name), options, host);
  if ("issues" in opened) return null;
  const { table } = opened;
  const idOf = textOf(table, table.headers.indexOf("id"));
  const ids: string[] = [];
  for await (const { rows } of table.batches()) for (const row of rows) ids.push(idOf(row));
  return ids;
}

function parsed(text: string | null): unknown {
  const json = parseJson(text ?? "");
  return json.ok ? json.value : null;
}
