import { indexActors } from "#domain/catchment/actor-index.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { computeTravelTable } from "#domain/travel/travel-table.ts";
import { measure } from "./measure.ts";
import { createRandom } from "./random.ts";
import { createTownScene } from "./towns.ts";

/** Sites and actors around real towns, and contours as ragged as an engine's: how long it takes to know who is reached when. */
const SITES = 1000;
const ACTORS = 100_000;
const MINUTES = [5, 10, 15, 20, 30, 45, 60];
/** Degrees that a minute takes one away, and the corners a contour has for each of them. */
const DEGREES_PER_MINUTE = 0.008;
const CORNERS_PER_MINUTE = 16;
const RUNS = 3;

const { sites, actors } = createTownScene(SITES, ACTORS);
const random = createRandom(11);
const contours = Array.from(sites.lon, (lon, site): readonly Contour[] =>
  MINUTES.map((minutes) => {
    const corners = minutes * CORNERS_PER_MINUTE;
    const ring = Array.from({ length: corners }, (_, corner) => {
      const angle = (2 * Math.PI * corner) / corners;
      const radius = minutes * DEGREES_PER_MINUTE * (0.5 + 0.4 * Math.sin(angle * 5) + 0.3 * random());
      return [lon + radius * Math.cos(angle) * 1.4, sites.lat[site]! + radius * Math.sin(angle)] as const;
    });
    return { minutes, polygons: [[[...ring, ring[0]!]]] };
  }),
);
const work = () => computeTravelTable(SITES, (site) => contours[site]!, indexActors(actors)).actor.length;
const [measured] = await measure([work], RUNS);
if (measured === undefined) throw new Error("nothing was measured");
process.stdout.write(
  [
    `${String(SITES)} sites × ${String(ACTORS)} actors around real towns, ${String(MINUTES.length)} contours a site`,
    `  ${measured.milliseconds.toFixed(0)} ms until it is known who is reached in how many minutes; ${String(measured.result)} are (median of ${String(RUNS)})`,
    "",
  ].join("\n"),
);
