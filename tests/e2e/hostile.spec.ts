import type { Page } from "@playwright/test";
import * as archives from "../helpers/hostile/archives.ts";
import * as binaries from "../helpers/hostile/binaries.ts";
import * as geometries from "../helpers/hostile/geometries.ts";
import * as markup from "../helpers/hostile/markup.ts";
import Papa from "papaparse";
import { BAD_LINKS, FORMULAS, INVISIBLE, OBJECT_NAMES, SCRIPTS } from "../helpers/hostile/texts.ts";
import { expect, openAtlas, saveFile, settled, siteRows, test } from "./atlas-test.ts";
import { atColumns, chooseFile, chooseKind, importDialog, loadRows, readAllRows } from "./import-steps.ts";
import { expectHarmless, watchPage } from "./watch-page.ts";

type Case = readonly [what: string, name: string, content: string | Uint8Array<ArrayBuffer>, says: RegExp];

/** Of each family of hostile files one that is refused as a whole; all of them are in the unit tests. */
async function refusedFiles(): Promise<readonly Case[]> {
  const endless = `CREATE VIEW endless AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT x AS id FROM c;
    INSERT INTO gpkg_contents VALUES ('endless', 'attributes', 0);`;
  const farRow = `<row r="1">${archives.SHEET_HEADER}</row><row r="1000000000">${archives.inlineCell("A1000000000", "a")}</row>`;
  const manyColumns = Array.from({ length: 20_000 }, (_, at) => `c${String(at)}`).join(",");
  return [
    ["a zip bomb", "bomb.zip", archives.bomb(30), /unpacks to more than 200 times its size/],
    ["an archive that lies", "lies.zip", archives.withStatedSize(archives.bomb(1), 40), /checksum/],
    ["a crowd of entries", "crowd.zip", archives.crowded(20_001), /at most 20,000/],
    [
      "a thousand million laughs",
      "laughs.kml",
      markup.kmlOf(markup.placemark(markup.LAST_LAUGH), markup.laughs()),
      /declares entities/,
    ],
    [
      "an external entity",
      "file.gpx",
      markup.gpxOf("", markup.externalEntity("https://elsewhere.example/x")),
      /declares entities/,
    ],
    ["deep elements", "deep.kml", markup.kmlOf(markup.deepElements("Folder", 20_000)), /at most 200 levels/],
    ["deep JSON", "deep.geojson", geometries.deepLists(100_000), /at most 200 levels/],
    ["a far row of a sheet", "far.xlsx", archives.workbook(farRow), /at most 20,000,000/],
    ["columns without number", "wide.csv", `${manyColumns}\n1\n`, /20,000 columns or more; at most 10,000/],
    ["an endless view", "endless.gpkg", await binaries.geopackage(endless), /no table|no sheet|layer/i],
    ["a lying header", "lies.fgb", binaries.lyingHeader(), /damaged/i],
  ];
}

async function expectAlive(page: Page): Promise<void> {
  await expect(siteRows(page).first()).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(0);
}

test("hostile files are refused with their limit, and the page lives on @firefox", async ({ page, context }) => {
  const watched = await watchPage(context, page);
  await openAtlas(page, "?room=data");
  for (const [what, name, content, says] of await refusedFiles()) {
    await test.step(what, async () => {
      await chooseFile(page, { name, content: typeof content === "string" ? content : Buffer.from(content) });
      await expect(importDialog(page)).toContainText(says);
      await page.keyboard.press("Escape");
      await expect(importDialog(page)).toBeHidden();
      await expectAlive(page);
      await expectHarmless(page, watched);
    });
  }
});

const HOSTILE_NAMES = [...SCRIPTS, ...FORMULAS, ...OBJECT_NAMES, ...INVISIBLE];

