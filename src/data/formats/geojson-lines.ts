import type { Issue, Place } from "#domain/issue.ts";
import type { RawTable } from "../ingest/raw-table.ts";
import { describeJsonType, isTooDeep, quoted } from "../json.ts";
import { MOST, overLimit } from "#domain/limits.ts";
import { findDuplicateKeys } from "./duplicate-keys.ts";
import { BATCH_SIZE, createFeatureTable, type FeatureBatch, type SourceFeature } from "./feature-table.ts";
import { takeFeatureApart } from "./geojson-feature.ts";
import { reasonOf } from "./opened.ts";

/** Bytes that are decoded at a time. */
const CHUNK = 1 << 22;
/** RFC 8142: begins a JSON text of a sequence. */
const RECORD_SEPARATOR = "\u001e";
const MOST_DUPLICATE_KEYS = 10;

/** Opens GeoJSON with one feature or geometry a line, or as an RFC 8142 sequence. Rows are numbered by lines, from 1. */
export async function openGeojsonLines(blob: Blob, file: string, encoding: string): Promise<RawTable> {
  const rowPlace = (row: number): Place => ({ kind: "row", file, row });
  return createFeatureTable({
    file,
    issues: [],
    crs: null,
    batches: () => readBatches(blob, encoding, rowPlace),
    place: (row, column) => (column === null ? rowPlace(row) : { kind: "cell", file, row, column: column.name }),
    geometryPlace: rowPlace,
  });
}

async function* readBatches(
  blob: Blob,
  encoding: string,
  rowPlace: (row: number) => Place,
): AsyncGenerator<FeatureBatch> {
  let features: SourceFeature[] = [];
  for await (const { line, text, progress } of jsonTexts(blob, encoding)) {
    features.push(readFeature(text, line, rowPlace(line)));
    if (features.length < BATCH_SIZE) continue;
    yield { features, progress };
    features = [];
  }
  if (features.length > 0) yield { features, progress: 1 };
}

function readFeature(text: string, line: number, place: Place): SourceFeature {
  const faulty = (what: Pick<Issue, "code" | "params">): SourceFeature => {
    const fault = { severity: "error", place, ...what } as Issue;
    return { number: line, id: undefined, properties: null, geometry: null, fault, warnings: [] };
  };
  if (text.length > MOST.row) return faulty(overLimit("row"));
  if (isTooDeep(text)) return faulty(overLimit("depth"));
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return faulty({ code: "not-json", params: { reason: quoted(reasonOf(error)) } });
  }
  if (typeof json !== "object" || json === null)
    return faulty({ code: "not-a-feature", params: { found: describeJsonType(json) } });
  const feature = takeFeatureApart(json, line, () => place, true);
  const repeated = findDuplicateKeys(text, MOST_DUPLICATE_KEYS).map(({ key }): Issue => ({
    severity: "warning",
    place,
    code: "duplicate-key",
    params: { key: quoted(key) },
  }));
  return repeated.length === 0 ? feature : { ...feature, warnings: [...feature.warnings, ...repeated] };
}

/**
 * Lines that are not blank, or the texts of a sequence, with the number of the line on which each begins. One that is longer
 * than is read comes without its end.
 */
async function* jsonTexts(
  blob: Blob,
  encoding: string,
): AsyncGenerator<{ readonly line: number; readonly text: string; readonly progress: number }> {
  const decoder = new TextDecoder(encoding);
  let rest = "";
  let line = 1;
  let separator: string | null = null;
  /** Whether what comes next is the end of a text that was too long. */
  let isInLong = false;
  for (let from = 0; from < blob.size; from += CHUNK) {
    const bytes = await blob.slice(from, from + CHUNK).arrayBuffer();
    const isLast = from + CHUNK >= blob.size;
    rest += decoder.decode(bytes, { stream: !isLast });
    if (separator === null && rest.trimStart() !== "")
      separator = rest.trimStart().startsWith(RECORD_SEPARATOR) ? RECORD_SEPARATOR : "\n";
    const texts: string[] = rest.split(separator ?? "\n");
    rest = isLast ? "" : texts.pop()!;
    const progress = Math.min(1, (from + CHUNK) / blob.size);
    const placed = (text: string) => {
      const blank = separator === RECORD_SEPARATOR ? text.slice(0, text.length - text.trimStart().length) : "";
      return { line: line + lineEnds(blank), text: text.trim(), progress };
    };
    for (const text of texts) {
      if (!isInLong && text.trim() !== "") yield placed(text);
      isInLong = false;
      line += separator === RECORD_SEPARATOR ? lineEnds(text) : 1;
    }
    if (isInLong || rest.length > MOST.row) {
      if (!isInLong) yield placed(rest);
      isInLong = true;
      line += separator === RECORD_SEPARATOR ? lineEnds(rest) : 0;
      rest = "";
    }
  }
}

function lineEnds(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
