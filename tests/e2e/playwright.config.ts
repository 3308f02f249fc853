import { resolve } from "node:path";
import { defineConfig } from "@playwright/test";
import { findOrInstallBrowser } from "./find-browser.ts";

const PORT = 4178;
const ROOT = resolve(import.meta.dirname, "../..");

/** The built page, served as a static host would, under a sub-path. */
export default defineConfig({
  testDir: ".",
  testMatch: "**/*.spec.ts",
  outputDir: resolve(ROOT, "test-results/browser"),
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  // Tests are not timed: a slow machine may take long over one.
  timeout: 240_000,
  expect: { timeout: 40_000 },
  reporter: [["line"], ["json", { outputFile: resolve(ROOT, "test-results/browser.json") }]],
  use: {
    baseURL: `http://localhost:${String(PORT)}/some/folder/`,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: findOrInstallBrowser(),
      args: [
        "--no-sandbox",
        "--use-angle=swiftshader",
        "--enable-unsafe-swiftshader",
        "--ignore-gpu-blocklist",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    },
  },
  webServer: {
    command: `node tests/e2e/serve-dist.mjs ${String(PORT)} /some/folder/`,
    cwd: ROOT,
    url: `http://localhost:${String(PORT)}/some/folder/`,
    reuseExistingServer: false,
  },
});
