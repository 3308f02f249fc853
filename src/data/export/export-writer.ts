import type { ExportFormat } from "#domain/export/request.ts";
import { createArchive, type Target } from "./archive.ts";
import { MEDIA_TYPES, NAME_ENDS, type ExportPlan, type LayerHead, type LayerWriter, type Row } from "./export-plan.ts";
import type { GeopackageWriter } from "./geopackage-file.ts";

/** Makes the file of a plan, piece by piece. */
export interface ExportWriter {
  /** Rows of a layer, in order; a layer's rows are over when those of a later one come. */
  rows(layer: number, rows: readonly Row[]): void;
  /** The file; nothing can be written after. */
  finish(): Blob;
}

/** What the surroundings provide. */
export interface ExportHost {
  /** Where sql.js' WebAssembly is; left out in Node, where sql.js finds it by itself. */
  readonly sqlWasmUrl?: string;
}

export async function createExportWriter(plan: ExportPlan, host: ExportHost): Promise<ExportWriter> {
  const { format, asArchive } = plan;
  const target = asArchive ? createArchive(plan) : createSingle(MEDIA_TYPES[format]);
  if (format === "geopackage") {
    const { createGeopackage } = await import("./geopackage-file.ts");
    return geopackageIn(target, await createGeopackage(plan, host.sqlWasmUrl ?? null));
  }
  const create = await layerWriterOf(format);
  const { layers } = plan;
  let open = -1;
  let writer: LayerWriter | null = null;
  /** Ends the layer that is open, and begins those that follow it up to this one. */
  const turnTo = (layer: number) => {
    while (open < layer) {
      if (writer !== null) {
        target.write(writer.end());
        target.close();
      }
      open++;
      const head = layers[open];
      writer = head === undefined ? null : create(head);
      if (head === undefined || writer === null) return;
      target.open(memberName(head, format));
      target.write(writer.begin());
    }
  };
  return {
    rows(layer, rows) {
      turnTo(layer);
      target.write(writer!.rows(rows));
    },
    finish() {
      turnTo(layers.length);
      return target.finish();
    },
  };
}

/** What an archive calls the file of a layer. */
export function memberName({ name }: Pick<LayerHead, "name">, format: ExportFormat): string {
  return `${name}${NAME_ENDS[format]}`;
}

/** What an archive calls the one file that holds all layers. */
export const GEOPACKAGE_MEMBER = `refresh-atlas${NAME_ENDS.geopackage}`;

function geopackageIn(target: Target, writer: GeopackageWriter): ExportWriter {
  return {
    rows: (layer, rows) => {
      writer.rows(layer, rows);
    },
    finish() {
      target.open(GEOPACKAGE_MEMBER);
      target.write(writer.finish());
      target.close();
      return target.finish();
    },
  };
}

async function layerWriterOf(format: Exclude<ExportFormat, "geopackage">): Promise<(head: LayerHead) => LayerWriter> {
  switch (format) {
    case "geojson":
      return (await import("./geojson-layer.ts")).createGeojsonLayer;
    case "csv-spreadsheet":
      return (await import("./csv-layer.ts")).createSpreadsheetLayer;
    case "csv-exact":
      return (await import("./csv-layer.ts")).createExactLayer;
    case "flatgeobuf":
      return (await import("./flatgeobuf-layer.ts")).createFlatgeobufLayer;
  }
}

/** One file by itself. */
function createSingle(type: string): Target {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  return {
    open: () => undefined,
    write: (bytes) => {
      parts.push(bytes);
    },
    close: () => undefined,
    finish: () => new Blob(parts, { type }),
  };
}
