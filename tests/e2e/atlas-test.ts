import { test as base, expect, type Page } from "@playwright/test";
import { completeProtocol, INSERT_TEXT_AS_TYPED, WITHOUT_LABEL_ELEMENTS } from "./firefox-protocol.ts";

/** As Playwright's test, and it fails on anything on the console and on any request to an origin that it does not allow. */
export const test = base.extend<{
  readonly quiet: undefined;
  /** Whether the browser has met the page before: to newcomers it shows the guide. */
  readonly known: boolean;
  readonly allowed: { readonly origins: string[]; readonly messages: RegExp[] };
  /** Whether the browser may keep the page for use without network, which takes all of its files. */
  readonly keepsPage: boolean;
}>({
  browser: [
    async ({ browser, channel }, use) => {
      if (channel === "moz-firefox") completeProtocol(browser);
      await use(browser);
    },
    { scope: "worker" },
  ],
  keepsPage: [false, { option: true }],
  known: [true, { option: true }],
  context: async ({ context, channel, keepsPage, known }, use) => {
    if (!keepsPage) await context.addInitScript({ content: KEEPS_NO_PAGE });
    if (known) await context.addInitScript(keepGuideShown);
    if (channel === "moz-firefox") {
      await context.addInitScript({ content: INSERT_TEXT_AS_TYPED });
      await context.addInitScript({ content: WITHOUT_LABEL_ELEMENTS });
    }
    await use(context);
  },
  /**
   * Origins that the page may ask besides its own, and words that the console may hold; a test adds those of the servers that
   * it starts, and of the failures that it brings about.
   */
  allowed: async ({ baseURL }, use) => {
    await use({ origins: [new URL(baseURL ?? "").origin], messages: [] });
  },
  quiet: [
    async ({ page, allowed }, use) => {
      const noise: string[] = [];
      page.on("console", (message) => {
        if (isDriverNotice(message.text()) || allowed.messages.some((words) => words.test(message.text()))) return;
        noise.push(`${message.type()}: ${message.text()}`);
      });
      page.on("pageerror", (error) => {
        if (!allowed.messages.some((words) => words.test(error.message))) noise.push(`uncaught: ${error.message}`);
      });
      // What is still on its way as the page is left is given up, which Firefox says as if it failed.
      page.on("framenavigated", (frame) => {
        if (frame !== page.mainFrame()) return;
        noise.splice(0, Infinity, ...noise.filter((words) => !GIVEN_UP.test(words)));
      });
      page.on("request", (request) => {
        const url = new URL(request.url());
        if (!["blob:", "data:"].includes(url.protocol) && !allowed.origins.includes(url.origin))
          noise.push(`request to ${url.href}`);
      });
      await use(undefined);
      expect(noise, "console and foreign requests").toEqual([]);
    },
    { auto: true },
  ],
});

const GIVEN_UP = /^uncaught: error loading dynamically imported module/;

/** As in a browser that keeps no pages. */
const KEEPS_NO_PAGE = `Object.defineProperty(Navigator.prototype, "serviceWorker", { get: () => undefined });`;

/** As after a first visit. */
export function keepGuideShown(): void {
  try {
    localStorage.setItem("refresh-atlas.guide", "shown");
  } catch {
    // A page that may keep nothing shows no guide.
  }
}

/** Software rendering says how slow it is; that is the browser's word on the test machine, not the page's. */
function isDriverNotice(text: string): boolean {
  return /GL Driver Message|GPU stall due to ReadPixels|software WebGL/i.test(text);
}

export { expect };

const EXPORT = /^Export \d+ sites?$/;

export interface ExportedFeature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly [number, number] } | null;
  readonly properties: Readonly<Record<string, string | number | boolean | null>>;
}

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
  readonly features: readonly ExportedFeature[];
  readonly metadata: Readonly<Record<string, unknown>>;
}

/** Opens the page and waits until the numbers are there. */
export async function openAtlas(page: Page, query = ""): Promise<void> {
  await page.goto(`./${query}`);
  await expect(
    page
      .getByRole("paragraph")
      .filter({ hasText: /^\d+ sites?\b/ })
      .first(),
  ).toBeVisible();
  await settled(page);
}

/** Waits until the map is there with its controls, or is known not to come, and nothing is being computed. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator("html[data-map]")).toBeAttached();
  await expect(page.getByRole("main")).not.toHaveAttribute("aria-busy", "true");
  await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
}

/** As `settled`, and nothing says any more that it is on its way, as rooms do until they are whole. */
export async function complete(page: Page): Promise<void> {
  await settled(page);
  await expect(page.getByRole("status").filter({ hasText: /…\s*$/ })).toHaveCount(0);
  await settled(page);
}

/** Drops a file on the page, as from a folder. */
export async function dropFile(page: Page, name: string, text: string): Promise<void> {
  const transfer = await page.evaluateHandle(
    ([fileName = "", content = ""]) => {
      const data = new DataTransfer();
      data.items.add(new File([content], fileName));
      return data;
    },
    [name, text],
  );
  for (const event of ["dragenter", "dragover", "drop"]) {
    await page.locator("body").dispatchEvent(event, { dataTransfer: transfer });
  }
  await settled(page);
}

