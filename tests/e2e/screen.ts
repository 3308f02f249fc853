import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Where a browser that needs a screen shows itself: on the desktop's, on one that the tests start (Xvfb), or nowhere. */
export function findScreen(): "desktop" | "virtual" | "none" {
  if (process.platform !== "linux" || process.env["DISPLAY"] !== undefined) return "desktop";
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  if (folders.some((folder) => existsSync(join(folder, "Xvfb")))) return "virtual";
  if (process.env["ATLAS_NO_SKIPS"] === "1") throw new Error("no screen for Firefox: install xvfb");
  return "none";
}
