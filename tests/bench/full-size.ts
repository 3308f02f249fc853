import { around } from "geokdbush";
import KDBush from "kdbush";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { computeVerdicts } from "#domain/indicator/site-results.ts";
import { DEFAULT_RULE, type Rule } from "#domain/rule/rule.ts";
import { computeSufficientReach } from "#domain/rule/sufficient-reach.ts";
import { thresholdsOf } from "#domain/rule/verdict.ts";
import { meters } from "#domain/units.ts";
import { measure } from "./measure.ts";
import { createTownScene, type TownScene } from "./towns.ts";

const SITES = 1000;
const ACTORS = 1_000_000;
export const FULL_SIZE_RULE: Rule = { ...DEFAULT_RULE, reach: meters(25_000) };
const RUNS = 5;

/** From loaded columns: the index, then counts, ranges and verdicts of all sites, and their smallest sufficient reaches. */
export function answerAll({ sites, actors }: TownScene): number {
  const surroundings = createSurroundings(actors, uniformCoverage("partial"), null);
  const precision = Array.from(sites.lon, () => "address" as const);
  const measured = measureSites(sites, precision, surroundings, limitFor(FULL_SIZE_RULE));
  const { count } = computeVerdicts(measured, FULL_SIZE_RULE);
  const thresholds = thresholdsOf(FULL_SIZE_RULE);
  let farthest = 0;
  for (let site = 0; site < sites.lon.length; site++) {
    farthest = Math.max(farthest, computeSufficientReach(measured.distances, site, thresholds, "none") || 0);
  }
  if (farthest <= 0) throw new Error("no site has a sufficient reach");
  return count.reduce((sum, value) => sum + value, 0);
}

const scene = createTownScene(SITES, ACTORS);
const { sites, actors } = scene;
const build = () => {
  const tree = new KDBush(ACTORS);
  for (let index = 0; index < ACTORS; index++) tree.add(actors.lon[index] ?? NaN, actors.lat[index] ?? NaN);
  return tree.finish();
};
const built = build();
const aroundAll = (tree: KDBush) => {
  let found = 0;
  for (let site = 0; site < SITES; site++) {
    const [lon, lat] = [sites.lon[site] ?? NaN, sites.lat[site] ?? NaN];
    found += around(tree, lon, lat, Infinity, FULL_SIZE_RULE.reach / 1000).length;
  }
  return found;
};
const works = [() => answerAll(scene), () => aroundAll(built), () => aroundAll(build())];
await measure(works, 1);
const [ours, alone, withIndex] = await measure(works, RUNS);
if (ours === undefined || alone === undefined || withIndex === undefined) throw new Error("nothing was measured");
const line = (name: string, { milliseconds, result }: typeof ours) =>
  `  ${milliseconds.toFixed(0).padStart(8)} ms  ${(milliseconds / ours.milliseconds).toFixed(2).padStart(6)} ×  ${name}; ${String(result)} within 25 km`;
process.stdout.write(
  [
    `${String(SITES)} sites × ${String(ACTORS)} actors around real towns, 25 km, from loaded columns (median of ${String(RUNS)})`,
    line("ours: index, counts, ranges, verdicts and smallest sufficient reaches (ellipsoid)", ours),
    line("geokdbush.around alone, its index built before the clock (sphere)", alone),
    line("geokdbush.around and its index (sphere)", withIndex),
    "",
    "",
  ].join("\n"),
);
