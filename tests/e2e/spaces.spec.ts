import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, openAtlas, settled, test } from "./atlas-test.ts";
import { loadRows, readAllRows } from "./import-steps.ts";

const ROOMS = "tests/fixtures/spaces/rooms-to-let.csv";

function form(page: Page) {
  return page.getByRole("form", { name: "What you look for" });
}

function found(page: Page) {
  return page.getByRole("region", { name: /^\d+ of (one|\d+) rooms?$/ });
}

function cards(page: Page) {
  return found(page).locator("[data-space]");
}

async function openSpaces(page: Page, query = ""): Promise<void> {
  await openAtlas(page, `?v=1&room=spaces${query}`);
  await expect(found(page)).toBeVisible();
}

/** Opens a table of rooms from the room itself, as a user does. */
async function importRooms(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open a table of rooms" }).click();
  await page
    .getByRole("dialog", { name: /^Import/ })
    .getByLabel("File to open")
    .setInputFiles({ name: "rooms-to-let.csv", mimeType: "", buffer: await readFile(ROOMS) });
  expect(await readAllRows(page)).toMatch(/^6 rows read = 6 /);
  await loadRows(page);
}

async function nearTown(page: Page, typed: string, town: RegExp): Promise<void> {
  await form(page).getByRole("combobox", { name: /own$/ }).fill(typed);
  await page.getByRole("option", { name: town }).click();
  await settled(page);
}

async function copied(page: Page, act: () => Promise<void>): Promise<string> {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await act();
  return page.evaluate(() => navigator.clipboard.readText());
}

test("a creative finds a room near Rijeka under a price with a lively neighbourhood, keeps it and shares it", async ({
  page,
  browser,
}) => {
  await openSpaces(page);
  await expect(found(page)).toHaveAccessibleName("6 of 6 rooms");
  await importRooms(page);
  await expect(found(page)).toHaveAccessibleName("12 of 12 rooms");

  await nearTown(page, "rijek", /^Rijeka/);
  await expect(page.getByLabel("No farther than, km (straight line)")).toHaveValue("30");
  await expect(page.getByLabel("Sort rooms by")).toHaveValue("distance");
  await form(page).getByLabel("Price up to, € per m² and month").fill("8");
  await form(page).getByRole("button", { name: "Lively: services near" }).click();
  const lively = form(page).getByRole("group", { name: "at least 5 service actors within 5 km" });
  await lively.getByLabel("Of what").selectOption("any creative");
  await expect(form(page).getByRole("group", { name: "at least 5 creative actors within 5 km" })).toBeVisible();

  // The cellar's price is not stated, and where the last one is nobody knows: both may fit, and say what to ask.
  await expect(cards(page).locator(".spaces-open")).toHaveText(["Rehearsal hall", "Cellar", "Room of no loaded site"]);
  await expect(cards(page).nth(0)).toContainText("Fits all 3 wishes");
  await expect(cards(page).nth(0)).toContainText("Studio");
  await expect(cards(page).nth(0)).toContainText("0–3 km from Rijeka");
  await expect(cards(page).nth(0)).toContainText("Confirmed for October 2026");
  await expect(cards(page).nth(1)).toContainText("Fits 2 of 3 wishes, 1 not known");
  await expect(cards(page).nth(1)).toContainText("price not stated");
  await expect(cards(page).nth(2)).toContainText("its site is not loaded");
  await expect(
    found(page).getByRole("heading", { name: "2 rooms of which something asked is not known" }),
  ).toBeVisible();

  await page.getByLabel("Only rooms of which all this is known").check();
  await expect(cards(page).locator(".spaces-open")).toHaveText(["Rehearsal hall"]);
  await page.getByLabel("Only rooms of which all this is known").uncheck();

  await page.getByRole("button", { name: "Shortlist Rehearsal hall" }).click();
  await page.getByRole("button", { name: "Shortlist Cellar" }).click();
  const shortlist = page.getByRole("region", { name: "Shortlisted rooms (2)" });
  await expect(shortlist.getByRole("listitem")).toHaveCount(2);
  await expect(page).toHaveURL(/s-near=3191648&s-within=30000&s-around=least-5-creative-5000/);

  await page.reload();
  await expect(cards(page).locator(".spaces-open")).toHaveText(["Rehearsal hall", "Cellar", "Room of no loaded site"]);
  await expect(shortlist.getByRole("listitem")).toHaveCount(2);

  for (const [name, end] of [
    ["CSV", /^refresh-atlas_2-rooms-spreadsheet\.csv$/],
    ["GeoJSON", /^refresh-atlas_2-rooms\.geojson$/],
  ] as const) {
    const started = page.waitForEvent("download");
    await shortlist.getByRole("button", { name, exact: true }).click();
    const file = await started;
    expect(file.suggestedFilename()).toMatch(end);
    const text = await readFile(await file.path(), "utf8");
    expect(text).toContain("Rehearsal hall");
    expect(text).toContain("test-cellar");
    if (name === "GeoJSON") {
      const { features } = JSON.parse(text) as {
        readonly features: readonly { readonly geometry: unknown; readonly properties: Record<string, unknown> }[];
      };
      expect(features.map(({ properties }) => properties["price_eur_m2_month"])).toEqual([4.5, null]);
      expect(features.every(({ geometry }) => geometry !== null)).toBe(true);
    }
  }

  await cards(page).nth(0).getByRole("button", { name: "Rehearsal hall", exact: true }).click();
  const room = page.getByRole("article", { name: "Rehearsal hall" });
  await expect(room.getByRole("heading", { name: "Rehearsal hall" })).toBeFocused();
  await expect(room).toContainText("5 kN/m²");
  await expect(room).toContainText("383 € a month in all");
  await expect(room).toContainText("This room comes from a table of yours");
  const link = await copied(page, () => room.getByRole("button", { name: "Share this room" }).click());
  await expect(room.getByText("Link copied")).toBeVisible();
  expect(new URL(link).search).toBe("?v=1&room=spaces&space=test-hall");

  const other = await browser.newContext();
  const guest = await other.newPage();
  await guest.goto(link);
  await expect(guest.getByText("The room test-hall of this link is in none of the loaded tables.")).toBeVisible();
  await importRooms(guest);
  await expect(guest.getByRole("article", { name: "Rehearsal hall" })).toBeVisible();
  await other.close();

  await room.getByRole("button", { name: "Close this room" }).click();
  await expect(cards(page).nth(0).getByRole("button", { name: "Rehearsal hall", exact: true })).toBeFocused();
});

