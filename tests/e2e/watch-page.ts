import type { BrowserContext, Page } from "@playwright/test";
import { expect } from "./atlas-test.ts";

/** What a page did behind the reader's back. */
export interface Watched {
  /** Of every request, those of workers among them, where it went. */
  readonly requests: readonly string[];
  /** Questions and messages of the browser that a script would open. */
  readonly dialogs: readonly string[];
}

/** Watches a page from before it is opened. */
export async function watchPage(context: BrowserContext, page: Page): Promise<Watched> {
  const requests: string[] = [];
  const dialogs: string[] = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("dialog", (dialog) => {
    // Leaving while something is being kept is asked about, as it should be.
    if (dialog.type() === "beforeunload") return void dialog.accept();
    dialogs.push(dialog.message());
    return void dialog.dismiss();
  });
  await context.addInitScript(() => {
    const violations: string[] = [];
    Object.assign(window, { __violations: violations });
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      violations.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  return { requests, dialogs };
}

/** Nothing ran that came from a text, nothing was made of one, and nobody else was asked. */
export async function expectHarmless(page: Page, { requests, dialogs }: Watched): Promise<void> {
  const { origin } = new URL(page.url());
  const found = await page.evaluate(() => ({
    pwned: "__pwned" in window,
    violations: (window as unknown as { __violations: string[] }).__violations,
    polluted: Object.keys(Object.prototype),
    made: [
      ...document.querySelectorAll(
        "script:not([src]), iframe, object, embed, base, math, animate, marquee, form[action]",
      ),
    ].map(({ outerHTML }) => outerHTML.slice(0, 200)),
    handlers: [...document.querySelectorAll("*")].flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith("on")),
    ),
    links: [...document.querySelectorAll<HTMLAnchorElement>("a[href]")]
      .filter(({ protocol }) => !["http:", "https:", "mailto:"].includes(protocol))
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
    unguarded: [...document.querySelectorAll<HTMLAnchorElement>("a[target]")]
      .filter(({ relList }) => !relList.contains("noopener"))
      .map(({ outerHTML }) => outerHTML.slice(0, 200)),
  }));
  const nothing = { pwned: false, violations: [], polluted: [], made: [], handlers: [], links: [], unguarded: [] };
  expect(found).toEqual(nothing);
  expect(dialogs).toEqual([]);
  expect(requests.filter((url) => !isOwn(url, origin))).toEqual([]);
}

/** That requests of workers are among those seen: the database for GeoPackages is asked for by a worker alone. */
export function expectSawWorkers({ requests }: Watched): void {
  expect(requests.filter((url) => /\/sql-wasm[^/]*\.wasm$/.test(url)).length).toBeGreaterThan(0);
}

function isOwn(url: string, origin: string): boolean {
  const { protocol, origin: asked } = new URL(url);
  return protocol === "blob:" || protocol === "data:" || asked === origin;
}
