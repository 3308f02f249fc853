import type { BrowserContext, Page } from "@playwright/test";
import {
  chooseFilter,
  dropFile,
  expect,
  expectAgreement,
  openAtlas,
  saveGeojson,
  settled,
  siteRows,
} from "./atlas-test.ts";

/** What the three users of the page do from its opening to what they leave with. */

/** Finds the unused sites of a country, opens one, sees the verdict follow the reach. */
export async function walkAsMunicipality(page: Page): Promise<void> {
  await openAtlas(page);
  await expect(siteRows(page)).toHaveCount(196);
  await chooseFilter(page, "Country", [/^Hungary/]);
  await chooseFilter(page, "Status", [/^Unused/]);
  const file = await expectAgreement(page);
  for (const { properties } of file.features) {
    expect([properties["country"], properties["reuse_status"]]).toEqual(["HU", "unused"]);
  }

  await siteRows(page).filter({ hasText: "Zobák shaft" }).click();
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText(/Zobák shaft/);
  await settled(page);
  const before = await sheet
    .getByText(/^(Not known|Short\b|Enough)/)
    .first()
    .textContent();
  await expectAgreement(page);

  await page.getByRole("button", { name: "Change rule" }).click();
  const reach = page.getByRole("spinbutton", { name: /^Reach/ }).or(page.getByRole("textbox", { name: /^Reach/ }));
  await reach.fill("30");
  await reach.press("Enter");
  await settled(page);
  await expect(sheet.getByText(/within 30 km/).first()).toBeVisible();
  const after = await sheet
    .getByText(/^(Not known|Short\b|Enough)/)
    .first()
    .textContent();
  expect(after).not.toBe(before);
  expect(after).toMatch(/^Enough together/);
  const later = await expectAgreement(page);
  expect(later.metadata["rule"]).toMatchObject({ reach_m: 30_000 });

  await page.getByRole("button", { name: /reset/i }).click();
  await settled(page);
  await expect(sheet.getByText(before ?? "").first()).toBeVisible();
}

/** Searches a town, reads who is near it, goes to a site nearby and back. */
export async function walkAsCreative(page: Page): Promise<void> {
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
}

/** Filters, sorts, exports, and opens the file again in another window, which shows the same. */
export async function walkAsPlanner(page: Page, context: BrowserContext): Promise<void> {
  await openAtlas(page);
  await chooseFilter(page, "Country", [/^Croatia/, /^Slovenia/]);
  await chooseFilter(page, "Status", [/^Unused/, /^Planned/]);
  await page.getByRole("combobox", { name: "Sort by" }).selectOption({ label: "Actors in reach" });
  const file = await expectAgreement(page);
  expect(file.metadata["filters_in_words"] ?? file.metadata["filters_words"]).toContain("Croatia");

  const other = await context.newPage();
  await openAtlas(other);
  await dropFile(other, file.name, file.text);
  await expect(siteRows(other)).toHaveCount(file.features.length);
  const again = await saveGeojson(other);
  expect(again.features).toEqual(file.features);
  expect(again.metadata["rule"]).toEqual(file.metadata["rule"]);
  expect(again.metadata["filters"]).toEqual(file.metadata["filters"]);
  await other.close();
}
