import type { Locator } from "@playwright/test";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

/** Whether two places of the page, with what is around them, look different. */
async function differ(a: Locator, b: Locator, property: readonly string[]): Promise<boolean> {
  const styles = await Promise.all(
    [a, b].map((each) =>
      each.evaluate(
        (element, names) => names.map((name) => getComputedStyle(element).getPropertyValue(name)).join("|"),
        property,
      ),
    ),
  );
  return styles[0] !== styles[1];
}

test("with forced colours the room, the row, the toggle, and bars and cells are told apart", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await openAtlas(page, "?v=1&site=si-izola-shipyard&reach=12000&shortlist=si-izola-shipyard");
  const tab = (name: string) => page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name });
  expect(await differ(tab("Sites"), tab("Data"), ["border-bottom-color"])).toBe(true);
  const item = page.locator(".list-item").filter({ has: page.locator("[aria-current=true]") });
  await expect(item).toHaveCSS("outline-style", "solid");
  const stars = page.getByRole("button", { name: /^Shortlist / });
  const on = stars.and(page.locator("[aria-pressed=true]")).first();
  const off = stars.and(page.locator("[aria-pressed=false]")).first();
  expect(await differ(on, off, ["outline-style"])).toBe(true);
  const ground = await page.locator(".sheet").evaluate((element) => getComputedStyle(element).backgroundColor);
  for (const bar of await page.locator(".sheet-bar-listed").all()) {
    const color = await bar.evaluate((element) => getComputedStyle(element).backgroundColor);
    expect(color).not.toBe(ground);
  }
  const cells = page.locator(".sheet-firmness td");
  const enough = cells.and(page.locator('[data-verdict="together"]')).first();
  const other = cells.and(page.locator('[data-verdict="unknown"]')).first();
  if ((await other.count()) > 0) expect(await differ(enough, other, ["background-color"])).toBe(true);
  await siteRows(page).first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.locator(".list-row:focus")).toHaveCSS("outline-style", "solid");
});

test("with less motion nothing moves, and the map jumps", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openAtlas(page, "?v=1&map=5/46/15");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await siteRows(page).first().click();
  await settled(page);
  await page.getByRole("button", { name: "Change rule" }).click();
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Benchmark" }).click();
  const moving = await page.evaluate(
    () =>
      [...document.querySelectorAll("*")].filter((element) => {
        const { transitionDuration, animationDuration, animationName } = getComputedStyle(element);
        const lasts = (durations: string) => durations.split(",").some((each) => Number.parseFloat(each) > 0.01);
        return lasts(transitionDuration) || (animationName !== "none" && lasts(animationDuration));
      }).length,
  );
  expect(moving).toBe(0);
});

for (const theme of ["light", "dark"] as const) {
  test(`with more contrast, ${theme}, muted words reach 7 to 1 and lines 3 to 1`, async ({ page }) => {
    await page.emulateMedia({ contrast: "more", colorScheme: theme });
    await openAtlas(page);
    const [muted, line] = await page.evaluate(() => {
      const style = getComputedStyle(document.documentElement);
      const luminance = (name: string) => {
        const hex = style.getPropertyValue(name).trim().slice(1);
        const [red = 0, green = 0, blue = 0] = [0, 2, 4].map((at) => {
          const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
          return value <= 0.040_45 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
      };
      const ratio = (a: string, b: string) => {
        const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
        return (high + 0.05) / (low + 0.05);
      };
      return [ratio("--muted", "--panel-sunk"), ratio("--line", "--panel")];
    });
    expect(muted).toBeGreaterThanOrEqual(7);
    expect(line).toBeGreaterThanOrEqual(3);
  });
}
