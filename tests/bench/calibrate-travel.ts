import { rmSync } from "node:fs";
import type { RoutingActor } from "#cli/routing/engine.ts";
import { VALHALLA_COSTING } from "#data/isochrones/valhalla-request.ts";
import { geodesicMeters } from "#domain/geo/geodesic.ts";
import type { Point } from "#domain/geo/points.ts";
import { estimatedMinutes } from "#domain/travel/estimate.ts";
import { minutesOfPoints } from "#domain/travel/minutes-of-points.ts";
import { TRAVEL_PROFILES, type TravelProfile } from "#domain/travel/travel-profile.ts";
import { actorPoints, contoursFrom, openRegion, REGIONS, temporaryFolder, type Region } from "../helpers/routing.ts";
import { createRandom } from "./random.ts";

/**
 * What the real engine says of roads in the extracts beside the project: how much longer than the straight line the way is,
 * how fast it is gone, how well contours tell the engine's own times, and how many isochrones it computes in a second. The
 * numbers stand in domain/travel/estimate.ts.
 */
const SOURCES = 60;
const LEAST_METERS = 500;
const MOST_METERS = 30_000;
const MINUTES = [5, 10, 15, 20, 30];
const ORIGINS = 25;
/** Sites of which the time that isochrones take is measured. */
const TIMED = 100;

interface Pair {
  readonly straight: number;
  readonly road: number;
  readonly seconds: number;
}

const folder = temporaryFolder();
const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN;
const spread = (values: readonly number[], decimals: number) =>
  [0.5, 0.25, 0.75, 0.05, 0.95].map((share) => quantile(values, share).toFixed(decimals));

