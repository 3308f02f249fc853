import type { Page } from "@playwright/test";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { tableEntry } from "./import-steps.ts";
import { startOverpass, type OverpassServer } from "./overpass-server.ts";
import { startSparql, type SparqlServer } from "./sparql-server.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: "Look for sites" });
const candidate = (page: Page, name: string) => dialog(page).getByRole("listitem").filter({ hasText: name });
const shown = (page: Page) => dialog(page).getByRole("combobox", { name: "Show" });

let overpass: OverpassServer;
let sparql: SparqlServer;
test.beforeEach(async ({ allowed }) => {
  [overpass, sparql] = await Promise.all([startOverpass(), startSparql()]);
  allowed.origins.push(overpass.origin, sparql.origin);
});
test.afterEach(async () => {
  await Promise.all([overpass.close(), sparql.close()]);
});

/** The mine shaft of Idrija, around which is looked. */
const SITE = { lon: 14.030_56, lat: 46.002_78 };

/** Four objects of which three are sites: one is Wikidata's, too, one stands beside a loaded site, one has no name. */
const ELEMENTS = [
  {
    type: "way",
    id: 7001,
    center: { lon: SITE.lon + 0.04, lat: SITE.lat + 0.021 },
    tags: { man_made: "watermill", name: "Zgornji mlin", "name:en": "Upper mill", wikidata: "Q9002", disused: "yes" },
  },
  {
    type: "node",
    id: 7002,
    lat: SITE.lat,
    lon: SITE.lon + 0.03,
    tags: { historic: "lime_kiln", name: "Apnenica", heritage: "2" },
  },
  { type: "node", id: 7003, lat: SITE.lat - 0.02, lon: SITE.lon, tags: { man_made: "adit" } },
  { type: "node", id: 7004, lat: SITE.lat - 0.02, lon: SITE.lon, tags: { man_made: "works", name: "Nova tovarna" } },
];

/** Opens the window from the room Data, with the local servers set, and chooses the ground around the site. */
async function openDialog(page: Page): Promise<void> {
  await openAtlas(page, "?site=si-idrija-anthonys-shaft&room=data");
  await page.getByRole("button", { name: "Look for sites…" }).click();
  for (const [service, { address }] of [
    ["OpenStreetMap", overpass],
    ["Wikidata", sparql],
  ] as const) {
    const servers = dialog(page)
      .getByRole("group")
      .filter({ hasText: `Servers for ${service}` });
    await dialog(page).getByText(`Servers for ${service}`).click();
    await servers.getByRole("textbox").fill(address);
    await servers.getByRole("button", { name: "Use these" }).click();
  }
  await dialog(page)
    .getByRole("radio", { name: /^Around/ })
    .check();
}

async function look(page: Page): Promise<void> {
  await dialog(page).getByRole("button", { name: "Look for sites", exact: true }).click();
}

test("nothing is asked before the user starts, and the page says whom it asks", async ({ page }) => {
  await openDialog(page);
  await expect(dialog(page).getByText(/^Asks 127\.0\.0\.1:\d+ and 127\.0\.0\.1:\d+\./)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  expect([overpass.queries, sparql.queries]).toEqual([[], []]);
});

test("sites are looked for from an empty list, too, beside the map", async ({ page }) => {
  await openAtlas(page, "?q=nowhere-at-all");
  await page.getByRole("button", { name: "Look for sites…" }).click();
  await expect(dialog(page)).toBeVisible();
  await expect(dialog(page).getByRole("radio", { name: /^Where the selected sites are/ })).toBeDisabled();
  await expect(dialog(page).getByRole("radio", { name: /^What the map shows/ })).toBeChecked();
  await dialog(page).getByRole("button", { name: "Close", exact: true }).last().click();
  await expect(dialog(page)).toBeHidden();
});

test("what both services found is looked at, added as tables of their own, and undone at once", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: ELEMENTS });
  await look(page);
  await expect(dialog(page).getByText("3 sites to look at")).toBeVisible();
  await expect(dialog(page).getByText(/2 objects without a name are left out/)).toBeVisible();
  const mill = candidate(page, "Upper mill");
  await expect(mill).toContainText("Zgornji mlin");
  await expect(mill).toContainText("Unused");
  await expect(mill).toContainText("from 1850");
  await expect(mill.getByRole("link")).toHaveText([/^OpenStreetMap/, /^Wikidata/]);
  await expect(candidate(page, "Rudnik")).toContainText("Mining · Idrija · from 1490 · closed 1995");

  await mill.getByRole("button", { name: "Add" }).click();
  await candidate(page, "Rudnik").getByRole("button", { name: "Add" }).click();
  await candidate(page, "Apnenica").getByRole("button", { name: "Reject" }).click();
  await expect(dialog(page).getByText("Everything is decided.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Add 2 sites" }).click();
  await expect(dialog(page).getByText("2 sites are added.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await settled(page);
  await expect(siteRows(page).filter({ hasText: "Upper mill" })).toHaveCount(1);

  await page.getByRole("button", { name: "Data", exact: true }).click();
  await expect(tableEntry(page, "Sites from OpenStreetMap")).toContainText("1 row");
  await expect(tableEntry(page, "Sites from OpenStreetMap")).toContainText("ODbL 1.0");
  await expect(tableEntry(page, "Sites from Wikidata")).toContainText("CC0 1.0");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(tableEntry(page, "Sites from OpenStreetMap")).toHaveCount(0);
  await expect(tableEntry(page, "Sites from Wikidata")).toHaveCount(0);
});

