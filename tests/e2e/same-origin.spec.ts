import { expect, openAtlas, saveFile, settled, siteRows, test } from "./atlas-test.ts";
import { expectHarmless, expectSawWorkers, watchPage } from "./watch-page.ts";

const ROOMS = ["Benchmark", "Options", "Spaces", "Programme", "Data", "Method", "Sites"] as const;

test("a walk through all rooms asks the page's own host alone, and breaks no policy @firefox", async ({
  page,
  context,
}) => {
  const watched = await watchPage(context, page);
  await openAtlas(page);
  const rooms = page.getByRole("navigation", { name: "Rooms" });
  await siteRows(page).first().click();
  await settled(page);
  for (const room of ROOMS) {
    await rooms.getByRole("button", { name: room }).click();
    await settled(page);
    await expectHarmless(page, watched);
  }
  await saveFile(page, "GeoPackage", "Both");
  await page.keyboard.press("Escape");
  await expectHarmless(page, watched);
  expect(watched.requests.length).toBeGreaterThan(10);
  expectSawWorkers(watched);
});

test("the page's policy forbids inline script and style, evaluation, and other hosts", async ({ page, request }) => {
  const html = await (await request.get("./")).text();
  await openAtlas(page);
  const content =
    (await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content")) ?? "no policy";
  const policy = new Map(
    content.split(";").map((directive) => {
      const [name = "", ...sources] = directive.trim().split(/\s+/);
      return [name, sources] as const;
    }),
  );
  expect(policy.get("default-src")).toEqual(["'none'"]);
  expect(policy.get("base-uri")).toEqual(["'none'"]);
  expect(policy.get("form-action")).toEqual(["'none'"]);
  expect(policy.get("connect-src")).toEqual(["'self'"]);
  expect(policy.get("style-src")).toEqual(["'self'"]);
  expect(policy.get("script-src")).toEqual(["'self'", "'wasm-unsafe-eval'"]);
  for (const sources of policy.values()) {
    for (const source of sources) expect(source).toMatch(/^('none'|'self'|'wasm-unsafe-eval'|blob:|data:)$/);
  }
  expect(html.indexOf("Content-Security-Policy")).toBeLessThan(html.search(/<(script|link|style)/));
  expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=|javascript:/i);
});
