import { rmSync } from "node:fs";
import type { Page } from "@playwright/test";
import type { RoutingActor } from "#cli/routing/engine.ts";
import { hasRouting, NEEDS_ROUTING, openRegion, temporaryFolder } from "../helpers/routing.ts";
import { expect, openAtlas, saveGeojson, settled, siteRows, test } from "./atlas-test.ts";
import { chooseFile, loadRows, readAllRows, tableEntry } from "./import-steps.ts";
import { OPENROUTESERVICE_KEY, startOpenrouteservice, type OpenrouteserviceServer } from "./openrouteservice-server.ts";
import { PUBLIC_LIMITS, startValhalla, type ValhallaServer } from "./valhalla-server.ts";

const TABLE = "Isochrones from routing servers";
const dialog = (page: Page) => page.getByRole("dialog", { name: "Isochrones from a routing server" });
const start = (page: Page) => dialog(page).getByRole("button", { name: /^Ask 127/ });
const done = (page: Page, words: string | RegExp) => expect(dialog(page).getByText(words)).toBeVisible();

/** Three sites in Liechtenstein, and one at sea, where no road is near. */
const SITES = [
  ["Spoerry-Fabrik Vaduz", 47.1357, 9.5237],
  ["Weberei Triesen", 47.1085, 9.5266],
  ["Jutefabrik at sea", 47.2, -15],
  ["Hanfwerke Mauren", 47.2189, 9.5414],
] as const;

let valhalla: ValhallaServer;
let openrouteservice: OpenrouteserviceServer;
test.beforeEach(async ({ allowed }) => {
  [valhalla, openrouteservice] = await Promise.all([startValhalla(null), startOpenrouteservice()]);
  allowed.origins.push(valhalla.origin, openrouteservice.origin);
});
test.afterEach(async () => {
  await Promise.all([valhalla.close(), openrouteservice.close()]);
});

/** Loads the sites, selects them all, and opens the window with the local server set. */
async function openWithSites(page: Page, server: string = valhalla.origin): Promise<void> {
  await openAtlas(page, "?room=data");
  const rows = SITES.map(([name, lat, lon], at) => `routing-${String(at)},${name},LI,${String(lat)},${String(lon)}`);
  await chooseFile(page, { name: "routing.csv", content: ["id,name,country,lat,lon", ...rows].join("\n") });
  await readAllRows(page);
  await loadRows(page);
  await page.goto("./?v=1&country=LI&room=data");
  await expect(siteRows(page)).toHaveCount(SITES.length);
  await settled(page);
  await page.getByRole("button", { name: "Ask a routing server…" }).click();
  await setServer(page, server);
}

async function setServer(page: Page, server: string): Promise<void> {
  await dialog(page).locator("summary").click();
  await dialog(page).getByRole("textbox", { name: "Address" }).fill(server);
  await dialog(page).getByRole("button", { name: "Use this" }).click();
}

const contoursAsked = () =>
  valhalla.queries.map((query) => {
    const { locations, contours } = JSON.parse(query) as {
      readonly locations: readonly { readonly lon: number }[];
      readonly contours: readonly { readonly time: number }[];
    };
    return `${String(locations[0]?.lon)}: ${contours.map(({ time }) => String(time)).join(" ")}`;
  });

