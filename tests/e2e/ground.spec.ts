import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, openAtlas, test } from "./atlas-test.ts";
import { groundArchive, startGroundServer, type GroundServer } from "./ground-server.ts";

/** Two sites stand in the middle of the map. */
const SITE = { query: "?v=1&map=12/46.0028/14.0275" };

let server: GroundServer;
test.beforeEach(async ({ allowed }) => {
  server = await startGroundServer();
  allowed.origins.push(server.origin);
});
test.afterEach(() => server.close());

const dialog = (page: Page) => page.getByRole("dialog", { name: "Basemap" });
const line = (page: Page) => page.locator(".ground-line");
const shown = (page: Page, host: string) => expect(line(page)).toContainText(`Map from ${host}`);

async function openDialog(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Basemap" }).click();
  await expect(dialog(page)).toBeVisible();
}

/** Fills in the address of a style, and has it shown. */
async function showStyle(page: Page, address: string, host: string): Promise<void> {
  await openDialog(page);
  await dialog(page)
    .getByRole("radio", { name: /^A style by its address/ })
    .check();
  await dialog(page).getByLabel("Address of the style").fill(address);
  await dialog(page)
    .getByRole("button", { name: `Show the map from ${host}` })
    .click();
}

/** Share of the pixels of the map that are near a colour. */
async function shareOfColor(page: Page, [red, green, blue]: readonly [number, number, number]): Promise<number> {
  const picture = await page.locator("#map canvas").screenshot();
  return page.evaluate(
    async ([bytes, r, g, b]) => {
      const image = new Image();
      image.src = `data:image/png;base64,${bytes}`;
      await image.decode();
      const canvas = document.createElement("canvas");
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext("2d")!;
      context.drawImage(image, 0, 0);
      const { data } = context.getImageData(0, 0, image.width, image.height);
      let count = 0;
      for (let at = 0; at < data.length; at += 4) {
        const off = Math.abs(data[at]! - r) + Math.abs(data[at + 1]! - g) + Math.abs(data[at + 2]! - b);
        if (off < 60) count += 1;
      }
      return count / (data.length / 4);
    },
    [picture.toString("base64"), red, green, blue] as const,
  );
}

test("a style by its address is drawn under the sites once its host is named, and remembered @firefox", async ({
  page,
}) => {
  await openAtlas(page, SITE.query);
  await openDialog(page);
  expect(server.asked).toEqual([]);
  await dialog(page)
    .getByRole("radio", { name: /^A style by its address/ })
    .check();
  await dialog(page).getByLabel("Address of the style").fill(`${server.origin}/styles/streets`);
  await expect(dialog(page).getByText(`Asked for the map: ${server.host}.`)).toBeVisible();
  expect(server.asked).toEqual([]);
  await dialog(page)
    .getByRole("button", { name: `Show the map from ${server.host}` })
    .click();
  await expect(dialog(page)).toBeHidden();
  await shown(page, server.host);
  await expect.poll(() => server.asked.some((path) => path.startsWith("/vector/"))).toBe(true);
  expect(server.asked.some((path) => path.includes("/sprite"))).toBe(true);
  // Its attribution stands in the corner, without the markup that it brought.
  const attribution = page.locator(".maplibregl-ctrl-attrib");
  await expect(attribution.getByRole("link", { name: "Test maps" })).toHaveAttribute(
    "href",
    "https://maps.example/about",
  );
  await expect(attribution.locator("img")).toHaveCount(0);
  // Sites stay on top and open.
  await expect(page.locator("#map")).not.toHaveAttribute("data-coming", "true");
  const canvas = page.locator("#map canvas");
  const box = (await canvas.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByText("2 sites", { exact: true })).toBeVisible();

  // The link does not carry it, and the next visit uses it without a question.
  expect(page.url()).not.toContain("127.0.0.1");
  const before = server.asked.length;
  await page.reload();
  await shown(page, server.host);
  await expect.poll(() => server.asked.length).toBeGreaterThan(before);

  await line(page).getByRole("button", { name: "Switch off" }).click();
  await expect(line(page)).toBeHidden();
  await expect(page.getByRole("button", { name: "Basemap" })).toBeFocused();
  const after = server.asked.length;
  await openAtlas(page, SITE.query);
  expect(server.asked.length).toBe(after);
});

