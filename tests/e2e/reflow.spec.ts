import type { Page } from "@playwright/test";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { openState } from "./open-state.ts";
import { STATES } from "./states.ts";

/** Text spacing that a user may set (WCAG 1.4.12). */
const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-bottom: 2em !important; }`;

/** By how much the page is wider than the window, and what reaches out of it where nothing scrolls. */
function findSideways(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > width)
      found.push(`the page: ${String(document.documentElement.scrollWidth)}`);
    const top = document.querySelector("dialog:modal") ?? document.getElementById("ui");
    for (const element of top?.querySelectorAll<HTMLElement>("*") ?? []) {
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      if (
        box.width <= 1 ||
        (box.right <= width + 1 && box.left >= -1) ||
        element.closest(".visually-hidden, svg *") !== null
      )
        continue;
      let around = element.parentElement;
      while (around !== null && !["auto", "scroll"].includes(getComputedStyle(around).overflowX))
        around = around.parentElement;
      if (around === null)
        found.push(
          `${element.tagName.toLowerCase()}.${element.className} from ${String(Math.round(box.left))} to ${String(Math.round(box.right))}`,
        );
    }
    return found.slice(0, 8);
  });
}

/** Words of which a part is cut off: in a box of fixed height, or behind an edge, without a way to scroll. */
function findClipped(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const top = document.querySelector("dialog:modal") ?? document.getElementById("ui");
    return [
      ...(top?.querySelectorAll<HTMLElement>(
        "p, h1, h2, h3, h4, li, dt, dd, td, th, button, label, a, summary, legend",
      ) ?? []),
    ]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          element.closest(".visually-hidden, .shell-name") === null &&
          ["hidden", "clip"].includes(getComputedStyle(element).overflowY) &&
          element.getBoundingClientRect().width > 1 &&
          (element.scrollHeight > element.clientHeight + 2 ||
            (element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).textOverflow !== "ellipsis")),
      )
      .map((element) => `${element.tagName.toLowerCase()}.${element.className} “${element.textContent.slice(0, 40)}”`);
  });
}

const MAIN = STATES.filter(({ main }) => main === true);

test.describe("320 px wide", () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test("a control of the map that the keyboard comes to is not behind the panel", async ({ page }) => {
    await openAtlas(page);
    const panels = page.locator(".shell-panels");
    const closer = page.getByRole("button", { name: "Zoom in" });
    await closer.focus();
    await expect(panels).toHaveAttribute("data-height", "half");
    await page.locator(".shell-handle").press("ArrowUp");
    await expect(panels).toHaveAttribute("data-height", "full");
    await closer.focus();
    await expect(panels).toHaveAttribute("data-height", "peek");
    await expect(closer).toBeFocused();
    await closer.click({ trial: true });
  });

  for (const state of MAIN) {
    test(`nothing runs out of 320 px: ${state.name}`, async ({ page }) => {
      await openState(page, state);
      expect(await findSideways(page)).toEqual([]);
      await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      }, SPACING);
      expect(await findSideways(page), "with text spacing").toEqual([]);
      expect(await findClipped(page), "with text spacing").toEqual([]);
    });
  }
});

/** A window of 1280 by 1024 at a zoom of 400 %. */
test.describe("zoom of 400 %", () => {
  test.use({ viewport: { width: 320, height: 256 }, deviceScaleFactor: 4 });
  for (const state of MAIN) {
    test(`nothing runs out at 400 %: ${state.name}`, async ({ page }) => {
      await openState(page, state);
      expect(await findSideways(page)).toEqual([]);
    });
  }

  test("list, sheet and rule can be read and used at 400 %", async ({ page }) => {
    await openAtlas(page, "?v=1&country=HR");
    const row = siteRows(page).first();
    await row.scrollIntoViewIfNeeded();
    await expect(row).toBeInViewport({ ratio: 0.9 });
    await row.click();
    await settled(page);
    const verdict = page.getByTestId("verdict");
    await verdict.locator("p").first().scrollIntoViewIfNeeded();
    await expect(verdict.locator("p").first()).toBeInViewport({ ratio: 0.9 });
    await page.getByRole("button", { name: "Close the sheet" }).click();
    await page.getByRole("button", { name: "Change rule" }).click();
    const reach = page.getByRole("slider", { name: /Reach/ });
    await reach.scrollIntoViewIfNeeded();
    await expect(reach).toBeInViewport();
    await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Method" }).click();
    await expect(
      page.getByRole("heading", { name: "How the numbers are made" }).or(page.locator(".method-title")),
    ).toBeInViewport();
  });
});

test("a phone shows map, list and sheet without sideways scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAtlas(page);
  expect(await findSideways(page)).toEqual([]);
  await siteRows(page).first().click();
  await expect(page.getByRole("article")).toBeVisible();
  expect(await findSideways(page)).toEqual([]);
});