export function siteRows(page: Page) {
  return page.getByRole("list", { name: "Sites" }).locator("[data-site]");
}

/** Ticks values in a filter's menu and closes it. */
export async function chooseFilter(page: Page, facet: string, values: readonly RegExp[]): Promise<void> {
  await page
    .getByRole("group", { name: "Filters" })
    .getByRole("button", { name: new RegExp(`^${facet}`) })
    .click();
  for (const value of values) await page.getByRole("checkbox", { name: value }).check();
  await page.keyboard.press("Escape");
  await settled(page);
}

export type SavedFormat = "GeoJSON" | "CSV for spreadsheets" | "CSV, exact" | "GeoPackage" | "FlatGeobuf";
export type SavedContent = "Sites" | "Actors" | "Both";

export interface SavedFile {
  readonly name: string;
  readonly bytes: Buffer<ArrayBuffer>;
  readonly text: string;
  /** The line of the dialog that says what is in the file. */
  readonly count: string;
}

/** Saves the selection through the dialog, as a user does. */
export async function saveFile(page: Page, format: SavedFormat, content: SavedContent = "Sites"): Promise<SavedFile> {
  await page.getByRole("button", { name: EXPORT }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: new RegExp(`^${content}`) }).check();
  await dialog.getByRole("radio", { name: new RegExp(`^${format}`) }).check();
  const save = dialog.getByRole("button", { name: /^Save/ });
  await expect(save).toBeEnabled();
  const shown = dialog.getByRole("status").getByRole("paragraph");
  const count = (await shown.first().textContent()) ?? "";
  const shownName = await dialog.getByText(/^refresh-atlas/).textContent();
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  const name = download.suggestedFilename();
  expect(name).toBe(shownName);
  const stream = await download.createReadStream();
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return { name, bytes, text: bytes.toString("utf8"), count };
}

export async function saveGeojson(page: Page): Promise<ExportedFile> {
  const { name, text } = await saveFile(page, "GeoJSON");
  const json = JSON.parse(text) as Omit<ExportedFile, "name" | "text">;
  return { name, text, features: json.features, metadata: json.metadata };
}

/**
 * The law of the one selection: result line, list, map, export button, file, and where a sheet is open its sentence and
 * chart, all speak of the same sites and the same numbers.
 */
export async function expectAgreement(page: Page): Promise<ExportedFile> {
  await settled(page);
  const rows = siteRows(page);
  const count = await rows.count();
  const words = page.getByRole("region", { name: /^Search, filters/ }).getByRole("paragraph");
  await expect(words.filter({ hasText: new RegExp(`^${String(count)} sites?\\b`) })).toBeVisible();
  await expect(page.getByRole("button", { name: new RegExp(`^Export ${String(count)} site`) })).toBeVisible();

  const file = await saveGeojson(page);
  expect(file.features).toHaveLength(count);
  expect(withoutCamera(String(file.metadata["link"]))).toBe(withoutCamera(page.url()));

  const names = await rows.evaluateAll((buttons) => buttons.map((button) => button.textContent));
  for (const [index, { properties }] of file.features.entries()) {
    expect(names[index], `row ${String(index)} is the file's feature ${String(index)}`).toContain(
      String(properties["name"]),
    );
  }
  const located = file.features.filter(({ geometry }) => geometry !== null).length;
  const map = page.locator("#map");
  if ((await page.locator("html").getAttribute("data-map")) === "shown") {
    await expect(map).toHaveAttribute("data-drawn-sites", String(located));
  }
  await expectSheetAgrees(page, file);
  return file;
}

/** The map may still be on its way to what was chosen. */
function withoutCamera(link: string): string {
  const url = new URL(link);
  url.searchParams.delete("map");
  return url.href;
}

/** The sheet's sentence, bars, chart and the row of the list tell the numbers of the file. */
async function expectSheetAgrees(page: Page, file: ExportedFile): Promise<void> {
  const sheet = page.getByRole("article");
  if ((await sheet.count()) === 0) return;
  const title = await sheet.getByRole("heading", { level: 2 }).textContent();
  const feature = file.features.find(({ properties }) => properties["name"] === title);
  if (feature === undefined) return;
  const { properties } = feature;
  const chart = await sheet.getByRole("img", { name: /^Listed actors/ }).getAttribute("aria-label");
  const total = properties["total_n"];
  if (typeof total === "number") expect(chart).toContain(`: ${String(total)}.`);
  for (const sector of ["creative", "trade", "service"] as const) {
    const number = properties[`${sector}_n`];
    if (typeof number !== "number") continue;
    const bars = sheet.getByRole("region", { name: /against the floor/ }).getByRole("listitem");
    await expect(bars.filter({ hasText: new RegExp(sector, "i") })).toContainText(
      new RegExp(`\\b${String(number)} of`),
    );
  }
}
