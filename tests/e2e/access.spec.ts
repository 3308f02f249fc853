import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import { expect, openAtlas, siteRows, test } from "./atlas-test.ts";

const axePath = createRequire(import.meta.url).resolve("axe-core/axe.min.js");

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly nodes: readonly { readonly target: readonly string[] }[];
  }[];
}

/** Rules of WCAG 2.2 A and AA; the script is put in past the page's own policy, which forbids foreign ones. */
async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(await readFile(axePath, "utf8"));
  const result = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run: (root: Document, options: object) => Promise<unknown> } };
    return axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] });
  });
  return (result as AxeResult).violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => `${id}: ${target.join(" ")}`),
  );
}

const STATES = {
  list: "",
  "site sheet": "?v=1&site=hu-komlo-zobak-akna&map=9/46.19/18.26",
  "options room": "?v=1&room=options&site=hu-komlo-komloverzum",
  "benchmark room":
    "?v=1&room=benchmark&weights=evenness-2&shortlist=hu-komlo-zobak-akna,si-izola-shipyard&site=si-izola-shipyard",
  "spaces room": "?v=1&room=spaces&space=si-piran-monfort-bay-3&s-near=3192682&s-around=least-5-service-5000",
  "programme room": "?v=1&room=programme",
  "programme without a hit": "?v=1&room=programme&act=song",
  "data room": "?v=1&room=data",
  "method room": "?v=1&room=method",
  "empty list": "?v=1&q=nosuchplace",
} as const;

for (const theme of ["light", "dark"] as const) {
  for (const [name, query] of Object.entries(STATES)) {
    test(`no barrier in the ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme });
      await openAtlas(page, query);
      expect(await findBarriers(page)).toEqual([]);
    });
  }
}

test("no barrier in the export's dialog, and closing it gives the focus back", async ({ page }) => {
  await openAtlas(page, "?v=1&country=SI");
  const button = page.getByRole("button", { name: /^Export \d+ sites$/ });
  await button.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: /^Both/ }).check();
  await expect(dialog.getByText(/^refresh-atlas.*\.zip/)).toBeVisible();
  expect(await findBarriers(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(button).toBeFocused();
});

test("a phone shows map, list and sheet without sideways scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openAtlas(page);
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  expect(await overflow()).toBe(0);
  await siteRows(page).first().click();
  await expect(page.getByRole("article")).toBeVisible();
  expect(await overflow()).toBe(0);
});
