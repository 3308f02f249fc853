import { TABLE_COLUMNS } from "#domain/ingest/columns.ts";
import { WGS84, type DecimalMark, type FieldSource, type Mapping } from "#domain/ingest/mapping.ts";
import type { CrsCandidate, SourceColumn } from "#domain/ingest/report.ts";
import { foldText } from "#domain/selection/fold-text.ts";
import { TABLE_KINDS, type TableKind } from "#domain/workspace/table.ts";
import { readGeometryText } from "../formats/geometry-text.ts";
import { findIsochroneColumns } from "../isochrones/isochrone-columns.ts";
import { suggestIsochroneFields } from "../isochrones/suggest-fields.ts";
import { isJsonObject, type JsonObject } from "../json.ts";
import { assignColumns, type Assignment } from "./assign-columns.ts";
import { profileColumns, sourceColumn, type ColumnProfile } from "./column-profile.ts";
import { parseAngle, parsePosition, statedSrid } from "./coordinates.ts";
import { crsByCode, isGeographic, recogniseCrs } from "./crs.ts";
import { guessCrs, type CrsGuess } from "./guess-crs.ts";
import { foldHeader, POSITION } from "./match-headers.ts";
import { guessDecimalMark, parseLocalNumber } from "./numbers.ts";
import { lookupWord } from "./vocabulary-words.ts";

/** A source as far as a mapping is suggested from it. */
export interface SourceSample {
  /** An empty header is not read. */
  readonly headers: readonly string[];
  /** The first rows, up to some 1 000. */
  readonly rows: readonly (readonly string[])[];
  /** `absent`: the format has none. `empty`: none of the rows has one. `outlines`: all that rows have are polygons. */
  readonly geometry: "absent" | "empty" | "given" | "outlines";
  /** As `RawTable.crs`. */
  readonly crs: string | null;
  /** As `RawTable.members`; `null` where none. */
  readonly members: JsonObject | null;
  readonly fileName: string;
  /** What the table is known to be; `null`: to be recognised. */
  readonly kind: TableKind | null;
}

export interface Suggestion {
  readonly mapping: Mapping;
  /** As `OpenedSource.crsCandidates`, best first. */
  readonly crsCandidates: readonly CrsCandidate[];
  readonly columns: readonly SourceColumn[];
}

/** Words of file names, folded, that tell what a table is. */
const FILE_WORDS: readonly (readonly [TableKind, RegExp])[] = [
  [
    "sites",
    /site|denkmal|monument|heritage|muemlek|dediscin|bastin|beni|archeologia|brache|leerstand|spomenik|standort/,
  ],
  ["actors", /actor|akteur|firm|unternehm|compan|business|ceg|podjet|tvrtk|impres|azien|hotel|restaurant|poi|betrieb/],
  ["spaces", /space|raum|raeum|room|helyiseg|prostor|spazi|local/],
  ["activities", /activit|event|veranstalt|esemeny|dogod|dogadaj|eventi/],
  ["isochrones", /isochron|catchment|einzugsgeb|fahrzeit|reachab|vonzaskorzet/],
  ["population", /popul|einwohn|lakossag|nepesseg|prebival|stanovni|abitant/],
];
/** The same for areas; they count where no other kind is named. */
const AREA_FILE_WORDS =
  /gemeind|municip|obcin|opcin|comun|telepules|kommun|commune|region|regij|district|kreis|bezirk|jaras|zupanij|megye|provinc|grenz|boundar|border|confin|granic|meje|hatar|admin|nuts|(^|[^a-z])(lau|gadm|vg\d+|bundesland|quartier|stadtteil)/;
/** Headers, folded as {@link foldHeader} does, that only layers of administrative units have. */
const ADMINISTRATIVE_HEADER =
  /^(ags|ars|gen|bez|nuts(id|name|code)|levlcode|lau(id|name|code)|giscoid|shape(name|iso|type|group)|adminlevel|adm\d(name|pcode|en)|gid\d|engtype\d|cod(com|prov|reg|uts)|procomt?|den(com|prov|reg|uts)|obuime|obmid|ksh(kod)?|gkz|gemeindeschlussel|gemeindekennziffer|bfsnr|jptkodje|jptnazwa|inseecom|codeinsee|kommunkod|kommunenummer)$/;
