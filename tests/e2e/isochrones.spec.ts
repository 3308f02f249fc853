import { readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "@playwright/test";
import { extractPath, hasRouting, NEEDS_ROUTING, temporaryFolder } from "../helpers/routing.ts";
import { runCli } from "../helpers/run-cli.ts";
import { expect, expectAgreement, openAtlas, saveFile, settled, test } from "./atlas-test.ts";
import { atColumns, chooseFile, importDialog, loadRows, readAllRows, tableEntry } from "./import-steps.ts";

const REGION = "liechtenstein-2021-10";
const MINUTES = "10,20,30";

/** Made once, by the page's own command line and the real engine. */
interface Files {
  readonly sites: string;
  readonly actors: string;
  readonly isochrones: string;
  /** What the command line counts by the same isochrones: by site and minutes, the cells of a row. */
  readonly counted: ReadonlyMap<string, readonly string[]>;
}

const folder = temporaryFolder();
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});
let made: Promise<Files> | null = null;

async function makeFiles(): Promise<Files> {
  const inFolder = (name: string) => path.join(folder, name);
  const sites = inFolder("works.csv");
  writeFileSync(
    sites,
    [
      "id,name,country,lon,lat,coord_precision,reuse_status",
      "vaduz,Spinning mill Vaduz,LI,9.521,47.141,building,unused",
      "malbun,Hut in Malbun,LI,9.609,47.102,building,unused",
      "steg,Barn in Steg,LI,9.575,47.111,building,unused",
    ].join("\n"),
  );
  const few = inFolder("two-works.csv");
  writeFileSync(few, readFileSync(sites, "utf8").split("\n").slice(0, 3).join("\n"));
  const [actors, isochrones] = [inFolder("actors.geojson"), inFolder("catchments.geojson")];
  const run = async (...argv: string[]) => {
    const done = await runCli(...argv);
    expect(done.status, done.stderr).toBe(0);
    return done.stdout;
  };
  await run("osm-actors", extractPath(REGION), "--out", actors);
  const engine = ["--extract", extractPath(REGION), "--tiles", inFolder("tiles"), "--minutes", MINUTES];
  await run("isochrones", ...engine, "--sites", few, "--profile", "car", "--out", isochrones);
  const counts = await run(
    ...["analyse", "--sites", sites, "--actors", actors, "--catchments", isochrones, "--minutes", MINUTES],
  );
  const rows = counts.trimEnd().split("\n").slice(1);
  return {
    sites,
    actors,
    isochrones,
    counted: new Map(
      rows.map((row) => row.split(",")).map(([site, minutes, ...cells]) => [`${site!} ${minutes!}`, cells]),
    ),
  };
}

/** Opens a file through the Data room as what it is recognised as, or as another kind. */
async function load(page: Page, file: string, kind: RegExp): Promise<void> {
  await chooseFile(page, file);
  await atColumns(page);
  await expect(importDialog(page).getByRole("radio", { name: kind })).toBeChecked();
  expect(await readAllRows(page)).toMatch(/ 0 rejected/);
  await loadRows(page);
}

async function select(page: Page, name: string): Promise<void> {
  await page
    .getByRole("list", { name: "Sites" })
    .getByRole("button", { name: new RegExp(`^${name}`) })
    .click();
  await settled(page);
}

/** Of a file the verdict and the three counts of a site. */
function countsOf(file: Awaited<ReturnType<typeof expectAgreement>>, id: string) {
  const { properties } = file.features.find((feature) => feature.id === id)!;
  return [properties["creative_n"], properties["trade_n"], properties["service_n"], properties["verdict"]];
}

