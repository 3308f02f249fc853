import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium, type Browser, type Page } from "@playwright/test";
import { complete, keepGuideShown } from "./atlas-test.ts";
import { CHROMIUM_ARGUMENTS } from "./chromium-arguments.ts";
import { findOrInstallBrowser } from "./find-browser.ts";
import { PageHost } from "./page-host.ts";

/**
 * Takes the pictures of the README: each room of the built page on a desktop and on a phone, light and dark, into
 * `screenshots/`. Names of rooms as arguments take these alone.
 */
const FOLDER = resolve(import.meta.dirname, "../../screenshots");
const QUALITY = 0.7;

const SITE = "country=SI.HU.HR&site=si-izola-shipyard&reach=25000&map=9/45.55/13.75";
const SHORTLIST = "shortlist=hu-komlo-zobak-akna,si-izola-shipyard,hr-rijeka-torpedo";

interface Room {
  readonly name: string;
  readonly query: string;
  /** What a phone shows of it, where that is another view. */
  readonly phoneQuery?: string;
}

const ROOMS: readonly Room[] = [
  { name: "sites", query: `?v=1&${SITE}`, phoneQuery: "?v=1&country=SI.HU.HR" },
  { name: "site", query: "?v=1&site=hu-komlo-zobak-akna&reach=30000&map=8.6/46.2/18.2&color=total" },
  { name: "benchmark", query: `?v=1&room=benchmark&${SHORTLIST}&site=si-izola-shipyard` },
  { name: "options", query: "?v=1&room=options&site=si-izola-shipyard" },
  { name: "spaces", query: "?v=1&room=spaces" },
  { name: "programme", query: "?v=1&room=programme" },
  { name: "data", query: "?v=1&room=data" },
  { name: "method", query: "?v=1&room=method" },
];

const SCREENS = [
  { name: "desktop", viewport: { width: 1440, height: 900 }, isMobile: false, deviceScaleFactor: 1 },
  { name: "phone", viewport: { width: 390, height: 844 }, isMobile: true, deviceScaleFactor: 1.5 },
] as const;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !ROOMS.some((room) => room.name === name));
if (unknown.length > 0)
  throw new Error(`no room is called ${unknown.join(", ")}; there are ${ROOMS.map(({ name }) => name).join(", ")}`);
const rooms = ROOMS.filter(({ name }) => asked.length === 0 || asked.includes(name));

if (asked.length === 0) rmSync(FOLDER, { recursive: true, force: true });
mkdirSync(FOLDER, { recursive: true });
const host = await PageHost.start();
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: [...CHROMIUM_ARGUMENTS] });
try {
  for (const screen of SCREENS) {
    for (const colorScheme of ["light", "dark"] as const) {
      for (const room of rooms) {
        const query = screen.name === "phone" ? (room.phoneQuery ?? room.query) : room.query;
        const file = `${room.name}-${screen.name}-${colorScheme}.webp`;
        const bytes = await take(browser, screen, colorScheme, query);
        writeFileSync(join(FOLDER, file), bytes);
        process.stdout.write(`${file}, ${String(Math.round(bytes.length / 1000))} kB\n`);
      }
    }
  }
} finally {
  await browser.close();
  await host.cut();
}

async function take(
  browser: Browser,
  { viewport, isMobile, deviceScaleFactor }: (typeof SCREENS)[number],
  colorScheme: "light" | "dark",
  query: string,
): Promise<Buffer> {
  const context = await browser.newContext({
    baseURL: host.address,
    viewport,
    isMobile,
    hasTouch: isMobile,
    deviceScaleFactor,
    colorScheme,
    locale: "en-GB",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  await context.addInitScript(keepGuideShown);
  const page = await context.newPage();
  await page.goto(`./${query}`);
  await page.locator("[data-site]").first().waitFor({ state: "attached" });
  await complete(page);
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const picture = await asWebp(page, await takeStill(page));
  await context.close();
  return picture;
}

/** The map draws tiles and labels one after the other: the picture is taken once it is the same three times. */
async function takeStill(page: Page): Promise<Buffer> {
  let last = await page.screenshot();
  for (let alike = 1; alike < 3;) {
    await page.waitForTimeout(400);
    const next = await page.screenshot();
    alike = next.equals(last) ? alike + 1 : 1;
    last = next;
  }
  return last;
}

/** Playwright writes PNG and JPEG only; the browser knows WebP, which is a fifth of the size. */
async function asWebp(page: Page, png: Buffer): Promise<Buffer> {
  const text = await page.evaluate(
    async ([base64, quality]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d")?.drawImage(image, 0, 0);
      const blob = await canvas.convertToBlob({ type: "image/webp", quality });
      let binary = "";
      for (const byte of new Uint8Array(await blob.arrayBuffer())) binary += String.fromCharCode(byte);
      return btoa(binary);
    },
    [png.toString("base64"), QUALITY] as const,
  );
  return Buffer.from(text, "base64");
}
