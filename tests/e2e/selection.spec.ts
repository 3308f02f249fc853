import type { Page } from "@playwright/test";
import {
  chooseFilter,
  dropFile,
  expect,
  expectAgreement,
  openAtlas,
  saveGeojson,
  settled,
  siteRows,
  test,
} from "./atlas-test.ts";
import { atColumns, loadRows, readAllRows } from "./import-steps.ts";

/** Istria and the Kvarner; the map shows it whole, panels beside. */
const VIEW = "map=7.5/45.4/14.2";
const BOX = "box=13.5,44.8,15,45.6";

async function openArea(page: Page): Promise<void> {
  await page.getByRole("group", { name: "Filters" }).getByRole("button", { name: /^Area/ }).click();
  await expect(page.getByRole("heading", { name: "Enter numbers" })).toBeVisible();
}

/** Opens the drawing of a kind of area; returns the middle of the free map. */
async function startDrawing(page: Page, kind: "Polygon" | "Rectangle" | "Circle"): Promise<{ x: number; y: number }> {
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  await openArea(page);
  await page.getByRole("button", { name: kind, exact: true }).click();
  await expect(page.getByRole("group", { name: "Drawing an area" })).toBeVisible();
  await expect(page.locator("#map")).toHaveAttribute("data-drawing", /./);
  const box = await page.locator("#map").boundingBox();
  if (box === null) throw new Error("the map has no place");
  return { x: box.x + box.width / 2 + 60, y: box.y + box.height / 2 };
}

/** As a hand does it: there first, then the press. */
async function click(page: Page, x: number, y: number): Promise<void> {
  await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.click(x, y);
  await page.waitForTimeout(350); // Two clicks closer in time would be one double click.
}

async function drag(page: Page, from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await page.mouse.move(...from, { steps: 3 });
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 12 });
  await page.mouse.up();
}

function numbersOf(page: Page, key: string): number[] {
  return (new URL(page.url()).searchParams.get(key) ?? "").split(",").map(Number);
}

test("an area is drawn by mouse, changed by a corner and as a whole, and taken away with the way back", async ({
  page,
}) => {
  await openAtlas(page, `?v=1&${VIEW}`);
  const { x, y } = await startDrawing(page, "Polygon");
  for (const [right, down] of [
    [-150, -130],
    [170, -150],
    [190, 160],
    [-160, 170],
  ] as const) {
    // prettier-ignore
    await click(page, x + right, y + down);
  }
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/polygon=/);
  await expect(page.getByRole("article")).toHaveCount(0);
  const drawn = numbersOf(page, "polygon");
  expect(drawn).toHaveLength(8);

  await drag(page, [x + 190, y + 160], [x + 230, y + 200]);
  await expect(() => {
    expect(numbersOf(page, "polygon").filter((value, at) => value !== drawn[at])).toHaveLength(2);
  }).toPass();

  const before = numbersOf(page, "polygon");
  await drag(page, [x, y + 60], [x + 30, y + 60]);
  await expect(() => {
    const now = numbersOf(page, "polygon");
    const moved = now.map((value, at) => value - before[at]!);
    for (const at of [0, 2, 4, 6]) expect(moved[at]).toBeGreaterThan(0.05);
  }).toPass();

  await page.keyboard.press("Escape");
  await expect(page.locator("#map")).not.toHaveAttribute("data-drawing", /./);
  const file = await expectAgreement(page);
  expect(file.features.length).toBeGreaterThan(0);
  expect(file.features.length).toBeLessThan(196);
  expect(file.metadata["filters_in_words"]).toBe("in the drawn area");
  await expect(page.locator(".list-result-words")).toContainText("in the drawn area");

  await page.getByRole("button", { name: "Clear the filter Area" }).click();
  await expect(siteRows(page)).toHaveCount(196);
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(siteRows(page)).toHaveCount(file.features.length);
});

