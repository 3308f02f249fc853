import { readFile } from "node:fs/promises";
import type english from "../../src/i18n/messages/en.json";
import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import { ROOMS } from "../../src/state/view-store.ts";
import { expect, settled, siteRows, test } from "./atlas-test.ts";
import { test as loud, type Page } from "@playwright/test";

type Words = typeof english;

/** The words of the first view in a language. */
async function wordsIn(language: Language): Promise<Words> {
  const file = new URL(`../../src/i18n/messages/${language}.json`, import.meta.url);
  return JSON.parse(await readFile(file, "utf8")) as Words;
}

const spoken = (page: Page, language: Language) => expect(page.locator("html")).toHaveAttribute("lang", language);
const languageMenu = (page: Page) => page.locator("header select");

async function open(page: Page, query = ""): Promise<void> {
  await page.goto(`./${query}`);
  await expect(page.locator("[data-site]").first()).toBeVisible();
  await settled(page);
}

test.describe("a browser that asks for Hungarian", () => {
  test.use({ locale: "hu-HU" });

  test("sees the page in Hungarian, and its links leave the language to who opens them", async ({ page }) => {
    await open(page);
    await spoken(page, "hu");
    const words = await wordsIn("hu");
    await expect(page.getByRole("button", { name: words["shell.room.sites"], exact: true })).toBeVisible();
    await page.getByRole("button", { name: words["shell.room.data"], exact: true }).click();
    await expect(page).toHaveURL(/room=data/);
    expect(page.url()).not.toContain("lang=");
  });

  test("sees a link in Italian in Italian, as the link says so", async ({ page }) => {
    await open(page, "?v=1&lang=it&country=IT");
    await spoken(page, "it");
    await expect(languageMenu(page)).toHaveValue("it");
    expect(page.url()).toContain("lang=it");
  });

  test("finds a site by the name that it has in Hungarian, under which it stands", async ({ page }) => {
    await open(page, "?v=1&q=Zob%C3%A1k-akna");
    await expect(siteRowIn(page)).toHaveCount(1);
    await expect(siteRowIn(page)).toContainText("Zobák-akna");
    await siteRowIn(page).click();
    const sheet = page.getByRole("article");
    await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Zobák-akna");
    await expect(sheet).toContainText("Zobák shaft");
  });
});

test("another language is chosen while the page runs: what is open stays, and it is kept", async ({ page }) => {
  await page.goto("./?v=1&country=HU&site=hu-komlo-zobak-akna");
  await expect(siteRows(page).first()).toBeVisible();
  const count = await siteRows(page).count();
  await languageMenu(page).selectOption("de");
  await spoken(page, "de");
  await settled(page);
  const german = await wordsIn("de");
  await expect(page.locator("[data-site]")).toHaveCount(count);
  await expect(page.getByRole("article")).toContainText(/Akteure innerhalb von 10 km/);
  await expect(page.getByRole("button", { name: german["shell.room.benchmark"], exact: true })).toBeVisible();
  await expect(page).toHaveURL(/lang=de/);
  await expect(page).toHaveURL(/country=HU/);
  await expect(page.locator("html")).toHaveAttribute("data-map", "shown");

  await page.goto("./");
  await spoken(page, "de");
  await expect(languageMenu(page)).toHaveValue("de");
});

test("countries and industries are found by their words in the page's language, and sorted by them", async ({
  page,
}) => {
  await open(page, "?v=1&lang=de&q=Ungarn");
  const found = await page.locator("[data-site]").count();
  expect(found).toBeGreaterThan(5);
  await languageMenu(page).selectOption("hr");
  await spoken(page, "hr");
  await expect(page.locator("[data-site]")).toHaveCount(0);
  await page.getByRole("combobox").and(page.locator("input")).first().fill("Mađarska");
  await expect(page.locator("[data-site]")).toHaveCount(found);
});

test("a town stands in its local spelling with the reader's own name for it, and is found by either", async ({
  page,
}) => {
  await open(page, "?v=1&lang=it");
  const search = page.getByRole("combobox").and(page.locator("input")).first();
  await search.fill("capodistr");
  await page.getByRole("option", { name: /^Koper \(Capodistria\)/ }).click();
  const sheet = page.getByRole("article");
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Koper");
  await expect(sheet.getByText("Capodistria", { exact: true })).toBeVisible();
  await expect(page).toHaveTitle(/^Koper \(Capodistria\)/);
  await languageMenu(page).selectOption("sl");
  await spoken(page, "sl");
  await expect(page).not.toHaveTitle(/Capodistria/);
  await expect(sheet.getByText("Capodistria", { exact: true })).toHaveCount(0);
});

test("numbers and dates are those of the language", async ({ page }) => {
  await open(page, "?v=1&lang=de&site=si-izola-shipyard&reach=12500");
  await expect(page.getByRole("article")).toContainText("12,5 km");
  await languageMenu(page).selectOption("en");
  await spoken(page, "en");
  await expect(page.getByRole("article")).toContainText("12.5 km");
});

/** The browser tells of the refused request itself. */
loud("words that cannot be loaded leave the page in the language before, and are asked for again", async ({ page }) => {
  await open(page);
  let refuse = true;
  await page.route(/\/assets\/sl-[^/]*\.js$/, (route) => (refuse ? route.abort() : route.continue()));
  await languageMenu(page).selectOption("sl");
  const notice = page.getByRole("alert").filter({ hasText: /Slovenščina/ });
  await expect(notice).toBeVisible();
  await spoken(page, "en");
  await expect(languageMenu(page)).toHaveValue("en");
  refuse = false;
  await notice.getByRole("button", { name: "Try again" }).click();
  await spoken(page, "sl");
  await expect(notice).toHaveCount(0);
});

for (const language of LANGUAGES) {
  test(`every room speaks ${language}`, async ({ page }) => {
    await open(page, `?v=1&lang=${language}&site=si-izola-shipyard&shortlist=hu-komlo-zobak-akna,si-izola-shipyard`);
    const words = await wordsIn(language);
    for (const room of ROOMS) {
      await page.getByRole("button", { name: words[`shell.room.${room}`], exact: true }).click();
      await expect(page).toHaveURL(room === "sites" ? /v=1/ : new RegExp(`room=${room}`));
      await settled(page);
      await expect(page.getByText(words["shell.broken"], { exact: true })).toHaveCount(0);
      await expect(page.getByRole("main").getByRole("heading").first()).toBeVisible();
    }
  });
}

function siteRowIn(page: Page) {
  return page.locator("[data-site]");
}
