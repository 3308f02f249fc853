import type { Page } from "@playwright/test";
import { chooseFilter, expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";

const rooms = (page: Page) => page.getByRole("navigation", { name: "Rooms" });

const ROOMS = ["Benchmark", "Options", "Spaces", "Programme", "Data", "Method"] as const;

/** Levels of the headings in sight, in their order. */
function headingLevels(page: Page): Promise<readonly number[]> {
  return page
    .getByRole("heading")
    .evaluateAll((all) => all.filter((each) => each.checkVisibility()).map(({ tagName }) => Number(tagName.slice(1))));
}

test("each room has its title, takes the focus, and its headings go down step by step", async ({ page }) => {
  await openAtlas(page);
  await expect(page).toHaveTitle("Sites – REFREsh Atlas");
  for (const name of ROOMS) {
    await rooms(page).getByRole("button", { name }).press("Enter");
    await settled(page);
    await expect(page).toHaveTitle(`${name} – REFREsh Atlas`);
    const room = page.getByRole("region", { name, exact: true });
    await expect(room).toBeFocused();
    await expect(room.getByRole("heading", { level: 2 }).first()).toBeVisible();
    const levels = await headingLevels(page);
    expect(levels[0]).toBe(1);
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([]);
    for (const table of await room.getByRole("table").all()) {
      await expect(table, "a table says what it holds").toHaveAccessibleName(/\S/);
      await expect(table.getByRole("columnheader").first()).toBeAttached();
    }
    for (const image of await room.getByRole("img").all()) await expect(image).toHaveAccessibleName(/\S/);
  }
  await rooms(page).getByRole("button", { name: "Sites" }).press("Enter");
  await expect(page).toHaveTitle("Sites – REFREsh Atlas");
  await expect(page.getByRole("status").filter({ hasText: /^Sites$/ })).toBeAttached();
});

test("a sheet names the window, and another verdict is said in its words", async ({ page }) => {
  await openAtlas(page, "?v=1&site=hu-komlo-zobak-akna");
  await expect(page).toHaveTitle(/^Zobák shaft \(coal mine\) – REFREsh Atlas$/);
  const said = page.getByTestId("verdict-said");
  await expect(said).toHaveText("");
  await page.getByRole("button", { name: "Change rule" }).click();
  const reach = page.getByRole("textbox", { name: /^Reach/ }).first();
  await reach.fill("20");
  await reach.press("Enter");
  await settled(page);
  await expect(said).toHaveText(/^Enough together: at least \d+, where 50 are needed/);
  await expect(said).toHaveRole("status");
  await expect(page.getByTestId("verdict")).toContainText((await said.textContent()) ?? "-");

  await siteRows(page).nth(3).click();
  await settled(page);
  await expect(page).not.toHaveTitle(/Zobák/);
});

test("how many sites a filter leaves is said", async ({ page }) => {
  await openAtlas(page);
  await chooseFilter(page, "Country", [/^Germany/]);
  await expect(page.getByRole("status").filter({ hasText: /^40 sites: in Germany$/ })).toBeAttached();
});

test("local names and titles of other languages say theirs", async ({ page }) => {
  await openAtlas(page, "?v=1&site=si-izola-shipyard");
  await expect(page.getByText("Ladjedelnica Izola").first()).toHaveAttribute("lang", "sl");
});

test("the accessibility statement is reached by its address and from the contents of the Method room", async ({
  page,
}) => {
  await openAtlas(page, "?v=1&room=method#method-accessibility");
  const heading = page.getByRole("heading", { level: 3, name: "Accessibility statement" });
  await expect(heading).toBeFocused();
  await expect(heading).toBeInViewport();
  const statement = page.getByRole("region", { name: "Accessibility statement" });
  for (const part of [
    "Compliance status",
    "Non-accessible content",
    "Preparation of this statement",
    "Feedback and contact",
    "Enforcement procedure",
  ]) {
    await expect(statement.getByRole("heading", { level: 4, name: part })).toBeVisible();
  }
  await page.getByRole("link", { name: "The question" }).click();
  await page.getByRole("link", { name: "Accessibility statement" }).click();
  await expect(heading).toBeFocused();
});