test("isochrones of a selection are asked for, kept, known again, used in the rule and undone", async ({ page }) => {
  await openWithSites(page);
  await expect(dialog(page).getByRole("radio", { name: /Each of the 4 selected sites/ })).toBeChecked();
  await expect(dialog(page).getByText(/^4 requests?, at most one a second/)).toBeHidden();
  await expect(dialog(page).getByText(/Asks Valhalla at 127.0.0.1:\d+\. Sent are the coordinates/)).toBeVisible();
  expect(valhalla.queries).toEqual([]);
  await start(page).click();
  await expect(dialog(page).getByText(/[123] of 4 places, less than a minute left/)).toBeVisible();

  await done(page, "The isochrones of 3 places are loaded.");
  const failed = dialog(page).getByRole("alert");
  await expect(failed).toContainText("One place was not answered");
  await expect(failed).toContainText(/No road is near enough.*Jutefabrik at sea/);
  await expect(dialog(page).getByText(/© OpenStreetMap contributors, ODbL 1.0; Valhalla at 127/)).toBeVisible();
  expect(contoursAsked()).toEqual(["9.5237: 10 20 30", "9.5266: 10 20 30", "-15: 10 20 30", "9.5414: 10 20 30"]);
  await dialog(page).getByRole("button", { name: "20 min by car" }).click();
  await settled(page);
  await expect(page).toHaveURL(/travel=car-20/);
  await expect(page).not.toHaveURL(/estimate/);

  await page.reload();
  await settled(page);
  await expect(tableEntry(page, TABLE)).toContainText("9 rows · asked for at 127.0.0.1");
  await expect(tableEntry(page, TABLE)).toContainText("Valhalla at 127.0.0.1");
  await expect(page.getByText(/ODbL 1.0; Valhalla at 127/).first()).toBeVisible();

  // What is there is not asked for again, unless that is wanted.
  await page.getByRole("button", { name: "Ask a routing server…" }).click();
  await expect(dialog(page).getByText(/^3 of them have these isochrones already/)).toBeVisible();
  await dialog(page).getByRole("checkbox", { name: "60", exact: true }).check();
  await expect(dialog(page).getByText(/loaded already for 3 places: only the others/)).toBeVisible();
  await start(page).click();
  await done(page, "The isochrones of 3 places are loaded.");
  expect(contoursAsked().slice(4)).toEqual(["9.5237: 60", "9.5266: 60", "-15: 10 20 30 60", "9.5414: 60"]);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await expect(tableEntry(page, TABLE)).toContainText("12 rows");
  await page.keyboard.press("ControlOrMeta+z");
  await expect(tableEntry(page, TABLE)).toContainText("9 rows");
});

test("asking is stopped at once, what was answered stays, and the rest is asked for again", async ({ page }) => {
  await openWithSites(page);
  valhalla.next({ kind: "answer" }, { kind: "hang" });
  await start(page).click();
  await expect(dialog(page).getByText(/1 of 4 places/)).toBeVisible();
  await expect.poll(() => valhalla.queries.length).toBe(2);
  await dialog(page).getByRole("button", { name: "Stop asking" }).click();
  await done(page, "The isochrones of one place are loaded.");
  await done(page, "Asking was stopped. What had been answered is kept.");
  await expect(dialog(page).getByRole("alert")).toContainText("3 places were not answered");
  await dialog(page).getByRole("button", { name: "Ask again for these" }).click();
  await done(page, "The isochrones of 2 places are loaded.");
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await expect(tableEntry(page, TABLE)).toContainText("9 rows");
});

test("closing the window while it asks stops it, keeps what was answered and tells what was not", async ({ page }) => {
  await openWithSites(page);
  valhalla.next({ kind: "answer" }, { kind: "hang" });
  await start(page).click();
  await expect(dialog(page).getByText(/1 of 4 places/)).toBeVisible();
  await page.keyboard.press("Escape");
  await done(page, "Asking was stopped. What had been answered is kept.");
  await expect(dialog(page).getByRole("alert")).toContainText("3 places were not answered");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await expect(tableEntry(page, TABLE)).toContainText("3 rows");
});

test("Enter in the field of the server takes it into use, and nobody is asked before", async ({ page }) => {
  await openWithSites(page);
  const address = dialog(page).getByRole("textbox", { name: "Address" });
  await address.fill(`${valhalla.origin}/other`);
  await expect(start(page)).toBeDisabled();
  await expect(dialog(page).getByText(/^What you changed of the server is not in use yet/)).toBeVisible();
  await address.press("Enter");
  await expect(start(page)).toBeEnabled();
  await expect(dialog(page).getByText("From now on this one is asked.")).toBeVisible();
  await expect(address).toBeFocused();
  await address.fill("valhalla.example");
  await address.press("Enter");
  await expect(start(page)).toBeDisabled();
  await expect(dialog(page).getByText(/Expected an address that begins with/)).toBeVisible();
  expect(valhalla.queries).toEqual([]);
});

