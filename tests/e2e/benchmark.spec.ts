import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";
import { INDICATORS } from "../../src/domain/indicator/registry.ts";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

const SITE = "si-izola-argo-arrigoni-fish-cannery";
const ALL = 196;

function room(page: Page): Locator {
  return page.getByRole("region", { name: "Benchmark" });
}

function part(page: Page, name: string): Locator {
  return room(page).getByRole("region", { name });
}

async function openBenchmark(page: Page): Promise<void> {
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Benchmark" }).click();
  await settled(page);
}

const numberOf = (text: string | null) => Number((/[\d,]+/.exec(text ?? "") ?? ["NaN"])[0].replace(",", ""));

test("a town compares its site with three peers, weighs what matters to it, and takes the table along", async ({
  page,
}) => {
  await openAtlas(page, `?v=1&site=${SITE}`);
  await openBenchmark(page);
  await expect(page).toHaveURL(/room=benchmark/);
  await expect(part(page, "The site").getByText("Argo (Arrigoni) fish cannery")).toBeVisible();

  // Every indicator has its place; compared and left out make all.
  const rows = room(page).locator("[data-indicator]");
  await expect(rows).toHaveCount(INDICATORS.length);
  for (const row of await rows.all()) {
    const compared = numberOf(await row.locator("summary").filter({ hasText: "Numbers" }).textContent());
    const leftOut = numberOf(await row.locator("summary").filter({ hasText: "left out" }).textContent());
    expect(compared + leftOut).toBe(ALL);
  }
  const evenness = room(page).locator('[data-indicator="evenness"]');
  const chart = evenness.getByRole("img", {
    name: /^Evenness of sectors, \d+ sites from .* this site .*, rank \d+\.$/,
  });
  await expect(chart.locator("svg")).toBeAttached();
  await evenness.locator("summary").filter({ hasText: "Numbers" }).click();
  const ranking = evenness.getByRole("table", { name: /best first$/ });
  const own = ranking.getByRole("row").filter({ hasText: "this site" });
  const rank = numberOf(await own.getByRole("cell").first().textContent());
  await expect(chart).toHaveAccessibleName(new RegExp(`rank ${String(rank)}\\.$`));

  // A narrower comparison is in the link, and compares fewer.
  const sum = part(page, "Its place, indicator by indicator").getByRole("status");
  await expect(sum).toHaveText(/^\d+ of the 195 other loaded sites are comparable\.$/);
  const before = numberOf(await sum.textContent());
  await room(page).getByRole("checkbox", { name: "the same country" }).check();
  await expect(page).toHaveURL(/compare=country,residents-2/);
  await settled(page);
  await expect.poll(async () => numberOf(await sum.textContent())).toBeLessThan(before);
  await room(page).getByRole("checkbox", { name: "the same country" }).uncheck();
  await settled(page);

  // All the weight on one indicator gives that indicator's rank, whatever is drawn.
  const weighting = part(page, "Your own weighting");
  await expect(weighting.getByText(/^Nothing is weighted/)).toBeVisible();
  const slider = weighting.getByRole("slider", { name: "Evenness of sectors" });
  await slider.focus();
  await page.keyboard.press("End");
  await expect(page).toHaveURL(/weights=evenness-10/);
  const composite = weighting.getByText(/^Rank \d+ of \d+ by your weighting/);
  await expect(composite).toHaveText(
    new RegExp(`^Rank ${String(rank)} of .* goes from ${String(rank)} to ${String(rank)}\\.`),
  );
  await weighting.getByRole("slider", { name: "Firmness" }).fill("5");
  await expect(page).toHaveURL(/weights=evenness-10,firmness-5/);
  await settled(page);

  // Three peers go on the shortlist, and stand side by side with it.
  const peers = part(page, "Peer review partners")
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
  await expect(peers.first()).toContainText(/Germany|Croatia|Italy|Hungary|Austria|Poland|Slovakia|Czechia/);
  await expect(peers.first()).not.toContainText("Slovenia");
  const beside = part(page, "Side by side");
  await beside.getByRole("button", { name: "Put this site on the shortlist" }).click();
  const names: string[] = [];
  for (let place = 0; place < 3; place++) {
    const peer = peers.nth(place);
    names.push((await peer.getByRole("heading").textContent()) ?? "");
    await peer.getByRole("button", { name: /shortlist/i }).click();
  }
  await settled(page);
  const table = beside.getByRole("table", { name: /^The shortlisted sites side by side/ });
  const heads = table.getByRole("columnheader");
  await expect(heads).toHaveText([
    "A Argo (Arrigoni) fish cannery",
    ...names.map((name, at) => `${"BCD"[at] ?? ""} ${name}`),
  ]);
  await expect(table.getByRole("row").filter({ hasText: "≠" }).first()).toBeVisible();
  await expect(beside.getByRole("table", { name: /^Verdicts at shorter and longer/ }).getByRole("row")).toHaveCount(5);
  await expect(beside.getByRole("img", { name: /^Listed actors of all sectors within/ }).locator("svg")).toBeAttached();
  await expect(beside.getByRole("img", { name: /^Bars of creative/ }).locator("svg")).toBeAttached();

  // The file holds what the screen shows.
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    room(page).getByRole("button", { name: "Save as CSV" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("refresh-atlas_benchmark_argo-arrigoni-fish-cannery.csv");
  const text = await readFile(await download.path(), "utf8");
  const line = text.split("\r\n").find((each) => each.startsWith("evenness,"));
  expect(line?.split(",")[5]).toBe(String(rank));
  expect(text).toContain(SITE);
  expect(text).toContain("composite,");

  // The link opens the same again; a peer's sheet is one press away.
  await page.reload();
  await settled(page);
  await expect(heads.first()).toHaveText("A Argo (Arrigoni) fish cannery");
  await expect(weighting.getByRole("slider", { name: "Firmness" })).toHaveValue("5");
  const [first = ""] = names;
  await peers
    .first()
    .getByRole("button", { name: `Open the sheet of ${first}` })
    .click();
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toHaveText(first);
});

test("a site is chosen by its name or in the list, and the room stays open", async ({ page }) => {
  await openAtlas(page, "?v=1&room=benchmark");
  await expect(room(page).getByText(/^No site is chosen/)).toBeVisible();
  await room(page).getByRole("searchbox", { name: "Find a site by name" }).fill("zobak");
  await room(page)
    .getByRole("button", { name: /^Zobák shaft/ })
    .click();
  await expect(page).toHaveURL(/site=hu-komlo-zobak-akna/);
  await expect(room(page).locator("[data-indicator]").first()).toBeVisible();
  await siteRows(page).filter({ hasText: "Antenal salt warehouse" }).click();
  await expect(page).toHaveURL(/room=benchmark.*site=si-piran-antenal-salt-warehouse/);
  await expect(part(page, "The site")).toContainText("Antenal salt warehouse");
});

test("too few comparable sites say so, and one press widens the comparison", async ({ page }) => {
  await openAtlas(page, `?v=1&room=benchmark&site=${SITE}&compare=country,industry,status,residents-1`);
  await settled(page);
  const place = part(page, "Its place, indicator by indicator");
  await expect(place.getByText(/With fewer than three a rank says nothing/)).toBeVisible();
  await expect(place.locator("[data-indicator]")).toHaveCount(0);
  await place.getByRole("button", { name: "All loaded sites (195)" }).click();
  await expect(page).toHaveURL(/compare=all/);
  await expect(place.locator("[data-indicator]")).toHaveCount(INDICATORS.length);
});

test("a site of which nothing can be compared says why, and leads to its sheet", async ({ page }) => {
  await openAtlas(page, "?v=1&room=benchmark&site=hr-lipa-memorijalni-centar");
  const place = part(page, "Its place, indicator by indicator");
  await expect(place.getByText(/^This site has no point on the map/)).toBeVisible();
  await place.getByRole("button", { name: "Open the sheet" }).click();
  await expect(page.getByRole("article")).toBeVisible();
});
