import type { Page } from "@playwright/test";
import { chooseFilter, expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { atColumns, chooseFile, chooseKind, loadRows, readAllRows } from "./import-steps.ts";

const COUNT = 200_000;
/** So many of them stand at one point, where the map is opened. */
const AT_ONE_POINT = 5000;
const POINT = { lon: 20, lat: 52 };

/** Actors around towns that are drawn by lot with a fixed seed. */
function actorRows(): string {
  let state = 20_261_121;
  const random = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const towns = Array.from({ length: 300 }, () => ({ lon: 5 + 18 * random(), lat: 43 + 8 * random() }));
  const sectors = ["creative", "trade", "service"];
  const rows = ["id,name,sector,lon,lat"];
  for (let index = 0; index < COUNT; index++) {
    const town = towns[index % towns.length]!;
    const [lon, lat] =
      index < AT_ONE_POINT
        ? [POINT.lon, POINT.lat]
        : [town.lon + 0.3 * (random() - 0.5) * random(), town.lat + 0.2 * (random() - 0.5) * random()];
    rows.push(`a-${String(index)},Actor ${String(index)},${sectors[index % 3]!},${lon.toFixed(6)},${lat.toFixed(6)}`);
  }
  return rows.join("\n");
}

/** The middle of the map, and hovering there until the map tells so. */
async function middleOfMap(page: Page) {
  const box = await page.locator("#map").boundingBox();
  if (box === null) throw new Error("the map has no place");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  const tip = page.locator(".map-tip-text");
  const hover = async (words: RegExp) => {
    await expect(async () => {
      await page.mouse.move(x + 150, y + 150);
      await page.mouse.move(x, y, { steps: 3 });
      await expect(tip).toContainText(words, { timeout: 1500 });
    }).toPass({ timeout: 60_000 });
  };
  return { x, y, tip, hover };
}

/** By keyboard, until the link says so. */
async function zoom(page: Page, key: "+" | "-", until: RegExp): Promise<void> {
  await page.getByRole("region", { name: /^Map of sites/ }).focus();
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(page).toHaveURL(until, { timeout: 1000 });
  }).toPass({ timeout: 60_000 });
}

test("200,000 actors are drawn, dragged through every reach, moved and filtered, and opened with their records", async ({
  page,
}) => {
  test.setTimeout(600_000);
  await openAtlas(page, `?v=1&map=16/${String(POINT.lat)}/${String(POINT.lon)}`);
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await chooseFile(page, { name: "many-actors.csv", content: actorRows() });
  await atColumns(page);
  await chooseKind(page, /Actors/);
  expect(await readAllRows(page)).toContain("200,000");
  await loadRows(page);

  const { x, y, tip, hover } = await middleOfMap(page);
  await hover(/^5,000 actors/);
  await expect(tip).toContainText("1,667 creative, 1,667 trade, 1,666 service");

  // Every actor of the point can be opened, with its record.
  await page.mouse.click(x, y);
  const chooser = page.getByRole("dialog", { name: "5,000 actors" });
  await expect(chooser.getByText("Actor 0", { exact: true })).toBeVisible();
  await expect(chooser).toContainText("4,500 more are not listed");
  await page.keyboard.press("Escape");

  // Kinds that are left out are gone at once, and back at once.
  const legend = page.getByRole("region", { name: "Legend" });
  await legend.getByText("Choose what is drawn").click();
  await legend.getByRole("checkbox", { name: "Trade" }).uncheck();
  await expect(page).toHaveURL(/hide=trade/);
  await hover(/^3,333 actors/);
  await legend.getByRole("button", { name: "Draw all" }).click();
  await hover(/^5,000 actors/);

  // The reach, dragged from one end to the other by the mouse.
  await page.getByRole("button", { name: "Change rule" }).click();
  const slider = page.getByRole("slider", { name: /Reach/ });
  const track = await slider.boundingBox();
  if (track === null) throw new Error("the slider has no place");
  await page.mouse.move(track.x + 3, track.y + track.height / 2);
  await page.mouse.down();
  await page.mouse.move(track.x + track.width - 3, track.y + track.height / 2, { steps: 20 });
  await page.mouse.move(track.x + track.width / 2, track.y + track.height / 2, { steps: 10 });
  await page.mouse.up();
  await settled(page);
  await expect(page).toHaveURL(/[?&]reach=\d{5,}/);
  await page.getByRole("button", { name: "Done" }).click();

  // Out to the whole continent and about, where cells stand for thousands.
  await zoom(page, "-", /map=[45](\.\d+)?\//);
  const before = new URL(page.url()).searchParams.get("map");
  for (let drag = 0; drag < 3; drag++) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + 160, y - 60, { steps: 8 });
    await page.mouse.up();
  }
  await expect.poll(() => new URL(page.url()).searchParams.get("map")).not.toBe(before);
  const all = await siteRows(page).count();
  await chooseFilter(page, "Country", [/Croatia/]);
  await expect.poll(() => siteRows(page).count()).toBeLessThan(all);
});

