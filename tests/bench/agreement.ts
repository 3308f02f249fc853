import { rmSync } from "node:fs";
import { readText } from "#data/ingest/read-file.ts";
import { createSurroundings, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { destination } from "#domain/geo/geodesic.ts";
import type { Point } from "#domain/geo/points.ts";
import { computeVerdicts, type VerdictTable } from "#domain/indicator/site-results.ts";
import { DEFAULT_RULE, REACH_RANGE, type Rule } from "#domain/rule/rule.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { applyRule, withTravel } from "#domain/travel/apply-rule.ts";
import type { Contour } from "#domain/travel/minutes-test.ts";
import { TRAVEL_PROFILES } from "#domain/travel/travel-profile.ts";
import { measureTravel } from "#domain/travel/travel-sites.ts";
import { actorPoints, contoursFrom, openRegion, REGIONS, temporaryFolder } from "../helpers/routing.ts";
import { readShared } from "../helpers/shared-files.ts";
import { createRandom } from "./random.ts";

/**
 * How far verdicts by estimated minutes and by those of the real engine agree, in the extracts beside the project, with the
 * actors of an extract taken for all there are, around places drawn by chance (seeded), each up to 5 km from an actor, as sites stand in and outside of towns. Under the usual thresholds
 * most places are far from them; so it is asked, too, for the number of actors that half of the places of an extract reach
 * by the engine, where a verdict turns soonest.
 */
const SITES = 100;
const MINUTES = [5, 10, 15, 20, 30];
/** From an actor to the place that is drawn beside it, at most. */
const FARTHEST_METERS = 5000;

const print = (line: string) => {
  process.stdout.write(`${line}\n`);
};
const percent = (part: number, of: number) => (of === 0 ? "–" : `${((100 * part) / of).toFixed(1)} %`);

/** How often a verdict by estimate met one by engine, by the two as "estimate > engine". */
type Confusion = Map<string, number>;
const THRESHOLDS = ["usual", "median"] as const;
const confusions = new Map<string, Confusion>();
/** Actors within the reach by estimate over those by engine, of each place that reaches any. */
const ratios = new Map<string, number[]>();
const keyOf = (...parts: readonly (string | number)[]) => parts.join(" ");
const quantile = (values: readonly number[], share: number) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? NaN;
const totals = ({ count }: VerdictTable) =>
  Array.from({ length: count.length / 3 }, (_, site) => count[site * 3]! + count[site * 3 + 1]! + count[site * 3 + 2]!);

const folder = temporaryFolder();
let [placed, leftOut] = [0, 0];
try {
  for (const region of REGIONS) {
    const engine = await openRegion(region, folder);
    const text = readShared(`testdata/osm/actors-${region}.geojson`);
    const { records: actors } = await readText("actors", text, "actors.geojson");
    const surroundings = createSurroundings(actors, uniformCoverage("complete"), null);
    const points = actorPoints(region);
    for (const profile of TRAVEL_PROFILES) {
      const random = createRandom(5);
      const origins: Point[] = [];
      const contours: (readonly Contour[])[] = [];
      for (let place = 0; place < SITES; place++) {
        const near = points[Math.floor(random() * points.length)]!;
        const origin = destination(near, random() * 360, random() * FARTHEST_METERS);
        const found = await contoursFrom(engine, origin, profile, MINUTES).catch(() => null);
        if (found === null) leftOut++;
        else {
          placed++;
          origins.push(origin);
          contours.push(found);
        }
      }
      const sites = {
        lon: Float64Array.from(origins, ({ lon }) => lon),
        lat: Float64Array.from(origins, ({ lat }) => lat),
      };
      const precision = origins.map(() => "building" as const);
      const straight = measureSites(sites, precision, surroundings, REACH_RANGE.most);
      const byRoad = measureTravel(straight, (site) => contours[site]!);
      for (const minutes of MINUTES) {
        const apply = (thresholds: Pick<Rule, "alone" | "together" | "floors">) =>
          (["estimate", "isochrones"] as const).map((basis) => {
            const rule = withTravel({ ...DEFAULT_RULE, ...thresholds }, { profile, minutes, basis });
            return computeVerdicts(basis === "estimate" ? straight : byRoad, applyRule(rule));
          });
        const [estimated, computed] = apply(DEFAULT_RULE).map(totals);
        const half = Math.max(1, quantile(computed!, 0.5));
        const usual = keyOf(profile, minutes);
        const ratio = computed!.flatMap((total, site) => (total > 0 ? [estimated![site]! / total] : []));
        ratios.set(usual, [...(ratios.get(usual) ?? []), ...ratio]);
        for (const thresholds of THRESHOLDS) {
          const asked =
            thresholds === "usual"
              ? DEFAULT_RULE
              : { alone: Infinity, together: half, floors: { creative: 0, trade: 0, service: 0 } };
          const [byEstimate, byEngine] = apply(asked);
          const key = keyOf(thresholds, profile, minutes);
          const confusion = confusions.get(key) ?? new Map<string, number>();
          for (let site = 0; site < origins.length; site++) {
            const pair = [byEstimate!, byEngine!].map(({ verdict }) => VERDICTS[verdict[site]!]!).join(" > ");
            confusion.set(pair, (confusion.get(pair) ?? 0) + 1);
          }
          confusions.set(key, confusion);
        }
      }
    }
  }
  print(
    `${String(placed)} places of all profiles, up to ${String(FARTHEST_METERS / 1000)} km from an actor; ${String(leftOut)} outside of the extract or without a road near left out; verdict by estimate > by engine`,
  );
  for (const thresholds of THRESHOLDS) {
    const pairs = [
      ...new Set([...confusions].flatMap(([key, each]) => (key.startsWith(thresholds) ? [...each.keys()] : []))),
    ].sort();
    print("");
    print(thresholds === "usual" ? "Usual thresholds" : "As many actors as half of the places reach");
    print("");
    print(`| profile | minutes | agree | actors, estimate ÷ engine: median | quarters | ${pairs.join(" | ")} |`);
    print(`| --- | ---: | ---: | ---: | --- | ${pairs.map(() => "---:").join(" | ")} |`);
    for (const profile of TRAVEL_PROFILES) {
      let [agreeing, all] = [0, 0];
      for (const minutes of MINUTES) {
        const counts = pairs.map((pair) => confusions.get(keyOf(thresholds, profile, minutes))?.get(pair) ?? 0);
        const agree = pairs.reduce(
          (sum, pair, at) => sum + (new Set(pair.split(" > ")).size === 1 ? counts[at]! : 0),
          0,
        );
        const total = counts.reduce((sum, count) => sum + count, 0);
        [agreeing, all] = [agreeing + agree, all + total];
        const ratio = ratios.get(keyOf(profile, minutes))!;
        const [median, low, high] = [0.5, 0.25, 0.75].map((share) => quantile(ratio, share).toFixed(2));
        const cells = [percent(agree, total), median!, `${low!}–${high!}`, ...counts];
        print(`| ${profile} | ${String(minutes)} | ${cells.join(" | ")} |`);
      }
      print(`| ${profile} | all | ${percent(agreeing, all)} | | | ${pairs.map(() => "").join(" | ")} |`);
    }
  }
} finally {
  rmSync(folder, { recursive: true });
}
