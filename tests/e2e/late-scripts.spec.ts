import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { chooseFile, importDialog } from "./import-steps.ts";

/** What the browser and the page say of a script that does not arrive. */
const EXPECTED = [
  /Failed to load resource/,
  /dynamically imported module/,
  /could not be loaded/,
  /preload/i,
  /network/,
];

test.beforeEach(({ allowed }) => {
  allowed.messages.push(...EXPECTED);
});

for (const what of ["js", "css"] as const) {
  test(`a room whose ${what} does not arrive says so, the rest goes on, and another try brings it`, async ({
    page,
  }) => {
    const files = `**/assets/benchmark-room-*.${what}`;
    await page.route(files, (route) => route.abort());
    await openAtlas(page);
    const rooms = page.getByRole("navigation", { name: "Rooms" });
    await rooms.getByRole("button", { name: "Benchmark" }).click();
    const room = page.getByRole("region", { name: "Benchmark" });
    const alert = room.getByRole("alert");
    await expect(alert).toContainText("could not be loaded");
    await expect(siteRows(page).first()).toBeVisible();
    await rooms.getByRole("button", { name: "Method" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "How the numbers are made" })).toBeVisible();

    await rooms.getByRole("button", { name: "Benchmark" }).click();
    await expect(alert).toBeVisible();
    await page.unroute(files);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(room.getByRole("heading", { level: 2, name: "Benchmark" })).toBeVisible();
    await expect(alert).toBeHidden();
    await settled(page);
    if (what === "css") {
      const loaded = await page.evaluate(() =>
        [...document.styleSheets].some(({ href }) => href?.includes("benchmark-room") === true),
      );
      expect(loaded).toBe(true);
    }
  });
}

test("a window whose script does not arrive says so over the page, and opens at another try", async ({ page }) => {
  const files = "**/assets/export-dialog-*.js";
  await page.route(files, (route) => route.abort());
  await openAtlas(page, "?v=1&country=SI");
  await page.getByRole("button", { name: /^Export \d+ sites$/ }).click();
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(alert).toBeInViewport();
  await alert.getByRole("button", { name: "Close" }).click();
  await expect(alert).toBeHidden();
  await page.unroute(files);
  await page.getByRole("button", { name: /^Export \d+ sites$/ }).click();
  await expect(page.getByRole("dialog")).toBeVisible();
});

for (const [what, files] of [
  ["map", "**/assets/mount-map-*.js"],
  ["map's worker", "**/assets/maplibre-gl-worker-*"],
] as const) {
  test(`a page whose ${what} does not arrive is whole without it, and another try shows it`, async ({ page }) => {
    await page.route(files, (route) => route.abort());
    await openAtlas(page);
    const alert = page.getByRole("alert").filter({ hasText: "No map here: it could not be loaded." });
    await expect(alert).toBeVisible();
    await expect(siteRows(page)).toHaveCount(196);
    await page.unroute(files);
    await alert.getByRole("button", { name: "Try again" }).click();
    await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
    await expect(alert).toBeHidden();
  });
}

test("a map whose ground does not arrive says so, and another try draws it", async ({ page }) => {
  const files = "**/generated/basemap/land.json";
  await page.route(files, (route) => route.abort());
  await openAtlas(page);
  const alert = page.getByRole("alert").filter({ hasText: "The ground of the map" });
  await expect(alert).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await page.unroute(files);
  const land = page.waitForResponse(files);
  await alert.getByRole("button", { name: "Try again" }).click();
  expect((await land).ok()).toBe(true);
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await expect(alert).toBeHidden();
});

test("numbers whose worker does not arrive are told missing, and another try computes them", async ({ page }) => {
  const files = "**/assets/analysis.worker-*.js";
  await page.route(files, (route) => route.abort());
  await page.goto("./");
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(alert).toBeVisible();
  await page.unroute(files);
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(siteRows(page)).toHaveCount(196);
  await settled(page);
});

test("before any script the page says what it is, and how to go on", async ({ page }) => {
  await page.route("**/assets/index-*.js", (route) => route.abort());
  await page.goto("./");
  await expect(page.getByRole("heading", { level: 1, name: "REFREsh Atlas" })).toBeVisible();
  await expect(page.getByText(/industrial heritage stands empty/)).toBeVisible();
  await page.unroute("**/assets/index-*.js");
  await page.getByRole("link", { name: "load it again" }).click();
  await expect(siteRows(page)).toHaveCount(196);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
});

test("a file whose reader does not arrive is told, nothing of it is loaded, and another try reads it", async ({
  page,
}) => {
  const files = "**/assets/import.worker-*.js";
  await page.route(files, (route) => route.abort());
  await openAtlas(page, "?v=1&room=data");
  await chooseFile(page, { name: "mills.csv", content: "id,name,lon,lat\nmill,Old mill,14.75,45.36\n" });
  const dialog = importDialog(page);
  await expect(dialog.getByRole("heading", { name: "The import stopped" })).toBeVisible();
  await page.unroute(files);
  await dialog.getByRole("button", { name: "Try again" }).click();
  await expect(dialog.getByRole("heading", { name: "What the columns mean" })).toBeVisible();
});

test("a file whose writer does not arrive is told, and another try saves it", async ({ page }) => {
  const files = "**/assets/export.worker-*.js";
  await page.route(files, (route) => route.abort());
  await openAtlas(page, "?v=1&country=SI");
  await page.getByRole("button", { name: /^Export \d+ sites$/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^GeoPackage/ }).check();
  await expect(dialog.getByRole("status")).toContainText("could not be written");
  await page.unroute(files);
  await dialog.getByRole("button", { name: "Try again" }).click();
  const saved = page.waitForEvent("download");
  await dialog.getByRole("button", { name: "Save the file" }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.gpkg$/);
});

test("a comparison whose worker does not arrive is told, and another try computes it", async ({ page }) => {
  const files = "**/assets/benchmark.worker-*.js";
  await page.route(files, (route) => route.abort());
  await openAtlas(page, "?v=1&room=benchmark&site=si-izola-shipyard");
  const room = page.getByRole("region", { name: "Benchmark" });
  const retry = room.getByRole("button", { name: "Try again" }).first();
  await expect(retry).toBeVisible();
  await page.unroute(files);
  await retry.click();
  await expect(room.getByText("74 of the 195 other loaded sites are comparable.")).toBeVisible();
  await expect(room.getByText("9 of 31")).toBeVisible();
});
