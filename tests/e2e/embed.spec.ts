import type { Page } from "@playwright/test";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { findOverflow } from "./find-overflow.ts";
import { startHost, type HostServer } from "./host-server.ts";

interface Heard {
  readonly origin: string;
  readonly data: {
    readonly type: string;
    readonly version: number;
    readonly site: { readonly id: string; readonly name: string } | null;
    readonly sites: { readonly count: number; readonly ids: readonly string[] };
    readonly link: string;
  };
}

let host: HostServer;
test.beforeEach(async ({ allowed }) => {
  host = await startHost();
  allowed.origins.push(host.origin);
  // What the script of the dialog writes.
  allowed.messages.push(/ \d+ http:\/\//);
});
test.afterEach(() => host.close());

/** The window that shares the view, with the address of the page around filled in. */
async function openShare(page: Page, query: string, address: string) {
  await openAtlas(page, query);
  await page.getByRole("button", { name: "Share", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Share" });
  await dialog.getByLabel("Address of your page (optional)").fill(address);
  return dialog;
}

/** Puts the HTML of the window, frame and script, into the page of the host, and opens it. */
async function embed(page: Page, query: string): Promise<void> {
  const dialog = await openShare(page, query, `${host.origin}/page.html`);
  await dialog.getByText("How your page hears what is selected").click();
  const frame = await dialog.getByLabel("HTML for your page").inputValue();
  host.put(`${frame}\n${await dialog.getByLabel("Script for your page").inputValue()}`);
  await page.goto(host.origin);
}

/** The messages that the page of the host has had, once there are so many. */
async function heard(page: Page, count: number): Promise<readonly Heard[]> {
  const read = () => page.evaluate<readonly Heard[]>("heard");
  await expect.poll(async () => (await read()).length).toBe(count);
  return read();
}

test(
  "a page of another origin shows the atlas, hears what is selected, and selects",
  { tag: "@firefox" },
  async ({ page, baseURL }) => {
    await embed(page, "?v=1&country=SI&reach=12000");
    const atlas = new URL(baseURL ?? "");
    const frame = page.frameLocator("iframe");
    await expect(page.getByTitle("REFREsh Atlas: map of industrial heritage")).toBeVisible();
    await expect(frame.getByRole("heading", { level: 1 })).toHaveText("REFREsh Atlas: map of industrial heritage");
    await expect(frame.getByRole("navigation")).toHaveCount(0);

    const [first] = await heard(page, 1);
    expect(first?.origin).toBe(atlas.origin);
    expect(first?.data).toMatchObject({ type: "refresh-atlas:selection", version: 1, site: null });
    expect(first?.data.sites.count).toBe(36);
    expect(first?.data.sites.ids).toContain("si-izola-shipyard");
    const link = new URL(first?.data.link ?? "");
    expect(link.href.startsWith(atlas.href)).toBe(true);
    expect(Object.fromEntries(link.searchParams)).toMatchObject({ country: "SI", reach: "12000", lang: "en" });
    expect([...link.searchParams.keys()].filter((key) => key.startsWith("embed"))).toEqual([]);

    const button = page.getByRole("button", { name: "Button of the town" });
    await button.focus();
    await page.evaluate("openAtlasSite('si-izola-shipyard')");
    await expect(frame.getByRole("heading", { level: 2, name: "Izola shipyard" })).toBeVisible();
    await expect(frame.getByTestId("verdict")).toBeVisible();
    await expect(button).toBeFocused();
    const [, second] = await heard(page, 2);
    expect(second?.data.site).toEqual({ id: "si-izola-shipyard", name: "Izola shipyard" });
    expect(second?.data.sites).toEqual(first?.data.sites);

    await page.evaluate("openAtlasSite(null)");
    await expect(frame.getByRole("article")).toHaveCount(0);
    await heard(page, 3);
    // Not by the pointer, which in Firefox the driver does not bring into a frame of another host.
    await frame.getByRole("button", { name: /clear all filters/i }).dispatchEvent("click");
    const fourth = (await heard(page, 4))[3];
    expect(fourth?.data.sites.count).toBe(196);
    await frame.locator("[data-site]").first().dispatchEvent("click");
    const fifth = (await heard(page, 5))[4];
    expect(fourth?.data.sites.ids).toContain(fifth?.data.site?.id);

    // Nothing was added to the history, so going back leaves the page of the host.
    const whole = await frame.getByRole("link", { name: /^Open in REFREsh Atlas/ }).getAttribute("href");
    await page.goBack();
    await expect(page).toHaveURL(new RegExp(`^${atlas.href.replaceAll(".", "\\.")}\\?`));
    const parameters = ({ searchParams }: URL) =>
      Object.fromEntries([...searchParams].filter(([key]) => key !== "map"));
    expect(parameters(new URL(whole ?? ""))).toEqual(parameters(new URL(fifth?.data.link ?? "")));
    await openAtlas(page, new URL(whole ?? "").search);
    await expect(page.getByRole("article")).toBeVisible();
  },
);

test("a page that is not of the stated origin is told nothing, and not heard", async ({ page, allowed }) => {
  allowed.messages.push(/target origin provided \('https:\/\/town\.example'\) does not match/);
  const dialog = await openShare(page, "?v=1&country=SI", "https://town.example/industry");
  await expect(dialog.getByText("Pages of https://town.example, and no others")).toBeVisible();
  host.put(await dialog.getByLabel("HTML for your page").inputValue());
  await page.goto(host.origin);
  const frame = page.frameLocator("iframe");
  await frame.getByRole("combobox", { name: /^Search/ }).fill("izola");
  await frame.locator("[data-site]").first().click();
  await expect(frame.getByTestId("verdict")).toBeVisible();
  await frame.getByRole("button", { name: "Close the sheet" }).click();
  await page.evaluate(() => {
    const message = { type: "refresh-atlas:select", version: 1, id: "si-izola-shipyard" };
    document.querySelector("iframe")?.contentWindow?.postMessage(message, "*");
  });
  await frame.getByRole("combobox", { name: /^Search/ }).fill("piran");
  await expect(frame.locator(".list-result-words")).toContainText("piran");
  await expect(frame.getByRole("article")).toHaveCount(0);
  expect(await page.evaluate("heard")).toEqual([]);
});

test("over the frame's map the page of the host scrolls on", async ({ page }) => {
  await embed(page, "?v=1&country=SI&map=7/46/15");
  const frame = page.frameLocator("iframe");
  const map = frame.getByRole("region", { name: "Map", exact: true });
  await expect(frame.locator("html")).toHaveAttribute("data-map", "shown");
  await heard(page, 1);
  await map.hover();
  await page.mouse.wheel(0, 120);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  await expect(frame.getByText("Hold Ctrl and scroll to zoom the map")).toBeVisible();
  const link = () => frame.getByRole("link", { name: /^Open in REFREsh Atlas/ }).getAttribute("href");
  expect(new URL((await link()) ?? "").searchParams.get("map")).toBe("7/46/15");
  await map.hover();
  await page.keyboard.down("Control");
  await page.mouse.wheel(0, -120);
  await page.keyboard.up("Control");
  await expect.poll(async () => Number(new URL((await link()) ?? "").searchParams.get("map")?.split("/")[0])).toBeGreaterThan(7); // prettier-ignore
});

test("what lies in another room opens as a whole page", async ({ page, context }) => {
  await openAtlas(page, "?embed&country=SI&site=si-izola-shipyard");
  const opened = context.waitForEvent("page");
  await page.getByRole("article").getByRole("region", { name: /^What could it become/ }).getByRole("button").last().click(); // prettier-ignore
  const whole = await opened;
  await expect(whole).toHaveURL(/[?&]room=options/);
  expect(new URL(whole.url()).searchParams.has("embed")).toBe(false);
  await expect(page).not.toHaveURL(/room=/);
  await expect(page.getByRole("article")).toBeVisible();
});

/** All that the browser keeps for the page. */
function kept(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const found: unknown[] = [Object.entries(localStorage), Object.entries(sessionStorage)];
    const wait = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(new Error(String(request.error)));
        };
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await wait(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        found.push([name, store, await wait(database.transaction(store).objectStore(store).getAll())]);
      }
      database.close();
    }
    return JSON.stringify(found);
  });
}

