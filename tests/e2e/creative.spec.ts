import { expect, expectAgreement, openAtlas, settled, test } from "./atlas-test.ts";

test("a creative searches a town and finds the nearest actors", { tag: "@firefox" }, async ({ page }) => {
  await openAtlas(page);
  const search = page.getByRole("combobox", { name: /^Search/ });
  await search.fill("komlo");
  const option = page.getByRole("option", { name: /^Komló/ }).first();
  await option.click();
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Komló");
  await settled(page);
  await sheet.getByRole("button", { name: /^Creative/ }).click();
  const neighbours = sheet.getByRole("region", { name: /^Your neighbours/ }).getByRole("listitem");
  await expect(neighbours.first()).toContainText(/Komló/);
  await expect(neighbours.first().getByRole("link", { name: /source/ })).toHaveAttribute("rel", /noopener/);
  const file = await expectAgreement(page);
  expect(file.metadata["selected"]).toMatchObject({ kind: "place" });

  await sheet
    .getByRole("region", { name: /heritage sites/i })
    .getByRole("button")
    .first()
    .click();
  await expect(sheet.getByRole("heading", { level: 2 })).not.toHaveText("Komló");
  await expectAgreement(page);
  await page.goBack();
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Komló");
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
    await expect(page.getByRole("option", { name: /^Piran/ }).first()).toBeVisible();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const sheet = page.getByRole("article");
    await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Piran");
    await page.keyboard.press("Escape");
    await expect(sheet).toHaveCount(0);
  },
);
