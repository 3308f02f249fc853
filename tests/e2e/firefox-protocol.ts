import { renameSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Browser } from "@playwright/test";

interface Session {
  send: (method: string, parameters: object) => Promise<unknown>;
  emit: (event: string, parameters: object) => boolean;
}

/** The parts that are needed of Playwright's own side of a browser. */
interface BrowserSide {
  readonly _browserSession: Session;
  downloadCreated: (page: unknown, id: string, url: string, suggestedName: string, fileName: string) => void;
}

interface Download {
  readonly url: string;
  readonly navigation: string | null;
  readonly download?: string | null;
  /** Where the file is, once it is whole. */
  readonly filepath?: string;
}

/** Preference of Firefox's: 0 dark, 1 light, 2 as the system. */
const COLOR_SCHEME = "layout.css.prefers-color-scheme.content-override";
const NAME_LENGTH = 100;
const SCHEMES: Readonly<Record<string, number>> = { dark: 0, light: 1 };

/**
 * Fills in what Playwright asks of WebDriver BiDi and released Firefoxes do not give yet: a colour scheme
 * (`emulation.setMediaFeaturesOverride`, w3c/webdriver-bidi#1076) and identifiers of downloads. The browser
 * has to be started with `--remote-allow-system-access`. Once for each process.
 */
export function completeProtocol(browser: Browser): void {
  const { _connection } = browser as unknown as { readonly _connection: { toImpl(of: Browser): unknown } };
  const side = _connection.toImpl(browser) as BrowserSide;
  const { _browserSession } = side;
  const session = Object.getPrototypeOf(_browserSession) as Session;
  const { send, emit } = session;

  session.send = async function (this: Session, method, parameters) {
    try {
      return await send.call(this, method, parameters);
    } catch (error) {
      if (method !== "emulation.setMediaFeaturesOverride" || !String(error).includes("unknown command")) throw error;
      const { features } = parameters as { readonly features: Readonly<Record<string, string | null | undefined>> };
      return setColorScheme(send.bind(_browserSession), SCHEMES[features["prefers-color-scheme"] ?? ""] ?? 2);
    }
  };

  session.emit = function (this: Session, event, parameters) {
    if (!event.startsWith("browsingContext.download")) return emit.call(this, event, parameters);
    const download = parameters as Download;
    const id = download.download ?? download.navigation ?? download.url;
    if (download.filepath !== undefined) renameSync(download.filepath, join(dirname(download.filepath), fileName(id)));
    return emit.call(this, event, { ...download, download: id });
  };

  // A file that keeps its name makes Firefox number the name of the next one.
  const { downloadCreated } = side;
  side.downloadCreated = (page, id, url, suggestedName) => {
    downloadCreated.call(side, page, id, url, suggestedName, fileName(id));
  };
}

/**
 * For each page. Playwright fills in a field by setting its value, which the page's framework takes for its own doing and
 * does not answer; so the browser is asked to insert the text.
 */
export const INSERT_TEXT_AS_TYPED = `Object.defineProperty(globalThis, "__pw_bidiInsertText", {
  get: () => (text) => void document.execCommand("insertText", false, text),
  set: () => undefined,
});`;

/**
 * For each page. Firefox ESR 153 crashes where a script asks by which elements one is labelled after some of them were
 * replaced. The page never asks; axe and Playwright do, and read the attributes where it cannot be asked.
 */
export const WITHOUT_LABEL_ELEMENTS = "delete Element.prototype.ariaLabelledByElements;";

function fileName(downloadId: string): string {
  return downloadId.replace(/\W/g, "_").slice(-NAME_LENGTH);
}

/** For all pages of the browser. */
async function setColorScheme(send: Session["send"], value: number): Promise<void> {
  const { contexts } = (await send("browsingContext.getTree", { "moz:scope": "chrome" })) as {
    readonly contexts: readonly { readonly context: string }[];
  };
  await send("script.evaluate", {
    target: { context: contexts[0]?.context },
    expression: `Services.prefs.setIntPref(${JSON.stringify(COLOR_SCHEME)}, ${String(value)})`,
    awaitPromise: false,
  });
}
