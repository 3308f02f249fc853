import { around } from "geokdbush";
import KDBush from "kdbush";
import { answerAll, FULL_SIZE_RULE } from "./answer-all.ts";
import { measure } from "./measure.ts";
import { createTownScene } from "./towns.ts";

const SITES = 1000;
const ACTORS = 1_000_000;
const RUNS = 5;

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
