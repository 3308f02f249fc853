import { resolve } from "node:path";
import { defineConfig, type PlaywrightTestConfig, type Project } from "@playwright/test";
import { CHROMIUM_ARGUMENTS } from "./chromium-arguments.ts";
import { findOrInstallBrowser, findOrInstallFirefox } from "./find-browser.ts";
import { findScreen } from "./screen.ts";

const PORT = Number(process.env["ATLAS_TEST_PORT"] ?? 4178);
const ROOT = resolve(import.meta.dirname, "../..");
const ADDRESS = `http://localhost:${String(PORT)}/some/folder/`;

const screen = findScreen();

const chromium: Project = {
  name: "chromium",
  use: {
    browserName: "chromium",
    launchOptions: {
      executablePath: findOrInstallBrowser(),
      args: [...CHROMIUM_ARGUMENTS],
    },
  },
};

/** What another engine may do differently: the tests with this tag in their titles. */
function firefoxProjects(): readonly Project[] {
  const found = findOrInstallFirefox();
  if (found === null) return [];
  const { executablePath, channel } = found;
  return [
    {
      name: "firefox",
      grep: /@firefox/,
      // Of two windows on a screen one is active, and only there is the focus marked.
      workers: 1,
      use: {
        browserName: "firefox",
        channel,
        // Without a screen there is no WebGL in Firefox.
        headless: screen === "none",
        launchOptions: {
          executablePath,
          // The panel would take the focus from the page.
          firefoxUserPrefs: { "browser.download.alwaysOpenPanel": false },
          args: channel === undefined ? [] : ["--remote-allow-system-access"],
        },
      },
    },
  ];
}

const page = {
  command: `node tests/e2e/serve-dist.mjs ${String(PORT)} /some/folder/`,
  cwd: ROOT,
  url: ADDRESS,
  reuseExistingServer: false,
} satisfies PlaywrightTestConfig["webServer"];

/** Writes the number of the first screen that is free, by which Playwright sets DISPLAY for what it starts later. */
const virtualScreen = {
  command: "Xvfb -displayfd 1 -screen 0 1600x1200x24 -nolisten tcp | sed -u s/^/:/",
  stderr: "ignore",
  wait: { stdout: /^(?<display>:\d+)$/m },
  gracefulShutdown: { signal: "SIGTERM", timeout: 2000 },
} satisfies PlaywrightTestConfig["webServer"];

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
    baseURL: ADDRESS,
    viewport: { width: 1440, height: 900 },
    locale: "en-GB",
  },
  // The longer line of one worker begins first.
  projects: [...firefoxProjects(), chromium],
  webServer: screen === "virtual" ? [virtualScreen, page] : [page],
});
