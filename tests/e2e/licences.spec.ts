import type { Page } from "@playwright/test";
import type { ShippedPackage } from "../../src/domain/shipped-package.ts";
import { expect, settled, test } from "./atlas-test.ts";

const LIST = "**/generated/licences.json";

async function openList(page: Page) {
  await page.goto("./?v=1&room=method#method-licences");
  await settled(page);
  await page.getByText("All packages, with the texts of their licences").click();
  return page.getByRole("region", { name: "Licences of the software" });
}

test("the Method room lists every package of the build with its licence, found by name or licence, each with its text", async ({
  page,
}) => {
  const shipped = (await (await page.request.get("./generated/licences.json")).json()) as readonly ShippedPackage[];
  const names = shipped.map(({ name }) => name);
  // Code of the page, of a worker, of what was built into a package before, a font, data, a part that only the file names.
  for (const name of ["react", "proj4", "earcut", "@fontsource/ibm-plex-sans", "world-atlas", "@bokuweb/zstd-wasm"]) {
    expect(names).toContain(name);
  }
  for (const { name, licence, text } of shipped) {
    expect(licence, name).toBeTruthy();
    expect(text ?? "", name).toMatch(/copyright|public domain/i);
  }

  const part = await openList(page);
  const rows = part.getByRole("list").getByRole("group");
  await expect(part.getByRole("status")).toHaveText(`${String(shipped.length)} packages`);
  await expect(rows).toHaveCount(shipped.length);

  const search = part.getByRole("searchbox", { name: "Find a package or a licence" });
  await search.fill("OFL plex");
  await expect(part.getByRole("status")).toHaveText("One package found");
  await rows.getByText("@fontsource/ibm-plex-sans").click();
  await expect(part).toContainText("SIL OPEN FONT LICENSE");
  await search.fill("nothing is called so");
  await expect(part.getByRole("status")).toHaveText("No package found");
  await part.getByRole("button", { name: "Show all packages" }).click();
  await expect(rows).toHaveCount(shipped.length);
  await expect(search).toBeFocused();

  await part.getByRole("button", { name: "Licences of the data and of the map: Data" }).click();
  await expect(page.getByRole("heading", { name: "What is loaded" })).toBeVisible();
});

test("a list of licences that does not arrive is said, and asked for again", async ({ page, allowed }) => {
  allowed.messages.push(/Failed to load resource/);
  await page.route(LIST, (route) => route.abort());
  const part = await openList(page);
  await expect(part.getByRole("alert")).toContainText("The list of licences could not be loaded.");
  // A host may answer with its own page in place of a file.
  await page.route(LIST, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  await part.getByRole("button", { name: "Try again" }).click();
  await expect(part.getByRole("alert")).toBeVisible();
  await page.unrouteAll();
  await part.getByRole("button", { name: "Try again" }).click();
  await expect(part.getByRole("status")).toHaveText(/^\d+ packages$/);
});
