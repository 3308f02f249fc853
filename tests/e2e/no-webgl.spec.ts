import { expect, expectAgreement, openAtlas, siteRows, test } from "./atlas-test.ts";

test.use({
  launchOptions: async ({ launchOptions }, use) =>
    use({ ...launchOptions, args: ["--no-sandbox", "--disable-3d-apis"] }),
});

test("without WebGL the list, the sheet and the export are whole", async ({ page }) => {
  await openAtlas(page, "?v=1&country=HR");
  await expect(page.locator("html")).toHaveAttribute("data-map", "none");
  await expect(page.getByText(/WebGL/).first()).toBeVisible();
  await siteRows(page).filter({ hasText: "Dam keeper's house" }).click();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toHaveText(/Dam keeper's house/);
  await expectAgreement(page);
});
