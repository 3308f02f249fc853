import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const SYSTEM_PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/opt/google/chrome/chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** A Chromium to test in: the one configured by ATLAS_BROWSER, Playwright's own, the system's; `null` where there is none. */
export function findBrowser(): string | null {
  const configured = process.env["ATLAS_BROWSER"];
  if (configured !== undefined && configured !== "") {
    if (!existsSync(configured)) throw new Error(`ATLAS_BROWSER names ${configured}, which does not exist`);
    return configured;
  }
  return [chromium.executablePath(), ...SYSTEM_PATHS].find((path) => path !== "" && existsSync(path)) ?? null;
}

/** As {@link findBrowser}; where there is none, Playwright installs its own. */
export function findOrInstallBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  process.stdout.write("No Chromium found; installing the one that comes with Playwright …\n");
  const { status } = spawnSync("npx", ["playwright", "install", "chromium"], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  const installed = findBrowser();
  if (status !== 0 || installed === null) {
    throw new Error("no browser: install Chromium or Chrome, or set ATLAS_BROWSER to the path of one");
  }
  return installed;
}
