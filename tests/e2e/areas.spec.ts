import { resolve } from "node:path";
import { dropFile, expect, openAtlas, siteRows, test } from "./atlas-test.ts";
import {
  atColumns,
  chooseFile,
  confirmSystem,
  importDialog,
  loadRows,
  readAllRows,
  tableEntry,
} from "./import-steps.ts";

const FIXTURES = resolve(import.meta.dirname, "../fixtures/formats");

const square = (west: number, south: number) => [
  [west, south],
  [west + 1, south],
  [west + 1, south + 1],
  [west, south + 1],
  [west, south],
];

/** Two municipalities that do not exist, and a point that is none. */
const MUNICIPALITIES = JSON.stringify({
  type: "FeatureCollection",
  features: [
    { code: "901", name: "Žabja vas", geometry: { type: "Polygon", coordinates: [square(14, 45)] } },
    { code: "902", name: "Suhi Čret", geometry: { type: "MultiPolygon", coordinates: [[square(15, 46)]] } },
    { code: "903", name: "Nikjer", geometry: { type: "Point", coordinates: [14, 46] } },
  ].map(({ geometry, ...properties }) => ({ type: "Feature", properties, geometry })),
});

test("polygons dropped on the page are taken for areas, loaded, listed and kept", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await dropFile(page, "obcine.geojson", MUNICIPALITIES.replace('{"type":"Point","coordinates":[14,46]}', "null"));
  await atColumns(page);
  const dialog = importDialog(page);
  await expect(dialog.getByRole("radio", { name: /^Areas Outlines/ })).toBeChecked();
  await expect(dialog.getByRole("heading", { name: "Where the outlines are" })).toBeVisible();
  const first = dialog.getByRole("row").filter({ hasText: "Žabja vas" });
  await expect(first).toContainText("4 corners, longitude 14.0000 to 15.0000, latitude 45.0000 to 46.0000");
  expect(await readAllRows(page)).toContain("3 rows read = 2 loaded + 0 loaded with a warning + 1 rejected");
  await loadRows(page);
  await expect(tableEntry(page, "obcine.geojson")).toContainText("2 rows");
  await expect(tableEntry(page, "obcine.geojson")).toContainText("Areas");
  await expect(page.getByText(/and 2 areas are loaded/)).toBeVisible();
  const sites = await siteRows(page).count();
  await page.reload();
  await expect(tableEntry(page, "obcine.geojson")).toContainText("Kept in this browser");
  await expect(page.getByText(/and 2 areas are loaded/)).toBeVisible();
  await expect(siteRows(page)).toHaveCount(sites);
});

test("a layer in metres is put where it lies, and shown on the map", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await chooseFile(page, resolve(FIXTURES, "districts.gpkg"));
  await atColumns(page);
  const dialog = importDialog(page);
  await expect(dialog.getByRole("radio", { name: /^Areas Outlines/ })).toBeChecked();
  await expect(dialog.getByText(/would have the middle at \(longitude, latitude\): 14\.6250, 46\.1000/)).toBeVisible();
  await confirmSystem(page, /^Yes, it is/);
  expect(await readAllRows(page)).toContain("3 rows read = 3 loaded");
  await loadRows(page);
  await tableEntry(page, "districts.gpkg").getByRole("button", { name: /map/i }).click();
  const view = () => {
    const [, lat = NaN, lon = NaN] = (new URL(page.url()).searchParams.get("map") ?? "").split(/[/,]/).map(Number);
    return { lat, lon };
  };
  await expect.poll(() => Math.abs(view().lon - 14.8) + Math.abs(view().lat - 46.15)).toBeLessThan(0.2);
});

test("a point among polygons is rejected with what was found", async ({ page }) => {
  await openAtlas(page, "?room=data");
  await dropFile(page, "obcine.geojson", MUNICIPALITIES);
  await atColumns(page);
  await importDialog(page)
    .getByRole("radio", { name: /^Areas Outlines/ })
    .check();
  expect(await readAllRows(page)).toContain("2 loaded + 0 loaded with a warning + 1 rejected");
  await expect(
    importDialog(page).getByText("Found a geometry of type Point; expected a Polygon").first(),
  ).toBeVisible();
});
