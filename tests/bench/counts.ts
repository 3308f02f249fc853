import { around } from "geokdbush";
import KDBush from "kdbush";
import { circle, featureCollection, point, pointsWithinPolygon } from "@turf/turf";
import { computeCounts } from "#domain/catchment/counts.ts";
import { computeReachTable, type LocatedActors } from "#domain/catchment/reach-table.ts";
import { meters } from "#domain/units.ts";

const REACH_METERS = 25_000;
const RUNS = 21;
/** Turf alone measures every actor from every site; a part of the sites, scaled, stands for all. */
const TURF_SITES = 3;

/** Numbers in [0, 1), the same at every run (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Points in clusters of some 20 km across, as towns have them, over Central Europe. */
function createPoints(count: number, random: () => number): LocatedActors {
  const towns = Array.from({ length: 300 }, () => ({ lon: 6 + random() * 16, lat: 43 + random() * 9 }));
  const gaussian = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const lon = new Float64Array(count);
  const lat = new Float64Array(count);
  const sector = new Uint8Array(count);
  for (let index = 0; index < count; index++) {
    const town = towns[Math.floor(random() ** 2 * towns.length)] ?? { lon: 14, lat: 47 };
    lon[index] = town.lon + gaussian() * 0.12;
    lat[index] = town.lat + gaussian() * 0.09;
    sector[index] = Math.floor(random() * 3);
  }
  return { lon, lat, sector };
}

interface Timing {
  /** Median of the runs. */
  readonly milliseconds: number;
  /** Kept so that no run can be optimised away. */
  readonly result: number;
}

/** Runs the rivals in turn, A B A B …, so that a machine that slows down slows both. */
function measure(works: readonly (() => number)[], runs: number): readonly Timing[] {
  const times = works.map(() => [] as number[]);
  const results = works.map(() => 0);
  for (let run = 0; run < runs; run++) {
    for (const [index, work] of works.entries()) {
      const start = performance.now();
      results[index] = work();
      times[index]?.push(performance.now() - start);
    }
  }
  return times.map((each, index) => ({
    milliseconds: each.sort((a, b) => a - b)[Math.floor(each.length / 2)] ?? NaN,
    result: results[index] ?? NaN,
  }));
}

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

  measure([countAll, aroundAll], RUNS);
  const [ours, geokdbush] = measure([countAll, aroundAll], RUNS);
  const [turf] = measure([turfSome], 3);
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
