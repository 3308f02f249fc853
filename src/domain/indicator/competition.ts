import { SECTOR_COUNT } from "../actor/actor.ts";
import { positionAfter } from "../catchment/reach-table.ts";
import { decayWeight } from "../rule/decay.ts";
import type { ReuseStatus } from "../site/site.ts";
import { columnOf, type IndicatorContext } from "./indicator.ts";
import { isAnythingKnown } from "./known.ts";

const SETTLED: readonly ReuseStatus[] = ["reused", "in_operation", "lost"];

/** Whether a site may still look for users; one of unknown or no stated status does. */
export function competes(status: ReuseStatus): boolean {
  return !SETTLED.includes(status);
}

/** (n) 1 for a site that competes and has a point; `null` where the points are not the site table. */
export function competingSites({ measured: { points }, facts: { standing } }: IndicatorContext): Uint8Array | null {
  if (standing === null) return null;
  return Uint8Array.from(standing.reuseStatus, (status, site) =>
    competes(status) && !Number.isNaN(points.lon[site]!) && !Number.isNaN(points.lat[site]!) ? 1 : 0,
  );
}

/** Actors of each catchment by whether another competing site has them too; exclusive + shared = count. */
interface Competition {
  readonly exclusive: Float64Array;
  readonly shared: Float64Array;
}

const computed = new WeakMap<IndicatorContext, Competition>();

/**
 * Actors of all sectors in no other competing site's catchment, and the rest (method §7); weighted under decay. `NaN` for a
 * site that does not compete, where the points are not the site table, and where nothing is known.
 */
export function computeCompetition(context: IndicatorContext): Competition {
  let competition = computed.get(context);
  if (competition === undefined) {
    competition = countApart(context);
    computed.set(context, competition);
  }
  return competition;
}

function countApart(context: IndicatorContext): Competition {
  const { reachTable, surroundings } = context.measured;
  const { offset, actor, distanceMeters } = reachTable;
  const { reach, decay } = context.rule;
  const competing = competingSites(context);
  const size = reachTable.siteCount;
  if (competing === null) {
    return { exclusive: new Float64Array(size).fill(NaN), shared: new Float64Array(size).fill(NaN) };
  }
  const siteCount = new Uint32Array(surroundings.actors.count);
  for (let index = 0; index < size * SECTOR_COUNT; index++) {
    if (competing[Math.floor(index / SECTOR_COUNT)] === 0) continue;
    const from = offset[index]!;
    const to = positionAfter(distanceMeters, from, offset[index + 1]!, reach);
    for (let position = from; position < to; position++) siteCount[actor[position]!]! += 1;
  }
  const sumOf = (site: number, isShared: boolean) => {
    let sum = 0;
    for (let index = site * SECTOR_COUNT; index < (site + 1) * SECTOR_COUNT; index++) {
      const from = offset[index]!;
      const to = positionAfter(distanceMeters, from, offset[index + 1]!, reach);
      for (let position = from; position < to; position++) {
        if (siteCount[actor[position]!]! > 1 !== isShared) continue;
        sum += decay === "none" ? 1 : decayWeight(decay, distanceMeters[position]!, reach);
      }
    }
    return sum;
  };
  const column = (isShared: boolean) =>
    columnOf(context, (site) =>
      competing[site] === 1 && isAnythingKnown(context, site) ? sumOf(site, isShared) : NaN,
    );
  return { exclusive: column(false), shared: column(true) };
}
