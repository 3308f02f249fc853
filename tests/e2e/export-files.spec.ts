import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page, Worker } from "@playwright/test";
import { openSource } from "#data/formats/open-source.ts";
import { openZip } from "#data/formats/zip-entries.ts";
import { AS_RECOGNISED } from "#domain/ingest/mapping.ts";
import {
  expect,
  expectAgreement,
  openAtlas,
  saveFile,
  settled,
  siteRows,
  test,
  type SavedContent,
  type SavedFile,
  type SavedFormat,
} from "./atlas-test.ts";
import { atColumns, chooseFile, loadRows, readAllRows } from "./import-steps.ts";

const QUERY = "?v=1&country=HR.SI&status=planned.unused&reach=25000&sort=-total";
const FORMATS: readonly SavedFormat[] = ["GeoJSON", "CSV for spreadsheets", "CSV, exact", "GeoPackage", "FlatGeobuf"];
const CONTENTS: readonly SavedContent[] = ["Sites", "Actors", "Both"];

const folder = mkdtempSync(join(tmpdir(), "atlas-export-"));
test.afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

interface Table {
  readonly name: string;
  readonly layer: string | null;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Every table in a saved file, whatever it is. */
function tablesOf({ name, bytes }: SavedFile, content: SavedContent): readonly Table[] {
  const layers = content === "Both" ? ["sites", "actors"] : [content.toLowerCase()];
  if (name.endsWith(".gpkg")) return layers.map((layer) => ({ name, layer, bytes: new Uint8Array(bytes) }));
  if (!name.endsWith(".zip")) return [{ name, layer: null, bytes: new Uint8Array(bytes) }];
  const zip = openZip(new Uint8Array(bytes), name);
  if ("issues" in zip) throw new Error("no archive");
  const names = zip.entries.map((entry) => entry.name);
  expect(names.slice(0, 2)).toEqual(["metadata.json", "README.txt"]);
  const unpacked = zip.unpack(names);
  if ("issues" in unpacked) throw new Error("a damaged archive");
  return names.slice(2).map((member) => ({ name: member, layer: null, bytes: unpacked.get(member)! }));
}

/** The identifiers in a table, by the page's own reader. */
async function idsOf({ name, layer, bytes }: Table): Promise<readonly string[]> {
  const opened = await openSource(new File([bytes], name), { ...AS_RECOGNISED, layer }, {});
  if ("issues" in opened) throw new Error(JSON.stringify(opened.issues));
  const column = opened.table.headers.indexOf("id");
  const ids: string[] = [];
  for await (const { rows } of opened.table.batches()) ids.push(...rows.map(({ cells }) => cells[column] ?? ""));
  return ids;
}

/** GDAL, where it is installed, reads every table without a warning. */
function expectGdalReads({ name, layer, bytes }: Table, count: number): void {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const read = spawnSync("ogrinfo", ["-ro", "-so", file, ...(layer === null ? ["-al"] : [layer])], {
    encoding: "utf8",
  });
  if (read.error !== undefined) {
    test.info().annotations.push({ type: "skipped", description: "GDAL's ogrinfo is not installed" });
    return;
  }
  expect(read.stderr, name).toBe("");
  expect(read.stdout).toContain(`Feature Count: ${String(count)}`);
}

/** Opens a file through the page's own way to choose one. */
async function openAgain(page: Page, { name, bytes }: SavedFile): Promise<void> {
  await chooseFile(page, { name, content: bytes });
  await settled(page);
}

for (const content of CONTENTS) {
  const tag = content === "Both" ? "@firefox" : [];
  test(`${content.toLowerCase()} leave in every format with the number on the screen`, { tag }, async ({ page }) => {
    test.setTimeout(120_000);
    await openAtlas(page, QUERY);
    const { features } = await expectAgreement(page);
    const sites = features.map(({ id }) => id);
    let actors: readonly string[] | null = null;
    for (const format of FORMATS) {
      const file = await saveFile(page, format, content);
      expect(file.name).toContain(`${String(sites.length)}-sites`);
      const tables = tablesOf(file, content);
      expect(tables).toHaveLength(content === "Both" ? 2 : 1);
      for (const [index, table] of tables.entries()) {
        const ids = await idsOf(table);
        expectGdalReads(table, ids.length);
        if (content !== "Actors" && index === 0) {
          expect(ids, format).toEqual(sites);
          continue;
        }
        actors ??= ids;
        expect(ids, format).toEqual(actors);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.length).toBeGreaterThan(100);
        expect(file.count).toContain(`${String(ids.length)} actors`);
      }
    }
  });
}

test("the actors of the one selected site are those that its sheet counts", async ({ page }) => {
  await openAtlas(page, "?v=1&q=torpedo&site=hr-rijeka-torpedo");
  const { features } = await expectAgreement(page);
  expect(features).toHaveLength(1);
  const file = await saveFile(page, "CSV, exact", "Actors");
  const [header = "", ...lines] = file.text.trim().split("\n");
  expect(lines).toHaveLength(Number(features[0]?.properties["total_n"]));
  const nearest = header.split(",").indexOf("nearest_site_id");
  expect(nearest).toBeGreaterThan(0);
  for (const line of lines) expect(line).toContain("hr-rijeka-torpedo");
});