test.describe(`catchments by loaded isochrones ${NEEDS_ROUTING}`, () => {
  test.skip(!hasRouting, "the reference files beside the project or the routing engine are not here");

  test("count in minutes what the command line counts, beside the metres, and leave no trace once taken out", async ({
    page,
  }) => {
    test.slow();
    made ??= makeFiles();
    const { sites, actors, isochrones, counted } = await made;
    await openAtlas(page, "?room=data");
    await load(page, sites, /Heritage sites/);
    await load(page, actors, /Actors/);
    await page.getByRole("button", { name: "Sites", exact: true }).click();
    await select(page, "Spinning mill Vaduz");
    const before = await expectAgreement(page);
    const sheet = page.getByRole("article");
    await expect(sheet.getByRole("region", { name: "Metres and minutes" })).toHaveCount(0);

    await page.getByRole("button", { name: "Data", exact: true }).click();
    await load(page, isochrones, /Areas by travel time/);
    await page.getByRole("button", { name: "Sites", exact: true }).click();
    await settled(page);
    expect((await expectAgreement(page)).features).toEqual(before.features);
    const comparison = sheet.getByRole("region", { name: "Metres and minutes" });
    await expect(comparison).toContainText("10 km");
    await expect(comparison).toContainText("min by car");

    await page.getByRole("button", { name: "Change rule" }).click();
    await page.getByRole("radio", { name: "Car" }).check();
    await settled(page);
    await expect(page).toHaveURL(/travel=car-20(&|$)/);
    await expect(page.getByRole("radio", { name: /^From loaded isochrones Valhalla/ })).toBeChecked();
    await expect(page.getByText(/Only the loaded contours can be chosen: 10, 20, 30 min/)).toBeVisible();
    await expect(page.getByText(/\d+ of \d+ sites have no isochrones by this profile/)).toBeVisible();
    await expect(sheet.getByText(/within 20 min by car/).first()).toBeVisible();
    await expect(sheet.getByTestId("verdict")).toContainText(/Minutes from isochrones of .*Valhalla/);

    const slider = page.getByRole("slider", { name: /Reach/ });
    for (const [key, minutes] of [
      ["Home", 10],
      ["End", 30],
    ] as const) {
      await slider.press(key);
      await settled(page);
      await expect(page).toHaveURL(new RegExp(`travel=car-${String(minutes)}(&|$)`));
      const file = await expectAgreement(page);
      for (const id of ["vaduz", "malbun"]) {
        const [creative, trade, service, , verdict] = counted.get(`${id} ${String(minutes)}`)!;
        const [shownCreative, shownTrade, shownService, shownVerdict] = countsOf(file, id);
        expect([shownCreative, shownTrade, shownService].map(String)).toEqual([creative, trade, service]);
        // The command line takes a file of actors for all there are.
        if (verdict !== "short") expect(shownVerdict).toBe(verdict);
      }
      expect(countsOf(file, "steg")).toEqual([null, null, null, "unknown"]);
      expect(file.metadata["rule"]).toMatchObject({ reach_min: minutes, profile: "car", minutes_from: "isochrones" });
      expect(JSON.stringify(file.metadata["isochrones"])).toContain("OpenStreetMap");
    }

    const table = comparison.getByRole("table");
    await expect(table.getByRole("columnheader")).toHaveText(["10 km", /^30 min by car/]);
    const totals = await table
      .getByRole("row", { name: /^Total/ })
      .getByRole("cell")
      .allTextContents();
    const [inMeters = NaN, inMinutes = NaN] = totals.map((text) => Number(text.replace(/\D/g, "")));
    const countIn = async (words: RegExp) =>
      Number((await comparison.getByText(words).first().textContent())?.match(/\d+/)?.[0] ?? 0);
    const [gained, lost] = [await countIn(/gained by the road/), await countIn(/lost by the road/)];
    expect(gained + lost).toBeGreaterThan(0);
    expect(inMeters + gained - lost).toBe(inMinutes);
    const more = comparison
      .getByText(/gained by the road|lost by the road/)
      .filter({ hasText: /\d/ })
      .first();
    await more.press("Enter");
    await expect(comparison.locator("li").first()).toContainText(/k?m (\d+ min|beyond the contours)/);

    await expect(page.getByRole("region", { name: "Legend" })).toContainText(
      /Loaded contours of this point: 10, 20, 30 min/,
    );
    await expect(page.locator(".maplibregl-ctrl-attrib")).toContainText("OpenStreetMap contributors");
    const csv = await saveFile(page, "CSV, exact", "Actors");
    expect(csv.text.split(/\r?\n/)[0]).toMatch(/nearest_site_min.*reach_min.*isochrones_attribution$/);

    await page.reload();
    await settled(page);
    await expect(sheet.getByText(/within 30 min by car/).first()).toBeVisible();
    await select(page, "Barn in Steg");
    await expect(sheet.getByTestId("verdict")).toContainText("Not known: no isochrones by car of this point");
    await expect(sheet.getByTestId("verdict-minutes")).toHaveText(/not known/);
    await expect(sheet.getByRole("button", { name: "Use 10 km in a straight line" })).toBeVisible();
    await select(page, "Spinning mill Vaduz");

    await page.getByRole("button", { name: "Data", exact: true }).click();
    await page.getByRole("button", { name: /^Remove catchments\.geojson/ }).click();
    await settled(page);
    await expect(tableEntry(page, "catchments.geojson")).toHaveCount(0);
    await expect(page.getByText(/isochrones by car were taken out/)).toBeVisible();
    await expect(page).not.toHaveURL(/travel=/);
    await page.getByRole("button", { name: "Sites", exact: true }).click();
    expect((await expectAgreement(page)).features).toEqual(before.features);
  });
});