test("rectangle and circle are drawn by two clicks, and Delete takes them away", async ({ page }) => {
  await openAtlas(page, `?v=1&${VIEW}`);
  const { x, y } = await startDrawing(page, "Rectangle");
  await click(page, x - 120, y - 100);
  await click(page, x + 140, y + 110);
  await expect(page).toHaveURL(/box=/);
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbersOf(page, "box");
  expect(west).toBeLessThan(east);
  expect(south).toBeLessThan(north);
  await page.keyboard.press("Delete");
  await expect(page).not.toHaveURL(/box=/);
  await expect(siteRows(page)).toHaveCount(196);

  await startDrawing(page, "Circle");
  await click(page, x, y);
  await click(page, x + 150, y);
  await expect(page).toHaveURL(/circle=/);
  const [lon, lat, radius = NaN] = numbersOf(page, "circle");
  expect(radius).toBeGreaterThan(10_000);
  await drag(page, [x + 20, y + 20], [x + 60, y + 20]);
  await expect(() => {
    const [movedLon = NaN, movedLat = NaN, sameRadius] = numbersOf(page, "circle");
    expect(movedLon).toBeGreaterThan(lon!);
    expect(movedLat).toBeCloseTo(lat!, 3);
    expect(sameRadius).toBe(radius);
  }).toPass();
  await page.getByRole("button", { name: "Done" }).click();
  await expectAgreement(page);
});

test("giving up a drawing leaves the area that was there", async ({ page }) => {
  await openAtlas(page, `?v=1&${BOX}&${VIEW}`);
  const count = await siteRows(page).count();
  const { x, y } = await startDrawing(page, "Polygon");
  await click(page, x, y);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("group", { name: "Drawing an area" })).toHaveCount(0);
  await expect(page).toHaveURL(/box=13.5,44.8,15,45.6/);
  await expect(siteRows(page)).toHaveCount(count);
});

test("bounds and circle are entered by keyboard, each mistake named at its field", async ({ page }) => {
  await openAtlas(page, `?v=1&${VIEW}`);
  await openArea(page);
  await page.getByText("West, south, east, north").click();
  const field = (name: string) => page.getByRole("textbox", { name });
  await field("West, degrees").fill("15");
  await field("South, degrees").fill("44,8");
  await field("East, degrees").fill("13.5");
  await field("North, degrees").fill("95");
  await page.keyboard.press("Enter");
  await expect(field("East, degrees")).toBeFocused();
  await expect(field("East, degrees")).toHaveAccessibleDescription(/greater than west/);
  await expect(field("North, degrees")).toHaveAccessibleDescription(/from −90 to 90/);
  await field("West, degrees").fill("13.5");
  await field("East, degrees").fill("15");
  await field("North, degrees").fill("45.6");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/box=13.5,44.8,15,45.6/);
  await page.keyboard.press("Escape");
  const file = await expectAgreement(page);
  expect(file.metadata["drawn_area"]).toEqual({ kind: "box", west: 13.5, south: 44.8, east: 15, north: 45.6 });
  for (const { geometry } of file.features) {
    const [lon = NaN, lat = NaN] = geometry?.coordinates ?? [];
    expect(lon >= 13.5 && lon <= 15 && lat >= 44.8 && lat <= 45.6).toBe(true);
  }

  await openArea(page);
  await page.getByText("Centre and radius").click();
  await field("Latitude of the centre, degrees").fill("45.33");
  await field("Longitude of the centre, degrees").fill("14.44");
  await field("Radius, km").fill("20");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/circle=14.44,45.33,20000/);
  await page.keyboard.press("Escape");
  await expect(page.locator(".list-result-words")).toContainText("within 20 km of 45.33, 14.44");
  await expectAgreement(page);
});

