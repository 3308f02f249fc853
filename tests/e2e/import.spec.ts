import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import {
  atColumns,
  chooseFile,
  chooseKind,
  confirmSystem,
  importDialog,
  loadRows,
  readAllRows,
  tableEntry,
} from "./import-steps.ts";

const FIXTURES = resolve(import.meta.dirname, "../fixtures/formats");
const SHARED = resolve(import.meta.dirname, "../../../shared/testdata/importer");
const hasShared = existsSync(SHARED);

/** Every format that is read, with the number of its features. */
const FORMATS = [
  ["sites.kml", /Heritage sites/, null],
  ["sites.kmz", /Heritage sites/, null],
  ["sites.fgb", /Heritage sites/, /^Yes, it is/],
  ["sites.gpkg", /Heritage sites/, null],
  ["sites.xlsx", /Heritage sites/, null],
  ["sites-3035.zip", /Heritage sites/, /^Yes, it is/],
  ["sites-windows-1250.zip", /Heritage sites/, null],
] as const;

for (const [name, kind, system] of FORMATS) {
  test(`${name} is opened, checked, loaded and kept`, async ({ page }) => {
    await openAtlas(page, "?room=data");
    await chooseFile(page, resolve(FIXTURES, name));
    await atColumns(page);
    await chooseKind(page, kind);
    if (system !== null) await confirmSystem(page, system);
    const sum = await readAllRows(page);
    const [read = 0, loaded = 0, warned = 0, rejected = 0] = (sum.match(/\d+/g) ?? []).map(Number);
    expect(read).toBeGreaterThan(0);
    expect(loaded + warned + rejected).toBe(read);
    expect(rejected).toBe(0);
    await loadRows(page);
    await expect(tableEntry(page, name)).toContainText(`${String(read)} rows`);
    await page.reload();
    await expect(tableEntry(page, name)).toContainText("Kept in this browser");
    await expect(siteRows(page)).toHaveCount(196 + read);
  });
}

test("towns in Windows-1250 with decimal commas are recognised as residents, letters and all", async ({ page }) => {
  test.skip(!hasShared, "the reference files are not here");
  await openAtlas(page, "?room=data");
  await chooseFile(page, resolve(SHARED, "derived/towns_cp1250_semicolon_decimalcomma.csv"));
  await atColumns(page);
  const dialog = importDialog(page);
  await expect(dialog.getByRole("radio", { name: /Residents/ })).toBeChecked();
  await expect(dialog.getByLabel("Encoding")).toHaveValue("windows-1250");
  await expect(dialog.getByLabel("Decimal mark")).toHaveValue("comma");
  await expect(dialog.getByRole("table").getByText("Zlín").first()).toBeVisible();
  await dialog.getByLabel("Encoding").selectOption("windows-1252");
  await expect(dialog.getByLabel("Encoding")).toHaveValue("windows-1252");
  await dialog.getByLabel("Encoding").selectOption("windows-1250");
  await expect(dialog.getByRole("table").getByText("Zlín").first()).toBeVisible();
  expect(await readAllRows(page)).toMatch(/ 0 rejected/);
  await loadRows(page);
});

test("columns of longitude and latitude in each other's place are seen", async ({ page }) => {
  test.skip(!hasShared, "the reference files are not here");
  await openAtlas(page, "?room=data");
  await chooseFile(page, resolve(SHARED, "derived/towns_it_de_utf8bom_swapped_latlon.csv"));
  await atColumns(page);
  await expect(importDialog(page).getByRole("checkbox", { name: /each other’s place/ })).toBeChecked();
  await chooseKind(page, /Residents/);
  expect(await readAllRows(page)).toMatch(/ 0 rejected/);
});

test("a waypoint file and a text that is pasted come in too", async ({ page }) => {
  test.skip(!hasShared, "the reference files are not here");
  await openAtlas(page, "?room=data");
  await chooseFile(page, resolve(SHARED, "gpx/test-only-wpt.gpx"));
  await atColumns(page);
  await chooseKind(page, /Heritage sites/);
  expect(await readAllRows(page)).toMatch(/ 0 rejected/);
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Give it up", exact: true }).click();

  await page.getByRole("button", { name: /^Open a file/ }).click();
  await importDialog(page)
    .getByLabel("Or paste a table or GeoJSON")
    .fill("Name\tBreite\tLänge\tZustand\nAlte Mühle\t50,91\t13,34\tleerstehend\nKauê\t50,92\t13,35\tumgenutzt");
  await importDialog(page).getByRole("button", { name: "Read the pasted text" }).click();
  await atColumns(page);
  await chooseKind(page, /Heritage sites/);
  expect(await readAllRows(page)).toContain("2 rows read = 2 loaded");
  await loadRows(page);
  await page
    .getByRole("button", { name: "Sites", exact: true })
    .first()
    .click()
    .catch(() => undefined);
  await expect(siteRows(page).filter({ hasText: "Alte Mühle" })).toContainText("unused");
});