test("a server that asks to wait is waited for, one that allows fewer times is asked for fewer", async ({ page }) => {
  await openWithSites(page);
  valhalla.next(
    { kind: "status", status: 429, retryAfter: "3" },
    { kind: "error", code: 152, message: "Exceeded max contours: 2" },
  );
  await start(page).click();
  await expect(dialog(page).getByText(/asks to wait 3 seconds/)).toBeVisible();
  await done(page, "The isochrones of 3 places are loaded.");
  // The first two, then two times and one time each; the site at sea is not asked for its last one.
  expect(valhalla.queries).toHaveLength(2 + 2 + 2 + 1 + 2);
});

// The answer for the site at sea is an error, which cannot be cut: it is no answer of that site alone.
for (const [name, fault, words, asked] of [
  ["a page that is no answer", { kind: "html" }, /not what this service sends: Sign in/, 3],
  ["an answer that ends too early", { kind: "cut" }, /not what this service sends: It is cut off/, 4],
  ["a refusal", { kind: "status", status: 400 }, /refused \(status 400/, 3],
] as const) {
  test(`${name} is told, the next sites are asked for, and three in a row end it`, async ({ page }) => {
    await openWithSites(page);
    valhalla.next(fault);
    await start(page).click();
    await done(page, "The isochrones of 2 places are loaded.");
    await expect(dialog(page).getByRole("alert")).toContainText(words);
    await expect(dialog(page).getByRole("alert")).toContainText("Spoerry-Fabrik Vaduz");

    await dialog(page).getByRole("button", { name: "Ask for more" }).click();
    await dialog(page).getByRole("radio", { name: "Bicycle" }).check();
    const before = valhalla.queries.length;
    valhalla.next(fault, fault, fault, fault);
    await start(page).click();
    await done(page, "Nothing was answered, so nothing is loaded.");
    expect(valhalla.queries.length - before).toBe(asked);
  });
}

test("a server that cannot be reached is told, and nothing is loaded", async ({ page }) => {
  await openWithSites(page);
  await valhalla.close();
  await start(page).click();
  await done(page, "Nothing was answered, so nothing is loaded.");
  await expect(dialog(page).getByRole("alert")).toContainText(/4 places were not answered.*No answer came/);
  valhalla = await startValhalla(null);
});

test("the law of no request holds until asking is started, and the public servers are named", async ({ page }) => {
  await openAtlas(page, "?v=1&site=si-piran-monfort-salt-warehouse");
  await page.getByRole("article").getByRole("button", { name: "Ask a routing server…" }).click();
  await expect(dialog(page).getByRole("button", { name: "Ask valhalla1.openstreetmap.de" })).toBeEnabled();
  await expect(dialog(page).getByText(/Asks Valhalla at valhalla1.openstreetmap.de \(FOSSGIS\)/)).toBeVisible();
  await dialog(page)
    .getByRole("radio", { name: /^openrouteservice/ })
    .check();
  await expect(dialog(page).getByRole("button", { name: "Ask api.openrouteservice.org" })).toBeDisabled();
  await expect(dialog(page).getByText(/^This service asks for a key of your own/)).toBeVisible();
  await dialog(page).getByRole("textbox", { name: "Address" }).fill("ors.example");
  await expect(dialog(page).getByText(/Expected an address that begins with/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
});

test("a place whose sheet is open is asked for, too", async ({ page }) => {
  await openAtlas(page, "?v=1&place=3042030");
  await page.getByRole("article").getByRole("button", { name: "Ask a routing server…" }).click();
  await expect(dialog(page).getByRole("radio", { name: /^Vaduz/ })).toBeChecked();
  await setServer(page, valhalla.origin);
  await start(page).click();
  await done(page, "The isochrones of one place are loaded.");
  expect(contoursAsked()[0]).toMatch(/^9\.5\d*: 10 20 30$/);
});

test("openrouteservice is asked with the user's key, which stays in the browser", async ({ page }) => {
  await openWithSites(page);
  await dialog(page)
    .getByRole("radio", { name: /^openrouteservice/ })
    .check();
  await dialog(page).getByLabel("Your key").fill("somebody-elses-key");
  await dialog(page).getByRole("textbox", { name: "Address" }).fill(openrouteservice.origin);
  await dialog(page).getByRole("button", { name: "Use this" }).click();
  await start(page).click();
  await expect(dialog(page).getByRole("alert")).toContainText(/refused the key \(status 403\)/);
  await done(page, "Nothing was answered, so nothing is loaded.");
  expect(openrouteservice.queries).toEqual([]);

  await dialog(page).getByRole("button", { name: "Ask for more" }).click();
  await dialog(page)
    .getByRole("radio", { name: /^openrouteservice/ })
    .check();
  await dialog(page).locator("summary").click();
  await dialog(page).getByLabel("Your key").fill(OPENROUTESERVICE_KEY);
  await dialog(page)
    .getByRole("spinbutton")
    .or(dialog(page).getByLabel(/^Seconds from one/))
    .fill("0.5");
  await dialog(page).getByRole("button", { name: "Use this" }).click();
  openrouteservice.next({ kind: "status", status: 429, text: '{"error":"Rate limit exceeded"}', retryAfter: "2" });
  await start(page).click();
  await expect(dialog(page).getByText(/asks to wait 2 seconds/)).toBeVisible();
  await done(page, "The isochrones of 3 places are loaded.");
  await expect(dialog(page).getByRole("alert")).toContainText(/No road is near enough.*Jutefabrik at sea/);
  // Too many, then all four at once, and as one of them has no road one by one.
  expect(openrouteservice.queries).toHaveLength(1 + 1 + 4);
  expect(openrouteservice.queries[1]).toMatch(/^driving-car .*"range":\[600,1200,1800\],"range_type":"time"/);
  await dialog(page).getByRole("button", { name: "Done" }).click();
  await expect(tableEntry(page, TABLE)).toContainText("openrouteservice at 127.0.0.1");
  await expect(page.getByText(/© openrouteservice.org by HeiGIT/).first()).toBeVisible();

  expect(page.url()).not.toContain(OPENROUTESERVICE_KEY);
  const [saved] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a project file" }).click(),
  ]);
  const chunks: Buffer[] = [];
  for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
  expect(Buffer.concat(chunks).includes(OPENROUTESERVICE_KEY)).toBe(false);
  await page.getByRole("button", { name: "Sites", exact: true }).first().click();
  expect((await saveGeojson(page)).text).not.toContain(OPENROUTESERVICE_KEY);
});

test.describe("with the real engine over Liechtenstein", () => {
  test.skip(!hasRouting, `without ${NEEDS_ROUTING}`);
  let folder: string;
  let engine: RoutingActor;
  let real: ValhallaServer;
  test.beforeAll(async () => {
    test.setTimeout(600_000);
    folder = temporaryFolder();
    engine = await openRegion("liechtenstein-2021-10", folder, PUBLIC_LIMITS);
    real = await startValhalla(engine);
  });
  test.afterAll(async () => {
    await real.close();
    rmSync(folder, { recursive: true });
  });

  test("isochrones of all minutes are asked for in several requests, and the site without a road is named", async ({
    page,
    allowed,
  }) => {
    allowed.origins.push(real.origin);
    await openWithSites(page, real.origin);
    for (const minutes of ["5", "15", "45", "60"]) {
      await dialog(page).getByRole("checkbox", { name: minutes, exact: true }).check();
    }
    await start(page).click();
    await done(page, "The isochrones of 3 places are loaded.");
    await expect(dialog(page).getByRole("alert")).toContainText(/No road is near enough.*Jutefabrik at sea/);
    expect(real.queries).toHaveLength(3 * 2 + 1);
    await dialog(page).getByRole("button", { name: "60 min by car" }).click();
    await settled(page);
    await page.reload();
    await settled(page);
    await expect(tableEntry(page, TABLE)).toContainText("21 rows");
  });
});