test("what is drawn is the basemap, muted as far as wanted, and the built-in map after it", async ({ page }) => {
  await openAtlas(page, SITE.query);
  expect(await shareOfColor(page, [51, 153, 255])).toBeLessThan(0.01);
  await showStyle(page, `${server.origin}/styles/streets`, server.host);
  await shown(page, server.host);
  await openDialog(page);
  await dialog(page).getByRole("slider").fill("0.8");
  await page.keyboard.press("Escape");
  await expect.poll(() => shareOfColor(page, [51, 153, 255])).toBeLessThan(0.01);
  await openDialog(page);
  await dialog(page).getByRole("slider").fill("0");
  await page.keyboard.press("Escape");
  await expect.poll(() => shareOfColor(page, [51, 153, 255])).toBeGreaterThan(0.03);
  await line(page).getByRole("button", { name: "Switch off" }).click();
  await expect.poll(() => shareOfColor(page, [51, 153, 255])).toBeLessThan(0.01);
});

test("hosts that a style leads to are named before they are asked", async ({ page, allowed }) => {
  const tiles = await startGroundServer();
  const first = await startGroundServer(tiles.origin);
  allowed.origins.push(first.origin, tiles.origin);
  await openAtlas(page, SITE.query);
  await showStyle(page, `${first.origin}/styles/streets`, first.host);
  await expect(dialog(page).getByText(`This map comes from further hosts, too: ${tiles.host}.`)).toBeVisible();
  expect(tiles.asked).toEqual([]);
  await dialog(page).getByRole("button", { name: "Cancel" }).click();
  expect(tiles.asked).toEqual([]);
  await expect(line(page)).toBeHidden();
  await dialog(page)
    .getByRole("button", { name: `Show the map from ${first.host}` })
    .click();
  await dialog(page).getByRole("button", { name: "Ask these, too" }).click();
  await expect(line(page)).toContainText(tiles.host);
  await expect(line(page)).toContainText(first.host);
  await expect.poll(() => tiles.asked.some((path) => path.startsWith("/vector/"))).toBe(true);
  await Promise.all([tiles.close(), first.close()]);
});

