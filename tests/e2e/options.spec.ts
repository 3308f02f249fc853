import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, openAtlas, siteRows, test } from "./atlas-test.ts";

const KOMLO = "?v=1&site=hu-komlo-komloverzum";

/** The concepts in the order shown, with how many needs are met. */
async function ranking(page: Page): Promise<readonly string[]> {
  const list = conceptList(page);
  await expect(list.getByText(/\d+ of \d+ met/).first()).toBeVisible();
  return list.getByRole("button").filter({ hasText: "met" }).allInnerTexts();
}

function conceptList(page: Page) {
  return page.getByRole("region", { name: "Concepts", exact: true });
}

/** Runs what starts a download, and gives the file. */
async function download(page: Page, act: () => Promise<void>) {
  const started = page.waitForEvent("download");
  await act();
  const file = await started;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

/** Fills the form of a new concept that one listed actor near the site meets. */
async function addOwn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name: "Add a concept" }).click();
  const form = page.getByRole("dialog", { name: "Add a reuse concept" });
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Name")).toBeFocused();
  await form.getByLabel("Name").fill(name);
  await form.getByLabel("Within, km (straight line)").fill("0");
  await form.getByRole("checkbox", { name: "Library and archive" }).check();
  await form.getByRole("checkbox", { name: "Museum and heritage" }).check();
  await form.getByLabel("Why it is needed").fill("Books want readers.");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form.getByLabel("Within, km (straight line)")).toBeFocused();
  await expect(form.getByLabel("Within, km (straight line)")).toHaveAccessibleDescription("A number from 0.1 to 100.");
  await form.getByLabel("Within, km (straight line)").fill("12,5");
  await form.getByRole("button", { name: "Save" }).click();
  await expect(form).toBeHidden();
}

test("a town picks a concept for its site, and takes whom to invite", async ({ page }) => {
  await openAtlas(page, KOMLO);
  const sheet = page.getByRole("article").first();
  const short = sheet.getByRole("region", { name: "What could it become" });
  await expect(short.getByText(/\d+ of \d+ met/)).toHaveCount(3);
  await short.getByRole("button", { name: /^All 8 concepts/ }).click();

  await expect(page.getByRole("heading", { name: "Combination options" })).toBeVisible();
  await expect(page).toHaveURL(/room=options/);
  expect(await ranking(page)).toHaveLength(8);
  await conceptList(page)
    .getByRole("button", { name: /^Regional market hall/ })
    .click();
  await expect(page).toHaveURL(/concept=regional-market-hall/);
  const concept = page.getByRole("region", { name: /^Regional market hall/ });
  const needs = concept.getByRole("listitem");
  await expect(needs).toHaveCount(4);
  // The bundled actors claim no completeness, so nothing can be missing.
  await expect(needs.filter({ hasText: /^.?Missing/ })).toHaveCount(0);
  await expect(needs.first()).toContainText(/Not known: 8 actors within 20 km: Farm sales or Food retail/);
  await expect(needs.first()).toContainText("the data are partial");

  const invite = page.getByRole("region", { name: "Whom to invite" });
  const invited = invite.getByRole("listitem");
  const open = await invited.count();
  expect(open).toBeGreaterThan(0);
  await invite.getByRole("button", { name: "For all needs" }).click();
  await expect(async () => {
    expect(await invited.count()).toBeGreaterThan(open);
  }).toPass();
  const names = await invited.locator("b").allInnerTexts();

  const csv = await download(page, () => invite.getByRole("button", { name: "CSV" }).click());
  expect(csv.name).toMatch(/^refresh-atlas_invite_.*regional-market-hall_\d+-actors-spreadsheet\.csv$/);
  expect(csv.text.split("\r\n")[0]).toMatch(
    /^\uFEFFid,name,sector,category,.*website,.*distance_m,invited_for,concept/,
  );
  for (const name of names) expect(csv.text).toContain(name.replaceAll('"', '""'));

  const geojson = await download(page, () => invite.getByRole("button", { name: "GeoJSON" }).click());
  const file = JSON.parse(geojson.text) as {
    readonly metadata: { readonly concept: { readonly id: string }; readonly count: number };
    readonly features: readonly { readonly properties: Readonly<Record<string, string | number | null>> }[];
  };
  expect(file.metadata.concept.id).toBe("regional-market-hall");
  expect(file.features.length).toBe(file.metadata.count);
  const distances = file.features.map(({ properties }) => Number(properties["distance_m"]));
  expect(distances).toEqual(distances.toSorted((a, b) => a - b));
  expect(file.features.every(({ properties }) => properties["invited_to_site_id"] === "hu-komlo-komloverzum")).toBe(
    true,
  );

  await page.emulateMedia({ media: "print" });
  const paper = page.locator(".invite-paper");
  await expect(paper).toBeVisible();
  await expect(page.locator("#ui")).toBeHidden();
  await expect(paper.locator("tbody tr")).toHaveCount(file.features.length);
  await expect(paper).toContainText("Printed");
  await page.emulateMedia({ media: "screen" });
  await expect(paper).toBeHidden();
});

