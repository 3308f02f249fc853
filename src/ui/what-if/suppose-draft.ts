import { ALL_CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import type { Hypothetical } from "#domain/what-if/hypothetical.ts";
import { DraftReader, type Draft, type ReadDraft } from "../edit/draft.ts";

export type SupposeField = "name" | "sector" | "category" | "lat" | "lon" | "country";

/** What the form states; how many actors is a number of its own. */
export type Supposed =
  Omit<Extract<Hypothetical, { readonly kind: "actors" }>, "count"> | Extract<Hypothetical, { readonly kind: "site" }>;

/** A site needs a name and a point, actors a sector and a point. */
export function readSupposed(draft: Draft<SupposeField>, what: "actors" | "site"): ReadDraft<Supposed, SupposeField> {
  const reader = new DraftReader(draft);
  const { lat, lon } = reader.point("lat", "lon");
  if (reader.text("lat") === null && reader.text("lon") === null) reader.problems.set("lat", "missing");
  const place = { point: { lon: lon ?? NaN, lat: lat ?? NaN }, country: reader.text("country") };
  if (what === "site") return reader.result({ kind: "site", name: reader.needed("name"), ...place });
  return reader.result({
    kind: "actors",
    sector: reader.choice("sector", SECTORS, "trade"),
    category: reader.choice("category", ALL_CATEGORIES, "unknown"),
    ...place,
  });
}
