import { readFile } from "node:fs/promises";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

test("a town's whole walk: find our site, read the verdict, try two rules, compare with three peers, pick a concept, invite, print", async ({
  page,
}) => {
  await openAtlas(page);
  await page.getByRole("combobox", { name: /^Search/ }).fill("zobak");
  await siteRows(page).filter({ hasText: "Zobák shaft" }).click();
  const sheet = page.getByRole("article").first();
  await expect(sheet.getByRole("heading", { level: 2 })).toHaveText(/Zobák shaft/);
  await settled(page);
  const verdict = sheet.getByTestId("verdict");
  await expect(verdict).toContainText(/^Not known: at least \d+ of 50 together/);
  await page.getByRole("button", { name: /clear all filters/i }).first().click(); // prettier-ignore

  await page.getByRole("button", { name: "Change rule" }).click();
  const reach = page.getByRole("spinbutton", { name: /^Reach/ }).or(page.getByRole("textbox", { name: /^Reach/ }));
  const headlines = new Set<string>();
  for (const kilometers of ["15", "20"]) {
    await reach.fill(kilometers);
    await reach.press("Enter");
    await settled(page);
    await expect(sheet.getByText(new RegExp(`within ${kilometers} km`)).first()).toBeVisible();
    headlines.add((await verdict.locator("p").first().textContent()) ?? "");
  }
  expect(headlines.size).toBe(2);
  for (const headline of headlines) expect(headline).toMatch(/^Enough together: at least \d+, where 50 are needed/);

  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Benchmark" }).click();
  await settled(page);
  const benchmark = page.getByRole("region", { name: "Benchmark" });
  const beside = benchmark.getByRole("region", { name: "Side by side" });
  await beside.getByRole("button", { name: "Put this site on the shortlist" }).click();
  const peers = benchmark
    .getByRole("region", { name: "Peer review partners" })
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading") });
  for (const peer of [0, 1, 2]) await peers.nth(peer).getByRole("button", { name: /shortlist/i }).click(); // prettier-ignore
  await settled(page);
  const heads = beside.getByRole("table", { name: /^The shortlisted sites side by side/ }).getByRole("columnheader");
  await expect(heads).toHaveCount(4);
  await beside.getByRole("button", { name: "Print the comparison" }).click();
  const comparison = page.getByRole("dialog", { name: "Comparison of sites" });
  await expect(comparison.getByText("6 pages, A4")).toBeVisible();
  await expect(comparison.getByText(/Rule: actors within 20 km/).first()).toBeVisible();
  await comparison.getByRole("button", { name: "Close" }).click();
  await expect(comparison).toBeHidden();

  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Options" }).click();
  await settled(page);
  await page
    .getByRole("region", { name: "Concepts", exact: true })
    .getByRole("button", { name: /^Regional market hall/ })
    .click();
  const invite = page.getByRole("region", { name: "Whom to invite" });
  await expect(invite.getByRole("listitem").first()).toBeVisible();
  const [invitations] = await Promise.all([
    page.waitForEvent("download"),
    invite.getByRole("button", { name: "CSV" }).click(),
  ]);
  const [header, ...rows] = (await readFile(await invitations.path(), "utf8")).trim().split("\r\n");
  expect(header).toMatch(/distance_m,invited_for,concept/);
  expect(rows).toHaveLength(await invite.getByRole("listitem").count());

  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Sites" }).click();
  await settled(page);
  await sheet.getByRole("button", { name: "Print", exact: true }).click();
  const paper = page.getByRole("dialog", { name: "Site sheet" });
  await expect(paper.getByText("1 page, A4")).toBeVisible();
  await expect(paper.getByRole("heading", { name: /Zobák shaft/ })).toBeVisible();
  await expect(paper.getByText(/Rule: actors within 20 km/)).toBeVisible();
});
