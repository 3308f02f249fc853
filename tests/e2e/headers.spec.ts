import { readdirSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import type { Page } from "@playwright/test";
import { ASKING_POLICY, PAGE_POLICY } from "../../src/tooling/headers.ts";
import { expect, openAtlas, test } from "./atlas-test.ts";

const DIST = resolve(import.meta.dirname, "../../dist");

test("the page has its policy in itself and gets the same from a host", async ({ page }) => {
  const response = await page.goto("./");
  const headers = response?.headers() ?? {};
  expect(headers["content-security-policy"]).toBe(PAGE_POLICY);
  expect(headers["x-content-type-options"]).toBe("nosniff");
  expect(headers["cache-control"]).toBe("no-cache");
  const meta = page.locator('meta[http-equiv="Content-Security-Policy"]');
  await expect(meta).toHaveAttribute("content", PAGE_POLICY);
  // What stands before it would not be held to it.
  expect(await meta.evaluate((element) => element.previousElementSibling)).toBeNull();
});

test("every script of the build comes with one policy, the open one with the worker that asks alone", async ({
  request,
}) => {
  const scripts = readdirSync(DIST, { recursive: true, encoding: "utf8" })
    .map((path) => path.replaceAll("\\", "/"))
    .filter((path) => /\.(m?js|wasm)$/.test(path));
  expect(scripts.length).toBeGreaterThan(100);
  const open: string[] = [];
  for (const path of scripts) {
    const response = await request.head(`./${path}`);
    const policy = response.headers()["content-security-policy"];
    if (policy === ASKING_POLICY) open.push(path);
    else expect(policy, path).toBe(PAGE_POLICY);
    if (path.includes("/")) expect(response.headers()["cache-control"], path).toContain("immutable");
  }
  expect(open).toEqual([expect.stringMatching(/^live\/sources\.worker-[\w-]+\.js$/)]);
});

test("no other worker can ask a host elsewhere", async ({ page, allowed }) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? "");
    response.writeHead(200, { "access-control-allow-origin": "*" }).end("answer");
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const elsewhere = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`;
  allowed.origins.push(new URL(elsewhere).origin);
  allowed.messages.push(/Content Security Policy/);
  await openAtlas(page);
  for (const name of ["analysis.worker", "import.worker", "export.worker", "benchmark.worker", "maplibre-gl-worker"]) {
    expect(await askIn(page, "assets", name, elsewhere), name).toBe("refused");
  }
  expect(asked).toEqual([]);
  // The server can be reached, so that it is the policy that forbids.
  expect(await askIn(page, "live", "sources.worker", elsewhere)).toBe("answer");
  expect(asked).toEqual(["/"]);
  server.close();
});

/** What a worker of the build hears from an address. */
async function askIn(page: Page, folder: string, name: string, address: string): Promise<string> {
  const file = readdirSync(resolve(DIST, folder)).find((each) => each.startsWith(name) && each.endsWith(".js")) ?? "";
  const [worker] = await Promise.all([
    page.waitForEvent("worker", (started) => started.url().endsWith(file)),
    page.evaluate((url) => {
      Object.assign(window, { kept: new Worker(url, { type: "module" }) });
    }, `${folder}/${file}`),
  ]);
  return worker.evaluate(
    (url) =>
      // eslint-disable-next-line no-restricted-globals -- what the worker is held to is asked
      fetch(url).then(
        (answer) => answer.text(),
        () => "refused",
      ),
    address,
  );
}
