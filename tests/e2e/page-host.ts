import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { cpSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { extname, join, resolve } from "node:path";

export const BUILT = resolve(import.meta.dirname, "../../dist");
const PACKAGE = join(BUILT, "../package.json");
export const { version: BUILT_VERSION } = JSON.parse(readFileSync(PACKAGE, "utf8")) as { readonly version: string };

/** A host of the page that a test owns: it can be cut off, and can be given another version of the page. */
export class PageHost {
  readonly address: string;
  readonly #port: number;
  #child: ChildProcess | null = null;

  private constructor(port: number) {
    this.#port = port;
    this.address = `http://localhost:${String(port)}/some/folder/`;
  }

  static async start(folder = BUILT): Promise<PageHost> {
    const host = new PageHost(await freePort());
    await host.serve(folder);
    return host;
  }

  /** Serves what is in the folder, instead of what was served before. */
  async serve(folder: string): Promise<void> {
    await this.cut();
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, "serve-dist.mjs"), String(this.#port), "/some/folder/"],
      { env: { ...process.env, ATLAS_DIST: folder }, stdio: ["ignore", "pipe", "inherit"] },
    );
    this.#child = child;
    // It says where it serves once it does.
    const gone = once(child, "exit").then(([code]) => {
      throw new Error(`the host ended with ${String(code)} before it served`);
    });
    // One that ends later was cut off.
    gone.catch(() => undefined);
    await Promise.race([once(child.stdout, "data"), gone]);
  }

  /** From now on nobody answers, as without network. */
  async cut(): Promise<void> {
    const child = this.#child;
    this.#child = null;
    if (child === null || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0);
  await once(probe, "listening");
  const { port } = probe.address() as AddressInfo;
  probe.close();
  await once(probe, "close");
  return port;
}

/**
 * The built page as a later build would leave it: it says another version, and as names of built files hang on what is in them
 * and in those that they name, all have other names.
 */
export function writeNextVersion(folder: string, version: string): void {
  cpSync(BUILT, folder, { recursive: true, filter: (path) => extname(path) !== ".map" });
  const renamed = new Map<string, string>();
  const built: string[] = [];
  for (const part of ["assets", "live"].map((name) => join(folder, name))) {
    for (const name of readdirSync(part)) {
      const other = otherName(name);
      renamed.set(name, other);
      renameSync(join(part, name), join(part, other));
      built.push(join(part, other));
    }
  }
  const texts = [
    join(folder, "index.html"),
    join(folder, "sw.js"),
    ...built.filter((path) => /\.(js|css)$/.test(path)),
  ];
  const quoted = new RegExp(`(["'\`])${BUILT_VERSION.replaceAll(".", "\\.")}\\1`, "g");
  if (!texts.some((path) => readFileSync(path, "utf8").search(quoted) >= 0))
    throw new Error(`no file of the built page holds its version, ${BUILT_VERSION}`);
  for (const path of texts) {
    const before = readFileSync(path, "utf8");
    const after = before
      .replace(/[\w.-]+-[\w-]{8}\.\w+/g, (name) => renamed.get(name) ?? name)
      .replace(quoted, `"${version}"`)
      // The revision of what keeps its name is that of its contents.
      .replace(/(url:"index\.html",revision:")\w+/, `$1${version.replaceAll(".", "")}`);
    if (after !== before) writeFileSync(path, after);
  }
}

function otherName(name: string): string {
  return name.replace(/-([\w-]{8})\.(?=\w+$)/, (_, hash: string) => `-${hash.split("").reverse().join("")}.`);
}
