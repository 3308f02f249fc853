import { createSurroundings, measureSites } from "#domain/catchment/surroundings.ts";
import { computeCounts } from "#domain/catchment/counts.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { meters } from "#domain/units.ts";
import { measure } from "./measure.ts";
import { createTownScene } from "./towns.ts";

const ACTORS = [10_000, 100_000, 1_000_000];
const SITES = [100, 1000, 10_000];
/** At a million actors; with fewer the reach grows so that about as many are in it. */
const REACH_METERS = 10_000;
const RUNS = 5;

const coverage = uniformCoverage("partial");
const measureFrom = (sites: ReturnType<typeof createTownScene>["sites"], actors: number, siteCount: number) => {
  const scene = createTownScene(0, actors);
  const surroundings = createSurroundings(scene.actors, coverage, null);
  const points = { lon: sites.lon.subarray(0, siteCount), lat: sites.lat.subarray(0, siteCount) };
  const reach = Math.min(100_000, REACH_METERS * Math.sqrt(1_000_000 / actors));
  return () => {
    const { distances } = measureSites(points, [], surroundings, meters(100_000));
    return computeCounts(distances, reach).reduce((sum, count) => sum + count, 0);
  };
};

/** Slope of the logarithms by least squares: the exponent of the growth. */
function exponent(sizes: readonly number[], times: readonly number[]): number {
  const x = sizes.map(Math.log);
  const y = times.map(Math.log);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanX, meanY] = [mean(x), mean(y)];
  const covariance = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY), 0);
  return covariance / x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
}

async function growth(title: string, sizes: readonly number[], works: readonly (() => number)[]): Promise<void> {
  await measure(works, 2);
  const timings = await measure(works, RUNS);
  const times = timings.map(({ milliseconds }) => milliseconds);
  process.stdout.write(`${title}\n`);
  for (const [index, size] of sizes.entries()) {
    const { milliseconds, result } = timings[index] ?? { milliseconds: NaN, result: NaN };
    process.stdout.write(
      `  ${String(size).padStart(10)}  ${milliseconds.toFixed(2).padStart(10)} ms  ${String(result).padStart(10)} counted\n`,
    );
  }
  process.stdout.write(`  time grows with size ^ ${exponent(sizes, times).toFixed(2)}\n\n`);
}

const { sites } = createTownScene(Math.max(...SITES), 0, 7);
await growth(
  "Index building, against actors",
  ACTORS,
  ACTORS.map((count) => {
    const { actors } = createTownScene(0, count);
    return () => createSurroundings(actors, coverage, null).indexedActors.grid.cells.order.length;
  }),
);
await growth(
  "Counting around 1,000 sites with about as many hits, against actors (0 is ideal)",
  ACTORS,
  ACTORS.map((count) => measureFrom(sites, count, 1000)),
);
await growth(
  "Counting among 100,000 actors, against sites",
  SITES,
  SITES.map((count) => measureFrom(sites, 100_000, count)),
);
