import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Page } from "@playwright/test";
import { expect, settled } from "./atlas-test.ts";

export interface Payload {
  readonly name: string;
  readonly content: string | Buffer;
}

/** The dialog of the import. */
export function importDialog(page: Page) {
  return page.getByRole("dialog", { name: /^Import/ });
}

/** Opens a file through the Data room, as a user does, up to the step of the columns. */
export async function chooseFile(page: Page, file: string | Payload): Promise<void> {
  const payload = typeof file === "string" ? { name: basename(file), content: await readFile(file) } : file;
  await page
    .getByRole("button", { name: /^Open( a file)?$/ })
    .first()
    .click();
  await importDialog(page)
    .getByLabel("File to open")
    .setInputFiles({ name: payload.name, mimeType: "", buffer: Buffer.from(payload.content) });
}

export async function atColumns(page: Page): Promise<void> {
  await expect(importDialog(page).getByRole("heading", { name: "What the columns mean" })).toBeVisible();
}

export async function chooseKind(page: Page, kind: RegExp): Promise<void> {
  await importDialog(page).getByRole("radio", { name: kind }).check();
}

/** Confirms the reference system that is proposed, where one is asked about. */
export async function confirmSystem(page: Page, system: RegExp): Promise<void> {
  await importDialog(page).getByRole("button", { name: system }).click();
}

/** Reads all rows and gives the sum of the report. */
export async function readAllRows(page: Page): Promise<string> {
  await importDialog(page).getByRole("button", { name: "Read all rows" }).click();
  await expect(importDialog(page).getByRole("heading", { name: "What became of every row" })).toBeVisible();
  const sum = importDialog(page).getByText(/rows? read = /);
  return (await sum.first().textContent()) ?? "";
}

export async function loadRows(page: Page): Promise<void> {
  await importDialog(page)
    .getByRole("button", { name: /^Load \d/ })
    .click();
  await expect(importDialog(page).getByRole("heading", { name: "The table is loaded" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(importDialog(page)).toBeHidden();
  await settled(page);
}

/** The entry of a table in the Data room. */
export function tableEntry(page: Page, title: string) {
  return page.locator(".room-entry").filter({ hasText: title });
}
