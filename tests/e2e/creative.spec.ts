import { expect, openAtlas, test } from "./atlas-test.ts";
import { walkAsCreative } from "./walks.ts";

test("a creative searches a town and finds the nearest actors", { tag: "@firefox" }, async ({ page }) => {
  await walkAsCreative(page);
});

test(
  "by keyboard alone: search a town, choose it, read its neighbours, come back to the list",
  { tag: "@firefox" },
  async ({ page }) => {
    await openAtlas(page);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: /Skip to the list/ })).toBeFocused();
    const search = page.getByRole("combobox", { name: /^Search/ });
    await search.focus();
    await page.keyboard.type("piran");
    await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAccessibleName(/^Piran/);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("article");
    await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Piran");
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
  },
);