test("what of a style cannot be drawn is told, the rest is drawn", async ({ page }) => {
  await openAtlas(page, SITE.query);
  await showStyle(page, `${server.origin}/styles/odd`, server.host);
  await shown(page, server.host);
  await expect.poll(() => server.asked).toContain("/boundary.json");
  expect(server.asked).not.toContain("/unused.json");
  await openDialog(page);
  await dialog(page).getByText("3 parts of the style cannot be drawn").click();
  await expect(dialog(page).getByText(/ground-wrong.*color expected/)).toBeVisible();
  await expect(dialog(page).getByText("sources.film")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Basemap" })).toBeFocused();
  await line(page).getByRole("button", { name: "Switch off" }).click();
  await expect(line(page)).toBeHidden();
});

test("picture tiles: a wrong address is told exactly, the attribution is text", async ({ page }) => {
  await openAtlas(page, SITE.query);
  await openDialog(page);
  await dialog(page)
    .getByRole("radio", { name: /^Picture tiles/ })
    .check();
  const address = dialog(page).getByLabel(/^Address of the tiles/);
  const show = dialog(page).getByRole("button", { name: /^Show the map/ });
  await expect(show).toBeDisabled();
  await address.fill("tiles of my town");
  await expect(dialog(page).getByText("This is no address on the web")).toBeVisible();
  await address.fill(`${server.origin}/pictures/`);
  await expect(dialog(page).getByText("does not say where the numbers of a tile belong")).toBeVisible();
  await address.fill(`${server.origin}/pictures/{z}/{x}/{y}.png?key={apikey}`);
  await expect(dialog(page).getByText("{apikey} stands for nothing of a tile")).toBeVisible();
  await expect(show).toBeDisabled();
  await address.fill(`${server.origin}/pictures/{z}/{x}/{y}.png`);
  await dialog(page).getByLabel("Attribution").fill("Town <b>of</b> tests");
  expect(server.asked).toEqual([]);
  await show.click();
  await shown(page, server.host);
  await expect.poll(() => server.asked.some((path) => path.startsWith("/pictures/"))).toBe(true);
  await expect(page.locator(".maplibregl-ctrl-attrib")).toContainText("Town of tests");
});

test("PMTiles by address are read in parts", async ({ page }) => {
  await openAtlas(page, SITE.query);
  await openDialog(page);
  await dialog(page)
    .getByRole("radio", { name: /^PMTiles by address/ })
    .check();
  await dialog(page).getByLabel("Address of the PMTiles file").fill(`${server.origin}/map.pmtiles`);
  await dialog(page)
    .getByRole("button", { name: `Show the map from ${server.host}` })
    .click();
  await shown(page, server.host);
  await expect(page.locator(".maplibregl-ctrl-attrib")).toContainText("Tiles of a test");
  expect(server.asked.every((path) => path.includes("bytes="))).toBe(true);
});

test("PMTiles from this device leave nothing, and a file that is none is told", async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), "atlas-ground-"));
  writeFileSync(join(folder, "town.pmtiles"), groundArchive());
  writeFileSync(join(folder, "letter.pmtiles"), "Dear town,");
  await openAtlas(page, SITE.query);
  await openDialog(page);
  await dialog(page)
    .getByRole("radio", { name: /^PMTiles on this device/ })
    .check();
  const file = dialog(page).getByLabel("PMTiles file");
  const show = dialog(page).getByRole("button", { name: "Show the map" });
  await expect(show).toBeDisabled();
  await file.setInputFiles(join(folder, "letter.pmtiles"));
  await show.click();
  await expect(dialog(page).getByText("This is no PMTiles file")).toBeVisible();
  await file.setInputFiles(join(folder, "town.pmtiles"));
  await show.click();
  await expect(line(page)).toContainText("Map from a file on this device: town.pmtiles");
  await expect(page.locator(".maplibregl-ctrl-attrib")).toContainText("Tiles of a test");
  // It goes with the map into another language, and is forgotten with the page.
  await page.getByRole("combobox", { name: /Language|Sprache/ }).selectOption("de");
  await expect(line(page)).toContainText("Karte aus einer Datei auf diesem Gerät: town.pmtiles");
  await page.reload();
  await expect(page.getByRole("button", { name: "Grundkarte" })).toBeVisible();
  await expect(line(page)).toBeHidden();
  rmSync(folder, { recursive: true });
  expect(server.asked).toEqual([]);
});

test("a map that fails says so calmly, and leads back", async ({ page, allowed }) => {
  allowed.messages.push(/503 \(Service Unavailable\)/);
  await openAtlas(page, SITE.query);
  server.refuse("/styles");
  await showStyle(page, `${server.origin}/styles/streets`, server.host);
  await expect(dialog(page).getByText(`${server.host} refuses the map (status 503).`)).toBeVisible();
  server.refuse("/vector");
  await dialog(page)
    .getByRole("button", { name: `Show the map from ${server.host}` })
    .click();
  await expect(line(page)).toContainText(`The map of ${server.host} does not come`);
  await expect(page.getByText("Something broke")).toHaveCount(0);
  const again = line(page).getByRole("button", { name: "Try again" });
  await expect(again).toBeVisible();
  server.refuse(null);
  // The map may ask by itself for what is still missing, and the button goes.
  await expect(async () => {
    if (await again.isVisible()) await again.click({ timeout: 1000 });
    await expect(line(page)).toContainText(`Map from ${server.host}`, { timeout: 5000 });
  }).toPass();

  // On the next visit the host is gone altogether.
  server.refuse("/");
  await page.reload();
  await expect(line(page)).toContainText(`${server.host} refuses the map`);
  await again.click();
  await expect(line(page)).toBeFocused();
  await expect(line(page)).toContainText(`${server.host} refuses the map`);
  await line(page).getByRole("button", { name: "Use the built-in map" }).click();
  await expect(line(page)).toBeHidden();
});
