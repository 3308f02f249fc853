import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import { atColumns, chooseFile, importDialog, loadRows, readAllRows, tableEntry } from "./import-steps.ts";
import { removeProfile, startBrowser } from "./own-browser.ts";

function actorRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) =>
      `k${String(index)},Actor number ${String(index)} of many,trade,14.${String(index % 997)},45.${String(index % 983)}`,
  );
  return ["id,name,sector,lon,lat", ...rows].join("\n");
}

/** Names that nothing can compress. */
function randomRows(count: number): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `r${String(index)},${randomBytes(60).toString("base64url")},trade,14.5,45.5`,
  );
  return ["id,name,sector,lon,lat", ...rows].join("\n");
}

const FEW = actorRows(3);

test("what two tabs load and edit stands in both, and nothing is overwritten", async ({ page, context }) => {
  const other = await context.newPage();
  await openAtlas(page, "?room=data");
  await openAtlas(other, "?room=data");
  await chooseFile(page, { name: "first.csv", content: FEW });
  await atColumns(page);
  await readAllRows(page);
  await loadRows(page);
  await expect(tableEntry(other, "first.csv")).toContainText("Kept in this browser");
  await chooseFile(other, { name: "second.csv", content: FEW.replaceAll("k", "m") });
  await atColumns(other);
  await readAllRows(other);
  await loadRows(other);
  await expect(tableEntry(page, "second.csv")).toContainText("Kept in this browser");
  for (const tab of [page, other]) {
    await tab.reload();
    await settled(tab);
    await expect(tableEntry(tab, "first.csv")).toContainText("3 rows");
    await expect(tableEntry(tab, "second.csv")).toContainText("3 rows");
  }
  await other.close();
});

test("a browser that keeps nothing is told of, and everything works until the page is left", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(IDBFactory.prototype, "open", {
      value: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await openAtlas(page);
  await expect(page.getByText(/could not be kept or read back/)).toBeVisible();
  await page.getByRole("button", { name: "See what in the Data room" }).click();
  await expect(page.getByText(/does not let this page keep anything/)).toBeVisible();
  await chooseFile(page, { name: "few.csv", content: FEW });
  await atColumns(page);
  await readAllRows(page);
  await loadRows(page);
  await expect(tableEntry(page, "few.csv")).toContainText("Not kept");
});

test("a full disk is told of with a way out, and what is loaded stays until the page is left", async ({
  page,
  context,
  baseURL,
}) => {
  const session = await context.newCDPSession(page);
  const { origin } = new URL(baseURL ?? "");
  await session.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1_000_000 });
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "large.csv", content: randomRows(120_000) });
  await atColumns(page);
  await readAllRows(page);
  await importDialog(page)
    .getByRole("button", { name: /^Load \d/ })
    .click();
  await expect(importDialog(page).getByText(/^Not kept: this browser refuses or has no room/)).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByText(/has no room left for this/)).toBeVisible();
  await expect(tableEntry(page, "large.csv")).toContainText("120,000 rows");
  await session.send("Storage.overrideQuotaForOrigin", { origin });
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(tableEntry(page, "large.csv")).toContainText("Kept in this browser");
  await expect(page.getByText(/has no room left for this/)).toBeHidden();
});

test("a kept table that is damaged is told of, never shown, and can be taken out; the others are there", async ({
  page,
}) => {
  await openAtlas(page, "?room=data");
  for (const name of ["whole.csv", "hurt.csv"]) {
    await chooseFile(page, { name, content: FEW.replaceAll("k", name) });
    await atColumns(page);
    await readAllRows(page);
    await loadRows(page);
  }
  await page.evaluate(async () => {
    const request = indexedDB.open("refresh-atlas");
    await new Promise((resolve) => (request.onsuccess = resolve));
    const transaction = request.result.transaction(["tables", "parts"], "readwrite");
    const tables = transaction.objectStore("tables").openCursor();
    tables.onsuccess = () => {
      const cursor = tables.result;
      if (cursor === null) return;
      const { info } = cursor.value as { info: { title: string } };
      if (info.title !== "hurt.csv") {
        cursor.continue();
        return;
      }
      transaction.objectStore("parts").delete(IDBKeyRange.bound([cursor.key, 0], [cursor.key, 1]));
    };
    await new Promise((resolve) => (transaction.oncomplete = resolve));
    request.result.close();
  });
  await page.goto("./?map=5/47/14");
  await settled(page);
  await page.getByRole("button", { name: "See what in the Data room" }).click();
  await expect(page.getByText(/^hurt\.csv: What was kept can no longer be read/)).toBeVisible();
  await expect(tableEntry(page, "whole.csv")).toContainText("3 rows");
  await expect(tableEntry(page, "hurt.csv")).toHaveCount(0);
  await page.getByRole("button", { name: "Take it out" }).click();
  await expect(page.getByText(/can no longer be read/)).toBeHidden();
});