/** Around 60 towns, in every status. */
function siteRowsOf(count: number): string {
  const statuses = ["unused", "planned", "interim", "partial", "reused", "in_operation", "lost", "unknown"];
  const rows = ["id,name,lon,lat,reuse_status,country"];
  for (let index = 0; index < count; index++) {
    const town = index % 60;
    const lon = 5 + (town % 10) * 1.5 + ((index * 7919) % 997) / 2500;
    const lat = 44 + Math.floor(town / 10) * 1.2 + ((index * 104_729) % 997) / 2500;
    const country = ["DE", "PL", "CZ"][index % 3]!;
    rows.push(
      `s-${String(index)},Mill ${String(index)},${lon.toFixed(5)},${lat.toFixed(5)},${statuses[index % 8]!},${country}`,
    );
  }
  return rows.join("\n");
}

test("30,000 sites are drawn, listed, searched, sorted and filtered, and all of it agrees", async ({ page }) => {
  test.setTimeout(600_000);
  // Where the first of them stands.
  await openAtlas(page, "?v=1&map=14/44/5");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  const map = page.locator("#map");
  const exportButton = page.getByRole("button", { name: /^Export [\d,]+ sites$/ });
  const bundled = {
    drawn: Number(await map.getAttribute("data-drawn-sites")),
    listed: Number(/\d+/.exec((await exportButton.textContent()) ?? "")?.[0]),
  };
  await chooseFile(page, { name: "many-sites.csv", content: siteRowsOf(30_000) });
  await atColumns(page);
  await chooseKind(page, /Heritage sites/);
  expect(await readAllRows(page)).toContain("30,000");
  await loadRows(page);
  await page.getByRole("button", { name: "Sites", exact: true }).click();
  await expect(map).toHaveAttribute("data-drawn-sites", String(bundled.drawn + 30_000));

  // From close by each has its symbol, which opens its sheet; from afar its dot is told.
  const { x, y, hover } = await middleOfMap(page);
  await hover(/^Mill 0/);
  await zoom(page, "-", /map=[78](\.\d+)?\//);
  await hover(/^Mill \d/);
  await zoom(page, "+", /map=1[3-5](\.\d+)?\//);
  await hover(/^Mill 0/);
  await page.mouse.click(x, y);
  await expect(page.getByRole("article").getByRole("heading", { name: "Mill 0", exact: true })).toBeVisible();

  const numbers = [...new Array(30_000).keys()];
  const found = numbers.filter((index) => String(index).includes("29"));
  const unused = found.filter((index) => index % 8 === 0);
  const agree = async (count: number, drawn = count) => {
    await settled(page);
    await expect(map).toHaveAttribute("data-drawn-sites", String(drawn));
    const listed = count.toLocaleString("en-GB");
    const words = page.getByRole("paragraph").filter({ hasText: new RegExp(`^${listed} sites`) });
    await expect(words.first()).toBeVisible();
    await expect(exportButton).toContainText(listed);
  };
  await page.getByRole("combobox", { name: /^Search/ }).fill("mill 29");
  await agree(found.length);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption("name");
  await page.getByRole("button", { name: /^Ascending/ }).click();
  await settled(page);
  await siteRows(page).first().focus();
  await page.keyboard.press("Home");
  await expect(page.locator(":focus")).toContainText("Mill 29999");
  await page.keyboard.press("End");
  await expect(page.locator(":focus")).toContainText(/^Mill 29(?!\d)/);
  await chooseFilter(page, "Status", [/^Unused/]);
  await agree(unused.length);
  await page.getByRole("button", { name: /^Clear all filters/ }).click();
  await agree(bundled.listed + 30_000, bundled.drawn + 30_000);
});
