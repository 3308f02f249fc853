import type { Page } from "@playwright/test";
import {
  dropFile,
  expect,
  expectAgreement,
  openAtlas,
  saveFile,
  saveGeojson,
  settled,
  siteRows,
  test,
} from "./atlas-test.ts";

/** The numbers of every site, as the file has them. */
async function numbers(page: Page): Promise<string> {
  const { features } = await saveGeojson(page);
  return JSON.stringify(features);
}

const strip = (page: Page) => page.getByRole("region", { name: "What-if" });
const verdict = (page: Page) => page.getByTestId("verdict");

async function openSheet(page: Page, name: RegExp) {
  await siteRows(page).filter({ hasText: name }).click();
  await expect(page.getByRole("article").getByRole("heading", { name: "What would it take" })).toBeVisible();
  await settled(page);
}

test("the fewest actors are tried at a site: its verdict turns, all is marked, kept, and taken back to the very numbers", async ({
  page,
}) => {
  test.slow();
  await openAtlas(page);
  await openSheet(page, /^Bakar coking plant/);
  const before = await numbers(page);
  const sheet = page.getByRole("article");
  const said = (await verdict(page).textContent()) ?? "";
  await expect(verdict(page)).toHaveAttribute("data-verdict", "unknown");
  const takes = sheet.getByRole("region", { name: "What would it take" });
  await expect(takes.getByRole("listitem").filter({ hasText: /^Together: 12 more actors/ })).toContainText("fewest");
  await expect(takes).toContainText("Alone: 27 more creative actors");
  await takes.getByRole("combobox").first().selectOption({ label: "tried as service" });
  await takes.getByRole("button", { name: "Try it: suppose these 12 here" }).click();
  await settled(page);

  await expect(verdict(page)).toHaveAttribute("data-verdict", "together");
  await expect(page.getByTestId("hypothetical-note")).toContainText(
    "Counts 12 hypothetical actors (12 service). Without: ≥ 23 creative, ≥ 10 trade, ≥ 5 service; verdict “Not known”.",
  );
  await expect(strip(page)).toContainText("12 hypothetical actors");
  await sheet.getByRole("button", { name: /^Service/ }).click();
  await expect(sheet.getByRole("listitem").filter({ hasText: "Hypothetical service actor 1" }).first()).toContainText(
    "hypothetical",
  );
  for (const room of ["Benchmark", "Options", "Data", "Method"]) {
    await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: room }).click();
    await expect(strip(page)).toBeVisible();
  }
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Sites" }).click();

  const file = await expectAgreement(page);
  expect(file.features.map(({ properties }) => properties["hypothetical"])).toEqual(file.features.map(() => false));
  expect(file.metadata["hypothetical"]).toMatchObject([
    { kind: "actors", sector: "service", category: "unknown", count: 12 },
  ]);
  const actors = await saveFile(page, "GeoJSON", "Actors");
  const { features } = JSON.parse(actors.text) as {
    readonly features: readonly { readonly properties: Readonly<Record<string, unknown>> }[];
  };
  expect(features.filter(({ properties }) => properties["hypothetical"] === true)).toHaveLength(12);
  const csv = await saveFile(page, "CSV, exact", "Actors");

  await page.reload();
  await settled(page);
  await expect(strip(page)).toContainText("12 hypothetical actors");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "together");
  await expect(strip(page).getByText("24 hypothetical")).toBeHidden();

  await strip(page).getByRole("button", { name: "Remove all" }).click();
  await expect(strip(page)).toBeHidden();
  await settled(page);
  await expect(verdict(page)).toHaveText(said);
  expect(await numbers(page)).toBe(before);
  await page.keyboard.press("Control+z");
  await expect(strip(page)).toContainText("12 hypothetical actors");
  await settled(page);
  await expect(verdict(page)).toHaveAttribute("data-verdict", "together");
  await page.getByRole("button", { name: /^Redo/ }).first().click();
  await expect(strip(page)).toBeHidden();

  // A file of the page never makes a real actor of a hypothetical one.
  await dropFile(page, "own.csv", csv.text);
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Read all rows" }).click();
  await expect(dialog).toContainText("12 rejected");
  await expect(dialog.getByText("Hypothetical record").first()).toBeVisible();
});

