import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { dropFile, expect, openAtlas, test } from "./atlas-test.ts";
import { importDialog, loadRows, readAllRows, tableEntry } from "./import-steps.ts";

const ROOM = "?v=1&room=programme";

function entries(page: Page) {
  return page.getByRole("region", { name: "One after the other" }).getByRole("listitem");
}

function timeLine(page: Page) {
  return page.getByRole("region", { name: "Time line" });
}

/** Runs what starts a download, and gives the file. */
async function download(page: Page, act: () => Promise<void>) {
  const started = page.waitForEvent("download");
  await act();
  const file = await started;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
}

async function choose(page: Page, filter: string, values: readonly RegExp[]): Promise<void> {
  await page
    .getByRole("group", { name: "Filters of the programme" })
    .getByRole("button", { name: new RegExp(`^${filter}`) })
    .first()
    .click();
  for (const value of values) await page.getByRole("checkbox", { name: value }).check();
  await page.keyboard.press("Escape");
}

test("the programme is narrowed by type, country and period, and the link brings it back", async ({
  page,
  browser,
}) => {
  await openAtlas(page, ROOM);
  await expect(page.getByText("32 of 32 activities", { exact: false })).toBeVisible();
  await expect(entries(page)).toHaveCount(32);
  await expect(timeLine(page).getByRole("button")).toHaveCount(31);
  await choose(page, "Type", [/^Workshop 2 activities/, /^Open day 2/]);
  await expect(entries(page)).toHaveCount(4);
  await choose(page, "Country", [/^Germany 1 activity/, /^Slovenia 1/]);
  await expect(entries(page)).toHaveCount(2);
  await page
    .getByRole("group", { name: "Filters of the programme" })
    .getByRole("button", { name: /^Period/ })
    .click();
  const from = page.getByLabel("From", { exact: true });
  await from.fill("2020-9");
  await from.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "Write 2020, 2020-09 or 2020-09-13." })).toBeVisible();
  await from.fill("2020-09-30");
  await from.press("Enter");
  await page.keyboard.press("Escape");
  // That of September may have been on its last day, that of 13 September was not.
  await expect(entries(page)).toHaveCount(1);
  await expect(entries(page)).toContainText("Kreativna Istra v Monfortu");
  await expect(entries(page)).toContainText("Stated to the month only.");
  await expect(timeLine(page).getByRole("button")).toHaveCount(1);
  await expect(page).toHaveURL(/act=open_day,workshop&act-in=DE,SI&act-from=2020-09-30/);

  const guest = await (await browser.newContext()).newPage();
  await guest.goto(page.url());
  await expect(entries(guest)).toHaveCount(1);
  await guest.context().close();

  await choose(page, "Country", [/^Hungary 0/]);
  await page.getByRole("button", { name: "Clear the filter Type" }).click();
  await expect(entries(page).first()).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(entries(page)).toHaveCount(32);
});

test("what passes nothing says so, and a damaged link opens what it can", async ({ page }) => {
  await openAtlas(page, `${ROOM}&act=song&act-from=soon`);
  await expect(page.getByText("No activity passes these filters.")).toBeVisible();
  await expect(page.getByText(/act-from/)).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).first().click();
  await expect(entries(page)).toHaveCount(32);
});

test("the keyboard goes along the time line in the order of time, and into the list", async ({ page }) => {
  await openAtlas(page, `${ROOM}&act=partner_meeting`);
  const marks = timeLine(page).getByRole("button");
  await expect(marks).toHaveCount(4);
  await marks.first().focus();
  await expect(marks.first()).toHaveAccessibleName(/^March 12\s*–\s*13, 2018\s· 2nd partner meeting/);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(timeLine(page).getByText(/April 15\s*–\s*16, 2019\s· 4th partner meeting/)).toBeVisible();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await expect(entries(page).last()).toBeFocused();
  await expect(entries(page).last()).toContainText("6th partner meeting");
});

test("the selection leaves as a calendar and as tables that say how exact their dates are", async ({ page }) => {
  await openAtlas(page, `${ROOM}&act-in=DE`);
  await expect(entries(page)).toHaveCount(6);
  const calendar = await download(page, () => page.getByRole("button", { name: "Calendar (6)" }).click());
  expect(calendar.name).toBe("refresh-atlas_programme_6-activities.ics");
  const lines = calendar.text.replace(/\r\n /g, "").split("\r\n");
  expect(lines.filter((line) => line === "BEGIN:VEVENT")).toHaveLength(6);
  const photo = lines.indexOf("UID:freiberg-photo-exhibition@refresh-atlas");
  expect(lines.slice(photo, photo + 6)).toEqual(
    expect.arrayContaining(["DTSTART;VALUE=DATE:20200801", "DTEND;VALUE=DATE:20200901"]),
  );
  expect(lines[photo + 5]).toContain("August 2020. Stated to the month only.");

  const csv = await download(page, () => page.getByRole("button", { name: "CSV", exact: true }).click());
  expect(csv.text.split("\r\n").filter((line) => line !== "")).toHaveLength(7);
  expect(csv.text).toContain("in Germany");
  const geojson = await download(page, () => page.getByRole("button", { name: "GeoJSON", exact: true }).click());
  const { features } = JSON.parse(geojson.text) as { readonly features: readonly { readonly id: string }[] };
  expect(features.map(({ id }) => id)).toContain("freiberg-open-day");
});