test("sites are taken out and added by hand, counted and told", async ({ page }) => {
  await openAtlas(page, `?v=1&country=SI&${VIEW}`);
  const count = await siteRows(page).count();
  const first = siteRows(page).first();
  const name = (await first.locator(".list-row-name").textContent()) ?? "";
  await first.hover();
  await page.getByRole("button", { name: `Take ${name} out of the selection` }).click();
  await expect(siteRows(page)).toHaveCount(count - 1);
  await expect(page.locator(".list-result-words")).toContainText("in Slovenia, −1 taken out");
  await expectAgreement(page);

  await page.goto(page.url().replace("&map=", "&site=hr-rijeka-torpedo-lansirna-rampa&map="));
  await settled(page);
  const sheet = page.getByRole("article");
  await expect(sheet.getByText("Not in the selection")).toBeVisible();
  await sheet.getByRole("button", { name: "Add to the selection" }).click();
  await expect(siteRows(page)).toHaveCount(count);
  await expect(page.locator(".list-result-words")).toContainText("in Slovenia, +1 added by hand, −1 taken out");
  const file = await expectAgreement(page);
  expect(file.metadata["added_by_hand"]).toEqual(["hr-rijeka-torpedo-lansirna-rampa"]);
  expect(file.features.map(({ id }) => id)).toContain("hr-rijeka-torpedo-lansirna-rampa");

  await page.getByRole("button", { name: /^By hand:/ }).click();
  await page.getByRole("button", { name: `Put ${name} back` }).click();
  await page.keyboard.press("Escape");
  await expect(siteRows(page)).toHaveCount(count + 1);
  await sheet.getByRole("button", { name: "Take out of the selection" }).click();
  await expect(siteRows(page)).toHaveCount(count);
  await expect(page).not.toHaveURL(/added|removed/);
});

test("a faint site on the map opens its sheet, from which it is added", async ({ page }) => {
  await openAtlas(page, "?v=1&country=SI&map=12/46.25708/12.04409");
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
  const box = await page.locator("#map").boundingBox();
  if (box === null) throw new Error("the map has no place");
  const sheet = page.getByRole("article");
  await expect(async () => {
    await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
    await expect(sheet).toBeVisible({ timeout: 1000 });
  }).toPass();
  await sheet.getByRole("button", { name: "Add to the selection" }).click();
  await expect(page.locator(".list-result-words")).toContainText("in Slovenia, +1 added by hand");
  await sheet.getByRole("button", { name: "Close the sheet" }).click();
  await expectAgreement(page);
});

test("a shortlist is collected, ordered, selected alone, and cleared with the way back", async ({ page }) => {
  await openAtlas(page, "?v=1&country=HR");
  const names: string[] = [];
  for (const at of [0, 2, 1]) {
    const row = siteRows(page).nth(at);
    const name = (await row.locator(".list-row-name").textContent()) ?? "";
    names.push(name);
    const star = page.getByRole("button", { name: `Shortlist ${name}`, exact: true });
    await star.click();
    await expect(star).toHaveAttribute("aria-pressed", "true");
  }
  await page.getByRole("button", { name: "Shortlist (3)" }).click();
  const list = page.getByRole("list", { name: "Shortlisted sites" });
  await expect(list.getByRole("listitem")).toHaveText(names.map((name) => new RegExp(name.replace(/[()]/g, "."))));
  await page.getByRole("button", { name: `Move ${names[2] ?? ""} up` }).click();
  await expect(list.getByRole("listitem").nth(1)).toContainText(names[2] ?? "");
  await page.getByRole("checkbox", { name: "Select only these sites" }).check();
  await page.keyboard.press("Escape");
  await expect(siteRows(page)).toHaveCount(3);
  const file = await expectAgreement(page);
  expect(file.metadata["only_shortlist"]).toBe(true);

  const url = page.url();
  await page.goto("about:blank");
  await openAtlas(page, url.slice(url.indexOf("?")));
  await expect(siteRows(page)).toHaveCount(3);
  await page.getByRole("button", { name: "Shortlist (3)" }).click();
  await page.getByRole("button", { name: "Clear", exact: true }).last().click();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Shortlist", exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).last().click();
  await expect(page.getByRole("button", { name: "Shortlist (3)" })).toBeVisible();
});

/** Two municipalities that do not exist. */
const MUNICIPALITIES = JSON.stringify({
  type: "FeatureCollection",
  features: [
    ["901", "Žabja vas", 14],
    ["902", "Suhi Čret", 15],
  ].map(([code, name, west]) => ({
    type: "Feature",
    properties: { code, name },
    geometry: {
      type: "Polygon",
      coordinates: [[0, 1, 1, 0, 0].map((right, at) => [Number(west) + right, 45 + (at === 2 || at === 3 ? 1 : 0)])],
    },
  })),
});

