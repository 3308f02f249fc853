import { expect, test } from "@playwright/test";
import { siteRows } from "./atlas-test.ts";

test("tables that do not arrive are said so, and a second try loads them", async ({ page }) => {
  await page.route("**/generated/dataset.json", (route) => route.abort());
  await page.goto("./");
  const alert = page.getByRole("alert").filter({ hasText: "could not be loaded" });
  await expect(alert).toContainText("connection failed");
  await page.unroute("**/generated/dataset.json");
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(siteRows(page)).toHaveCount(196);
});
