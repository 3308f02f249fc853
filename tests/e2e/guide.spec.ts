import type { Locator, Page } from "@playwright/test";
import { chooseFilter, expect, openAtlas, settled, test } from "./atlas-test.ts";
import { LANGUAGES } from "../../src/domain/language.ts";
import { findBarriers } from "./page-checks.ts";

test.use({ known: false });

const guide = (page: Page) => page.getByRole("dialog").filter({ hasText: /\d of 3/ });
const press = (page: Page, name: string) => guide(page).getByRole("button", { name }).click();
const opener = (page: Page) => page.getByRole("button", { name: "Guide", exact: true });

/** The steps, and what each speaks of. */
const STEPS = [
  { title: "What you see", things: [".list-rows > :first-child"] },
  { title: "What the verdict rests on", things: [".rule"] },
  { title: "Take it with you", things: [".filter-bar", ".shell-export"] },
] as const;

/** What axe finds; of targets only those on the card, as it finds small what lies partly under that. */
async function findOwnBarriers(page: Page): Promise<readonly string[]> {
  const found = await findBarriers(page);
  return found.filter((barrier) => !barrier.startsWith("target-size:") || barrier.includes("guide"));
}

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error(`${String(locator)} is not in sight`);
  return box;
}

/** A ring is around each thing, and the card covers none of it. */
async function expectBeside(page: Page, things: readonly string[]): Promise<void> {
  await expect(page.locator(".guide-ring")).toHaveCount(things.length);
  for (const [index, thing] of things.entries()) {
    await expect(async () => {
      const [card, ring, box] = await Promise.all([
        boxOf(guide(page)),
        boxOf(page.locator(".guide-ring").nth(index)),
        boxOf(page.locator(thing)),
      ]);
      const isAround =
        ring.y <= box.y + 1 &&
        ring.y + ring.height >= Math.min(box.y + box.height, page.viewportSize()!.height) - 1 &&
        ring.x <= Math.max(0, box.x) + 1;
      const isCovered =
        card.x < ring.x + ring.width &&
        ring.x < card.x + card.width &&
        card.y < ring.y + ring.height &&
        ring.y < card.y + card.height;
      expect({ thing, isAround, isCovered }).toEqual({ thing, isAround: true, isCovered: false });
    }).toPass({ timeout: 10_000 });
  }
}

async function expectThreeSteps(page: Page): Promise<void> {
  for (const [index, { title, things }] of STEPS.entries()) {
    await expect(guide(page)).toHaveAccessibleName(title);
    await expect(guide(page)).toContainText(`${String(index + 1)} of 3`);
    await expectBeside(page, things);
    if (index < STEPS.length - 1) await press(page, "Next");
  }
}

test("the first visit has a guide of three steps, once; it takes no focus and holds nothing up @firefox", async ({
  page,
}) => {
  await openAtlas(page);
  await expect(guide(page)).toBeVisible();
  await expect(page.locator("body")).toBeFocused();
  await expect(page.getByRole("status").filter({ hasText: /^1 of 3\. What you see/ })).toHaveCount(1);
  await expectThreeSteps(page);
  await press(page, "Back");
  await expect(guide(page)).toHaveAccessibleName("What the verdict rests on");

  await chooseFilter(page, "Country", [/^Slovenia/]);
  await expect(page.getByRole("button", { name: /^Clear/ }).first()).toBeVisible();
  await expect(guide(page)).toBeVisible();
  await press(page, "Close the guide");
  await expect(guide(page)).toHaveCount(0);
  await expect(page.locator(".guide-ring")).toHaveCount(0);

  await page.goto("./");
  await settled(page);
  await expect(page.getByText("The page goes on where you left it.")).toBeVisible();
  await expect(guide(page)).toHaveCount(0);
});

test("its ring follows what moves without a word", async ({ page }) => {
  await openAtlas(page);
  await expectBeside(page, STEPS[0].things);
  // What the card does would have it measured, too.
  await guide(page).evaluate((card) => Promise.all(card.getAnimations().map(({ finished }) => finished)));
  const ring = page.locator(".guide-ring");
  const before = (await boxOf(ring)).y;
  // As a notice or a further row of controls above the list would.
  await page.locator(".list-rows").evaluate((rows) => {
    const notice = document.createElement("p");
    notice.append("A notice");
    rows.before(notice);
  });
  await expect.poll(async () => (await boxOf(ring)).y).toBeGreaterThan(before + 10);
  await expectBeside(page, STEPS[0].things);
});

