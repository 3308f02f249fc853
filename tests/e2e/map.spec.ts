import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

test.skip(({ browserName, headless }) => browserName === "firefox" && headless, "no WebGL in Firefox without a screen");

test("a click on a site's symbol opens its sheet and marks its row", { tag: "@firefox" }, async ({ page }) => {
  await openAtlas(page, "?v=1&country=IT&map=12/46.25708/12.04409");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  const map = page.locator("#map");
  await expect(map).toHaveAttribute("data-drawn-sites", "40");
  const box = await map.boundingBox();
  if (box === null) throw new Error("the map has no place");
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(page.getByRole("article")).toBeVisible({ timeout: 1000 });
  }).toPass();
  await settled(page);
  const title = await page.getByRole("article").getByRole("heading", { level: 2 }).textContent();
  await expect(siteRows(page).and(page.locator("[aria-current=true]"))).toContainText(title ?? "");
});

test("the map moves by keyboard and its link follows", { tag: "@firefox" }, async ({ page }) => {
  await openAtlas(page, "?v=1&map=8/45.4/14.7");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await page.getByRole("region", { name: /^Map of sites/ }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).not.toHaveURL(/map=8\/45\.4\/14\.7/);
  await page.keyboard.press("+");
  await expect(page).toHaveURL(/map=9\//);
});

test("one button brings all selected sites into view", async ({ page }) => {
  await openAtlas(page, "?v=1&country=HR&map=6/52/10");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await page.getByRole("button", { name: "Show these sites on the map" }).click();
  await expect(page).toHaveURL(/map=\d+(\.\d+)?\/4[3-6]\./);
});

test("hovering a symbol on the map brings its row into sight", async ({ page }) => {
  await openAtlas(page, "?v=1&country=IT&map=12/46.25708/12.04409");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await expect(page.locator("#map")).toHaveAttribute("data-drawn-sites", "40");
  const box = await page.locator("#map").boundingBox();
  if (box === null) throw new Error("the map has no place");
  const row = siteRows(page).filter({ hasText: "Valle Imperina" });
  await expect(row).not.toBeInViewport();
  await expect(async () => {
    await page.mouse.move(box.x + 40, box.y + 200);
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    await expect(row).toBeInViewport({ timeout: 1500 });
  }).toPass();
});
