import { expect, openAtlas, settled, siteRows, test } from "./atlas-test.ts";
import type { Page } from "@playwright/test";

/** What was printed, as a PDF: its number of pages. */
async function printedPages(page: Page): Promise<number> {
  const pdf = await page.pdf({ preferCSSPageSize: true });
  return pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** Names of the sheets on which something runs over the edge. */
async function cutSheets(page: Page): Promise<readonly string[]> {
  return page.locator(".paper-page").evaluateAll((sheets) =>
    sheets
      .filter((sheet) => {
        const body = sheet.querySelector(".paper-body");
        const end = sheet.querySelector(".paper-end");
        const bottom = body?.getBoundingClientRect().bottom ?? 0;
        return (
          body === null ||
          body.scrollHeight > body.clientHeight ||
          (end !== null && end.getBoundingClientRect().bottom > bottom + 1)
        );
      })
      .map((sheet) => sheet.getAttribute("aria-label") ?? ""),
  );
}

/** How the first sheet looks as print: its share of ink, and the strongest colour, 0 grey to 255. */
async function inkOfFirst(page: Page): Promise<{ readonly share: number; readonly color: number }> {
  await page.emulateMedia({ media: "print" });
  const image = await page.locator(".paper-page").first().screenshot();
  await page.emulateMedia({ media: "screen" });
  return page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d")!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let [dark, color] = [0, 0];
    for (let at = 0; at < data.length; at += 4) {
      const [red, green, blue] = [data[at]!, data[at + 1]!, data[at + 2]!];
      if (green < 128) dark++;
      color = Math.max(color, Math.max(red, green, blue) - Math.min(red, green, blue));
    }
    return { share: dark / (data.length / 4), color };
  }, image.toString("base64"));
}

test("a site sheet prints on one page in black and white, with map, numbers, sources, link and code", async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openAtlas(page, "?v=1&site=si-izola-shipyard&reach=12000");
  const opener = page.getByRole("button", { name: "Print", exact: true });
  await opener.press("Enter");
  const preview = page.getByRole("dialog", { name: "Site sheet" });
  await expect(preview.getByText("1 page, A4")).toBeVisible();
  const sheet = preview.getByRole("article", { name: "Izola shipyard" });
  await expect(sheet.getByRole("heading", { name: "Izola shipyard" })).toBeVisible();
  await expect(sheet.getByText(/Enough together: at least \d+, where 50 are needed/)).toBeVisible();
  await expect(sheet.getByRole("img", { name: /Map of Izola shipyard .* 12 km/ })).toBeVisible();
  await expect(sheet.getByText("Piran", { exact: true })).toBeVisible();
  await expect(sheet.getByRole("row", { name: /^Creative ≥ \d+ 10 \d+ partial/ })).toBeVisible();
  await expect(sheet.getByRole("img", { name: "The same link as a QR code" })).toBeVisible();
  await expect(sheet.getByText(/Rule: actors within 12 km of a site take part/)).toBeVisible();
  await expect(sheet.getByText(/\?v=1&reach=12000&.*site=si-izola-shipyard/)).toBeVisible();
  expect(await cutSheets(page)).toEqual([]);
  const { share, color } = await inkOfFirst(page);
  expect(color).toBe(0);
  expect(share).toBeGreaterThan(0.02);
  expect(share).toBeLessThan(0.3);
  expect(await printedPages(page)).toBe(1);
  await page.keyboard.press("Escape");
  await expect(preview).toBeHidden();
  await expect(opener).toBeFocused();
});

test("the link on a printed sheet opens that site under that rule", async ({ page }) => {
  await openAtlas(page, "?v=1&country=SI&shortlist=si-izola-shipyard&site=si-izola-shipyard&reach=12000");
  await page.getByRole("button", { name: "Print", exact: true }).click();
  // Not its inner text: of a sheet that is not in sight yet (content-visibility: auto) that is empty.
  const words = await page.getByRole("paragraph").filter({ hasText: "Open this on the map:" }).textContent();
  const link = /https?:\S+/.exec(words!)![0];
  expect(link).not.toMatch(/country|shortlist/);
  await page.goto(link);
  await settled(page);
  await expect(page.getByRole("article").getByRole("heading", { name: "Izola shipyard" })).toBeVisible();
  await expect(
    page
      .getByRole("article")
      .getByText(/within 12 km/)
      .first(),
  ).toBeVisible();
});

test("the whole selection is a report: cover, contents with page numbers, a page a site, method", async ({ page }) => {
  await openAtlas(page, "?v=1&country=SI");
  const count = await siteRows(page).count();
  const named = Number(/\d+/.exec(await page.getByRole("button", { name: /^Export \d+/ }).innerText())![0]);
  expect(named).toBeGreaterThan(count > 0 ? 30 : Infinity);
  await page.getByRole("button", { name: /^Export \d+/ }).click();
  await page.getByRole("button", { name: "Print a report…" }).click();
  const preview = page.getByRole("dialog", { name: "Report on the selection" });
  const pages = named + 3;
  await expect(preview.getByText(`${String(pages)} pages, A4`)).toBeVisible({ timeout: 60_000 });
  await expect(preview.getByRole("heading", { name: `Report on ${String(named)} sites` })).toBeVisible();
  await expect(preview.getByText("in Slovenia")).toBeVisible();
  await expect(preview.getByRole("img", { name: `Map of all ${String(named)} sites` })).toBeVisible();
  const row = preview.getByRole("row").filter({ hasText: "Izola shipyard" });
  const at = Number(await row.getByRole("cell").last().textContent());
  await expect(preview.getByRole("article").nth(at - 1)).toHaveAccessibleName("Izola shipyard");
  await expect(preview.getByRole("heading", { name: "How this was computed" })).toBeVisible();
  expect(await cutSheets(page)).toEqual([]);
  expect(await printedPages(page)).toBe(pages);
});

test("making a long report can be given up", async ({ page }) => {
  await openAtlas(page);
  await page.getByRole("button", { name: /^Export \d+/ }).click();
  await page.getByRole("button", { name: "Print a report…" }).click();
  const preview = page.getByRole("dialog", { name: "Report on the selection" });
  await expect(preview.getByText(/^[1-9]\d* of \d+ sites made/)).toBeVisible();
  await expect(preview.getByRole("button", { name: "Print or save as PDF" })).toBeDisabled();
  await preview.getByRole("button", { name: "Close" }).click();
  await expect(preview).toBeHidden();
  await settled(page);
});

test("sites side by side print: table, charts, a page each", async ({ page }) => {
  await openAtlas(page, "?v=1&room=benchmark&shortlist=hu-komlo-zobak-akna,si-izola-shipyard&site=si-izola-shipyard");
  await page.getByRole("button", { name: "Print the comparison" }).click();
  const preview = page.getByRole("dialog", { name: "Comparison of sites" });
  await expect(preview.getByText("4 pages, A4")).toBeVisible();
  const table = preview.getByRole("article", { name: "Sites side by side", exact: true });
  await expect(table.getByRole("columnheader", { name: "B Izola shipyard" })).toBeVisible();
  await expect(table.getByRole("row", { name: /Country Hungary Slovenia/ })).toBeVisible();
  await expect(preview.getByRole("img", { name: /Listed actors of all sectors within 30 km/ })).toBeVisible();
  await expect(preview.getByText(/room=benchmark&shortlist=hu-komlo-zobak-akna,si-izola-shipyard/)).toBeVisible();
  expect(await cutSheets(page)).toEqual([]);
  expect(await printedPages(page)).toBe(4);
});
