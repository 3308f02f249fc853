import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromium, firefox } from "@playwright/test";

interface Engine {
  readonly name: "Chromium" | "Firefox";
  /** Environment variable with the path of the one to take. */
  readonly variable: string;
  readonly own: () => string;
  readonly systemPaths: readonly string[];
}

const CHROMIUM: Engine = {
  name: "Chromium",
  variable: "ATLAS_BROWSER",
  own: () => chromium.executablePath(),
  systemPaths: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

const FIREFOX: Engine = {
  name: "Firefox",
  variable: "ATLAS_FIREFOX",
  own: () => firefox.executablePath(),
  systemPaths: [
    "/usr/bin/firefox-esr",
    "/usr/lib/firefox/firefox",
    "/usr/bin/firefox",
    "/snap/bin/firefox",
    "/Applications/Firefox.app/Contents/MacOS/firefox",
    "C:\\Program Files\\Mozilla Firefox\\firefox.exe",
  ],
};

/** An engine to test in: the one configured, Playwright's own, the system's; `null` where there is none. */
function findBrowser({ variable, own, systemPaths }: Engine): string | null {
  const configured = process.env[variable];
  if (configured !== undefined && configured !== "") {
    if (!existsSync(configured)) throw new Error(`${variable} names ${configured}, which does not exist`);
    return configured;
  }
  return [own(), ...systemPaths].find((path) => path !== "" && existsSync(path)) ?? null;
}

/** As {@link findBrowser}; where there is none, Playwright installs its own. */
function findOrInstall(engine: Engine): string | null {
  const found = findBrowser(engine);
  if (found !== null) return found;
  process.stdout.write(`No ${engine.name} found; installing the one that comes with Playwright …\n`);
  const { status } = spawnSync("npx", ["playwright", "install", engine.name.toLowerCase()], {
    stdio: "inherit",
    shell: process.platform === "win32",
  });
  return status === 0 ? findBrowser(engine) : null;
}

export function findOrInstallBrowser(): string {
  const path = findOrInstall(CHROMIUM);
  if (path === null) throw new Error("no browser: install Chromium or Chrome, or set ATLAS_BROWSER to the path of one");
  return path;
}

export interface FoundFirefox {
  readonly executablePath: string;
  /** Released Firefoxes are driven by WebDriver BiDi, Playwright's own by the protocol that is built into it. */
  readonly channel: "moz-firefox" | undefined;
}

/** The second browser; where none can be had this is said once, and only where tests may be skipped. */
export function findOrInstallFirefox(): FoundFirefox | null {
  const isWorker = process.env["TEST_WORKER_INDEX"] !== undefined;
  const executablePath = isWorker ? findBrowser(FIREFOX) : findOrInstall(FIREFOX);
  if (executablePath !== null) {
    return { executablePath, channel: executablePath === FIREFOX.own() ? undefined : "moz-firefox" };
  }
  const words = "No Firefox can be had: install Firefox, or set ATLAS_FIREFOX to the path of one.";
  if (process.env["ATLAS_NO_SKIPS"] === "1") throw new Error(words);
  if (!isWorker) process.stderr.write(`${words} The tests run in Chromium only.\n`);
  return null;
}
