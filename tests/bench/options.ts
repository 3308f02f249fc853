import { readFileSync } from "node:fs";
import path from "node:path";
import { readConcepts } from "#data/options/concepts-json.ts";
import { createSurroundings, limitFor, measureSites } from "#domain/catchment/surroundings.ts";
import { uniformCoverage } from "#domain/coverage/coverage-reach.ts";
import { nearestForNeeds } from "#domain/options/invite.ts";
import { actorNeedsOf } from "#domain/options/concept.ts";
import { stepsToNeedCounts } from "#domain/options/count-needs.ts";
import { stepsToRankedSites } from "#domain/options/rank-sites.ts";
import { DEFAULT_RULE } from "#domain/rule/rule.ts";
import type { Steps } from "#domain/steps.ts";
import { createTownScene } from "./towns.ts";

const MOST_SITES = 50;
const file = path.resolve(import.meta.dirname, "../../data/concepts.json");
const { concepts } = readConcepts(readFileSync(file, "utf8"), "concepts.json");

/** Takes all steps; how long they took, and the longest of them, which nothing can interrupt. */
function take<T>(steps: Steps<T>): { readonly all: number; readonly longest: number; readonly result: T } {
  const start = performance.now();
  let longest = 0;
  for (;;) {
    const before = performance.now();
    const step = steps.next();
    longest = Math.max(longest, performance.now() - before);
    if (step.done === true) return { all: performance.now() - start, longest, result: step.value };
  }
}

for (const [siteCount, actorCount] of [
  [200, 5000],
  [1000, 100_000],
] as const) {
  const { sites, actors } = createTownScene(siteCount, actorCount);
  const precision = Array.from(sites.lon, () => "building" as const);
  const surroundings = createSurroundings(actors, uniformCoverage("partial"), null);
  const measured = measureSites(sites, precision, surroundings, limitFor(DEFAULT_RULE));
  const all = Uint32Array.from(sites.lon.keys());
  const ranked = concepts.map((concept) => take(stepsToRankedSites(measured, concept, all, [], MOST_SITES)));
  const needs = concepts.flatMap(actorNeedsOf);
  const one = take(stepsToNeedCounts(measured, needs, [0]));
  const start = performance.now();
  const invited = nearestForNeeds(measured, needs, 0).reduce((sum, { actor }) => sum + actor.length, 0);
  const inviting = performance.now() - start;
  const longest = Math.max(...ranked.map((each) => each.longest));
  const slowest = Math.max(...ranked.map((each) => each.all));
  process.stdout.write(
    [
      `${String(siteCount)} sites × ${String(actorCount)} actors`,
      `  one concept at all sites: ${slowest.toFixed(0)} ms at most (of ${String(concepts.length)} concepts), longest step ${longest.toFixed(1)} ms`,
      `  all concepts at one site: ${one.all.toFixed(1)} ms for ${String(needs.length)} needs`,
      `  whom to invite for all of them: ${inviting.toFixed(1)} ms, ${String(invited)} found`,
      "",
    ].join("\n"),
  );
}
