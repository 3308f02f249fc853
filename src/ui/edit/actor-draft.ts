import { ALL_CATEGORIES, CATEGORIES, SECTORS, type ActorId, type Category } from "#domain/actor/actor.ts";
import { PRECISIONS } from "#domain/geo/points.ts";
import type { ActorRow } from "#domain/workspace/edits.ts";
import { DraftReader, numberText, type Draft, type ReadDraft } from "./draft.ts";

export type ActorField = Exclude<keyof ActorRow, "id">;

export const EMPTY_ACTOR: Draft<ActorField> = {
  name: "",
  sector: "",
  category: "unknown",
  country: "",
  municipality: "",
  address: "",
  lon: "",
  lat: "",
  precision: "unknown",
  positionSource: "",
  website: "",
  sourceUrl: "",
  seenYear: "",
};

export function draftOfActor(row: ActorRow): Draft<ActorField> {
  return {
    ...row,
    country: row.country ?? "",
    municipality: row.municipality ?? "",
    address: row.address ?? "",
    lon: numberText(row.lon),
    lat: numberText(row.lat),
    positionSource: row.positionSource ?? "",
    website: row.website ?? "",
    sourceUrl: row.sourceUrl ?? "",
    seenYear: numberText(row.seenYear),
  };
}

/** The categories of a sector, and "unknown"; that alone where no sector is chosen. */
export function categoriesOf(sector: string): readonly Category[] {
  const known = SECTORS.find((candidate) => candidate === sector);
  return known === undefined ? ["unknown"] : [...CATEGORIES[known], "unknown"];
}

/** An actor needs a name, a sector and a point. */
export function readActorDraft(draft: Draft<ActorField>, id: ActorId): ReadDraft<ActorRow, ActorField> {
  const reader = new DraftReader(draft);
  const { lat, lon } = reader.point("lat", "lon");
  if (reader.text("lat") === null && reader.text("lon") === null) reader.problems.set("lat", "no-point");
  reader.needed("sector");
  return reader.result({
    id,
    name: reader.needed("name"),
    sector: reader.choice("sector", SECTORS, "creative"),
    category: reader.choice("category", ALL_CATEGORIES, "unknown"),
    country: reader.text("country"),
    municipality: reader.text("municipality"),
    address: reader.text("address"),
    lon: lon ?? NaN,
    lat: lat ?? NaN,
    precision: reader.choice("precision", PRECISIONS, "unknown"),
    positionSource: reader.text("positionSource"),
    website: reader.webAddress("website"),
    sourceUrl: reader.webAddress("sourceUrl"),
    seenYear: reader.year("seenYear"),
  });
}