test("asked again, what was added is told as loaded, what was rejected as rejected; more is added to the same table", async ({
  page,
}) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: ELEMENTS });
  await look(page);
  await candidate(page, "Upper mill").getByRole("button", { name: "Add" }).click();
  await candidate(page, "Apnenica").getByRole("button", { name: "Reject" }).click();
  await dialog(page).getByRole("button", { name: "Add one site" }).click();
  await dialog(page).getByRole("button", { name: "Look elsewhere" }).click();
  await settled(page);

  overpass.next({ kind: "answer", elements: ELEMENTS });
  await dialog(page)
    .getByRole("radio", { name: /^Around/ })
    .check();
  await look(page);
  await expect(dialog(page).getByText("One more is in your tables already.")).toBeVisible();
  await shown(page).selectOption("reject");
  await expect(candidate(page, "Apnenica")).toBeVisible();
  await candidate(page, "Apnenica").getByRole("button", { name: "Add" }).click();
  await dialog(page).getByRole("button", { name: "Add one site" }).click();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Data", exact: true }).click();
  await expect(tableEntry(page, "Sites from OpenStreetMap")).toContainText("2 rows");
});

test("a candidate beside a loaded site is merged: its gaps are filled, what it states stays", async ({ page }) => {
  await openDialog(page);
  overpass.next({
    kind: "answer",
    elements: [
      {
        type: "node",
        id: 7100,
        lat: SITE.lat,
        lon: SITE.lon,
        tags: { historic: "mine_shaft", name: "Antonijev rov", website: "https://shaft.example/", disused: "yes" },
      },
    ],
  });
  sparql.next({ kind: "answer", rows: [] });
  await look(page);
  await expect(candidate(page, "Antonijev rov")).toContainText(/Perhaps .* away, which is loaded/);
  await candidate(page, "Antonijev rov").getByRole("button", { name: "Merge" }).click();
  await dialog(page).getByRole("button", { name: "Merge one site" }).click();
  await expect(dialog(page).getByText("One site is filled in.")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await settled(page);
  await expect(page.getByRole("article")).toContainText("openstreetmap.org/node/7100");
  await expect(page.getByRole("article")).toContainText("Reused");
});

test("all is decided with the keyboard alone", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: ELEMENTS });
  await look(page);
  await candidate(page, "Apnenica").getByRole("button", { name: "Add" }).focus();
  await page.keyboard.press("r");
  await expect(candidate(page, "Rudnik").getByRole("button", { name: "Add" })).toBeFocused();
  await page.keyboard.press("ArrowDown");
  await expect(candidate(page, "Upper mill").getByRole("button", { name: "Add" })).toBeFocused();
  await page.keyboard.press("a");
  await page.keyboard.press("a");
  await expect(dialog(page).getByText("Everything is decided.")).toBeVisible();
  await expect(dialog(page).getByRole("button", { name: "Add 2 sites" })).toBeVisible();
});

