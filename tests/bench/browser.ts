import { spawn } from "node:child_process";
import path from "node:path";
import { chromium, type Page } from "@playwright/test";
import { findOrInstallBrowser } from "../e2e/find-browser.ts";
import { atColumns, chooseFile, chooseKind, loadRows, readAllRows } from "../e2e/import-steps.ts";
import { keepGuideShown, openAtlas, settled } from "../e2e/atlas-test.ts";
import { createTownScene } from "./towns.ts";

const SITES = 1000;
const ACTORS = 100_000;
const PORT = 4190;
const ADDRESS = `http://localhost:${String(PORT)}/bench/`;
const SECTORS = ["creative", "trade", "service"];
/** Positions of the slider across its range, each waited for until map and list show it. */
const STEPS = 60;
/** Mouse moves of one drag from end to end, as fast as the page takes them. */
const MOVES = 240;

interface Measured {
  /** Milliseconds of each task of the main thread above 50. */
  readonly long: number[];
  /** From an input to the next frame that was painted, by the browser's own event timing. */
  readonly events: number[];
  /** From an input to the frame in which list and map show its result. */
  readonly answered: number[];
}

const { sites, actors } = createTownScene(SITES, ACTORS);
const table = (header: string, points: typeof sites, rest: (index: number) => string) =>
  [
    header,
    ...Array.from(points.lon, (lon, at) => `${rest(at)},${lon.toFixed(6)},${(points.lat[at] ?? 0).toFixed(6)}`),
  ].join("\n");

const server = spawn(process.execPath, ["tests/e2e/serve-dist.mjs", String(PORT), "/bench/"], {
  cwd: path.resolve(import.meta.dirname, "../.."),
  stdio: "ignore",
});
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: ["--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--ignore-gpu-blocklist"],
});
try {
  const page = await browser.newPage({ baseURL: ADDRESS, viewport: { width: 1440, height: 900 }, locale: "en-GB" });
  await page.addInitScript(keepGuideShown);
  page.setDefaultTimeout(120_000);
  await page.addInitScript({ path: path.resolve(import.meta.dirname, "observe-page.mjs") });
  await openAtlas(page);
  await load(
    page,
    /Heritage sites/,
    "sites.csv",
    table("id,name,lon,lat", sites, (at) => `s-${String(at)},Site ${String(at)}`),
  );
  await load(
    page,
    /Actors/,
    "actors.csv",
    table(
      "id,name,sector,lon,lat",
      actors,
      (at) => `a-${String(at)},Actor ${String(at)},${SECTORS[actors.sector[at] ?? 0] ?? ""}`,
    ),
  );
  await page.getByRole("button", { name: "Sites", exact: true }).click();
  await page.getByRole("button", { name: "Change rule" }).click();
  const slider = page.getByRole("slider", { name: /Reach/ });
  const track = await slider.boundingBox();
  if (track === null) throw new Error("the slider has no place");
  const [y, from, to] = [track.y + track.height / 2, track.x + 3, track.x + track.width - 3];
  // Once through, so that nothing is compiled or fetched for the first time while the clock runs.
  await drag(page, y, from, to, 30);
  await settled(page);
  // The distances for every reach are kept meanwhile, which nothing on the page tells.
  await page.waitForTimeout(3000);

  const frames = await page.evaluate<number[]>("timeFrames(60)");
  await take(page);
  await drag(page, y, from, to, MOVES);
  await settled(page);
  const dragged = await take(page);
  await page.mouse.move(from, y);
  await page.mouse.down();
  for (let step = 0; step <= STEPS; step++) {
    await page.mouse.move(from + ((to - from) * step) / STEPS, y);
    await settled(page);
    // A hand rests between two steps, too; without it all would be one drag.
    await page.waitForTimeout(50);
  }
  await page.mouse.up();
  const stepped = await take(page);
  process.stdout.write(
    [
      `${String(SITES)} sites × ${String(ACTORS)} actors beside the bundled tables, reach dragged across its whole range (software rendering)`,
      `  a frame that only lights another site in list and map: median ${at(frames, 0.5)} ms, 95th percentile ${at(frames, 0.95)} ms: no answer is painted sooner`,
      `  dragged in ${String(MOVES)} moves: ${words(dragged)}`,
      `  moved in ${String(STEPS)} steps: ${words(stepped)}`,
      "",
      "",
    ].join("\n"),
  );
} finally {
  await browser.close();
  server.kill();
}

async function load(page: Page, kind: RegExp, name: string, content: string): Promise<void> {
  await chooseFile(page, { name, content });
  await atColumns(page);
  await chooseKind(page, kind);
  await readAllRows(page);
  await loadRows(page);
}

/** What was measured since it was asked for last. */
async function take(page: Page): Promise<Measured> {
  return page.evaluate<Measured>("takeMeasured()");
}

async function drag(page: Page, y: number, from: number, to: number, moves: number): Promise<void> {
  await page.mouse.move(from, y);
  await page.mouse.down();
  await page.mouse.move(to, y, { steps: moves });
  await page.mouse.up();
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN).toFixed(0);
}

function words({ long, events, answered }: Measured): string {
  return [
    `tasks over 50 ms: ${String(long.length)}${long.length > 0 ? ` (longest ${at(long, 1)} ms)` : ""}`,
    `input to paint: median ${at(events, 0.5)} ms, 95th percentile ${at(events, 0.95)} ms of ${String(events.length)}`,
    `input to repainted map and list: median ${at(answered, 0.5)} ms, 95th percentile ${at(answered, 0.95)} ms of ${String(answered.length)}`,
  ].join("; ");
}
