import type { Page } from "@playwright/test";
import { expect, openAtlas, settled, test } from "./atlas-test.ts";
import { tableEntry } from "./import-steps.ts";
import { startOverpass, type OverpassServer } from "./overpass-server.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Today’s actors from OpenStreetMap" });

let servers: OverpassServer[] = [];
test.beforeEach(async ({ allowed }) => {
  servers = [await startOverpass(), await startOverpass()];
  allowed.origins.push(...servers.map(({ origin }) => origin));
});
test.afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()));
});

/** Opens the dialog from the sheet of a site, with the local servers set. */
async function openDialog(page: Page, addresses: readonly string[]): Promise<void> {
  await openAtlas(page, "?site=si-idrija-anthony");
  await page.getByRole("list", { name: "Sites" }).getByRole("button").first().click();
  await page.getByRole("button", { name: "Ask OpenStreetMap for actors…" }).click();
  await dialog(page).getByText("Servers").click();
  await dialog(page).getByLabel("Addresses of the Overpass API").fill(addresses.join("\n"));
  const use = dialog(page).getByRole("button", { name: "Use these" });
  if (await use.isEnabled()) await use.click();
}

async function ask(page: Page): Promise<void> {
  await dialog(page)
    .getByRole("button", { name: /^Ask 127/ })
    .click();
}

test("actors around a site are asked for, counted, kept and taken out again", async ({ page }) => {
  const [server] = servers as [OverpassServer];
  await openDialog(page, [server.address]);
  await ask(page);
  await expect(dialog(page).getByText("4 actors found")).toBeVisible();
  await expect(dialog(page).getByText(/OpenStreetMap as of November 20, 2026/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Load 4 actors" }).click();
  await expect(dialog(page).getByText("4 actors from OpenStreetMap are loaded.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await settled(page);
  await expect(page.getByText("Pekarna Čokolád").first()).toBeVisible();

  await openAtlas(page, "?room=data");
  await expect(tableEntry(page, "Actors from OpenStreetMap")).toContainText("4 rows · one area asked for at 127.0.0.1");
  await expect(page.getByText(/© OpenStreetMap contributors, ODbL 1.0/).first()).toBeVisible();
});

test("the law of no request holds until asking is started", async ({ page }) => {
  const [server] = servers as [OverpassServer];
  await openDialog(page, [server.address]);
  expect(server.queries).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
});

test("a server that asks to wait is waited for, and one that refuses is followed by the next", async ({ page }) => {
  const [first, second] = servers as [OverpassServer, OverpassServer];
  await openDialog(page, [first.address, second.address]);
  first.next({ kind: "status", status: 429, retryAfter: "2" }, { kind: "status", status: 400 });
  await ask(page);
  await expect(dialog(page).getByText(/asks to wait 2 seconds/)).toBeVisible();
  await expect(dialog(page).getByText("4 actors found")).toBeVisible();
  expect([first.queries.length, second.queries.length]).toEqual([2, 1]);
});

test("what is too much for the server is asked in parts and joined", async ({ page }) => {
  const [server] = servers as [OverpassServer];
  await openDialog(page, [server.address]);
  server.next({ kind: "remark", remark: 'runtime error: Query timed out in "query" at line 3 after 91 seconds.' });
  await ask(page);
  await expect(dialog(page).getByText(/actors? found/)).toBeVisible();
  expect(server.queries).toHaveLength(5);
});

test("asking is stopped at once", async ({ page }) => {
  const [server] = servers as [OverpassServer];
  await openDialog(page, [server.address]);
  server.next({ kind: "hang" });
  await ask(page);
  await expect(dialog(page).getByText(/0 of 1 area/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Stop asking" }).click();
  await expect(dialog(page).getByRole("button", { name: /^Ask 127/ })).toBeVisible();
});

test("an empty answer is an answer: the area is known, and nobody is there", async ({ page }) => {
  const [server] = servers as [OverpassServer];
  await openDialog(page, [server.address]);
  server.next({ kind: "answer", elements: [] });
  await ask(page);
  await expect(dialog(page).getByText("No actor found")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Take this over" }).click();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await settled(page);
  await expect(page.locator(".sheet").getByText(/short/i).first()).toBeVisible();
});

test("asked again, the newer answer takes the place of the older one, and a step back brings it again", async ({
  page,
}) => {
  const [server] = servers as [OverpassServer];
  await openDialog(page, [server.address]);
  await ask(page);
  await dialog(page).getByRole("button", { name: "Load 4 actors" }).click();
  await dialog(page).getByRole("button", { name: "Done" }).click();

  await page.getByRole("button", { name: "Ask OpenStreetMap for actors…" }).click();
  await dialog(page)
    .getByRole("radio", { name: /Again where it was asked before/ })
    .check();
  server.next({ kind: "answer", elements: [] });
  await ask(page);
  await dialog(page).getByRole("button", { name: "Take this over" }).click();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Data", exact: true }).click();
  await expect(tableEntry(page, "Actors from OpenStreetMap")).toContainText("0 rows");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(tableEntry(page, "Actors from OpenStreetMap")).toContainText("4 rows");
});

test("an address that is none is told, and the usual ones come back", async ({ page }) => {
  await openDialog(page, ["overpass.example"]);
  await expect(dialog(page).getByText(/Line 1 is “overpass.example”/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Back to the usual ones" }).click();
  await expect(dialog(page).getByRole("button", { name: "Ask overpass-api.de" })).toBeVisible();
});

const FAULTS = [
  ["a server that is too busy", { kind: "status", status: 504, retryAfter: "1" }, /overloaded \(status 504\)/],
  ["a refusal", { kind: "status", status: 400 }, /refused \(status 400/],
  ["a page that is no answer", { kind: "html" }, /not what the Overpass API sends/],
  ["an answer that ends too early", { kind: "cut" }, /not what the Overpass API sends/],
  ["a server that does not answer", { kind: "drop" }, /No answer came/],
] as const;

for (const [name, fault, words] of FAULTS) {
  test(`${name} is told, and asking again works`, async ({ page }) => {
    const [server] = servers as [OverpassServer];
    await openDialog(page, [server.address]);
    server.next(...Array.from({ length: 40 }, () => fault));
    await ask(page);
    await expect(dialog(page).getByText(words)).toBeVisible({ timeout: 60_000 });
    await expect(dialog(page).getByText("Nothing was answered")).toBeVisible();
  });
}