test("a link opens one bundled room; what holds rooms back is told, and taken away", async ({ page }) => {
  await openSpaces(page, "&space=si-piran-monfort-bay-3");
  const room = page.getByRole("article", { name: "Monfort, bay 3" });
  await expect(room).toContainText("445 m²");
  await expect(room).toContainText("not stated");
  await expect(room).toContainText(/Confirmed for 2019, \d+ years ago Ask whether it still holds/);
  await expect(room.getByText("This room comes from a table of yours")).toBeHidden();
  await room.getByRole("button", { name: "Show its site on the map" }).click();
  await expect(page).toHaveURL(/site=si-piran-monfort-salt-warehouse/);
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toContainText("Monfort");
  const rooms = page.getByRole("region", { name: "Rooms (1)" });
  await expect(rooms).toContainText("Event hall · 445 m² · price not stated · Confirmed for 2019");
  await rooms.getByRole("button", { name: "Monfort, bay 3" }).click();
  await expect(room.getByRole("heading", { name: "Monfort, bay 3" })).toBeFocused();

  await form(page).getByLabel("From, m²").fill("30");
  await form(page).getByRole("checkbox", { name: "Meeting room" }).check();
  await expect(found(page)).toHaveAccessibleName("1 of 6 rooms");
  await form(page).getByLabel("From, m²").fill("100");
  await expect(found(page)).toHaveAccessibleName("0 of 6 rooms");
  await expect(found(page)).toContainText("No room fits all that.");
  // One hall is large enough, and of three rooms the size is not stated: without the kind these come back.
  await found(page).getByRole("button", { name: "Without “Meeting room”: 3 rooms more" }).click();
  await expect(found(page)).toHaveAccessibleName("3 of 6 rooms");
  await form(page).getByLabel("From, m²").fill("1e5");
  await expect(form(page).getByLabel("From, m²")).toHaveAccessibleDescription(
    "A number from 0 to 1,000,000, or nothing.",
  );
  await expect(found(page)).toHaveAccessibleName("3 of 6 rooms");
  await form(page).getByRole("button", { name: "Clear all filters" }).click();
  await expect(found(page)).toHaveAccessibleName("6 of 6 rooms");
});

test("a damaged link opens what it can and says what it ignored", async ({ page }) => {
  await openAtlas(page, "?v=1&room=spaces&s-price=cheap&s-around=least-5-service-5000,many-1-x-1&s-date=2027-02-30");
  await expect(form(page).getByRole("group", { name: "at least 5 service actors within 5 km" })).toBeVisible();
  await expect(page.getByText("s-price").first()).toBeVisible();
});

test.describe("near me", () => {
  test.use({ geolocation: { latitude: 45.5181, longitude: 13.5683 } });

  test("asks the browser only when pressed, and keeps the place to about a kilometre", async ({ page, context }) => {
    await context.grantPermissions(["geolocation"]);
    await openSpaces(page);
    await expect(page).not.toHaveURL(/s-near/);
    await form(page).getByRole("button", { name: "Near me" }).click();
    await expect(page).toHaveURL(/s-near=45\.52\/13\.57/);
    await expect(cards(page).locator(".spaces-open").first()).toHaveText("Monfort, bay 3");
    await expect(form(page)).toContainText("Kept to about 1 km");
  });

  test("says what to do where the browser refuses", async ({ page, context }) => {
    await context.clearPermissions();
    await openSpaces(page);
    await form(page).getByRole("button", { name: "Near me" }).click();
    await expect(form(page).getByText(/Your browser was not allowed to say where it is\. Choose a town/)).toBeVisible();
    await expect(page).not.toHaveURL(/s-near/);
  });
});

test("a keyboard alone finds, opens, shortlists and closes a room", async ({ page }) => {
  await openSpaces(page);
  await form(page).getByRole("combobox", { name: "Town" }).focus();
  await page.keyboard.type("piran");
  await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAccessibleName(/^Piran/);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(1);
  await cards(page).first().getByRole("button", { name: "Monfort, bay 3", exact: true }).focus();
  await page.keyboard.press("Enter");
  const room = page.getByRole("article", { name: "Monfort, bay 3" });
  await expect(room.getByRole("heading", { name: "Monfort, bay 3" })).toBeFocused();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page.getByRole("region", { name: "Shortlisted rooms (1)" })).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await expect(room).toBeHidden();
  await expect(cards(page).first().getByRole("button", { name: "Monfort, bay 3", exact: true })).toBeFocused();
});
