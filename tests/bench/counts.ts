import { around } from "geokdbush";
import KDBush from "kdbush";
import { circle, featureCollection, point, pointsWithinPolygon } from "@turf/turf";
import { computeCounts } from "#domain/catchment/counts.ts";
import { computeReachTable } from "#domain/catchment/reach-table.ts";
import { meters } from "#domain/units.ts";
import { measure } from "./measure.ts";
import { createPoints, createRandom } from "./random.ts";

const REACH_METERS = 25_000;
const RUNS = 21;
/** Turf alone measures every actor from every site; a part of the sites, scaled, stands for all. */
const TURF_SITES = 3;

function sum(column: Float64Array): number {
  return column.reduce((total, value) => total + value, 0);
}

for (const [siteCount, actorCount] of [
  [1000, 100_000],
  [200, 5000],
] as const) {
  const random = createRandom(siteCount);
  const sites = createPoints(siteCount, random);
  const actors = createPoints(actorCount, random);

  const countAll = () => sum(computeCounts(computeReachTable(sites, actors, meters(REACH_METERS)), REACH_METERS));
  const aroundAll = () => {
    const tree = new KDBush(actorCount);
    for (let index = 0; index < actorCount; index++) tree.add(actors.lon[index] ?? NaN, actors.lat[index] ?? NaN);
    tree.finish();
    let found = 0;
    for (let site = 0; site < siteCount; site++) {
      found += around(tree, sites.lon[site] ?? NaN, sites.lat[site] ?? NaN, Infinity, REACH_METERS / 1000).length;
    }
    return found;
  };
  const turfSome = () => {
    const points = featureCollection(Array.from(actors.lon, (lon, index) => point([lon, actors.lat[index] ?? NaN])));
    let found = 0;
    for (let site = 0; site < TURF_SITES; site++) {
      const catchment = circle([sites.lon[site] ?? NaN, sites.lat[site] ?? NaN], REACH_METERS / 1000);
      found += pointsWithinPolygon(points, catchment).features.length;
    }
    return found;
  };

  await measure([countAll, aroundAll], RUNS);
  const [ours, geokdbush] = await measure([countAll, aroundAll], RUNS);
  const [turf] = await measure([turfSome], 3);
  if (ours === undefined || geokdbush === undefined || turf === undefined) throw new Error("nothing was measured");
  const turfScaled = (turf.milliseconds * siteCount) / TURF_SITES;

  const ratio = (rival: number) => `${(rival / ours.milliseconds).toPrecision(3)} ×`.padStart(10);
  const time = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`.padStart(14);
  process.stdout.write(
    [
      `${String(siteCount)} sites × ${String(actorCount)} actors, actors per sector within 25 km, index and table built each time`,
      `  ${ratio(turfScaled)} as fast as Turf alone ${time(turfScaled)} (circle + pointsWithinPolygon; ${String(TURF_SITES)} of ${String(siteCount)}, scaled)`,
      `  ${ratio(geokdbush.milliseconds)} as fast as geokdbush.around ${time(geokdbush.milliseconds)} (sphere; ${String(geokdbush.result)} found)`,
      `  ours ${time(ours.milliseconds)} (WGS 84 ellipsoid; ${String(ours.result)} found; median of ${String(RUNS)})`,
      "",
      "",
    ].join("\n"),
  );
}
