import { ByteBuffer } from "flatbuffers";
import type { Geometry, HeaderMeta } from "flatgeobuf";
import { Header } from "flatgeobuf/lib/mjs/flat-geobuf/header.js";
import { deserialize, type FromFeatureFn } from "flatgeobuf/lib/mjs/generic/featurecollection.js";
import { parseProperties } from "flatgeobuf/lib/mjs/generic/feature.js";
import { fromGeometry } from "flatgeobuf/lib/mjs/geojson/geometry.js";
import type { Issue } from "#domain/issue.ts";
import type { RawTable } from "../ingest/raw-table.ts";
import {
  BATCH_SIZE,
  createFeatureTable,
  featurePlaces,
  type FeatureBatch,
  type SourceFeature,
} from "./feature-table.ts";
import { reasonOf, refuse, type Refused } from "./opened.ts";
import { windRings } from "./wind-rings.ts";

/** Where the header begins, after eight bytes by which the format is known and four that tell the header's length. */
const HEADER_AT = 12;

/** Geometries inside geometries that are read. */
const DEEPEST = 16;

/** Opens FlatGeobuf. The coordinates stay in their own reference system. */
export async function openFlatgeobuf(bytes: Uint8Array, file: string): Promise<RawTable | Refused> {
  const places = featurePlaces(file);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const damaged = (reason: string) => refuse(file, { code: "damaged-file", params: { format: "FlatGeobuf", reason } });
  if (bytes.length < HEADER_AT || HEADER_AT + view.getUint32(HEADER_AT - 4, true) > bytes.length)
    return damaged("it ends inside its header");
  if (!isHeaderSound(bytes)) return damaged("its header says what it cannot hold");
  const issues: Issue[] = [];
  let header: HeaderMeta | null = null;
  let count = 0;
  try {
    for await (const { features } of readBatches(bytes, places.geometryPlace, (found) => (header = found)))
      count += features.length;
  } catch (error) {
    return damaged(reasonOf(error));
  }
  const stated = header as HeaderMeta | null;
  const expected = stated?.featuresCount ?? 0;
  if (expected !== 0 && expected !== count)
    issues.push({
      severity: "warning",
      place: { kind: "file", file },
      code: "feature-count",
      params: { found: count, expected },
    });
  return createFeatureTable({
    ...places,
    file,
    issues,
    crs: statedCrs(stated),
    batches: () => readBatches(bytes, places.geometryPlace, () => undefined),
  });
}

/** Whether a header names no more columns than fit into it: the library would make as many as it says. */
function isHeaderSound(bytes: Uint8Array): boolean {
  const prefixed = bytes.subarray(HEADER_AT - 4);
  try {
    const length = new DataView(prefixed.buffer, prefixed.byteOffset, 4).getUint32(0, true);
    return Header.getSizePrefixedRootAsHeader(new ByteBuffer(prefixed)).columnsLength() <= length / 4;
  } catch {
    return false;
  }
}

/** The metadata in the header, as written; `null` where there are none. */
export async function flatgeobufMetadata(bytes: Uint8Array): Promise<string | null> {
  if (bytes.length < HEADER_AT || !isHeaderSound(bytes)) return null;
  let metadata: string | null = null;
  const headerMetaFn = (header: HeaderMeta): void => {
    ({ metadata } = header);
  };
  await deserialize(bytes, { fromFeature: () => ({}), headerMetaFn }).next();
  return metadata;
}

function statedCrs(header: HeaderMeta | null): string | null {
  const crs = header?.crs ?? null;
  if (crs === null) return null;
  const isEpsg = crs.code > 0 && (crs.org === null || crs.org.toUpperCase() === "EPSG");
  return isEpsg ? `EPSG:${String(crs.code)}` : crs.wkt;
}

async function* readBatches(
  bytes: Uint8Array,
  geometryPlace: ReturnType<typeof featurePlaces>["geometryPlace"],
  onHeader: (header: HeaderMeta) => void,
): AsyncGenerator<FeatureBatch> {
  let features: SourceFeature[] = [];
  let total = 0;
  const fromFeature: FromFeatureFn = (number, feature, { columns, geometryType }) => {
    try {
      const geometry = feature.geometry();
      if (geometry !== null) checkParts(geometry, 0, { left: bytes.length });
      const isEmpty = geometry === null || (geometry.xyLength() === 0 && geometry.partsLength() === 0);
      features.push({
        number,
        id: undefined,
        properties: parseProperties(feature, columns),
        geometry: isEmpty ? null : windRings(fromGeometry(geometry, geometryType)),
        fault: null,
        warnings: [],
      });
    } catch (error) {
      const fault: Issue = {
        severity: "error",
        place: geometryPlace(number, ""),
        code: "unreadable-shape",
        params: { reason: reasonOf(error) },
      };
      features.push({ number, id: undefined, properties: null, geometry: null, fault, warnings: [] });
    }
    return {};
  };
  const headerMetaFn = (header: HeaderMeta): void => {
    onHeader({ ...header });
    total = header.featuresCount;
    // The library would search the size of an index over no features for ever.
    if (total === 0) header.indexNodeSize = 0;
  };
  let read = 0;
  const stream = deserialize(bytes, { fromFeature, headerMetaFn });
  while ((await stream.next()).done !== true) {
    if (features.length < BATCH_SIZE) continue;
    read += features.length;
    yield { features, progress: Math.min(1, read / Math.max(read, total)) };
    features = [];
  }
  if (features.length > 0) yield { features, progress: 1 };
}

/**
 * Throws where a geometry announces more parts than the file could hold, or parts that hold themselves.
 * @param room parts that there may still be
 */
function checkParts(geometry: Geometry, depth: number, room: { left: number }): void {
  const count = geometry.partsLength();
  room.left -= count;
  if (room.left < 0 || depth > DEEPEST) throw new Error("the parts of the geometry are wrong");
  for (let index = 0; index < count; index++) {
    const part = geometry.parts(index);
    if (part !== null) checkParts(part, depth + 1, room);
  }
}
