import { TABLE_COLUMNS, type ColumnKind } from "#domain/ingest/columns.ts";
import type { TableKind } from "#domain/workspace/table.ts";
import { isPolygonText } from "../formats/geometry-text.ts";
import {
  isCoordinate,
  isCountry,
  isDate,
  isNumber,
  isOwnWordOf,
  isPlainlyCountry,
  isPosition,
  isUnique,
  isWebAddress,
  isWordOf,
  isYear,
  shareOf,
  type ColumnProfile,
} from "./column-profile.ts";
import { fieldsOf, foldHeader, matchHeaders, POSITION, type HeaderMatch } from "./match-headers.ts";

/** Which column gives which field, and how sure the headers are that the table is of this kind. */
export interface Assignment {
  readonly columns: ReadonlyMap<string, number>;
  readonly evidence: number;
}

/** Headers that say little by themselves; a vocabulary is believed under them only if its words are there. */
const VAGUE_HEADERS = new Set(
  "status state stato statut zustand allapot stanje type typ tipo tipologia tip vrsta tipus art kind group gruppe gruppo skupina class classe jelleg gattung utilizzo hasznalat heritage office use".split(
    " ",
  ),
);

/** How strongly a field speaks for the kind; a field of any table counts nothing. */
const EVIDENCE: Readonly<Record<TableKind, Readonly<Record<string, number>>>> = {
  sites: {
    heritage_class: 3,
    industry: 3,
    protection: 3,
    closed_in: 3,
    reuse_status: 2,
    built_from: 2,
    current_use: 2,
    name_local: 1,
    status_year: 1,
    floor_area_m2: 1,
  },
  actors: { sector: 4, category: 3, address: 1, seen_year: 1 },
  spaces: {
    height_m: 3,
    price_eur_m2_month: 3,
    load_kn_m2: 3,
    equipment: 2,
    available_from: 2,
    available_until: 2,
    area_m2: 2,
    site_id: 2,
    contact: 1,
  },
  activities: { date_from: 3, date_to: 3 },
  population: { residents: 5 },
  areas: {},
  isochrones: { minutes: 5, seconds: 5 },
};

const LEAST_SHARE = 0.5;
/** Under a header that names the vocabulary so many words are enough. */
const LEAST_SHARE_OF_WORDS = 0.2;
/** Without a header. */
const SURE_SHARE = 0.8;
const LEAST_ROWS = 3;

/** Gives columns to the fields of a kind, by headers, then by what the columns hold; in doubt a field stays without. */
export function assignColumns(profiles: readonly ColumnProfile[], kind: TableKind): Assignment {
  const specs = new Map(TABLE_COLUMNS[kind].map((spec) => [spec.name, spec]));
  const matches = matchHeaders(
    profiles.map(({ header }) => header),
    kind,
  );
  const columns = new Map<string, number>();
  const taken = new Set<number>();
  let evidence = 0;
  const give = (field: string, column: number): void => {
    columns.set(field, column);
    taken.add(column);
  };
  const kindOf = (field: string): ColumnKind | null => specs.get(field)?.kind ?? null;

  for (const ownNames of [true, false]) {
    for (const field of fieldsOf(kind)) {
      if (columns.has(field)) continue;
      const usable = (matches.get(field) ?? []).filter(({ column, isOwnName }) => {
        const profile = profiles[column];
        if (taken.has(column) || isOwnName !== ownNames || profile === undefined) return false;
        return fits(profile, field, kindOf(field), ownNames);
      });
      const best = kindOf(field) === "vocabulary" ? mostWords(usable, profiles, field) : usable[0];
      if (best === undefined) continue;
      give(field, best.column);
      evidence += (EVIDENCE[kind][field] ?? 0) * (ownNames ? 2 : 1);
    }
  }
  for (const field of fieldsOf(kind)) {
    if (columns.has(field)) continue;
    const column = profiles.findIndex((profile, index) => !taken.has(index) && holds(profile, field, kindOf(field)));
    if (column === -1) continue;
    give(field, column);
    evidence += EVIDENCE[kind][field] ?? 0;
  }
  evidence += evidenceOfHeaders(profiles, matches, columns, kind);
  if (specs.has("lon")) {
    keepOnePoint(columns);
    if (!["lon", "lat", POSITION].some((field) => columns.has(field))) {
      const at = profiles.findIndex((_, index) => isDegreePair(profiles, index, taken));
      if (at !== -1) {
        give("lat", at);
        give("lon", at + 1);
      }
    }
  }
  return { columns, evidence };
}

