import type { Page } from "@playwright/test";
import { LANGUAGES, type Language } from "../../src/domain/language.ts";
import { expect, settled } from "./atlas-test.ts";
import { startOverpass } from "./overpass-server.ts";
import { findBarriers } from "./page-checks.ts";
import type { PageState } from "./states.ts";

const [, ...OTHER_LANGUAGES] = LANGUAGES;

/** The sheet of a site whose surroundings were asked for, so that it is certain that they do not suffice. */
export async function openShort(page: Page, allow: (origin: string) => void): Promise<() => Promise<void>> {
  const server = await startOverpass();
  allow(server.origin);
  await openState(page, { name: "short", query: "?v=1&site=si-idrija-anthonys-shaft" });
  await page.getByRole("button", { name: "Ask OpenStreetMap for actors…" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Servers").click();
  await dialog.getByLabel("Addresses of the Overpass API").fill(server.address);
  await dialog.getByRole("button", { name: "Use these" }).click();
  await dialog.getByRole("button", { name: /^Ask 127/ }).click();
  await dialog.getByRole("button", { name: /^Load \d+ actors/ }).click();
  await dialog.getByRole("button", { name: "Done" }).click();
  await settled(page);
  await expect(page.getByTestId("verdict")).toHaveAttribute("data-verdict", "short");
  return () => server.close();
}

/** Has the page speak another language, whatever window lies over the choice of it; inside another page the link says which. */
async function speak(page: Page, language: Language): Promise<void> {
  const address = new URL(page.url());
  if (address.searchParams.has("embed")) {
    address.searchParams.set("lang", language);
    await page.goto(address.href);
  } else {
    await page.locator("header select").evaluate((select: HTMLSelectElement, value) => {
      select.value = value;
      select.dispatchEvent(new Event("change", { bubbles: true }));
    }, language);
  }
  await expect(page.locator("html")).toHaveAttribute("lang", language);
  await settled(page);
}

/** Holds the sites of all states, and leaves a list whose rows are soon looked through: they are all alike. */
const FEW = "industry=mining.machinery.chemistry.other";

/** What axe finds in the state that the page is in, in each of the languages that it may speak beside English. */
export async function findBarriersInOtherLanguages(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const language of OTHER_LANGUAGES) {
    await speak(page, language);
    found.push(...(await findBarriers(page)).map((barrier) => `${language}: ${barrier}`));
  }
  return found;
}

/** Brings the page into a state. */
export async function openState(
  page: Page,
  { name, query = "?v=1", before, open, withoutSites }: PageState,
): Promise<void> {
  await before?.(page);
  const isWhole = name === "list" || /[?&](country|industry|q)=/.test(query);
  await page.goto(`./${query}${isWhole ? "" : `&${FEW}`}`);
  // On a narrow screen the list may lie behind a sheet or a room.
  if (withoutSites !== true) await expect(page.locator(".list-result-words")).toHaveText(/^\d+ sites?\b/);
  await settled(page);
  await open?.(page);
  await settled(page);
}