test("a site is supposed by keyboard alone, listed, compared and marked; a link carries it", async ({
  page,
  browser,
}) => {
  await openAtlas(page);
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Data" }).click();
  await page.getByRole("button", { name: "What if…" }).press("Enter");
  const dialog = page.getByRole("dialog", { name: "What-if" });
  await dialog.getByRole("button", { name: "A site" }).press("Space");
  await dialog.getByRole("button", { name: "Add the hypothetical site" }).press("Enter");
  await expect(dialog.getByLabel(/^Name/)).toBeFocused();
  await page.keyboard.type("New mill");
  await dialog.getByLabel("Or the name of a town").pressSequentially("Bakar");
  await expect(dialog.getByRole("button", { name: /^Bakar/ })).toBeVisible();
  await page.keyboard.press("Enter");
  await expect(dialog.getByLabel("Country")).toHaveValue("HR");
  await expect(dialog.getByLabel(/^Latitude/)).toHaveValue(/^45\.3/);
  await dialog.getByLabel(/^Name/).press("Enter");
  await expect(dialog).toBeHidden();

  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("New mill");
  await expect(sheet.locator(".sheet-tags")).toContainText("hypothetical");
  await settled(page);
  await expect(siteRows(page).filter({ hasText: "New mill" })).toContainText("hypothetical");
  const file = await expectAgreement(page);
  const marked = file.features.filter(({ properties }) => properties["hypothetical"] === true);
  expect(marked.map(({ properties }) => properties["name"])).toEqual(["New mill"]);

  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Benchmark" }).click();
  await expect(page.getByRole("region", { name: "Benchmark" })).toContainText(/New mill\s*hypothetical/);

  const other = await (await browser.newContext()).newPage();
  await other.goto(page.url().replace("room=benchmark&", ""));
  await expect(strip(other)).toContainText("one hypothetical site");
  await expect(other.getByRole("article").getByRole("heading", { level: 2 })).toHaveText("New mill");
  await expect(siteRows(other).filter({ hasText: "New mill" })).toContainText("hypothetical");
  await other.reload();
  await expect(strip(other)).toContainText("one hypothetical site");
  await strip(other).getByRole("button", { name: "Remove all" }).click();
  await expect(strip(other)).toBeHidden();
  await expect(siteRows(other).filter({ hasText: "New mill" })).toHaveCount(0);
  await expect.poll(() => other.url()).not.toContain("what-if");
  await other.context().close();
});

test("actors are supposed where the map is clicked, and one entry is taken away by itself", async ({ page }) => {
  await openAtlas(page);
  await openSheet(page, /^Argo/);
  const sheet = page.getByRole("article");
  await sheet.getByRole("button", { name: "Suppose others, or elsewhere" }).click();
  const dialog = page.getByRole("dialog", { name: "What-if" });
  await dialog.getByLabel("Sector").selectOption("service");
  await dialog.getByLabel("Category").selectOption("gastronomy");
  await dialog.getByLabel("How many, at one place").fill("3");
  const at = await dialog.getByLabel(/^Latitude/).inputValue();
  await dialog.getByRole("button", { name: "Pick on the map" }).click();
  await expect(dialog).toBeHidden();
  const box = (await page.locator("#map").boundingBox())!;
  await page.mouse.click(box.x + box.width / 2 + 60, box.y + box.height / 2 + 40);
  await expect(dialog).toBeVisible();
  expect(await dialog.getByLabel(/^Latitude/).inputValue()).not.toBe(at);
  await dialog.getByRole("button", { name: "Add 3 hypothetical actors" }).click();
  await expect(strip(page)).toContainText("3 hypothetical actors");
  await expect(page.getByText("3 hypothetical actors added")).toBeVisible();

  await strip(page).getByRole("button", { name: "Show" }).click();
  await expect(dialog.getByRole("listitem").filter({ hasText: "Food and drink service (service)" })).toBeVisible();
  await dialog.getByRole("button", { name: /^Remove 3 hypothetical actors/ }).click();
  await page.keyboard.press("Escape");
  await expect(strip(page)).toBeHidden();
});
