import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** Plain JavaScript on Node's own modules: this runs before anything is installed. */
export const ROOT = resolve(import.meta.dirname, "../..");

const LEAST_NODE = [20, 19];

/** Runs a program of the project in its folder, its output going to this one's; ends this process where it fails. */
export function run(command, args, options = {}) {
  const { status, error } = spawnSync(command, args, {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
    ...options,
  });
  if (error !== undefined) {
    process.stderr.write(`${command} could not be started: ${error.message}\n`);
    process.exit(1);
  }
  if (status !== 0) process.exit(status ?? 1);
}

/** Path of an installed package's command. */
export function bin(name) {
  return join(ROOT, "node_modules/.bin", name);
}

/**
 * Installs the packages of the lock file, unless just these are installed already.
 * @param {{ quiet?: boolean }} options quiet: nothing but errors, and those to standard error
 */
export function ensureInstalled({ quiet = false } = {}) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1])) {
    process.stderr.write(`Node ${LEAST_NODE.join(".")} or newer is needed; this is ${process.versions.node}.\n`);
    process.exit(1);
  }
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const marker = join(ROOT, "node_modules/.installed-lock");
  if (existsSync(marker) && readFileSync(marker, "utf8") === wanted) return;
  if (!quiet) process.stdout.write("Installing packages …\n");
  run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    stdio: quiet ? ["ignore", 2, 2] : "inherit",
  });
  writeFileSync(marker, wanted);
}

/**
 * Makes the files that the page serves out of the tables and packages, where they are not up to date.
 * @param {{ quiet?: boolean }} options quiet: nothing but errors
 */
export function prepareData({ quiet = false } = {}) {
  run(bin("tsx"), ["src/tooling/prepare.ts"], { stdio: quiet ? ["ignore", "ignore", 2] : "inherit" });
}

/** Of the command isochrones; apart from the other packages, as it takes 280 MB that nothing else needs. */
const ENGINE_FOLDER = "src/cli/routing/package";

/** Installs the routing engine, unless it is there; where it cannot be had, the tests that ask it are skipped. */
export function ensureRoutingEngine() {
  if (existsSync(join(ROOT, ENGINE_FOLDER, "node_modules/@valhallajs/valhallajs/package.json"))) return;
  process.stdout.write("Installing the routing engine …\n");
  spawnSync("npm", ["ci", "--prefix", ENGINE_FOLDER, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: ROOT,
    stdio: "inherit",
    shell: process.platform === "win32",
  });
}