const FILE_WORD_EVIDENCE = 1.5;
/** Of columns as a known program writes them for isochrones. */
const WRITER_EVIDENCE = 10;
/** What speaks for areas: polygons by themselves little, words in the file's name and headers more. */
const AREA_EVIDENCE = { outlines: 1.5, fileWord: 2.5, header: 1.5, mostHeaders: 2 } as const;
/** A vocabulary's texts beyond these are read one by one. */
const MOST_VALUES = 500;

/** The name under which the mapping of a source is remembered: the same headers in the same order have the same. */
export function mappingKey(headers: readonly string[]): string {
  return headers.map(foldHeader).join("|");
}

/** Suggests how a source is read: what it is, its columns, values, numbers and coordinates. Where unsure, nothing is said. */
export function suggestMapping(source: SourceSample): Suggestion {
  const profiles = profileColumns(source.headers, source.rows);
  const { kind, columns } = chooseKind(profiles, source);
  const mark = decimalMarkOf(profiles, columns, kind);
  const pointFrom = pointSource(source, kind, columns);
  const system = coordinateSystem(profiles, columns, mark, source, pointFrom);
  const assigned: Record<string, FieldSource> = {};
  for (const [field, column] of columns) assigned[field] = { kind: "column", column };
  const repeats = (column: number) => {
    const { texts = [], counts = new Map() } = profiles[column] ?? {};
    return counts.size < texts.length;
  };
  const fields =
    kind === "isochrones" ? suggestIsochroneFields(assigned, source.headers, source.members, repeats) : assigned;
  return {
    mapping: {
      kind,
      fields,
      values: valuesOf(profiles, columns, kind),
      decimalMark: mark,
      pointFrom,
      crs: system.crs,
      swapped: system.swapped,
    },
    crsCandidates: system.candidates,
    columns: profiles.map(sourceColumn),
  };
}

/** The kind for which headers, contents and file name speak most; sites where nothing does, as they need least. */
function chooseKind(
  profiles: readonly ColumnProfile[],
  { kind, fileName, geometry, headers, members }: SourceSample,
): { readonly kind: TableKind; readonly columns: Assignment["columns"] } {
  if (kind !== null) return { kind, columns: assignColumns(profiles, kind).columns };
  const name = foldText(fileName);
  let best: { kind: TableKind; columns: Assignment["columns"] } | null = null;
  let most = -1;
  for (const candidate of TABLE_KINDS) {
    const { columns, evidence } = assignColumns(profiles, candidate);
    const isNamed = FILE_WORDS.some(([named, words]) => named === candidate && words.test(name));
    const isCertain = candidate === "isochrones" && findIsochroneColumns(headers, members).certain;
    const hasOutlines =
      geometry === "outlines" ||
      (geometry !== "given" && columns.has("geometry")) ||
      // Of isochrones that all reach nothing.
      (geometry === "empty" && isCertain);
    if ((candidate === "areas" || candidate === "isochrones") && !hasOutlines) continue;
    const total =
      candidate === "areas"
        ? evidenceOfAreas(profiles, name)
        : evidence + (isNamed ? FILE_WORD_EVIDENCE : 0) + (isCertain ? WRITER_EVIDENCE : 0);
    if (best === null || total > most) [best, most] = [{ kind: candidate, columns }, total];
  }
  return best ?? { kind: "sites", columns: new Map() };
}

/** @param name of the file, folded */
function evidenceOfAreas(profiles: readonly ColumnProfile[], name: string): number {
  const isNamed = AREA_FILE_WORDS.test(name) && !FILE_WORDS.some(([, words]) => words.test(name));
  const headers = profiles.filter(({ header }) => ADMINISTRATIVE_HEADER.test(foldHeader(header))).length;
  return (
    AREA_EVIDENCE.outlines +
    (isNamed ? AREA_EVIDENCE.fileWord : 0) +
    Math.min(headers, AREA_EVIDENCE.mostHeaders) * AREA_EVIDENCE.header
  );
}