test("the frame leaves what the visitor keeps as it is", async ({ page }) => {
  await openAtlas(page, "?v=1&country=HR&lang=en");
  await page.getByRole("button", { name: "Fold the list away" }).click();
  await expect.poll(() => kept(page)).toContain("country=HR");
  const before = await kept(page);
  expect(before).toContain("folded");

  await openAtlas(page, "?embed=1&country=SI&what-if=service.gastronomy,6,14.2,46.05,SI");
  await siteRows(page).first().click();
  await settled(page);
  await expect(page.getByRole("region", { name: "What-if" })).toBeVisible();
  await page.getByRole("button", { name: "Close the sheet" }).click();
  await page.getByRole("button", { name: "Fold the list away" }).click();
  await page.getByRole("button", { name: "Show the list" }).click();
  await page.getByRole("button", { name: /clear all filters/i }).click();
  await settled(page);
  expect(await kept(page)).toBe(before);

  await page.goto("./");
  await expect(page.getByText("The page goes on where you left it.")).toBeVisible();
  await expect(page).toHaveURL(/country=HR/);
});

test("where the browser refuses to keep anything the frame is whole, and says nothing of it", async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException("The operation is insecure.", "SecurityError");
    };
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
      Object.defineProperty(window, name, { get: refuse });
    Object.defineProperty(LockManager.prototype, "query", { value: () => Promise.reject(new DOMException("", "SecurityError")) }); // prettier-ignore
    Object.defineProperty(LockManager.prototype, "request", { value: () => Promise.reject(new DOMException("", "SecurityError")) }); // prettier-ignore
  });
  await openAtlas(page, "?embed&country=SI");
  await siteRows(page).first().click();
  await expect(page.getByTestId("verdict")).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("an origin that cannot be one is told", async ({ page }) => {
  await openAtlas(page, "?embed=1&embed-origin=*");
  await expect(page.getByRole("alert").getByText(/embed-origin/)).toBeVisible();
  await expect(page.getByRole("alert").getByText(/https:\/\/example\.org/)).toBeVisible();
});

