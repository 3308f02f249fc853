import { spawn, type ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { setTimeout } from "node:timers/promises";
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
    // A group of its own, so that none of its processes outlives it.
    { stdio: ["ignore", "ignore", "pipe"], detached: true },
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
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
  await ended;
  await browser.close().catch(() => undefined);
}

const REMOVAL_TRIES = 40;

/** Files of a killed browser may be held for a moment still; a folder for temporary files that stays is no failure. */
export async function removeProfile(profile: string): Promise<void> {
  for (let attempt = 0; attempt < REMOVAL_TRIES; attempt++) {
    const isRemoved = await rm(profile, { recursive: true, force: true }).then(
      () => true,
      () => false,
    );
    if (isRemoved) return;
    await setTimeout(250);
  }
  console.warn(`${profile} could not be removed`);
}
