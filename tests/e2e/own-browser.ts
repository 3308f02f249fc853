import { spawn, type ChildProcess } from "node:child_process";
import { chromium, type Browser, type Page } from "@playwright/test";
import { findOrInstallBrowser } from "./find-browser.ts";

/** A browser started by the test itself, so that it can be killed and started again on the same profile. */
export interface OwnBrowser {
  readonly page: Page;
  /** Ends it as a crash or a power cut does. */
  kill(): Promise<void>;
}

export async function startBrowser(profile: string): Promise<OwnBrowser> {
  const child = spawn(
    findOrInstallBrowser(),
    [
      "--headless=new",
      "--no-sandbox",
      "--no-first-run",
      "--disable-gpu",
      "--disable-background-networking",
      "--remote-debugging-port=0",
      `--user-data-dir=${profile}`,
      "about:blank",
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  const browser = await chromium.connectOverCDP(await debuggerUrl(child));
  const context = browser.contexts()[0] ?? (await browser.newContext());
  const page = context.pages()[0] ?? (await context.newPage());
  return { page, kill: () => killed(child, browser) };
}

function debuggerUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const url = /DevTools listening on (ws:\S+)/.exec(said)?.[1];
      if (url !== undefined) resolve(url);
    });
    child.once("exit", () => {
      reject(new Error(`the browser ended at once: ${said.slice(-500)}`));
    });
  });
}

async function killed(child: ChildProcess, browser: Browser): Promise<void> {
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await ended;
  await browser.close().catch(() => undefined);
}