/** Headers of fields that stay without a column, as its contents cannot be read: half of what they would count. */
function evidenceOfHeaders(
  profiles: readonly ColumnProfile[],
  matches: ReadonlyMap<string, readonly HeaderMatch[]>,
  columns: ReadonlyMap<string, number>,
  kind: TableKind,
): number {
  const used = new Set(columns.values());
  let evidence = 0;
  for (const [field, weight] of Object.entries(EVIDENCE[kind])) {
    if (columns.has(field)) continue;
    const isNamed = (matches.get(field) ?? []).some(
      ({ column }) => !used.has(column) && !VAGUE_HEADERS.has(foldHeader(profiles[column]?.header ?? "")),
    );
    if (isNamed) evidence += weight / 2;
  }
  return evidence;
}

/** A single coordinate is none; two of their own count before both in one cell. */
function keepOnePoint(columns: Map<string, number>): void {
  if (columns.has("lon") && columns.has("lat")) columns.delete(POSITION);
  else if (columns.has(POSITION)) {
    columns.delete("lon");
    columns.delete("lat");
  }
}

function mostWords<M extends { readonly column: number }>(
  usable: readonly M[],
  profiles: readonly ColumnProfile[],
  field: string,
): M | undefined {
  const words = (match: M): number => {
    const profile = profiles[match.column];
    return profile === undefined ? 0 : shareOf(profile, isWordOf(field)) * profile.texts.length;
  };
  return usable.reduce<M | undefined>(
    (best, match) => (best === undefined || words(match) > words(best) ? match : best),
    undefined,
  );
}

/** Whether a column with a header for the field may hold it. An empty column, and one under the field's own name, may. */
function fits(profile: ColumnProfile, field: string, kind: ColumnKind | null, isOwnName: boolean): boolean {
  if (isOwnName || profile.texts.length === 0) return true;
  const most = (holds: (text: string) => boolean) => shareOf(profile, holds) >= LEAST_SHARE;
  if (field === POSITION) return most(isPosition);
  switch (kind) {
    case "longitude":
    case "latitude":
      return most(isCoordinate);
    case "identifier":
      return isUnique(profile);
    case "year":
      return most(isYear);
    case "date":
      return most(isDate);
    case "area":
    case "duration":
    case "count":
      return most(isNumber);
    case "country-code":
      return most(isCountry);
    case "web-address":
      return most(isWebAddress);
    case "geometry":
      return most(isPolygonText);
    case "vocabulary": {
      const least = VAGUE_HEADERS.has(foldHeader(profile.header)) ? LEAST_SHARE : LEAST_SHARE_OF_WORDS;
      return shareOf(profile, isWordOf(field)) >= least;
    }
    case "text":
    case null:
      return !most(isWebAddress);
  }
}

/** Whether a column holds a field beyond doubt, whatever its header. */
function holds(profile: ColumnProfile, field: string, kind: ColumnKind | null): boolean {
  const { texts, counts } = profile;
  if (texts.length < LEAST_ROWS) return false;
  if (field === POSITION) return shareOf(profile, isPosition) >= SURE_SHARE;
  switch (kind) {
    case "country-code":
      return shareOf(profile, isPlainlyCountry) >= SURE_SHARE && ![...counts.keys()].every(isYesOrNo);
    case "geometry":
      return shareOf(profile, isPolygonText) >= SURE_SHARE;
    case "web-address":
      return field === "website" && shareOf(profile, isWebAddress) >= SURE_SHARE;
    case "vocabulary":
      return (
        field !== "coord_precision" &&
        counts.size > 1 &&
        counts.size <= texts.length / 2 &&
        shareOf(profile, isOwnWordOf(field)) >= SURE_SHARE
      );
    default:
      return false;
  }
}

/** Italian "SI" and "NO" are codes of Slovenia and Norway too. */
function isYesOrNo(text: string): boolean {
  return text === "SI" || text === "NO";
}

/** Two columns side by side with decimals that are latitudes and longitudes of Europe, in this order or the other. */
function isDegreePair(profiles: readonly ColumnProfile[], at: number, taken: ReadonlySet<number>): boolean {
  const [first, second] = [profiles[at], profiles[at + 1]];
  if (first === undefined || second === undefined || taken.has(at) || taken.has(at + 1)) return false;
  const spans = (profile: ColumnProfile, least: number, most: number): boolean =>
    profile.texts.length >= LEAST_ROWS &&
    shareOf(profile, (text) => {
      const value = /^-?\d{1,2}[.,]\d{3,}$/.test(text) ? Number(text.replace(",", ".")) : NaN;
      return value >= least && value <= most;
    }) >= SURE_SHARE;
  return (spans(first, 34, 72) && spans(second, -11, 34)) || (spans(first, -11, 34) && spans(second, 34, 72));
}
