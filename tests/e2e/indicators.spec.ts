import { INDICATORS } from "../../src/domain/indicator/registry.ts";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

test("every indicator orders the list, stands in the sheet and is explained in the Method room", async ({ page }) => {
  await openAtlas(page);
  await settled(page);
  const order = page.getByRole("combobox", { name: "Sort by" });
  for (const { id } of INDICATORS.filter((indicator) => indicator.id !== "sufficient_reach")) {
    await expect(order.locator(`option[value="${id}"]`)).toHaveCount(1);
  }
  await order.selectOption("e2sfca_creative");
  await expect(page).toHaveURL(/sort=-e2sfca_creative/);
  const number = /Creative share after competition: (?:at least )?([\d.,]+)/;
  await expect(siteRows(page).first()).toHaveText(number);
  const texts = await siteRows(page).allTextContents();
  const values = texts.map((text) => number.exec(text)?.[1] ?? null);
  const numbers = values.filter((value) => value !== null).map((value) => Number(value.replace(",", "")));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(values.slice(numbers.length).every((value) => value === null)).toBe(true);

  await siteRows(page).first().click();
  await settled(page);
  const sheet = page.getByRole("article");
  const ofSheet = sheet.locator("summary").filter({ hasText: "Creative share after competition" });
  await expect(ofSheet).toContainText(values[0] ?? "none");
  await ofSheet.click();
  await expect(sheet.getByText(/enhanced two-step floating catchment/).first()).toBeVisible();

  await page
    .getByRole("button", { name: "Method" })
    .or(page.getByRole("tab", { name: "Method" }))
    .or(page.getByRole("link", { name: "Method" }))
    .first()
    .click();
  const table = page.getByRole("table", { name: /^Indicators, what they are/ });
  await expect(table.getByRole("rowheader")).toHaveCount(INDICATORS.length);
});
