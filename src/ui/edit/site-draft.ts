import { PRECISIONS } from "#domain/geo/points.ts";
import { HERITAGE_CLASSES, INDUSTRIES, PROTECTIONS, REUSE_STATUSES, type SiteId } from "#domain/site/site.ts";
import type { SiteRow } from "#domain/workspace/edits.ts";
import { areaText, DraftReader, numberText, type Draft, type ReadDraft } from "./draft.ts";

export type SiteField = Exclude<keyof SiteRow, "id">;

export const EMPTY_SITE: Draft<SiteField> = {
  name: "",
  nameLocal: "",
  country: "",
  municipality: "",
  lon: "",
  lat: "",
  precision: "unknown",
  positionSource: "",
  heritageClass: "unknown",
  industry: "unknown",
  builtFromYear: "",
  closedInYear: "",
  reuseStatus: "unknown",
  statusYear: "",
  currentUse: "",
  floorAreaSquareMeters: "",
  protection: "unknown",
  website: "",
  sourceUrl: "",
  note: "",
};

export function draftOfSite(row: SiteRow): Draft<SiteField> {
  return {
    ...row,
    nameLocal: row.nameLocal ?? "",
    country: row.country ?? "",
    municipality: row.municipality ?? "",
    lon: numberText(row.lon),
    lat: numberText(row.lat),
    positionSource: row.positionSource ?? "",
    builtFromYear: numberText(row.builtFromYear),
    closedInYear: numberText(row.closedInYear),
    statusYear: numberText(row.statusYear),
    currentUse: row.currentUse ?? "",
    floorAreaSquareMeters: areaText(row.floorAreaSquareMeters),
    website: row.website ?? "",
    sourceUrl: row.sourceUrl ?? "",
    note: row.note ?? "",
  };
}

/** A site needs a name and nothing else; without a point it is listed, not mapped. */
export function readSiteDraft(draft: Draft<SiteField>, id: SiteId): ReadDraft<SiteRow, SiteField> {
  const reader = new DraftReader(draft);
  return reader.result({
    id,
    name: reader.needed("name"),
    nameLocal: reader.text("nameLocal"),
    country: reader.text("country"),
    municipality: reader.text("municipality"),
    ...reader.point("lat", "lon"),
    precision: reader.choice("precision", PRECISIONS, "unknown"),
    positionSource: reader.text("positionSource"),
    heritageClass: reader.choice("heritageClass", HERITAGE_CLASSES, "unknown"),
    industry: reader.choice("industry", INDUSTRIES, "unknown"),
    builtFromYear: reader.year("builtFromYear"),
    closedInYear: reader.year("closedInYear"),
    reuseStatus: reader.choice("reuseStatus", REUSE_STATUSES, "unknown"),
    statusYear: reader.year("statusYear"),
    currentUse: reader.text("currentUse"),
    floorAreaSquareMeters: reader.area("floorAreaSquareMeters"),
    protection: reader.choice("protection", PROTECTIONS, "unknown"),
    website: reader.webAddress("website"),
    sourceUrl: reader.webAddress("sourceUrl"),
    note: reader.text("note"),
  });
}