test("a site's sheet shows its own activities, and says where there are none", async ({ page }) => {
  await openAtlas(page, "?v=1&site=hr-lokve-kuca-cuvara-brane");
  const own = page.getByRole("article").first().getByRole("region", { name: "Activities" });
  await expect(own.getByRole("listitem")).toHaveCount(5);
  await expect(own.getByRole("listitem").first()).toContainText("2020");
  await own.getByRole("button", { name: "The whole programme" }).click();
  await expect(page.getByRole("heading", { name: "Programme", level: 2 })).toBeVisible();
  await page
    .getByRole("listitem")
    .filter({ hasText: "Art workshops with young people" })
    .getByRole("button", { name: /^Dam keeper's house/ })
    .click();
  await expect(page).not.toHaveURL(/room=/);

  await page.goto("./?v=1&site=hu-komlo-zobak-akna");
  await expect(page.getByText("None is listed for this site.")).toBeVisible();
});

test("the map draws what the programme shows, and names it", async ({ page }) => {
  await openAtlas(page, `${ROOM}&act=dissemination`);
  await page.getByRole("button", { name: "Show on the map (2)" }).click();
  await expect(page).toHaveURL(/acts=map/);
  const map = page.locator("#map");
  await expect(map).toHaveAttribute("data-drawn-activities", "2");
  const legend = page.getByRole("region", { name: "Legend" });
  const toggle = legend.getByRole("checkbox", { name: /^Activities/ });
  await expect(toggle).toBeChecked();
  await toggle.uncheck();
  await expect(map).toHaveAttribute("data-drawn-activities", "0");
  await expect(page).not.toHaveURL(/acts=/);

  // Brussels, far from any site.
  await page.goto("./?v=1&acts=map&act=dissemination&map=9/50.85045/4.34878");
  await expect(map).toHaveAttribute("data-drawn-activities", "2");
  const box = await map.boundingBox();
  if (box === null) throw new Error("the map has no place");
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await expect(async () => {
    for (const [dx, dy] of [
      [60, 90],
      [4, -12],
      [6, -30],
    ] as const) {
      await page.mouse.move(x + dx, y + dy, { steps: 3 });
    }
    await expect(page.locator(".map-tip")).toContainText("Poster exhibition", { timeout: 2000 });
  }).toPass({ timeout: 20_000 });
  await page.mouse.click(x + 6, y - 30);
  const chooser = page.getByRole("dialog", { name: "1 activity here" });
  await expect(chooser).toContainText(/December 10\s*–\s*22, 2018/);
  await expect(chooser.getByRole("link")).toHaveAttribute("href", /interreg-central/);
  await page.keyboard.press("Escape");
  await expect(chooser).toBeHidden();
});

test("activities of one's own are read, told what is wrong with them, kept, shown and undone", async ({ page }) => {
  await openAtlas(page, ROOM);
  const table = [
    "id,type,title,place,country,date_from,date_to,lon,lat",
    "fair,Market,Fair of makers,Freiberg,DE,2026-05-02,2026-05-03,13.35,50.91",
    "talk,Open day,Talk,Freiberg,DE,2026-06-31,,,",
    "walk,workshop,Walk,Freiberg,DE,2026-07,2026-06,,",
    "none,workshop,,Freiberg,DE,2026,,,",
  ].join("\n");
  await dropFile(page, "activities-2026.csv", table);
  expect(await readAllRows(page)).toMatch(/4 rows read = /);
  await expect(importDialog(page).getByText(/Found 2026-06-31; expected a date/)).toBeVisible();
  await expect(importDialog(page).getByText(/Found 2026-06 as the end, before the start 2026-07/)).toBeVisible();
  await loadRows(page);
  await expect(page.getByText("35 of 35 activities", { exact: false })).toBeVisible();
  const fair = entries(page).filter({ hasText: "Fair of makers" });
  await expect(fair).toContainText("Market");
  await expect(fair).toContainText("from your table activities-2026");
  await choose(page, "Type", [/^Market 1/]);
  await expect(entries(page)).toHaveCount(1);

  await page.getByRole("button", { name: "Clear the filters" }).click();
  await page.keyboard.press("Control+z");
  await expect(page.getByText("32 of 32 activities", { exact: false })).toBeVisible();
  await page.keyboard.press("Control+Shift+z");
  await expect(fair).toBeVisible();
  // Leaving while it is being kept is asked about; this is about what is kept.
  const rooms = page.getByRole("navigation", { name: "Rooms" });
  await rooms.getByRole("button", { name: "Data" }).click();
  await expect(tableEntry(page, "activities-2026.csv")).toContainText("Kept in this browser");
  await rooms.getByRole("button", { name: "Programme" }).click();
  await page.reload();
  await expect(fair).toBeVisible();
});

test("strategies and concepts are listed with region, year, language and page", async ({ page }) => {
  await openAtlas(page, ROOM);
  const papers = page.getByRole("region", { name: "Strategies, concepts and other papers" });
  await expect(papers.getByRole("row")).toHaveCount(14);
  const strategy = papers.getByRole("row").filter({ hasText: "Obalno-kraška" }).first();
  await expect(strategy).toContainText(/Regional strategy.*2019.*English/s);
  await expect(strategy.getByRole("link")).toHaveAttribute("href", /docslib\.org/);
  await expect(papers.getByRole("row").filter({ hasText: "Summary report" })).toContainText("not stated");
});