test("an own concept is added, stays after a reload, is in the link, and is undone", async ({ page, browser }) => {
  await openAtlas(page, `${KOMLO}&room=options`);
  const before = await ranking(page);
  await addOwn(page, "House of books, 1/2");
  const own = conceptList(page).getByRole("button", { name: /^House of books/ });
  await expect(own).toContainText("own");
  await expect(own).toContainText("1 of 1 met");
  await expect(own).toHaveAttribute("aria-current", "true");
  await expect(page).toHaveURL(/own-concept=/);
  const link = page.url();

  await page.reload();
  await expect(own).toContainText("1 of 1 met");
  await expect(page.getByText("Books want readers.")).toBeVisible();
  await expect(page.getByText("This concept came with the link")).toBeHidden();

  const other = await browser.newContext();
  const guest = await other.newPage();
  await guest.goto(link);
  await expect(guest.getByText("This concept came with the link")).toBeVisible();
  await expect(guest.getByText("Books want readers.")).toBeVisible();
  await guest.getByRole("button", { name: "Keep it" }).click();
  await expect(guest.getByRole("heading", { name: /^House of books/ })).toBeFocused();
  await expect(guest.getByText("This concept came with the link")).toBeHidden();
  await expect(conceptList(guest).getByRole("button", { name: /^House of books/ })).toContainText("own");
  await guest.keyboard.press("Control+z");
  await expect(conceptList(guest).getByRole("button", { name: /^House of books/ })).toBeHidden();
  await other.close();

  await page.getByRole("button", { name: "Delete" }).click();
  await expect(own).toBeHidden();
  await page.keyboard.press("Control+z");
  await expect(own).toContainText("1 of 1 met");
  const saved = await download(page, () => conceptList(page).getByRole("button", { name: "Export" }).click());
  await conceptList(page).getByRole("button", { name: "Reset to the bundled" }).click();
  await expect(own).toBeHidden();
  expect(await ranking(page)).toEqual(before);

  const chooser = conceptList(page).locator("input[type=file]");
  const content = (text: string) => ({ name: "own.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await chooser.setInputFiles(content(saved.text));
  await expect(own).toContainText("1 of 1 met");
  await chooser.setInputFiles(content(saved.text.replace('"museum_heritage"', '"museum"')));
  await expect(conceptList(page).getByText(/\/concepts\/\d+\/needs\/\d+\/categories\/\d+/)).toBeVisible();
  await expect(conceptList(page).getByText(/Found museum; expected visual_arts/)).toBeVisible();
});

test("a concept leads to the sites that fit it, over the selection", async ({ page }) => {
  await openAtlas(page, "?v=1&room=options&concept=museum-and-event-hall&country=SI");
  await expect(page.getByText("No site is chosen.")).toBeVisible();
  const fitting = page.getByRole("region", { name: "Sites that fit it best" });
  await expect(fitting.getByText(/^Of 36 selected sites/)).toBeVisible();
  const first = fitting.getByRole("listitem").first();
  await expect(first).toContainText("Slovenia");
  const name = await first.locator("b").innerText();
  const met = await first.getByText(/\d+ of \d+ met/).innerText();
  await first.getByRole("button").click();
  await expect(page.getByRole("region", { name: "Site", exact: true })).toContainText(name);
  await expect(page.getByRole("region", { name: /^Museum and event hall/ })).toContainText(met);

  await page.getByLabel("Choose another site").fill("komloverzum");
  await page
    .getByRole("region", { name: "Site", exact: true })
    .getByRole("button", { name: /^Komlóverzum/ })
    .click();
  await expect(page).toHaveURL(/site=hu-komlo-komloverzum/);
  await expect(page.getByLabel("Choose another site")).toBeFocused();
  await page.getByRole("button", { name: "Show it on the map" }).click();
  await expect(page.getByRole("article").first().getByRole("heading", { level: 2 })).toContainText("Komlóverzum");
  await expect(siteRows(page)).toHaveCount(36);
});