for (const [format, content] of [
  ["GeoJSON", "Both"],
  ["CSV for spreadsheets", "Both"],
  ["GeoPackage", "Both"],
  ["FlatGeobuf", "Sites"],
] as const) {
  test(`${format} of ${content.toLowerCase()} opened again restores the view and tells what it holds`, async ({
    page,
    context,
  }) => {
    await openAtlas(page, QUERY);
    const { features, metadata } = await expectAgreement(page);
    const file = await saveFile(page, format, content);
    const other = await context.newPage();
    await openAtlas(other);
    await openAgain(other, file);
    const report = other.getByRole("status").filter({ hasText: file.name });
    await expect(report).toContainText(`${String(features.length)} sites restored`);
    if (content === "Both") await expect(report).toContainText(/also holds \d+ actors/);
    await expect(siteRows(other)).toHaveCount(features.length);
    const again = await expectAgreement(other);
    expect(again.features).toEqual(features);
    expect(again.metadata["rule"]).toEqual(metadata["rule"]);
    await other.close();
  });
}

test("actors saved as CSV are imported as the same records", async ({ page }) => {
  await openAtlas(page, QUERY);
  const file = await saveFile(page, "CSV, exact", "Actors");
  const count = file.text.trim().split("\n").length - 1;
  await chooseFile(page, { name: file.name, content: file.bytes });
  await atColumns(page);
  expect(await readAllRows(page)).toContain(`${String(count)} rows read = ${String(count)} loaded`);
});

test("the README says what is inside, the columns, the rule, the licences, and how to come back", async ({ page }) => {
  await openAtlas(page, QUERY);
  const file = await saveFile(page, "CSV for spreadsheets", "Both");
  const zip = openZip(new Uint8Array(file.bytes), file.name);
  if ("issues" in zip) throw new Error("no archive");
  const unpacked = zip.unpack(["README.txt"]);
  if ("issues" in unpacked) throw new Error("a damaged archive");
  const readme = new TextDecoder().decode(unpacked.get("README.txt"));
  for (const word of [
    "sites-spreadsheet.csv",
    "actors-spreadsheet.csv",
    "in Croatia or Slovenia",
    "within 25 km",
    "“at least”",
    "apostrophe",
    "CC BY 4.0",
    "Drop the archive",
    "nearest_site_m",
    "short_creative_n",
    page.url().split("?")[0] ?? "",
  ])
    expect(readme).toContain(word);
  expect(readme).not.toMatch(/undefined|NaN|\[object/);
});

test("a large export shows how far it is, can be stopped, and does not hold the page up", async ({ page }) => {
  test.setTimeout(180_000);
  await openAtlas(page, "?v=1&q=torpedo");
  await chooseFile(page, { name: "many.csv", content: manyActors(100_000) });
  await atColumns(page);
  await readAllRows(page);
  await loadRows(page);
  await page.keyboard.press("Escape");
  await settled(page);
  await page.getByRole("button", { name: /^Export \d+ sites?$/ }).click();
  const dialog = page.getByRole("dialog");
  await page.evaluate(() => {
    const long: number[] = [];
    (globalThis as unknown as { longTasks: number[] }).longTasks = long;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) long.push(entry.duration);
    }).observe({ entryTypes: ["longtask"] });
  });
  await dialog.getByRole("radio", { name: /^Actors/ }).check();
  await dialog.getByRole("radio", { name: /^CSV, exact/ }).check();
  await expect(dialog.getByRole("progressbar")).toBeVisible();
  await dialog.getByRole("button", { name: "Stop" }).click();
  await expect(dialog.getByText("Writing was stopped; nothing was saved.")).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Save/ })).toBeDisabled();
  const began = performance.now();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText(/actors around 1 site/)).toBeVisible({ timeout: 90_000 });
  const took = performance.now() - began;
  const longest = await page.evaluate(() =>
    Math.max(0, ...(globalThis as unknown as { longTasks: number[] }).longTasks),
  );
  test.info().annotations.push({ type: "longest task, ms", description: String(longest) });
  // Gathered at once, the cells would take most of the time; on a busy machine all grows alike.
  expect(longest).toBeLessThan(took / 5);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /^Save/ }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/_100\d{3}-actors-of-1-site-exact\.csv$/);
});

/** Waits until the page has seen that the worker lives: it notices the death of those alone, by waiting for their lock. */
async function seenAlive(page: Page, worker: Worker): Promise<void> {
  const lock = await worker.evaluate(() => self.name);
  const isAwaited = () =>
    page.evaluate(async (name) => {
      const { pending = [] } = await navigator.locks.query();
      return pending.some((request) => request.name === name);
    }, lock);
  await expect.poll(isAwaited).toBe(true);
}

test("a worker that dies while it writes is told, and trying again works", async ({ page }) => {
  await openAtlas(page);
  await page.getByRole("button", { name: /^Export \d+ sites?$/ }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByRole("button", { name: /^Save/ })).toBeEnabled();
  const writing = page.waitForEvent("worker", (worker) => worker.url().includes("export.worker"));
  let alive = true;
  // It dies while it waits for what it writes with: seen to be alive already, and with nothing written.
  await page.route(/\.wasm$/, async (route) => {
    if (alive) {
      alive = false;
      const worker = await writing;
      await seenAlive(page, worker);
      await worker.evaluate("self.close()").catch(() => undefined);
    }
    await route.continue().catch(() => undefined);
  });
  await dialog.getByRole("radio", { name: /^GeoPackage/ }).check();
  await expect(dialog.getByText(/The file could not be written/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Save/ })).toBeDisabled();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByText(/^refresh-atlas.*\.gpkg/)).toBeVisible();
  await expect(dialog.getByRole("button", { name: /^Save/ })).toBeEnabled();
});

/** Actors in the harbour of Rijeka. */
function manyActors(count: number): string {
  const rows = Array.from({ length: count }, (_, index) => {
    const lon = (14.42 + (index % 100) * 0.0004).toFixed(5);
    const lat = (45.33 + (index % 73) * 0.0003).toFixed(5);
    return `x${String(index)},Workshop ${String(index)},trade,manufacturing,HR,${lon},${lat}`;
  });
  return ["id,name,sector,category,country,lon,lat", ...rows].join("\n");
}