test("all that are shown are decided at once", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: ELEMENTS });
  await look(page);
  await dialog(page).getByRole("button", { name: "Reject all" }).click();
  await expect(dialog(page).getByRole("button", { name: "Decide about at least one site" })).toBeDisabled();
  await shown(page).selectOption("reject");
  await dialog(page).getByRole("button", { name: "Add all" }).click();
  await expect(dialog(page).getByRole("button", { name: "Add 3 sites" })).toBeEnabled();
});

test("an empty answer is told as one", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: [] });
  sparql.next({ kind: "answer", rows: [] });
  await look(page);
  await expect(dialog(page).getByText("No new site found")).toBeVisible();
  await dialog(page).getByRole("button", { name: "Back" }).click();
  await expect(dialog(page).getByRole("button", { name: "Look for sites", exact: true })).toBeVisible();
});

test("a query that takes too long is asked in parts and joined", async ({ page }) => {
  await openDialog(page);
  await dialog(page)
    .getByRole("checkbox", { name: /^OpenStreetMap/ })
    .uncheck();
  sparql.next({ kind: "timeout" }, { kind: "late-timeout" });
  await look(page);
  await expect(dialog(page).getByText(/sites to look at/)).toBeVisible();
  expect(sparql.queries).toHaveLength(9);
  expect(overpass.queries).toEqual([]);
});

test("asking is stopped, and what one service has answered is there", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: ELEMENTS });
  sparql.next({ kind: "hang" });
  await look(page);
  await expect(dialog(page).getByText(/^Wikidata: 0 of 1 part/)).toBeVisible();
  await dialog(page).getByRole("button", { name: "Stop asking" }).click();
  await expect(dialog(page).getByText("2 sites to look at")).toBeVisible();
});

test("a server that asks to wait is waited for", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "answer", elements: [] });
  sparql.next({ kind: "status", status: 429, retryAfter: "2" });
  await look(page);
  await expect(dialog(page).getByText(/asks to wait 2 seconds/)).toBeVisible();
  await expect(dialog(page).getByText("2 sites to look at")).toBeVisible();
});

test("what was decided stays while more is asked for, also when that is stopped", async ({ page }) => {
  await openDialog(page);
  overpass.next({ kind: "status", status: 403 });
  await look(page);
  await expect(dialog(page).getByText("2 sites to look at")).toBeVisible();
  await candidate(page, "Upper mill").getByRole("button", { name: "Add" }).click();
  const add = dialog(page).getByRole("button", { name: "Add one site" });
  await expect(add).toBeVisible();

  overpass.next({ kind: "hang" });
  await dialog(page).getByRole("button", { name: "Ask again" }).click();
  await dialog(page).getByRole("button", { name: "Stop asking" }).click();
  await expect(add).toBeVisible();

  // Now the mill is one of OpenStreetMap, too.
  overpass.next({ kind: "answer", elements: ELEMENTS });
  await dialog(page).getByRole("button", { name: "Ask again" }).click();
  await expect(dialog(page).getByText("3 sites to look at")).toBeVisible();
  await expect(add).toBeVisible();
  await shown(page).selectOption("accept");
  await expect(candidate(page, "Upper mill").getByRole("link")).toHaveText([/^OpenStreetMap/, /^Wikidata/]);
});

const FAULTS = [
  [
    "a ban",
    { kind: "status", status: 403, text: "You have been banned until tomorrow." },
    /status 403: You have been banned/,
  ],
  ["a page that is no answer", { kind: "html" }, /not what the service sends: Sign in/],
  ["a server that does not answer", { kind: "drop" }, /No answer came/],
  ["too many questions", { kind: "status", status: 429, retryAfter: "600" }, /too many questions.*600 seconds/],
] as const;

for (const [name, fault, words] of FAULTS) {
  test(`${name} is told, what the other service found stays, and asking again works`, async ({ page }) => {
    await openDialog(page);
    overpass.next({ kind: "answer", elements: ELEMENTS });
    sparql.next(fault);
    await look(page);
    await expect(dialog(page).getByText(words)).toBeVisible();
    await candidate(page, "Upper mill").getByRole("button", { name: "Add" }).click();
    await dialog(page).getByRole("button", { name: "Ask again" }).click();
    await expect(dialog(page).getByText("3 sites to look at")).toBeVisible();
    await expect(dialog(page).getByRole("button", { name: "Add one site" })).toBeVisible();
    expect(overpass.queries).toHaveLength(1);
  });
}
