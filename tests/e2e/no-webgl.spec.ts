import { expect, expectAgreement, openAtlas, siteRows, test } from "./atlas-test.ts";

test("without WebGL the list, the sheet and the export are whole", async ({ page }) => {
  await page.addInitScript(() => {
    const getContext = HTMLCanvasElement.prototype.getContext as (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) => unknown;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, kind: string, ...rest: unknown[]) {
      return kind.startsWith("webgl") ? null : getContext.call(this, kind, ...rest);
    } as typeof HTMLCanvasElement.prototype.getContext;
  });
  await openAtlas(page, "?v=1&country=HR");
  await expect(page.locator("html")).toHaveAttribute("data-map", "none");
  await expect(page.getByText(/WebGL/).first()).toBeVisible();
  await siteRows(page).filter({ hasText: "Dam keeper's house" }).click();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toHaveText(/Dam keeper's house/);
  await expectAgreement(page);
});