/** A table whose every text is hostile; coordinates on one spot, so that the map has to list them. */
function hostileTable(): string {
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
  const header = [
    "id",
    "name",
    "country",
    "municipality",
    "lon",
    "lat",
    "website",
    "source_url",
    "note",
    "__proto__",
    "constructor",
  ];
  const rows = HOSTILE_NAMES.map((text, at) => {
    const link = BAD_LINKS[at % BAD_LINKS.length]!;
    const cells = [`${String(at)}-${text}`, text, "SI", text, "13.2", "45.2", link, link, text, text, text];
    return cells.map(quoted).join(",");
  });
  return `${[header.join(","), ...rows].join("\n")}\n`;
}

test("hostile texts are texts in list, sheet, map, file and on paper", async ({ page, context }) => {
  const watched = await watchPage(context, page);
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "<img src=x onerror=window.__pwned=1>.csv", content: hostileTable() });
  await atColumns(page);
  await chooseKind(page, /Heritage sites/);
  await expectHarmless(page, watched);
  await readAllRows(page);
  await expectHarmless(page, watched);
  await loadRows(page);
  await expectHarmless(page, watched);

  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Sites" }).click();
  await settled(page);
  const [script] = SCRIPTS;
  await page.getByRole("combobox", { name: /^Search/ }).fill("window.__pwned");
  await settled(page);
  const row = siteRows(page)
    .filter({ has: page.getByText(script, { exact: true }) })
    .first();
  await row.click();
  await settled(page);
  await expect(page.getByRole("article").getByRole("heading", { level: 2 })).toHaveText(script);
  await expect(page).toHaveTitle(new RegExp(script.replace(/[()]/g, "\\$&")));
  await expectHarmless(page, watched);

  const file = await saveFile(page, "CSV for spreadsheets");
  expect(file.text).toContain(script);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.getByRole("combobox", { name: /^Search/ }).fill("");
  await settled(page);
  const all = await saveFile(page, "CSV for spreadsheets");
  const cells = Papa.parse<string[]>(all.text.replace(/^\uFEFF/, "")).data.flat();
  expect(cells.filter((cell) => /^[=+@\t\r＝＋－＠]|^-(?!\d)/.test(cell))).toEqual([]);
  await page.keyboard.press("Escape");
  await expectHarmless(page, watched);
});

const LINKS = [
  `?site=${encodeURIComponent(SCRIPTS[0])}`,
  `?q=${encodeURIComponent(SCRIPTS[1])}`,
  "?__proto__=x&constructor=y&__proto__[polluted]=1&constructor.prototype.polluted=1",
  `?room=${encodeURIComponent(SCRIPTS[2])}&sort=__proto__&color=constructor&country=__proto__`,
  `?concept=a&own-concept=${encodeURIComponent(`${SCRIPTS[0]},${SCRIPTS[1]}/a,1,1000,service.gastronomy,x,javascript:window.__pwned=1`)}`,
  `?what-if=${encodeURIComponent(`site,14,46,SI,${SCRIPTS[0]}`)}`,
  `?map=1e308/NaN/Infinity&place=1e99&reach=1e308&site=toString`,
  // A longer one is refused by hosts before the page sees it.
  `?polygon=${"1,".repeat(6_000)}`,
] as const;

test("hostile links open the page, and what is wrong with them is told @firefox", async ({ page, context }) => {
  const watched = await watchPage(context, page);
  for (const link of LINKS) {
    await test.step(link.slice(0, 60), async () => {
      await openAtlas(page, link);
      await expect(siteRows(page).first().or(page.getByText("No site").first())).toBeVisible();
      await expectHarmless(page, watched);
    });
  }
});

test("a link of a megabyte is not read, and the page says so", async ({ page, context }) => {
  const watched = await watchPage(context, page);
  await openAtlas(page);
  await page.evaluate((length) => {
    history.pushState(null, "", `?q=${"a".repeat(length)}`);
    history.pushState(null, "", "?v=1");
    history.back();
  }, 1_000_000);
  const notice = page.getByRole("alert").filter({ hasText: /link is longer than is read; at most 100,000 characters/ });
  await expect(notice).toBeVisible();
  await notice.getByRole("button", { name: "Put the notice away" }).click();
  await expectAlive(page);
  await expectHarmless(page, watched);
});
