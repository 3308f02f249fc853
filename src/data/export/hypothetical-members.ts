import { categoryAt, sectorAt, ALL_CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import type { Dataset } from "#domain/dataset.ts";
import { isPossible, type Hypothetical } from "#domain/what-if/hypothetical.ts";
import { hasHypotheticals, isHypothetical } from "#domain/what-if/marks.ts";
import { textAt } from "#domain/text-column.ts";
import { isJsonObject } from "../json.ts";

/** Names the column that marks what is supposed, and the member of the metadata that lists it. */
export const HYPOTHETICAL = "hypothetical";

/** What is supposed, as metadata list it: actors of one table together, each site by itself. Nothing where nothing is. */
export function hypotheticalMembers(
  dataset: Dataset,
): Readonly<Partial<Record<typeof HYPOTHETICAL, readonly object[]>>> {
  if (!hasHypotheticals(dataset)) return {};
  const { sites, actors, provenance } = dataset;
  const supposedSites = Array.from(sites.id, (id, site) => ({ id, site }))
    .filter(({ site }) => isHypothetical(dataset, "sites", site))
    .map(({ id, site }) => ({
      kind: "site",
      id,
      name: sites.name[site],
      lon: numberOrNull(sites.lon[site]!),
      lat: numberOrNull(sites.lat[site]!),
      country: sites.country[site],
    }));
  const tables = new Map<number, { readonly first: number; count: number }>();
  for (let actor = 0; actor < actors.count; actor++) {
    if (!isHypothetical(dataset, "actors", actor)) continue;
    const table = provenance.actors.table[actor]!;
    const group = tables.get(table) ?? { first: actor, count: 0 };
    group.count += 1;
    tables.set(table, group);
  }
  const supposedActors = [...tables.values()].map(({ first, count }) => ({
    kind: "actors",
    sector: sectorAt(actors, first),
    category: categoryAt(actors, first),
    count,
    lon: actors.lon[first],
    lat: actors.lat[first],
    country: textAt(actors.country, first),
  }));
  return { [HYPOTHETICAL]: [...supposedActors, ...supposedSites] };
}

/** What a file says was supposed in it, and the identifiers of its hypothetical sites. */
export interface ReadHypotheticals {
  readonly hypotheticals: readonly Hypothetical[];
  readonly siteIds: readonly string[];
}

/** @param refuse told of each entry that cannot be read, by its position */
export function readHypotheticals(found: unknown, refuse: (at: number, found: unknown) => void): ReadHypotheticals {
  const hypotheticals: Hypothetical[] = [];
  const siteIds: string[] = [];
  for (const [at, entry] of (Array.isArray(found) ? (found as readonly unknown[]) : []).entries()) {
    const read = readEntry(entry);
    if (read !== null && isPossible(read)) hypotheticals.push(read);
    else refuse(at, entry);
    const id = isJsonObject(entry) ? entry["id"] : null;
    if (read?.kind === "site" && typeof id === "string") siteIds.push(id);
  }
  return { hypotheticals, siteIds };
}

function readEntry(entry: unknown): Hypothetical | null {
  if (!isJsonObject(entry)) return null;
  const { kind, lon, lat, country = null, name, sector: sectorName, category: categoryName, count } = entry;
  if (typeof lon !== "number" || typeof lat !== "number") return null;
  if (country !== null && (typeof country !== "string" || !/^[A-Z]{2}$/.test(country))) return null;
  const place = { point: { lon, lat }, country };
  if (kind === "site") return typeof name === "string" ? { kind, name, ...place } : null;
  const sector = SECTORS.find((known) => known === sectorName);
  const category = ALL_CATEGORIES.find((known) => known === categoryName);
  if (kind !== "actors" || sector === undefined || category === undefined || typeof count !== "number") return null;
  return { kind, sector, category, count, ...place };
}

function numberOrNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