/** Where no row has a geometry, columns with coordinates are taken instead; they are no ground. */
function pointSource(
  { geometry }: SourceSample,
  kind: TableKind,
  columns: Assignment["columns"],
): Mapping["pointFrom"] {
  const hasPoint = columns.has(POSITION) || (columns.has("lon") && columns.has("lat"));
  const hasColumns = columns.has("geometry") || (hasPoint && kind !== "isochrones");
  const isGiven = geometry === "given" || geometry === "outlines";
  return isGiven || (geometry === "empty" && !hasColumns) ? "geometry" : "fields";
}

function valuesOf(
  profiles: readonly ColumnProfile[],
  columns: Assignment["columns"],
  kind: TableKind,
): Readonly<Record<string, Readonly<Record<string, string>>>> {
  const values: Record<string, Record<string, string>> = {};
  for (const { name, vocabulary } of TABLE_COLUMNS[kind]) {
    const profile = profiles[columns.get(name) ?? -1];
    if (vocabulary === null || profile === undefined || profile.counts.size > MOST_VALUES) continue;
    const known: Record<string, string> = {};
    for (const text of profile.counts.keys()) {
      const value = lookupWord(name, text);
      if (value !== null && vocabulary.includes(value)) known[foldText(text)] = value;
    }
    if (Object.keys(known).length > 0) values[name] = known;
  }
  return values;
}

/** By the numbers of the mapped columns, else of all; a point where nothing tells. */
function decimalMarkOf(
  profiles: readonly ColumnProfile[],
  columns: Assignment["columns"],
  kind: TableKind,
): DecimalMark {
  const numeric = new Set(["longitude", "latitude", "area", "duration", "count"]);
  const texts = TABLE_COLUMNS[kind].flatMap((spec) =>
    numeric.has(spec.kind) ? (profiles[columns.get(spec.name) ?? -1]?.texts ?? []) : [],
  );
  const positions = profiles[columns.get(POSITION) ?? -1]?.texts ?? [];
  const parts = positions.flatMap((text) => text.split(/[;\s|/]+|,\s/));
  return (
    guessDecimalMark([...texts, ...parts]) ?? guessDecimalMark(profiles.flatMap((profile) => profile.texts)) ?? "point"
  );
}

interface CoordinateSystem {
  readonly crs: string;
  readonly swapped: boolean;
  readonly candidates: readonly CrsCandidate[];
}

const DEGREES: CoordinateSystem = { crs: WGS84, swapped: false, candidates: [] };
/** Numbers that fit no system: the user has to say that they are degrees, or go another way. */
const UNSURE: CoordinateSystem = { ...DEGREES, candidates: [{ code: WGS84, name: "WGS 84", from: "range" }] };

function coordinateSystem(
  profiles: readonly ColumnProfile[],
  columns: Assignment["columns"],
  mark: DecimalMark,
  { crs, headers, rows }: SourceSample,
  pointFrom: Mapping["pointFrom"],
): CoordinateSystem {
  const sample = pointFrom === "geometry" ? null : coordinatesOf(profiles, columns, rows, mark);
  const guesses =
    sample === null ? [] : guessCrs({ ...sample.values, headers: sample.columns.map((at) => headers[at] ?? "") });
  const stated = crs ?? sample?.stated ?? null;
  if (stated !== null) return statedSystem(stated, guesses);
  const [best] = guesses;
  if (best === undefined) return sample !== null && hasPair(sample) ? UNSURE : DEGREES;
  if (best.code === WGS84) return { ...DEGREES, swapped: best.swapped };
  return { crs: best.code, swapped: best.swapped, candidates: guesses.map(candidateOf) };
}