test("the window says what is wrong with height and address, and copies what it shows", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const dialog = await openShare(page, "?v=1&site=si-izola-shipyard", "town.example");
  await expect(dialog.getByText("Link copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("site=si-izola-shipyard");
  await expect(dialog.getByText("This is no address of a page; it must begin with https:// or http://.")).toBeVisible();
  const html = dialog.getByLabel("HTML for your page");
  await expect(html).not.toHaveValue(/embed-origin/);
  const height = dialog.getByLabel("Height of the frame, px");
  await height.fill("1201");
  await expect(dialog.getByText("Enter a whole number from 300 to 1,200. Still using 600.")).toBeVisible();
  await height.fill("480");
  await expect(html).toHaveValue(/height="480"/);
  await expect(html).toHaveValue(/title="REFREsh Atlas: Izola shipyard"/);
  await expect(html).toHaveValue(/site=si-izola-shipyard&amp;.*embed=1/);
  await dialog.getByRole("radio", { name: "Map alone" }).check();
  await expect(html).toHaveValue(/embed=map/);
  await expect(html).not.toHaveValue(/site=si-izola/);
  await dialog.getByRole("button", { name: "Copy HTML" }).click();
  await expect(dialog.getByText("Copied", { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await html.inputValue());
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Share", exact: true })).toBeFocused();
});

for (const [width, height] of [
  [300, 300],
  [360, 400],
  [800, 600],
  [1200, 500],
] as const)
  // prettier-ignore
  test(`nothing is without room in a frame of ${String(width)} by ${String(height)}`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    for (const language of ["de", "hu"])
      for (const query of ["embed&country=SI", "embed=map", "embed&site=si-izola-shipyard"]) {
        await page.goto(`./?${query}&lang=${language}`);
        await expect(page.locator(".list-result-words")).toHaveText(/^\d+/);
        await settled(page);
        await expect(page.locator("html")).toHaveAttribute("data-map", "shown");
        expect(await findOverflow(page, false), `${query} in ${language}`).toEqual([]);
      }
  });