test("a project file brings tables, edits and view to another browser", async ({ page, browser }) => {
  await openAtlas(page, "?room=data");
  await chooseFile(page, { name: "few.csv", content: FEW });
  await atColumns(page);
  await readAllRows(page);
  await loadRows(page);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Save a project file" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/\.atlas\.zip$/);
  const file = await download.path();

  const elsewhere = await browser.newContext();
  const other = await elsewhere.newPage();
  await openAtlas(other, "?room=method");
  await other
    .getByRole("button", { name: "Data", exact: true })
    .or(other.getByRole("link", { name: "Data", exact: true }))
    .first()
    .click();
  await other.getByRole("button", { name: "Open a file" }).click();
  await importDialog(other)
    .getByLabel("File to open")
    .setInputFiles({ name: "p.atlas.zip", mimeType: "", buffer: await readAll(file) });
  await expect(tableEntry(other, "few.csv")).toContainText("3 rows");
  await elsewhere.close();
});

async function readAll(path: string): Promise<Buffer> {
  const { readFile } = await import("node:fs/promises");
  return readFile(path);
}

/** What the browser keeps of the last view, as the text of its record; empty: nothing yet. */
function keptView(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const name = "refresh-atlas";
    // To open a database that is not there would make it, without its stores.
    if (!(await indexedDB.databases()).some((database) => database.name === name)) return "";
    const answer = (request: IDBRequest) =>
      new Promise<unknown>((resolve, reject) => {
        request.onsuccess = () => {
          resolve(request.result);
        };
        request.onerror = () => {
          reject(request.error ?? new Error("not read"));
        };
      });
    const database = (await answer(indexedDB.open(name))) as IDBDatabase;
    const records = await answer(database.transaction("session").objectStore("session").getAll());
    database.close();
    return JSON.stringify(records);
  });
}

test("the view is there again on the bare address, with a way to start afresh", async ({ page }) => {
  await openAtlas(page, "?country=HR&reach=25000");
  const count = await siteRows(page).count();
  await expect.poll(() => keptView(page)).toContain("country=HR");
  await openAtlas(page);
  await expect(page.getByText("The page goes on where you left it.")).toBeVisible();
  await expect(siteRows(page)).toHaveCount(count);
  await page.getByRole("button", { name: "Start afresh" }).click();
  await expect(siteRows(page)).toHaveCount(196);
  // What was chosen a moment before the page was left is kept, too.
  await page.getByRole("button", { name: "Method", exact: true }).click();
  await page.goto("./");
  await expect(page.getByText("The page goes on where you left it.")).toBeVisible();
  await expect(page).toHaveURL(/room=method/);
});

const ROWS = 150_000;

for (const moment of [0, 40, 150, 400]) {
  test(`killed ${String(moment)} ms into a save, the browser comes back with the table whole or not at all`, async ({
    baseURL,
  }) => {
    test.setTimeout(180_000);
    const profile = mkdtempSync(join(tmpdir(), "atlas-"));
    try {
      const before = await startBrowser(profile);
      await before.page.goto(`${baseURL ?? ""}?room=data`);
      await settled(before.page);
      await chooseFile(before.page, { name: "kept.csv", content: FEW });
      await atColumns(before.page);
      await readAllRows(before.page);
      await loadRows(before.page);
      await chooseFile(before.page, { name: "many.csv", content: actorRows(ROWS) });
      await atColumns(before.page);
      await readAllRows(before.page);
      await importDialog(before.page)
        .getByRole("button", { name: /^Load \d/ })
        .click();
      await before.page.waitForTimeout(moment);
      await before.kill();

      const after = await startBrowser(profile);
      await after.page.goto(`${baseURL ?? ""}?room=data`);
      await settled(after.page);
      await expect(tableEntry(after.page, "kept.csv")).toContainText("3 rows");
      await expect(after.page.getByText("Looking for what was kept…")).toBeHidden();
      const many = tableEntry(after.page, "many.csv");
      if ((await many.count()) > 0) await expect(many).toContainText("150,000 rows");
      await expect(after.page.getByText(/can no longer be read/)).toHaveCount(0);
      await after.kill();
    } finally {
      await removeProfile(profile);
    }
  });
}

test("killed in the middle of an import, the browser comes back as it was before", async ({ baseURL }) => {
  test.setTimeout(180_000);
  const profile = mkdtempSync(join(tmpdir(), "atlas-"));
  try {
    const before = await startBrowser(profile);
    await before.page.goto(`${baseURL ?? ""}?room=data`);
    await settled(before.page);
    await chooseFile(before.page, { name: "many.csv", content: actorRows(400_000) });
    await atColumns(before.page);
    await importDialog(before.page).getByRole("button", { name: "Read all rows" }).click();
    const progress = importDialog(before.page).getByRole("progressbar");
    await expect(progress).toHaveAttribute("aria-valuenow", /^[1-9]/);
    await before.kill();

    const after = await startBrowser(profile);
    await after.page.goto(`${baseURL ?? ""}?room=data`);
    await settled(after.page);
    await expect(tableEntry(after.page, "sites.csv")).toContainText("196 rows");
    await expect(tableEntry(after.page, "many.csv")).toHaveCount(0);
    await after.kill();
  } finally {
    await removeProfile(profile);
  }
});
