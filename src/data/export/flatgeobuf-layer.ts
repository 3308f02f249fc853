import { Builder } from "flatbuffers";
import { ColumnType as FileType } from "flatgeobuf/lib/mjs/flat-geobuf/column-type.js";
import { Column } from "flatgeobuf/lib/mjs/flat-geobuf/column.js";
import { Crs } from "flatgeobuf/lib/mjs/flat-geobuf/crs.js";
import { Feature } from "flatgeobuf/lib/mjs/flat-geobuf/feature.js";
import { GeometryType } from "flatgeobuf/lib/mjs/flat-geobuf/geometry-type.js";
import { Geometry } from "flatgeobuf/lib/mjs/flat-geobuf/geometry.js";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { splitColumns, type LayerHead, type LayerWriter, type Row } from "./export-plan.ts";
import type { CellValue, ColumnHead, ColumnType } from "./export-rows.ts";
import { joinBytes } from "./join-bytes.ts";

/** "fgb", version 3, "fgb", patch 0. */
const MAGIC = Uint8Array.of(0x66, 0x67, 0x62, 0x03, 0x66, 0x67, 0x62, 0x00);
const FILE_TYPES: Readonly<Record<ColumnType, FileType>> = {
  text: FileType.String,
  integer: FileType.Int,
  number: FileType.Double,
  boolean: FileType.Bool,
  degrees: FileType.Double,
};
const WGS84_CODE = 4326;

/**
 * Writes FlatGeobuf, the metadata as JSON in the header. The library's own writer knows neither metadata nor features
 * without a geometry, so its schema is used directly.
 * @param indexNodeSize of the spatial index that the caller puts between beginning and rows; 0: none, as its order is
 * not that of the selection
 */
export function createFlatgeobufLayer(
  { name, columns, rowCount, metadata }: LayerHead,
  indexNodeSize = 0,
): LayerWriter {
  const { lon, lat, others } = splitColumns(columns);
  const builder = new Builder(1024);
  const properties = createPropertyWriter(others);
  const feature = (row: Row): Uint8Array<ArrayBuffer> => {
    builder.clear();
    // Coordinates are read where they stand, which has to be a multiple of 8, after a feature without a geometry too.
    builder.prep(8, 0);
    const propertiesVector = builder.createByteVector(properties(row));
    const [x, y] = [row[lon], row[lat]];
    const geometry = typeof x === "number" && typeof y === "number" ? buildPoint(builder, x, y) : null;
    Feature.startFeature(builder);
    if (geometry !== null) Feature.addGeometry(builder, geometry);
    Feature.addProperties(builder, propertiesVector);
    builder.finishSizePrefixed(Feature.endFeature(builder));
    return new Uint8Array(builder.asUint8Array());
  };
  return {
    begin: () => joinBytes([MAGIC, buildHeader({ name, columns: others, rowCount, metadata }, indexNodeSize)]),
    rows: (rows) => joinBytes(rows.map(feature)),
    end: () => new Uint8Array(),
  };
}

function buildHeader({ name, columns, rowCount, metadata }: LayerHead, indexNodeSize: number): Uint8Array<ArrayBuffer> {
  const builder = new Builder(4096);
  const columnOffsets = columns.map((column) => {
    const columnName = builder.createString(column.name);
    Column.startColumn(builder);
    Column.addName(builder, columnName);
    Column.addType(builder, FILE_TYPES[column.type]);
    return Column.endColumn(builder);
  });
  const columnsVector = Header.createColumnsVector(builder, columnOffsets);
  const organisation = builder.createString("EPSG");
  Crs.startCrs(builder);
  Crs.addOrg(builder, organisation);
  Crs.addCode(builder, WGS84_CODE);
  const crs = Crs.endCrs(builder);
  const nameOffset = builder.createString(name);
  // Written last, it stands first: a file is known by its beginning.
  const metadataOffset = builder.createString(JSON.stringify(metadata, null, 1));
  Header.startHeader(builder);
  Header.addName(builder, nameOffset);
  Header.addGeometryType(builder, GeometryType.Point);
  Header.addColumns(builder, columnsVector);
  Header.addFeaturesCount(builder, BigInt(rowCount));
  Header.addIndexNodeSize(builder, indexNodeSize);
  Header.addCrs(builder, crs);
  Header.addMetadata(builder, metadataOffset);
  builder.finishSizePrefixed(Header.endHeader(builder));
  return new Uint8Array(builder.asUint8Array());
}

function buildPoint(builder: Builder, x: number, y: number): number {
  const xy = Geometry.createXyVector(builder, [x, y]);
  Geometry.startGeometry(builder);
  Geometry.addXy(builder, xy);
  Geometry.addType(builder, GeometryType.Point);
  return Geometry.endGeometry(builder);
}

const encoder = new TextEncoder();
/** Bytes of a UTF-16 unit as UTF-8, at most. */
const MOST_BYTES = 3;

/** Writes the cells of one row after another into the same memory. */
function createPropertyWriter(columns: readonly (ColumnHead & { readonly position: number })[]) {
  let bytes = new Uint8Array(4096);
  let view = new DataView(bytes.buffer);
  const makeRoom = (size: number) => {
    if (size <= bytes.length) return;
    const larger = new Uint8Array(size * 2);
    larger.set(bytes);
    bytes = larger;
    view = new DataView(bytes.buffer);
  };
  /** @returns where the cell ends */
  const writeCell = (type: ColumnType, cell: NonNullable<CellValue>, at: number): number => {
    switch (type) {
      case "text": {
        const text = String(cell);
        makeRoom(at + 4 + text.length * MOST_BYTES);
        const { written } = encoder.encodeInto(text, bytes.subarray(at + 4));
        view.setUint32(at, written, true);
        return at + 4 + written;
      }
      case "boolean":
        view.setUint8(at, Number(cell));
        return at + 1;
      case "integer":
        view.setInt32(at, Number(cell), true);
        return at + 4;
      case "number":
      case "degrees":
        view.setFloat64(at, Number(cell), true);
        return at + 8;
    }
  };
  /** The cells that are not `null`, each after the position of its column; they hold until the next row is written. */
  return (row: Row): Uint8Array => {
    let at = 0;
    for (let index = 0; index < columns.length; index++) {
      const { type, position } = columns[index]!;
      const cell = row[position] ?? null;
      if (cell === null) continue;
      makeRoom(at + 16);
      view.setUint16(at, index, true);
      at = writeCell(type, cell, at + 2);
    }
    return bytes.subarray(0, at);
  };
}
