import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { complete, expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { importDialog, tableEntry } from "./import-steps.ts";
import { enter, expectFocusKept, press, reach, walkBack, walkThere } from "./keyboard.ts";

const ROOMS = ["sites", "benchmark", "options", "spaces", "programme", "data", "method"] as const;

for (const room of ROOMS) {
  test(
    `Tab walks through the ${room} room and back, in the order of the screen`,
    { tag: "@firefox" },
    async ({ page }) => {
      await openAtlas(page, `?v=1&country=SI&room=${room}`);
      await complete(page);
      const there = await walkThere(page);
      expect(there[0]?.words).toContain("Skip to the list");
      expect(there.map(({ disorder }) => disorder).filter((words) => words !== "")).toEqual([]);
      await page.reload();
      await complete(page);
      const back = await walkBack(page, there.at(-1)!);
      expect(back.map(({ words }) => words).reverse()).toEqual(there.map(({ words }) => words));
    },
  );
}

async function openRoom(page: Page, room: string): Promise<void> {
  await press(page, page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: room }));
  await complete(page);
}

/** Types a town into a field that suggests towns, and takes the first. */
async function chooseTown(page: Page, field: RegExp, typed: string, town: RegExp): Promise<void> {
  await enter(page, page.getByRole("combobox", { name: field }), typed);
  await expect(page.getByRole("listbox").getByRole("option").first()).toHaveAccessibleName(town);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await settled(page);
}

test(
  "a municipality by keyboard alone: its town, its site, the verdict, a rule, peers, a what-if, paper",
  { tag: "@firefox" },
  async ({ page }) => {
    test.slow();
    await openAtlas(page);
    await chooseTown(page, /^Search/, "komlo", /^Komló/);
    const sheet = page.getByRole("article").first();
    await expect(sheet.getByRole("heading", { level: 2 })).toHaveText("Komló");
    await expect(sheet.getByRole("heading", { level: 2 })).toBeFocused();
    const near = sheet.getByRole("region", { name: /heritage sites/i });
    await press(page, near.getByRole("button", { name: /Zobák shaft/ }));
    await expect(sheet.getByRole("heading", { level: 2 })).toHaveText(/Zobák shaft/);
    await settled(page);
    await expectFocusKept(page);
    const verdict = sheet.getByTestId("verdict");
    await expect(verdict).toContainText(/^Not known: at least \d+ of 50 together/);

    const change = page.getByRole("button", { name: "Change rule" });
    await press(page, change);
    await enter(page, page.getByRole("textbox", { name: /^Reach/ }), "20");
    await page.keyboard.press("Enter");
    await settled(page);
    await expect(verdict).toContainText(/Enough together: at least \d+, where 50 are needed/);
    await press(page, page.getByRole("button", { name: "Close the rule" }));
    await expect(change).toBeFocused();

    const suppose = sheet.getByRole("button", { name: "Suppose others, or elsewhere" });
    const dialog = page.getByRole("dialog", { name: "What-if" });
    await press(page, suppose);
    await expect(dialog).toBeVisible();
    await expectFocusKept(page);
    await page.keyboard.press("Escape");
    await expect(suppose).toBeFocused();
    await page.keyboard.press("Enter");
    await press(page, dialog.getByRole("button", { name: /^Add (one|\d+) hypothetical actors?$/ }));
    await expect(page.getByRole("region", { name: "What-if" })).toContainText("hypothetical actor");
    await expect(dialog).toBeHidden();
    await expectFocusKept(page);
    await settled(page);

    const print = sheet.getByRole("button", { name: "Print", exact: true });
    await press(page, print);
    const paper = page.getByRole("dialog", { name: "Site sheet" });
    await expect(paper.getByText("1 page, A4")).toBeVisible();
    await reach(page, paper.getByRole("button", { name: "Print or save as PDF" }));
    await page.keyboard.press("Escape");
    await expect(paper).toBeHidden();
    await expect(print).toBeFocused();

    await openRoom(page, "Benchmark");
    const benchmark = page.getByRole("region", { name: "Benchmark" });
    const beside = benchmark.getByRole("region", { name: "Side by side" });
    await press(page, beside.getByRole("button", { name: "Put this site on the shortlist" }));
    await expectFocusKept(page);
    const peers = benchmark
      .getByRole("region", { name: "Peer review partners" })
      .getByRole("listitem")
      .filter({ has: page.getByRole("heading") });
    for (const peer of [0, 1]) {
      await press(page, peers.nth(peer).getByRole("button", { name: /shortlist/i }));
      await expectFocusKept(page);
    }
    await settled(page);
    const table = beside.getByRole("table", { name: /^The shortlisted sites side by side/ });
    await expect(table.getByRole("columnheader")).toHaveCount(3);
  },
);

