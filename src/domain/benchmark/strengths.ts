import { SECTOR_COUNT, SECTORS, type Sector } from "../actor/actor.ts";
import type { VerdictTable } from "../indicator/site-results.ts";
import type { Rule } from "../rule/rule.ts";
import { VERDICTS, type Verdict } from "../rule/verdict-kind.ts";
import type { ReuseStatus, SiteTable } from "../site/site.ts";

/** What one site has that another lacks. */
export interface Strengths {
  /** The verdict that it reaches; `null` where the other is as far. */
  readonly verdict: Extract<Verdict, "alone" | "together"> | null;
  /** Sectors whose floor its listed actors reach, and those of the other do not. */
  readonly sectors: readonly Sector[];
  /** How far its reuse has come; `null` where the other is as far, or either is not known or lost. */
  readonly status: ReuseStatus | null;
}

/** From empty to reused; the others stand on no such way. */
const WAY: readonly ReuseStatus[] = ["unused", "planned", "interim", "partial", "reused"];

/** @param peer index in the site table, as `site` */
export function computeStrengths(
  { reuseStatus }: Pick<SiteTable, "reuseStatus">,
  { count, verdict }: Pick<VerdictTable, "count" | "verdict">,
  { floors }: Pick<Rule, "floors">,
  site: number,
  peer: number,
): Strengths {
  const verdictOf = (one: number) => VERDICTS[verdict[one]!]!;
  const isEnough = (one: number) => verdictOf(one) === "alone" || verdictOf(one) === "together";
  const meetsFloor = (one: number, sector: number) => count[one * SECTOR_COUNT + sector]! >= floors[SECTORS[sector]!];
  const [here, there] = [WAY.indexOf(reuseStatus[site]!), WAY.indexOf(reuseStatus[peer]!)];
  return {
    verdict: isEnough(peer) && !isEnough(site) ? (verdictOf(peer) as "alone" | "together") : null,
    sectors: SECTORS.filter((_, sector) => meetsFloor(peer, sector) && !meetsFloor(site, sector)),
    status: here >= 0 && there > here ? reuseStatus[peer]! : null,
  };
}
