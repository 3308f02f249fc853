import type { Page } from "@playwright/test";
import { expect, expectAgreement, openAtlas, saveGeojson, settled, siteRows, test } from "./atlas-test.ts";

/** Centre of what is to be seen of the map. */
async function mapCentre(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator("#map").boundingBox();
  if (box === null) throw new Error("no map");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test("a site is changed by hand, marked everywhere, undone, done again and taken back", async ({ page }) => {
  await openAtlas(page);
  await siteRows(page).filter({ hasText: /^Argo/ }).click();
  const sheet = page.getByRole("article");
  await sheet.getByRole("button", { name: "Edit", exact: true }).click();
  const form = page.getByRole("dialog", { name: /^Edit Argo/ });
  await form.getByRole("textbox", { name: "Name", exact: true }).fill("Argo works, renamed");
  await form.getByLabel("Built from, year").fill("about 1900");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Built from, year")).toBeFocused();
  await expect(form.getByLabel("Built from, year")).toHaveAccessibleDescription(/Enter a year in figures/);
  await form.getByLabel("Built from, year").fill("1900");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();

  const title = sheet.getByRole("heading", { level: 2 });
  await expect(title).toHaveText("Argo works, renamed");
  await expect(sheet.getByText("Changed by hand")).toBeVisible();
  await expect(siteRows(page).filter({ hasText: "Argo works, renamed" })).toContainText("changed by hand");
  const file = await expectAgreement(page);
  const edited = file.features.filter(({ properties }) => properties["edited"] !== "as_loaded");
  expect(edited.map(({ properties }) => [properties["name"], properties["edited"], properties["built_from"]])).toEqual([
    ["Argo works, renamed", "changed", 1900],
  ]);

  await page.keyboard.press("Control+z");
  await expect(title).toHaveText(/^Argo \(/);
  await expect(page.getByText(/^Undone: Site/)).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(title).toHaveText("Argo works, renamed");
  await sheet.getByRole("button", { name: /Back to the table/ }).click();
  await expect(title).toHaveText(/^Argo \(/);
  await expect(sheet.getByText("Changed by hand")).toBeHidden();
});

test("Esc asks before it loses what was typed", async ({ page }) => {
  await openAtlas(page);
  await page.getByRole("button", { name: "Add a site" }).click();
  const form = page.getByRole("dialog", { name: "Add a site" });
  await form.getByLabel("Municipality").fill("Lokve");
  await page.keyboard.press("Escape");
  await expect(form.getByText("Discard what you typed?")).toBeVisible();
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Keep editing" }).click();
  await expect(form.getByLabel("Municipality")).toHaveValue("Lokve");
  await page.keyboard.press("Escape");
  await form.getByRole("button", { name: "Discard" }).click();
  await expect(form).toBeHidden();
});

test("a site is added with a point picked on the map, then deleted, and comes back by undo", async ({ page }) => {
  await openAtlas(page);
  const before = await siteRows(page).count();
  await page.getByRole("button", { name: "Add a site" }).click();
  const form = page.getByRole("dialog", { name: "Add a site" });
  await form.getByRole("textbox", { name: "Name", exact: true }).fill("New kiln");
  await form.getByRole("button", { name: "Pick on the map" }).click();
  await expect(page.getByText(/^Click the map where it stands/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(form.getByRole("textbox", { name: "Name", exact: true })).toHaveValue("New kiln");
  await expect(form.getByLabel("Latitude")).toHaveValue("");
  // The word of the folding away may come when the window is there again.
  await form.evaluate((dialog) => dialog.dispatchEvent(new Event("close")));
  await expect(form.getByText("Discard what you typed?")).toBeHidden();
  await form.getByRole("button", { name: "Pick on the map" }).click();
  const { x, y } = await mapCentre(page);
  await page.mouse.click(x, y);
  await expect(form.getByLabel("Latitude")).toHaveValue(/^4\d\.\d+$/);
  await form.getByRole("button", { name: "Save" }).click();

  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("New kiln");
  await expect(siteRows(page)).toHaveCount(before + 1);
  const { features } = await saveGeojson(page);
  expect(features.find(({ properties }) => properties["name"] === "New kiln")?.properties).toMatchObject({
    edited: "added",
    table: null,
  });

  await sheet.getByRole("button", { name: "Delete" }).click();
  await expect(siteRows(page)).toHaveCount(before);
  await expect(sheet).toBeHidden();
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(siteRows(page)).toHaveCount(before + 1);
});

test("an actor is added with a pasted pair of coordinates, counts at once, and is listed among the edits", async ({
  page,
}) => {
  await openAtlas(page, "?room=data");
  await page.getByRole("button", { name: "Add an actor" }).click();
  const form = page.getByRole("dialog", { name: "Add an actor" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByText("3 fields need another look")).toBeVisible();
  await form.getByRole("textbox", { name: "Name", exact: true }).fill("Potters of Izola");
  await form.getByRole("combobox", { name: "Sector" }).selectOption({ label: "Creative" });
  await form.getByLabel("Latitude").evaluate((field) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text", "45.53694, 13.66194");
    field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(form.getByLabel("Longitude")).toHaveValue("13.66194");
  await form.getByRole("button", { name: "Save" }).click();
  const edits = page.getByRole("region", { name: "Records edited by hand" });
  await expect(edits.getByRole("row", { name: /Potters of Izola/ })).toContainText("Actor added");

  await page.getByRole("button", { name: "Sites", exact: true }).click();
  await siteRows(page).filter({ hasText: /^Argo/ }).click();
  await settled(page);
  const nearest = page.getByRole("article").getByRole("region", { name: "Who is nearest" }).getByRole("listitem");
  await page
    .getByRole("article")
    .getByRole("button", { name: /^Show all/ })
    .click();
  await expect(nearest.filter({ hasText: "Potters of Izola" })).toContainText("added by hand");

  await page.getByRole("button", { name: "Data", exact: true }).click();
  await edits.getByRole("button", { name: /Take back what was done to Potters/ }).click();
  await expect(page.getByText(/^Nothing was edited by hand/)).toBeVisible();
});