const SOME_WRONG = `id,name,sector,lon,lat,website
a,Alpha,trade,14.75,45.36,https://a.example
b,Beta,trade,14.76,95,https://b.example
c,Gamma,nobody knows,14.77,45.36,
d,Delta,service,14.78,45.36,not an address`;

test("rejected rows are saved with their reasons, repaired, and dropped again", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "actors.csv", content: SOME_WRONG });
  await atColumns(page);
  expect(await readAllRows(page)).toBe("4 rows read = 1 loaded + 1 loaded with a warning + 2 rejected.");
  const dialog = importDialog(page);
  await dialog.getByRole("grid", { name: "Findings" }).getByRole("row").filter({ hasText: "latitude 95" }).click();
  await expect(dialog.getByText(/In the file: row 3/)).toBeVisible();

  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: /^Save the 2 rejected rows/ }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("actors-rejected.csv");
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  const text = Buffer.concat(chunks).toString("utf8");
  expect(text.split("\r\n")[0]).toBe("\uFEFFid,name,sector,lon,lat,website,rejected_because,suggested_repair");
  expect(text).toContain("Found the latitude 95");
  await loadRows(page);

  const repaired = text.replace(",95,", ",45.37,").replace("nobody knows", "trade");
  await chooseFile(page, { name: "actors-rejected.csv", content: repaired });
  await atColumns(page);
  await expect(dialog.getByText("Remembered from an earlier file")).toBeVisible();
  expect(await readAllRows(page)).toBe("2 rows read = 2 loaded + 0 loaded with a warning + 0 rejected.");
  await loadRows(page);
  await expect(tableEntry(page, "actors-rejected.csv")).toContainText("2 rows");
});

test("a row that is there already is told, and taken together only when that is said", async ({ page }) => {
  await openAtlas(page, "?room=data");
  const content =
    "id,name,lon,lat,reuse_status,current_use\nmill,Old mill,14.75,45.36,unused,\nmill-2,Old Mill,14.7502,45.3601,,storage\n";
  await chooseFile(page, { name: "mills.csv", content });
  await atColumns(page);
  await readAllRows(page);
  const dialog = importDialog(page);
  await expect(dialog.getByText(/1 row has the name of another one within 100 m/)).toBeVisible();
  await dialog
    .getByRole("radio", { name: /^Take together/ })
    .first()
    .check();
  await dialog.getByRole("button", { name: /^Load \d/ }).click();
  await expect(dialog.getByText("mills.csv: 1 site loaded.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(siteRows(page)).toHaveCount(197);
});

/** Long enough to be stopped on its way. */
function manyRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `a${String(index)},Actor ${String(index)},trade,14.${String(index % 1000)},45.${String(index % 977)}`,
  );
  return ["id,name,sector,lon,lat", ...rows].join("\n");
}

test("a long reading is stopped, and everything is as it was", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "many.csv", content: manyRows(600_000) });
  await atColumns(page);
  const dialog = importDialog(page);
  await dialog.getByRole("button", { name: "Read all rows" }).click();
  await dialog.getByRole("button", { name: "Stop and go back" }).click();
  await atColumns(page);
  await dialog.getByRole("button", { name: "Close" }).click();
  await page.getByRole("button", { name: "Give it up", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(tableEntry(page, "many.csv")).toHaveCount(0);
});

test("a worker that dies while it reads is told, and trying again works", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "many.csv", content: manyRows(400_000) });
  await atColumns(page);
  const dialog = importDialog(page);
  await dialog.getByRole("button", { name: "Read all rows" }).click();
  const worker = page.workers().find((candidate) => candidate.url().includes("import.worker"));
  await worker?.evaluate("self.close()").catch(() => undefined);
  await expect(dialog.getByText(/The reading ended before it was done/)).toBeVisible();
  await dialog.getByRole("button", { name: "Try again" }).click();
  await atColumns(page);
});

test("an analysis worker that dies is started again", async ({ page }) => {
  await openAtlas(page, "?site=hr-rijeka-torpedo");
  const worker = page.workers().find((candidate) => candidate.url().includes("analysis.worker"));
  await worker?.evaluate("self.close()").catch(() => undefined);
  await expect
    .poll(() => page.workers().filter((candidate) => candidate.url().includes("analysis.worker")).length)
    .toBeGreaterThan(0);
  await page.getByRole("button", { name: "Change rule" }).click();
  const reach = page.getByRole("slider", { name: /Reach/ });
  await reach.press("PageUp");
  await settled(page);
  await expect(page.getByRole("article")).toBeVisible();
});

test("a file that is no table says exactly why, with a way out", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "broken.geojson", content: '{"type": "FeatureCollection", "features": [' });
  const dialog = importDialog(page);
  await expect(dialog.getByRole("heading", { name: "The file cannot be read" })).toBeVisible();
  await expect(dialog.getByText(/begins like JSON but is not valid/)).toBeVisible();
  await dialog.getByRole("button", { name: "Choose another file" }).click();
  await expect(dialog.getByLabel("File to open")).toBeAttached();
});
