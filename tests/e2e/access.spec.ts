import { expect, openAtlas, test } from "./atlas-test.ts";
import { findBarriers, findSmallTargets } from "./page-checks.ts";
import { findBarriersInOtherLanguages, openShort, openState } from "./open-state.ts";
import { STATES } from "./states.ts";

/** Both themes are looked at in one page: the second follows the system while the state stands. */
const THEMES = ["light", "dark"] as const;

for (const state of STATES) {
  test(
    `no barrier and no small target: ${state.name}`,
    { tag: state.main === true ? "@firefox" : [] },
    async ({ page, allowed }) => {
      // An answer of 500 is the browser's own word on the console.
      if (state.withoutSites === true) allowed.messages.push(/status of 500/);
      await page.emulateMedia({ colorScheme: "light" });
      await openState(page, state);
      for (const theme of THEMES) {
        await page.emulateMedia({ colorScheme: theme });
        await expect(page.locator("html")).toHaveAttribute("data-theme", theme);
        expect(await findBarriers(page), theme).toEqual([]);
      }
      expect(await findSmallTargets(page), "smaller than 24 by 24, and too near to others").toEqual([]);
      // The others in every language: no-webgl.spec.ts.
      if (state.onMap === true) expect(await findBarriersInOtherLanguages(page)).toEqual([]);
    },
  );
}

test("no barrier and no small target: sheet, short of actors", async ({ page, allowed }) => {
  const close = await openShort(page, (origin) => allowed.origins.push(origin));
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme });
    expect(await findBarriers(page), theme).toEqual([]);
  }
  expect(await findBarriersInOtherLanguages(page)).toEqual([]);
  await close();
});

test.describe("on a phone", () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true });
  for (const state of STATES.filter(({ main }) => main === true)) {
    test(`no barrier and no small target on a phone: ${state.name}`, async ({ page }) => {
      await openState(page, state);
      expect(await findBarriers(page)).toEqual([]);
      expect(await findSmallTargets(page)).toEqual([]);
    });
  }
});

test("closing the export's dialog gives the focus back", async ({ page }) => {
  await openAtlas(page, "?v=1&country=SI");
  const button = page.getByRole("button", { name: /^Export \d+ sites$/ });
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog").getByText(/^refresh-atlas/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});