/** What the source states counts. A system that is not known here leaves degrees to be confirmed, or what the values fit. */
function statedSystem(stated: string, guesses: readonly CrsGuess[]): CoordinateSystem {
  const code = recogniseCrs(stated);
  const system = code === null ? null : crsByCode(code);
  const swapped = guesses.find((guess) => guess.code === (code !== null && isGeographic(code) ? WGS84 : code))?.swapped;
  if (system === null) {
    const [best] = guesses;
    const candidates = guesses.length > 0 ? guesses.map(candidateOf) : UNSURE.candidates;
    return { crs: best?.code ?? WGS84, swapped: best?.swapped ?? false, candidates };
  }
  if (isGeographic(system.code)) return { ...DEGREES, swapped: swapped ?? false };
  const candidate: CrsCandidate = { code: system.code, name: system.name, from: "stated" };
  return { crs: system.code, swapped: swapped ?? false, candidates: [candidate] };
}

function candidateOf({ code, name, from }: CrsGuess): CrsCandidate {
  return { code, name, from };
}

function hasPair({ values: { xs, ys } }: CoordinateSample): boolean {
  return xs.some((x, index) => Number.isFinite(x) && Number.isFinite(ys[index]));
}

interface CoordinateSample {
  readonly values: { readonly xs: readonly number[]; readonly ys: readonly number[] };
  readonly columns: readonly number[];
  /** By extended well-known text. */
  readonly stated: string | null;
}

function coordinatesOf(
  profiles: readonly ColumnProfile[],
  columns: Assignment["columns"],
  rows: SourceSample["rows"],
  mark: DecimalMark,
): CoordinateSample | null {
  const [lon, lat, position] = [columns.get("lon"), columns.get("lat"), columns.get(POSITION)];
  if (lon !== undefined && lat !== undefined) {
    const numbers = (column: number) => rows.map((row) => parseCoordinate((row[column] ?? "").trim(), mark));
    return { values: { xs: numbers(lon), ys: numbers(lat) }, columns: [lon, lat], stated: null };
  }
  const outline = profiles[columns.get("geometry") ?? -1];
  if (outline !== undefined) return cornersOf(outline, columns.get("geometry") ?? -1);
  if (position === undefined) return null;
  const texts = profiles[position]?.texts ?? [];
  const points = texts.flatMap((text) => parsePosition(text, mark) ?? []);
  return {
    values: { xs: points.map((point) => point.lon), ys: points.map((point) => point.lat) },
    columns: [position],
    stated: texts.map(statedSrid).find((code) => code !== null) ?? null,
  };
}

/** Cells with a geometry that are looked at, as they may be long. */
const OUTLINES_READ = 20;

function cornersOf(profile: ColumnProfile, column: number): CoordinateSample {
  const texts = profile.texts.slice(0, OUTLINES_READ);
  const corners = texts.flatMap((text) => firstCorner(sampleGeometry(text)));
  return {
    values: { xs: corners.map(([x]) => x), ys: corners.map(([, y]) => y) },
    columns: [column],
    stated: texts.map(statedSrid).find((code) => code !== null) ?? null,
  };
}

/** Nothing where the text states more than is read: that is told when its row is. */
function sampleGeometry(text: string): unknown {
  try {
    return readGeometryText(text)?.geometry;
  } catch {
    return null;
  }
}

/** The first position of a geometry, however deep; none where there is none. */
function firstCorner(geometry: unknown): readonly (readonly [number, number])[] {
  let list: unknown = isJsonObject(geometry) ? geometry["coordinates"] : null;
  while (Array.isArray(list) && Array.isArray(list[0])) list = list[0];
  const [x, y] = Array.isArray(list) ? (list as readonly unknown[]) : [];
  return typeof x === "number" && typeof y === "number" ? [[x, y]] : [];
}

/** An angle, or a number too large for one. */
function parseCoordinate(text: string, mark: DecimalMark): number {
  const angle = parseAngle(text, mark);
  return Number.isNaN(angle) ? parseLocalNumber(text, mark) : angle;
}