test(
  "a creative by keyboard alone: a room near a town, its kind, the shortlist, the link",
  { tag: "@firefox" },
  async ({ page }) => {
    await openAtlas(page);
    await openRoom(page, "Spaces");
    const form = page.getByRole("form", { name: "What you look for" });
    const found = page.getByRole("region", { name: /^\d+ of (one|\d+) rooms?$/ });
    const cards = found.locator("[data-space]");
    await expect(found).toHaveAccessibleName("6 of 6 rooms");
    await press(page, form.getByRole("checkbox", { name: "Event hall" }), "Space");
    await chooseTown(page, /own$/, "piran", /^Piran/);
    await expectFocusKept(page);
    await expect(cards).toHaveCount(1);
    await enter(page, form.getByLabel("No farther than, km (straight line)"), "12");
    await page.keyboard.press("Tab");
    await expect(page).toHaveURL(/s-within=12000/);
    await press(page, cards.first().getByRole("button", { name: "Monfort, bay 3", exact: true }));
    const room = page.getByRole("article", { name: "Monfort, bay 3" });
    await expect(room.getByRole("heading", { name: "Monfort, bay 3" })).toBeFocused();
    await press(page, room.getByRole("button", { name: "Close this room" }));
    await expect(cards.first().getByRole("button", { name: "Monfort, bay 3", exact: true })).toBeFocused();
    await press(page, cards.first().getByRole("button", { name: "Shortlist Monfort, bay 3" }), "Space");
    const shortlist = page.getByRole("region", { name: "Shortlisted rooms (1)" });
    await press(page, shortlist.getByRole("button", { name: "Share the shortlist" }));
    await expect(
      shortlist.getByText("Link copied").or(shortlist.getByLabel(/^The browser did not let the link be copied/)),
    ).toBeVisible();
    await expectFocusKept(page);
  },
);

/** A table of two sites that do not exist. */
const TABLE = `id,name,country,latitude,longitude,industry,reuse_status
x-1,Old tannery,SI,45.71,14.02,textile,unused
x-2,Salt store,SI,45.53,13.6,salt,unused`;

test(
  "a planner by keyboard alone: filters, an area, a pick by hand, a file, an import, and the way back",
  { tag: "@firefox" },
  async ({ page }) => {
    test.slow();
    await openAtlas(page);
    const filters = page.getByRole("group", { name: "Filters" });
    await press(page, filters.getByRole("button", { name: /^Country/ }));
    await press(page, page.getByRole("checkbox", { name: /^Slovenia/ }), "Space");
    await page.keyboard.press("Escape");
    await expect(filters.getByRole("button", { name: /^Country/ })).toBeFocused();
    await settled(page);
    await expect(siteRows(page)).toHaveCount(36);

    const area = filters.getByRole("button", { name: /^Area/ });
    await press(page, area);
    await press(page, page.locator("summary", { hasText: "West, south, east, north" }));
    for (const [name, value] of [
      ["West", "13.5"],
      ["South", "44.8"],
      ["East", "14.3"],
      ["North", "45.8"],
    ] as const) {
      await enter(page, page.getByRole("textbox", { name: `${name}, degrees` }), value);
    }
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/box=13.5,44.8,14.3,45.8/);
    await expectFocusKept(page);
    await page.keyboard.press("Escape");
    await expect(area).toBeFocused();
    await settled(page);
    const count = await siteRows(page).count();
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(36);

    await reach(page, siteRows(page).first());
    await page.keyboard.press("ArrowDown");
    await expect(siteRows(page).nth(1)).toBeFocused();
    const name = (await siteRows(page).nth(1).locator(".list-row-name").textContent()) ?? "";
    await press(page, page.getByRole("button", { name: `Take ${name} out of the selection` }));
    await expect(siteRows(page)).toHaveCount(count - 1);
    await expectFocusKept(page);

    const save = page.getByRole("button", { name: new RegExp(`^Export ${String(count - 1)} site`) });
    await press(page, save);
    const dialog = page.getByRole("dialog", { name: /^Export/ });
    await expect(dialog).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(save).toBeFocused();
    await page.keyboard.press("Enter");
    await reach(page, dialog.getByRole("radio", { name: /^GeoJSON/ }));
    await page.keyboard.press("ArrowDown");
    await expect(dialog.getByRole("radio", { name: /^GeoJSON/ })).not.toBeChecked();
    await page.keyboard.press("ArrowUp");
    await expect(dialog.getByRole("radio", { name: /^GeoJSON/ })).toBeChecked();
    await expect(dialog.getByRole("button", { name: /^Save/ })).toBeEnabled();
    await reach(page, dialog.getByRole("button", { name: /^Save/ }));
    const [download] = await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
    const file = JSON.parse(await readFile(await download.path(), "utf8")) as { readonly features: readonly unknown[] };
    expect(file.features).toHaveLength(count - 1);
    await expect(save).toBeFocused();

    await press(page, page.getByRole("button", { name: "Open", exact: true }));
    await expect(importDialog(page)).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: "Open", exact: true })).toBeFocused();
    await page.keyboard.press("Enter");
    await enter(page, importDialog(page).getByLabel("Or paste a table or GeoJSON"), TABLE);
    await press(page, importDialog(page).getByRole("button", { name: "Read the pasted text" }));
    await expect(importDialog(page).getByRole("heading", { name: "What the columns mean" })).toBeVisible();
    await expectFocusKept(page);
    await press(page, importDialog(page).getByRole("button", { name: "Read all rows" }));
    await expect(importDialog(page).getByRole("heading", { name: "What became of every row" })).toBeVisible();
    await expectFocusKept(page);
    await press(page, importDialog(page).getByRole("button", { name: /^Load 2 rows/ }));
    await expect(importDialog(page).getByRole("heading", { name: "The table is loaded" })).toBeVisible();
    await expectFocusKept(page);
    await page.keyboard.press("Escape");
    await expect(importDialog(page)).toBeHidden();
    await expectFocusKept(page);
    await settled(page);
    await expect(siteRows(page)).toHaveCount(count + 1);

    await press(page, page.getByRole("button", { name: /^Undo/ }).first());
    await settled(page);
    await expect(siteRows(page)).toHaveCount(count - 1);
    await expectFocusKept(page);
    await openRoom(page, "Data");
    await expect(tableEntry(page, "Pasted")).toHaveCount(0);
  },
);
