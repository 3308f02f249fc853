import { rm } from "node:fs/promises";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, openAtlas, saveGeojson, settled, siteRows, test as base } from "./atlas-test.ts";
import { atColumns, chooseFile, loadRows, readAllRows } from "./import-steps.ts";
import { BUILT_VERSION, PageHost, writeNextVersion } from "./page-host.ts";
import { walkAsCreative, walkAsMunicipality, walkAsPlanner } from "./walks.ts";

/** Each test has a host of its own, which it can cut off. */
const test = base.extend<{ readonly host: PageHost }>({
  host: async ({}, use) => {
    const host = await PageHost.start();
    await use(host);
    await host.cut();
  },
  baseURL: async ({ host }, use) => {
    await use(host.address);
  },
});
test.use({ keepsPage: true });

/** What the Data room says about use without network. */
async function offlineWords(page: Page) {
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Data" }).click();
  return page.getByRole("status").filter({ hasText: "of the page." });
}

/** The first visit, until the page is kept. */
async function visitOnce(page: Page): Promise<void> {
  await openAtlas(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
}

for (const [user, walk] of [
  ["a municipality", walkAsMunicipality],
  ["a creative", walkAsCreative],
  ["a planner", walkAsPlanner],
] as const) {
  test(
    `${user} does everything without network after the first visit`,
    { tag: "@firefox" },
    async ({ page, context, host }) => {
      await visitOnce(page);
      await host.cut();
      await walk(page, context);
    },
  );
}

test("without network all rooms open, in a language that was never spoken here, by any link", async ({
  page,
  host,
}) => {
  await visitOnce(page);
  await host.cut();
  await openAtlas(page, "?v=1&country=SI&site=si-izola-shipyard");
  await expect(page.getByRole("article").getByRole("heading", { name: "Izola shipyard" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await page.goto("./?v=1&lang=hu");
  await settled(page);
  const rooms = page.getByRole("navigation", { name: "Szobák" }).or(page.getByRole("navigation").first());
  const names = await rooms.getByRole("button").count();
  expect(names).toBeGreaterThanOrEqual(7);
  for (let room = 0; room < names; room++) {
    await rooms.getByRole("button").nth(room).click();
    await settled(page);
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
    await expect(page.getByRole("alert")).toHaveCount(0);
  }
});

test(
  "a newer version is announced, waits for the user, and what was loaded and chosen is there after it",
  { tag: "@firefox" },
  async ({ page, context, host, allowed }) => {
    // A part that only the older version had is asked of a host that has the newer one.
    allowed.messages.push(/Failed to load resource/);
    const folder = mkdtempSync(join(tmpdir(), "atlas-next-"));
    writeNextVersion(folder, "9.9.9");
    try {
      await visitOnce(page);
      const words = await offlineWords(page);
      await expect(words).toContainText(`Version ${BUILT_VERSION}`);
      await expect(words).toContainText("opens without network, with everything");
      await chooseFile(page, {
        name: "mill.csv",
        content: "name,country,lat,lon,reuse_status\nOld Mill of Tests,HU,46.2,18.2,unused\n",
      });
      await atColumns(page);
      await readAllRows(page);
      await loadRows(page);
      await openAtlas(page, "?v=1&country=HU&status=unused&q=mill+of");
      await expect(siteRows(page)).toHaveCount(1);
      const link = page.url();

      await host.serve(folder);
      await page.reload();
      await settled(page);
      const notice = page.getByRole("alert").filter({ hasText: "A newer version of this page is ready." });
      await expect(notice).toBeVisible();
      // Under the hands of the user it stays what it was.
      await expect(siteRows(page)).toHaveCount(1);
      await expect(await offlineWords(page)).toContainText(`Version ${BUILT_VERSION}`);
      await page.goBack();

      const other = await context.newPage();
      await openAtlas(other, "?v=1&country=SI");
      await expect(other.getByRole("alert").filter({ hasText: "newer version" })).toBeVisible();
      const sites = await siteRows(other).count();

      await notice.getByRole("button", { name: "Load the newer version" }).click();
      await expect(page.getByRole("alert").filter({ hasText: "newer version" })).toHaveCount(0);
      await settled(page);
      expect(page.url()).toBe(link);
      await expect(siteRows(page)).toHaveCount(1);
      await expect(siteRows(page).first()).toContainText("Old Mill of Tests");
      const file = await saveGeojson(page);
      expect(JSON.stringify(file.metadata)).toContain("9.9.9");

      // The other window goes on with what it has, and says so.
      await expect(other.getByRole("alert")).toContainText("was loaded in another window");
      await expect(siteRows(other)).toHaveCount(sites);
      await other.getByRole("button", { name: "Load the newer version" }).click();
      await expect(await offlineWords(other)).toContainText("Version 9.9.9");
      await host.cut();
      await openAtlas(page, "?v=1&country=HU&status=unused&q=mill+of");
      await expect(siteRows(page).first()).toContainText("Old Mill of Tests");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  },
);

test.describe("a browser that keeps no pages", () => {
  test.use({ keepsPage: false });
  test("works with network, and says that it needs it", async ({ page }) => {
    await openAtlas(page);
    await expect(await offlineWords(page)).toContainText("With network everything works.");
  });
});
