import { readSpaceKind, type Space, type SpaceId } from "#domain/space/space.ts";
import { ListBuilder } from "./column-builders.ts";
import { tableColumn } from "./columns-of-row.ts";
import { finishedValues, listColumns } from "./list-columns.ts";
import { nameReader, type BuilderSource, type FinishedColumns, type TableBuilder } from "./table-builder.ts";

export function spaceBuilder(source: BuilderSource): TableBuilder<"spaces"> {
  return { columns: spaceColumns(source), point: "none", finish: finishSpaces };
}

function spaceColumns(source: BuilderSource) {
  const { text, amount, date, address } = listColumns(source);
  return {
    site_id: text("site_id"),
    name: tableColumn(nameReader(source, "name"), new ListBuilder<string>()),
    kind: text("kind"),
    area_m2: amount("area_m2"),
    height_m: amount("height_m"),
    load_kn_m2: amount("load_kn_m2"),
    equipment: text("equipment"),
    access: text("access"),
    heating: text("heating"),
    price_eur_m2_month: amount("price_eur_m2_month"),
    available_from: date("available_from"),
    available_until: date("available_until"),
    terms: text("terms"),
    contact: text("contact"),
    contact_page: address("contact_page"),
    last_confirmed: date("last_confirmed"),
    source_url: address("source_url"),
  };
}

function finishSpaces(finished: FinishedColumns, count: number): readonly Space[] {
  const { text, number } = finishedValues(finished);
  const kind = (row: number) => {
    const stated = text("kind", row);
    return stated === null ? null : readSpaceKind(stated);
  };
  return Array.from({ length: count }, (_, row) => ({
    id: text("id", row) as SpaceId,
    siteId: text("site_id", row),
    name: text("name", row) ?? "",
    kind: kind(row),
    areaSquareMeters: number("area_m2", row),
    heightMeters: number("height_m", row),
    loadKilonewtonsPerSquareMeter: number("load_kn_m2", row),
    equipment: text("equipment", row),
    access: text("access", row),
    heating: text("heating", row),
    priceEuroPerSquareMeterMonth: number("price_eur_m2_month", row),
    availableFrom: text("available_from", row),
    availableUntil: text("available_until", row),
    terms: text("terms", row),
    contact: text("contact", row),
    contactPage: text("contact_page", row),
    lastConfirmed: text("last_confirmed", row),
    sourceUrl: text("source_url", row),
  }));
}