test("one of an imported layer's areas limits the selection, also together with a drawn one", async ({ page }) => {
  await openAtlas(page, `?v=1&${VIEW}`);
  await openArea(page);
  await expect(page.getByText(/No areas are loaded/)).toBeVisible();
  await page.keyboard.press("Escape");
  await dropFile(page, "obcine.geojson", MUNICIPALITIES);
  await atColumns(page);
  await readAllRows(page);
  await loadRows(page);

  await openArea(page);
  await page.getByRole("textbox", { name: "Find an area by name" }).fill("zabja");
  const choices = page.getByRole("list", { name: "Areas" }).getByRole("button");
  await expect(choices).toHaveCount(1);
  await choices.click();
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL(/within=/);
  await expect(page.locator(".list-result-words")).toContainText("in Žabja vas");
  const file = await expectAgreement(page);
  expect(file.features.length).toBeGreaterThan(0);
  for (const { geometry } of file.features) {
    const [lon = NaN, lat = NaN] = geometry?.coordinates ?? [];
    expect(lon >= 14 && lon <= 15 && lat >= 45 && lat <= 46).toBe(true);
  }
  expect(file.metadata["within_area"]).toMatchObject({ name: "Žabja vas" });

  await openArea(page);
  await page.getByText("West, south, east, north").click();
  for (const [name, value] of [
    ["West", "14"],
    ["South", "45"],
    ["East", "14.5"],
    ["North", "46"],
  ] as const) {
    // prettier-ignore
    await page.getByRole("textbox", { name: `${name}, degrees` }).fill(value);
  }
  await page.keyboard.press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.locator(".list-result-words")).toContainText("in the drawn rectangle, in Žabja vas");
  const both = await expectAgreement(page);
  expect(both.features.length).toBeLessThan(file.features.length);

  await page.reload();
  await settled(page);
  await expect(siteRows(page)).toHaveCount(both.features.length);
});

test("link and file give the whole selection again", async ({ page, context }) => {
  await openAtlas(page, `?v=1&country=HR.SI&${BOX}&shortlist=hr-rijeka-torpedo-lansirna-rampa&${VIEW}`);
  await chooseFilter(page, "Status", [/^Reused/, /^Lost/]);
  const row = siteRows(page).first();
  const name = (await row.locator(".list-row-name").textContent()) ?? "";
  await row.hover();
  await page.getByRole("button", { name: `Take ${name} out of the selection` }).click();
  const file = await expectAgreement(page);
  const other = await context.newPage();
  await openAtlas(other, new URL(page.url()).search);
  expect((await saveGeojson(other)).features).toEqual(file.features);
  await openAtlas(other, "?v=1");
  await dropFile(other, file.name, file.text);
  await expect(siteRows(other)).toHaveCount(file.features.length);
  const again = await saveGeojson(other);
  expect(again.features).toEqual(file.features);
  for (const key of ["filters", "drawn_area", "added_by_hand", "taken_out_by_hand", "shortlist"]) {
    expect(again.metadata[key]).toEqual(file.metadata[key]);
  }
  await other.close();
});

test("what a link is too long for is told, and a reload still has it", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const many = Array.from({ length: 200 }, (_, at) => `not-loaded-${String(at)}`).join(",");
  await openAtlas(page, `?v=1&country=HR&shortlist=hr-rijeka-torpedo-lansirna-rampa,${many}`);
  await expect(page.getByRole("button", { name: "Shortlist (201)" })).toBeVisible();
  expect(page.url()).toMatch(/without=shortlist/);
  expect(page.url().length).toBeLessThan(2000);
  await page.getByRole("button", { name: "Share" }).click();
  await expect(page.getByText(/too long for all of the view: the shortlist did not fit/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Save as project" })).toBeVisible();
  await page.reload();
  await settled(page);
  await expect(page.getByRole("button", { name: "Shortlist (201)" })).toBeVisible();
});
