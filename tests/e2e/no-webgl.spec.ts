import { findBarriers, findSmallTargets } from "./page-checks.ts";
import { findBarriersInOtherLanguages, openState } from "./open-state.ts";
import { STATES } from "./states.ts";
import { expect, expectAgreement, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

test.use({
  launchOptions: async ({ launchOptions, browserName }, use) =>
    use(
      browserName === "firefox"
        ? { ...launchOptions, firefoxUserPrefs: { ...launchOptions.firefoxUserPrefs, "webgl.disabled": true } }
        : { ...launchOptions, args: ["--no-sandbox", "--disable-3d-apis"] },
    ),
});

test("without WebGL the list, the sheet and the export are whole", { tag: "@firefox" }, async ({ page }) => {
  await openAtlas(page, "?v=1&country=HR");
  await expect(page.locator("html")).toHaveAttribute("data-map", "none");
  await expect(page.getByText(/WebGL/).first()).toBeVisible();
  await siteRows(page).filter({ hasText: "Dam keeper's house" }).click();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toHaveText(/Dam keeper's house/);
  await expectAgreement(page);
});

test("without WebGL every room has its own place beside the list", async ({ page }) => {
  for (const room of ["benchmark", "options", "spaces", "programme", "data", "method"]) {
    await openAtlas(page, `?v=1&room=${room}&site=si-izola-shipyard`);
    await expect(page.locator("html")).toHaveAttribute("data-map", "none");
    const title = page.getByRole("main").getByRole("heading", { level: 2 }).first();
    await expect(title).toBeVisible();
    const isOnTop = await title.evaluate((heading) => {
      const { left, top, width, height } = heading.getBoundingClientRect();
      const hit = document.elementFromPoint(left + Math.min(width, 60) / 2, top + height / 2);
      return hit !== null && (heading.contains(hit) || hit.contains(heading));
    });
    expect(isOnTop, room).toBe(true);
  }
});

const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];

// What is seen on the map is looked at with one (access.spec.ts); the rest is the same without, and sooner there.
for (const state of STATES.filter(({ onMap }) => onMap !== true)) {
  test(`without WebGL no barrier in any language: ${state.name}`, async ({ page, allowed }) => {
    if (state.withoutSites === true) allowed.messages.push(/status of 500/);
    await openState(page, state);
    await expect(page.locator("html")).toHaveAttribute("data-map", "none");
    expect(await findBarriers(page)).toEqual([]);
    expect(await findBarriersInOtherLanguages(page)).toEqual([]);
    if (state.main !== true) return;
    for (const phone of PHONES) {
      await page.setViewportSize(phone);
      await settled(page);
      const size = `${String(phone.width)} px`;
      expect(await findBarriers(page), size).toEqual([]);
      expect(await findSmallTargets(page), size).toEqual([]);
      const root = page.locator("html");
      expect(await root.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth), size).toBe(0);
    }
  });
}