try {
  const actors = new Map<Region, RoutingActor>();
  for (const region of REGIONS) {
    const started = performance.now();
    actors.set(region, await openRegion(region, folder));
    print(`tiles of ${region}: ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
  print("");
  print("| profile | extract | pairs | detour: median | quarters | 5–95 % | km/h: median | quarters | 5–95 % |");
  print("| --- | --- | ---: | ---: | --- | --- | ---: | --- | --- |");
  for (const profile of TRAVEL_PROFILES) {
    const all: Pair[] = [];
    for (const region of REGIONS) {
      const pairs = await measurePairs(actors.get(region)!, actorPoints(region), profile);
      all.push(...pairs);
      row(profile, region, pairs);
    }
    for (const [from, to] of [
      [500, 2000],
      [2000, 5000],
      [5000, 10_000],
      [10_000, 30_000],
    ] as const) {
      row(
        profile,
        `all, ${String(from / 1000)}–${String(to / 1000)} km`,
        all.filter(({ straight }) => straight >= from && straight < to),
      );
    }
    row(profile, "all", all);
  }
  print("");
  print(
    "| profile | extract | pairs of site, actor and time | too early | late or missing | reached on foot, not by this | of those within + 2 min |",
  );
  print("| --- | --- | ---: | ---: | ---: | ---: | ---: |");
  for (const region of REGIONS) {
    const points = actorPoints(region);
    const random = createRandom(3);
    const origins = Array.from({ length: ORIGINS }, () => points[Math.floor(random() * points.length)]!);
    const walked = await contourMinutes(actors.get(region)!, origins, points, "foot");
    for (const profile of TRAVEL_PROFILES) {
      const reached = await contourMinutes(actors.get(region)!, origins, points, profile);
      const times = await travelSeconds(actors.get(region)!, origins, points, profile);
      let [count, early, late, onFoot, notSo, nearly] = [0, 0, 0, 0, 0, 0];
      for (const [origin, minutes] of reached.entries()) {
        for (const [point, within] of minutes.entries()) {
          const seconds = times[origin]![point]!;
          for (const time of MINUTES) {
            if (Number.isNaN(seconds)) continue;
            count++;
            if (within <= time && seconds > time * 60) early++;
            if (!(within <= time) && seconds <= time * 60) late++;
            if (!(walked[origin]![point]! <= time)) continue;
            onFoot++;
            if (within <= time) continue;
            notSo++;
            if (seconds <= (time + 2) * 60) nearly++;
          }
        }
      }
      const percent = (part: number, of: number) => `${((100 * part) / of).toFixed(2)} %`;
      print(
        `| ${profile} | ${region} | ${String(count)} | ${percent(early, count)} | ${percent(late, count)} | ${String(notSo)} of ${String(onFoot)} (${percent(notSo, onFoot)}) | ${String(nearly)} |`,
      );
    }
  }
  print("");
  print(
    "| profile | minutes | pairs of site and actor | estimate and engine agree | only by estimate | only by engine |",
  );
  print("| --- | ---: | ---: | ---: | ---: | ---: |");
  for (const profile of TRAVEL_PROFILES) {
    const counts = MINUTES.map(() => ({ all: 0, onlyEstimate: 0, onlyEngine: 0 }));
    for (const region of REGIONS) {
      const points = actorPoints(region);
      const random = createRandom(3);
      const origins = Array.from({ length: ORIGINS }, () => points[Math.floor(random() * points.length)]!);
      const reached = await contourMinutes(actors.get(region)!, origins, points, profile);
      for (const [from, origin] of origins.entries()) {
        for (const [to, point] of points.entries()) {
          const estimate = estimatedMinutes(profile, geodesicMeters(origin, point));
          for (const [at, time] of MINUTES.entries()) {
            const byEngine = reached[from]![to]! <= time;
            counts[at]!.all++;
            if (estimate <= time && !byEngine) counts[at]!.onlyEstimate++;
            if (estimate > time && byEngine) counts[at]!.onlyEngine++;
          }
        }
      }
    }
    for (const [at, { all, onlyEstimate, onlyEngine }] of counts.entries()) {
      const percent = (part: number) => `${((100 * part) / all).toFixed(1)} %`;
      const cells = [percent(all - onlyEstimate - onlyEngine), percent(onlyEstimate), percent(onlyEngine)];
      print(`| ${profile} | ${String(MINUTES[at]!)} | ${String(all)} | ${cells.join(" | ")} |`);
    }
  }
  print("");
  for (const profile of TRAVEL_PROFILES) {
    const points = actorPoints("liechtenstein-2021-10");
    const actor = actors.get("liechtenstein-2021-10")!;
    const started = performance.now();
    for (const point of points.slice(0, TIMED)) await contoursFrom(actor, point, profile, MINUTES);
    print(
      `${String(TIMED)} × ${String(MINUTES.length)} contours ${profile}: ${((performance.now() - started) / 1000).toFixed(2)} s`,
    );
  }
  print(`peak memory ${(process.resourceUsage().maxRSS / 1000).toFixed(0)} MB`);
} finally {
  rmSync(folder, { recursive: true });
}

function row(profile: string, name: string, pairs: readonly Pair[]): void {
  const detour = spread(
    pairs.map(({ road, straight }) => road / straight),
    2,
  );
  const speed = spread(
    pairs.map(({ road, seconds }) => (road / seconds) * 3.6),
    1,
  );
  const cells = [detour, speed].flatMap(([median, low, high, least, most]) => [
    median,
    `${low!}–${high!}`,
    `${least!}–${most!}`,
  ]);
  print(`| ${profile} | ${name} | ${String(pairs.length)} | ${cells.join(" | ")} |`);
}

interface Cell {
  readonly distance: number | null;
  readonly time: number | null;
}

async function matrix(
  actor: RoutingActor,
  sources: readonly Point[],
  targets: readonly Point[],
  profile: TravelProfile,
) {
  const answer = await actor.matrix(JSON.stringify({ sources, targets, costing: VALHALLA_COSTING[profile] }));
  return (JSON.parse(answer) as { readonly sources_to_targets: readonly (readonly Cell[])[] }).sources_to_targets;
}

async function measurePairs(
  actor: RoutingActor,
  points: readonly Point[],
  profile: TravelProfile,
): Promise<readonly Pair[]> {
  const random = createRandom(7);
  const sources = Array.from({ length: SOURCES }, () => points[Math.floor(random() * points.length)]!);
  const cells = await matrix(actor, sources, points, profile);
  return sources.flatMap((source, from) =>
    points.flatMap((target, to) => {
      const { distance, time } = cells[from]![to]!;
      const straight = geodesicMeters(source, target);
      if (distance === null || time === null || time === 0 || straight < LEAST_METERS || straight > MOST_METERS)
        return [];
      return [{ straight, road: distance * 1000, seconds: time }];
    }),
  );
}

async function travelSeconds(
  actor: RoutingActor,
  origins: readonly Point[],
  points: readonly Point[],
  profile: TravelProfile,
) {
  const cells = await matrix(actor, origins, points, profile);
  return cells.map((each) => each.map(({ time }) => time ?? NaN));
}

async function contourMinutes(
  actor: RoutingActor,
  origins: readonly Point[],
  points: readonly Point[],
  profile: TravelProfile,
) {
  const columns = {
    lon: Float64Array.from(points, ({ lon }) => lon),
    lat: Float64Array.from(points, ({ lat }) => lat),
  };
  const minutes: Float64Array[] = [];
  for (const origin of origins)
    minutes.push(minutesOfPoints(await contoursFrom(actor, origin, profile, MINUTES), columns));
  return minutes;
}
