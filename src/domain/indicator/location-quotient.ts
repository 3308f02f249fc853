import { SECTOR_COUNT, SECTORS, type Sector } from "../actor/actor.ts";
import type { Surroundings } from "../catchment/surroundings.ts";
import type { Indicator, IndicatorContext } from "./indicator.ts";

/** Fewer actors in a catchment say nothing of its shares. */
const LEAST_ACTORS = 10;

/**
 * How much more frequent a sector is among the actors of the catchment than among all listed actors of the site's country:
 * `(n_s / n) / (N_s / N)`, 0 and more, 1 where it is as frequent. Not defined with fewer than 10 actors in the catchment,
 * where coverage differs between sectors, where an actor of the catchment states no country, and where the site's country
 * is not known or has no listed actor of the sector.
 */
export function locationQuotient<S extends Sector>(sector: S) {
  const position = SECTORS.indexOf(sector);
  return {
    id: `location_quotient_${sector}`,
    column: `location_quotient_${sector}`,
    unit: "number",
    decimals: 4,
    source: "Florence 1939, method §9",
    sectors: SECTORS,
    favours: "high",
    prepare(context) {
      const reference = countsByCountry(context.measured.surroundings);
      return (site) => {
        const all = reference.get(context.facts.country[site] ?? null);
        if (all === undefined || !isComparable(context, site)) return NaN;
        const counts = context.count.subarray(site * SECTOR_COUNT, (site + 1) * SECTOR_COUNT);
        const quotient = counts[position]! / sum(counts) / (all[position]! / sum(all));
        return Number.isFinite(quotient) ? quotient : NaN;
      };
    },
  } as const satisfies Indicator;
}

/** Whether shares of the catchment may stand beside those of a country. */
function isComparable({ measured, rule }: IndicatorContext, site: number): boolean {
  const { distances, coverageAt, surroundings } = measured;
  const { values, code } = surroundings.actorCountry;
  const level = coverageAt(site, 0, rule.reach);
  let actorCount = 0;
  for (let sector = 0; sector < SECTOR_COUNT; sector++) {
    if (coverageAt(site, sector, rule.reach) !== level) return false;
    const members = distances.membersWithin(site, sector, rule.reach);
    if (members.some((actor) => values[code[actor]!] === null)) return false;
    actorCount += members.length;
  }
  return actorCount >= LEAST_ACTORS;
}

const counted = new WeakMap<Surroundings, ReadonlyMap<string | null, Float64Array>>();

/** Listed actors of each country by sector, without those that state none. */
function countsByCountry(surroundings: Surroundings): ReadonlyMap<string | null, Float64Array> {
  const before = counted.get(surroundings);
  if (before !== undefined) return before;
  const { actors, actorCountry } = surroundings;
  const counts = actorCountry.values.map(() => new Float64Array(SECTOR_COUNT));
  for (let actor = 0; actor < actors.count; actor++) {
    counts[actorCountry.code[actor]!]![actors.sector[actor]!]! += 1;
  }
  const stated = actorCountry.values.map((country, index) => [country, counts[index]!] as const);
  const byCountry = new Map(stated.filter(([country]) => country !== null));
  counted.set(surroundings, byCountry);
  return byCountry;
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}
