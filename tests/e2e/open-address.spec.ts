import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { execFileSync } from "node:child_process";
import type { Page } from "@playwright/test";
import { startRangeServer, type RangeServer } from "../helpers/range-server.ts";
import { expect, openAtlas, settled, test } from "./atlas-test.ts";
import { atColumns, importDialog, loadRows, readAllRows, tableEntry } from "./import-steps.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const SITE = { lon: 14.0275, lat: 46.0028 };
/** Made anew whenever the tests of this file begin: one process may begin them several times. */
let folder = "";

/** Ten actors within some kilometres of a site, far too many elsewhere. */
const TABLE = [
  "id,name,sector,lon,lat",
  ...Array.from({ length: 10 }, (_, index) => {
    const [lon, lat] = [SITE.lon + index * 0.002, SITE.lat + index * 0.001];
    return `near-${String(index)},Delavnica ${String(index)},trade,${lon.toFixed(6)},${lat.toFixed(6)}`;
  }),
  ...Array.from({ length: 6000 }, (_, index) => {
    const [lon, lat] = [-8 + (index % 100) * 0.07, 38 + Math.floor(index / 100) * 0.05];
    return `far-${String(index)},Oficina ${String(index)},service,${lon.toFixed(6)},${lat.toFixed(6)}`;
  }),
].join("\n");

test.beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "atlas-address-"));
  writeFileSync(join(folder, "register.csv"), TABLE);
  for (const name of ["register.fgb", "register.pmtiles"]) {
    const said = ["--source", "Register", "--licence", "CC BY 4.0", "--date", "2026-11-20", "--coverage", "complete"];
    const command = ["src/tooling/atlas.mjs", "tiles", join(folder, "register.csv"), "--out", join(folder, name)];
    execFileSync(process.execPath, [...command, ...said], { cwd: ROOT });
  }
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
});

let server: RangeServer;
test.beforeEach(async ({ allowed }) => {
  server = await startRangeServer();
  for (const name of ["register.csv", "register.fgb", "register.pmtiles"])
    server.put(name, readFileSync(join(folder, name)));
  allowed.origins.push(server.origin);
});
test.afterEach(() => server.close());

const host = () => new URL(server.origin).host;

/** Asks for a file around the selected site. */
async function ask(page: Page, name: string): Promise<void> {
  await openAtlas(page, "?site=si-idrija-anthonys-shaft");
  await page
    .getByRole("button", { name: /^Open( a file)?$/ })
    .first()
    .click();
  await importDialog(page)
    .getByLabel(/by its address/)
    .fill(server.address(name));
  await importDialog(page).getByRole("radio", { name: "Around the selected site or place" }).check();
  await expect(importDialog(page).getByText(`${host()} is asked for parts of this file`)).toBeVisible();
  expect(server.asked).toEqual([]);
  await importDialog(page)
    .getByRole("button", { name: `Ask ${host()}` })
    .click();
}

for (const name of ["register.fgb", "register.pmtiles"]) {
  test(`a region of ${name} is read where it lies, reported, kept, and read again`, async ({ page }) => {
    await ask(page, name);
    await atColumns(page);
    expect(await readAllRows(page)).toContain("10 rows read");
    await expect(importDialog(page).getByText(/^Read of the file: one region, .* of /)).toBeVisible();
    await expect(
      importDialog(page).getByText(
        "The file declares for the region: creative complete, trade complete, service complete.",
      ),
    ).toBeVisible();
    await loadRows(page);
    expect(server.sentBytes()).toBeLessThan(readFileSync(join(folder, name)).length / 2);
    await expect(page.getByText("Delavnica 3").first()).toBeVisible();

    await openAtlas(page, "?room=data");
    const entry = tableEntry(page, "register.");
    await expect(entry).toContainText(`10 rows · one area asked for at ${host()}`);
    await expect(entry).toContainText(/Source: Register.*, CC BY 4\.0.*, November 20, 2026/);
    await expect(entry).toContainText("complete for creative, complete for trade, complete for service, in the region");
    await entry.getByRole("button", { name: /^Read again at .*: the regions of/ }).click();
    await atColumns(page);
    expect(await readAllRows(page)).toContain("10 rows read");
    await loadRows(page);
    await expect(tableEntry(page, "register.")).toHaveCount(1);
  });
}

test("a host that gives no parts is told, and a small file is offered whole", async ({ page }) => {
  server.host({ kind: "whole" });
  await ask(page, "register.fgb");
  await expect(importDialog(page).getByText(`${host()} does not give parts of this file`)).toBeVisible();
  await importDialog(page)
    .getByRole("button", { name: /^Download the whole file \(/ })
    .click();
  await atColumns(page);
  expect(await readAllRows(page)).toContain("6,010 rows read");
});

test("a file of another format is told and offered whole", async ({ page }) => {
  await ask(page, "register.csv");
  await expect(importDialog(page).getByText("This is neither a FlatGeobuf nor a PMTiles file")).toBeVisible();
  await importDialog(page)
    .getByRole("button", { name: /^Download the whole file \(/ })
    .click();
  await atColumns(page);
  expect(await readAllRows(page)).toContain("6,010 rows read");
});

test("a host that sends on to another is told, and nothing is sent to the other", async ({ page, allowed }) => {
  let connections = 0;
  const elsewhere = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((elsewhere.address() as AddressInfo).port)}`;
  // The browser tells of the request that it would make; whether it makes it is seen at the other end.
  allowed.origins.push(origin);
  server.host({ kind: "redirect", to: `${origin}/register.fgb` });
  await ask(page, "register.fgb");
  await expect(importDialog(page).getByText(`${host()} sends on to another address.`)).toBeVisible();
  expect([server.asked.length, connections]).toEqual([1, 0]);
  elsewhere.close();
});

test("an answer that breaks off is told, and asking again goes on", async ({ page }) => {
  server.host({ kind: "cut", from: 2 });
  await ask(page, "register.fgb");
  await expect(importDialog(page).getByText(/ended too early/)).toBeVisible();
  server.host({ kind: "ranges" });
  await importDialog(page).getByRole("button", { name: "Try again" }).click();
  await atColumns(page);
});

test("asking is given up at once", async ({ page }) => {
  server.host({ kind: "hang", from: 1 });
  await ask(page, "register.fgb");
  await expect(importDialog(page).getByText(`Asking ${host()}`).first()).toBeVisible();
  await importDialog(page).getByRole("button", { name: "Cancel" }).click();
  await expect(importDialog(page)).toBeHidden();
  await settled(page);
});