test("it is not opened a second time, though it was not put away", async ({ page }) => {
  await openAtlas(page);
  await expect(guide(page)).toBeVisible();
  // No more is left of the visit than what the page keeps for good.
  await page.evaluate(async () => {
    for (const { name = "" } of await indexedDB.databases()) indexedDB.deleteDatabase(name);
  });
  const next = await page.context().newPage();
  await openAtlas(next);
  await expect(next.locator("html")).toHaveAttribute("data-map", /./);
  await expect(opener(next)).toBeVisible();
  await expect(guide(next)).toHaveCount(0);
});

test("the keyboard comes to it first, goes through it and puts it away @firefox", async ({ page }) => {
  await openAtlas(page);
  await expect(guide(page)).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(guide(page).getByRole("button", { name: "Close the guide" })).toBeFocused();
  const next = guide(page).getByRole("button", { name: "Next" });
  for (let stops = 0; stops < 3 && !(await next.evaluate((button) => button.matches(":focus"))); stops++)
    await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(guide(page)).toHaveAccessibleName("Take it with you");
  await expect(guide(page).getByRole("button", { name: "Done" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(guide(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(guide(page)).toBeFocused();
  await expect(guide(page)).toContainText("1 of 3");
  await page.keyboard.press("Escape");
  await expect(guide(page)).toHaveCount(0);
  await expect(opener(page)).toBeFocused();
});

test("Escape puts it away from anywhere, but first what is open above it", async ({ page }) => {
  await openAtlas(page);
  await expect(guide(page)).toBeVisible();
  await page.getByRole("button", { name: "Country" }).click();
  await expect(page.locator("[popover]:popover-open")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator("[popover]:popover-open")).toHaveCount(0);
  await expect(guide(page)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(guide(page)).toHaveCount(0);
});

test("a link goes straight to what it states, and the guide is found from there @firefox", async ({ page }) => {
  await openAtlas(page, "?v=1&room=method");
  await expect(page.getByRole("heading", { name: "How the numbers are made" })).toBeVisible();
  await expect(guide(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Open the guide in three steps" }).click();
  await expect(guide(page)).toBeFocused();
  await expect(page.locator(".shell")).toHaveAttribute("data-room", "sites");
  await expectThreeSteps(page);
  await page.getByRole("button", { name: "Benchmark" }).click();
  await expect(guide(page)).toHaveCount(0);
});

test("where the browser keeps nothing it does not open by itself", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, "localStorage", {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await openAtlas(page);
  await expect(page.locator("html")).toHaveAttribute("data-map", /./);
  await opener(page).click();
  await expect(guide(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(guide(page)).toHaveCount(0);
});

test("no barrier in any language, light and dark", async ({ page }) => {
  await openAtlas(page);
  await expect(guide(page)).toBeVisible();
  // Few rows are soon looked through.
  await page.getByRole("combobox", { name: /^Search/ }).fill("shaft");
  for (const theme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    for (const language of LANGUAGES) {
      await page.locator("header select").selectOption(language);
      await expect(page.locator("html")).toHaveAttribute("lang", language);
      await settled(page);
      await expect(page.locator(".guide")).toBeVisible();
      expect(await findOwnBarriers(page), `${language}, ${theme}`).toEqual([]);
    }
  }
});

for (const [width, height] of [
  [390, 844],
  [320, 640],
] as const) {
  test.describe(`on a phone of ${String(width)} px`, () => {
    test.use({ viewport: { width, height }, hasTouch: true, locale: width === 320 ? "hu-HU" : "en-GB" });
    test(`it stands inside the window and covers nothing that it speaks of (${String(width)} px) @firefox`, async ({
      page,
    }) => {
      await page.goto("./");
      const card = page.locator(".guide");
      await expect(card).toBeVisible();
      for (const { things } of STEPS) {
        await expect(page.locator(".guide-ring")).toHaveCount(things.length);
        await expect(async () => {
          const box = await boxOf(card);
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width);
          expect(box.y + box.height).toBeLessThanOrEqual(height);
          for (const ring of await page.locator(".guide-ring").all()) {
            const { x, y, width: across, height: down } = await boxOf(ring);
            const shared =
              Math.max(0, Math.min(box.x + box.width, x + across) - Math.max(box.x, x)) *
              Math.max(0, Math.min(box.y + box.height, y + down) - Math.max(box.y, y));
            expect(shared).toBe(0);
          }
        }).toPass({ timeout: 10_000 });
        expect(await findOwnBarriers(page)).toEqual([]);
        await card.getByRole("button").last().click();
      }
      await expect(card).toHaveCount(0);
    });
  });
}
