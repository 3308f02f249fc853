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
  const values = await siteRows(page).evaluateAll((rows) =>
    rows.map((row) => /Creative share after competition: ([\d.,]+)/.exec(row.textContent)?.[1] ?? null),
  );
  const numbers = values.filter((value) => value !== null).map((value) => Number(value.replace(",", "")));
  expect(numbers.length).toBeGreaterThan(20);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
  expect(values.slice(numbers.length).every((value) => value === null)).toBe(true);

  await siteRows(page).first().click();
  await settled(page);
  const sheet = page.getByRole("article");
  const number = sheet.locator("summary").filter({ hasText: "Creative share after competition" });
  await expect(number).toContainText(values[0] ?? "none");
  await number.click();
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
