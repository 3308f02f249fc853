import { readFile } from "node:fs/promises";
import {
  dropFile,
  expect,
  expectAgreement,
  openAtlas,
  saveFile,
  saveGeojson,
  settled,
  siteRows,
  test,
} from "./atlas-test.ts";
import { walkAsPlanner } from "./walks.ts";

const QUERY = "?v=1&country=HR.SI&status=planned.unused&reach=25000&floors=8,4,4&sort=-total&site=hr-rijeka-torpedo";

test(
  "a planner filters, exports, and the file reopened shows the same",
  { tag: "@firefox" },
  async ({ page, context }) => {
    await walkAsPlanner(page, context);
  },
);

test("the same data and the same link give the same bytes", async ({ page }) => {
  await openAtlas(page, QUERY);
  const first = await saveGeojson(page);
  await page.reload();
  await settled(page);
  const second = await saveGeojson(page);
  expect(second.text).toBe(first.text);
  expect(second.name).toBe(first.name);
});

test("the CSV holds the rows of the list, in its order", async ({ page }) => {
  await openAtlas(page, "?v=1&country=IT&status=unused");
  const file = await expectAgreement(page);
  const csv = await saveFile(page, "CSV for spreadsheets");
  expect(csv.text.charCodeAt(0)).toBe(0xfeff);
  const lines = csv.text.trim().split("\r\n");
  expect(lines[0]).toMatch(/\bid,name,/);
  for (const [index, { id }] of file.features.entries()) expect(lines[index + 1]).toContain(id);
});

test("a file dropped on the page opens; one that is no export says exactly why", async ({ page }) => {
  await openAtlas(page);
  await dropFile(page, "towns.csv", "id;name\n1;Lokve");
  await expect(page.getByText(/towns\.csv/).first()).toBeVisible();
  await expect(siteRows(page)).toHaveCount(196);
});

test("the sources of the data stand in the page with their licences", async ({ page }) => {
  await openAtlas(page);
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Data" }).click();
  for (const name of [/GeoNames/, /Natural Earth/, /CC BY 4\.0/])
    await expect(page.getByRole("main").getByText(name).first()).toBeVisible();
  await page.getByRole("navigation", { name: "Rooms" }).getByRole("button", { name: "Method" }).click();
  await expect(page.getByRole("heading", { name: /how the verdict|what may be said|distance/i }).first()).toBeVisible();
  const tables = JSON.parse(await readFile("data/datapackage.json", "utf8")) as { licenses: { name: string }[] };
  expect(tables.licenses[0]?.name).toBe("CC-BY-4.0");
});
