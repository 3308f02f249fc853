import { mkdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { chromium } from "@playwright/test";
import { findOrInstallBrowser } from "../../tests/e2e/find-browser.ts";

/**
 * Draws the icons of the installed page from the sign in `public/favicon.svg`. Run by hand when the sign changes:
 * `npx tsx src/tooling/write-app-icons.ts`.
 */
const PUBLIC = resolve(import.meta.dirname, "../../public");
const SIGN = /<path d="([^"]+)"/.exec(readFileSync(join(PUBLIC, "favicon.svg"), "utf8"))?.[1] ?? "";
const PAPER = "#f6f2ea";
const BRICK = "#9e3b2c";

/** `share` of the side that the sign's box takes; a system may cut a maskable icon down to a circle of 80 %. */
const ICONS = [
  { file: "icon-192.png", side: 192, share: 0.72, radius: 0.18 },
  { file: "icon-512.png", side: 512, share: 0.72, radius: 0.18 },
  { file: "maskable-512.png", side: 512, share: 0.58, radius: 0 },
  { file: "apple-touch-icon.png", side: 180, share: 0.66, radius: 0 },
];

if (SIGN === "") throw new Error("public/favicon.svg holds no path");
mkdirSync(join(PUBLIC, "icons"), { recursive: true });
const browser = await chromium.launch({ executablePath: findOrInstallBrowser(), args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const { file, side, share, radius } of ICONS) {
  const size = side * share;
  // The sign stands in a box of 32, its middle a little below that of the box.
  const at = (side - size) / 2;
  await page.setViewportSize({ width: side, height: side });
  await page.setContent(
    `<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="${String(side)}" height="${String(side)}">
      <rect width="${String(side)}" height="${String(side)}" rx="${String(side * radius)}" fill="${PAPER}"/>
      <g transform="translate(${String(at)} ${String(at - size * 0.02)}) scale(${String(size / 32)})" fill="${BRICK}"><path d="${SIGN}"/></g>
    </svg>`,
  );
  await page.screenshot({ path: join(PUBLIC, "icons", file), omitBackground: true });
}
await browser.close();
