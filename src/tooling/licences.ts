import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ShippedPackage } from "#domain/shipped-package.ts";

/**
 * Licences that allow to ship a package with the page as it is done here: unchanged or built, with its copyright notice and
 * licence text beside it. What asks for more (sources, the same licence for the whole) is decided on by hand.
 */
export const ALLOWED_LICENCES: ReadonlySet<string> = new Set([
  "0BSD",
  "Apache-2.0",
  "BlueOak-1.0.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "CC0-1.0",
  "CC-BY-4.0",
  "ISC",
  "MIT",
  // Its files stay under it, and others may have any licence; they are shipped as they are published.
  "MPL-2.0",
  "OFL-1.1",
  "Unlicense",
  "Zlib",
  // A choice, of which the first is taken.
  "(MIT OR Apache-2.0)",
]);

/** What forbids to ship these packages, a sentence each; none where all is well. */
export function licenceFaults(packages: readonly ShippedPackage[]): readonly string[] {
  return packages.flatMap(({ name, version, licence, text }) => {
    const called = `${name} ${version}`;
    if (licence === null) return [`${called} states no licence`];
    if (!licence.split(" AND ").every((each) => ALLOWED_LICENCES.has(each)))
      return [`${called} has the licence ${licence}, which is not among those allowed`];
    return text === null ? [`${called} (${licence}) comes without the text of its licence`] : [];
  });
}

/** Of the packages that the files are of, and of those that are built into the files: what the page has to say, by name. */
export function readShippedPackages(files: Iterable<string>): readonly ShippedPackage[] {
  const folders = new Set<string>();
  for (const file of files) {
    const folder = packageFolder(file);
    if (folder === null) continue;
    // Files of another package may be published inside of one, without what describes them.
    const name = folder.slice(folder.lastIndexOf(INSTALLED) + INSTALLED.length);
    folders.add(existsSync(join(folder, "package.json")) ? folder : findInstalled(name, file));
    for (const inside of packagesInside(file)) folders.add(inside);
  }
  const packages = new Map<string, ShippedPackage>();
  for (const folder of folders) {
    const found = readPackage(folder);
    packages.set(`${found.name} ${found.version}`, found);
  }
  return [...packages.values()].sort((a, b) => compare(a.name, b.name) || compare(a.version, b.version));
}

const INSTALLED = "/node_modules/";

/** Where the package is that a file belongs to; `null` for a file that is not of an installed package. */
function packageFolder(file: string): string | null {
  const at = file.lastIndexOf(INSTALLED);
  if (at === -1) return null;
  const [first = "", second = ""] = file.slice(at + INSTALLED.length).split("/");
  return file.slice(0, at + INSTALLED.length) + (first.startsWith("@") ? `${first}/${second}` : first);
}

/**
 * Packages that were built into a file before it was published: its source map names their files.
 * @throws where one is not installed, so that nothing is known about it
 */
function packagesInside(file: string): readonly string[] {
  if (!existsSync(`${file}.map`)) return [];
  const { sources } = JSON.parse(readFileSync(`${file}.map`, "utf8")) as { readonly sources: readonly string[] };
  const names = new Set(sources.map((source) => packageFolder(`/${source}`)?.replace(/^.*\/node_modules\//, "")));
  return [...names].flatMap((name) => (name === undefined ? [] : [findInstalled(name, file)]));
}

function findInstalled(name: string, by: string): string {
  for (let folder = dirname(by); folder !== dirname(folder); folder = dirname(folder)) {
    const candidate = join(folder, "node_modules", name);
    if (existsSync(join(candidate, "package.json"))) return candidate;
  }
  throw new Error(`${by} has ${name} built in, which is not installed: its licence is not known`);
}

interface PackageFile {
  readonly name: string;
  readonly version: string;
  readonly license?: unknown;
  readonly homepage?: string;
  readonly repository?: string | { readonly url?: string };
}

/** What a package misspells or leaves out: its licence as its own text names it, the text as its repository has it. */
const MENDED: Readonly<Record<string, { readonly licence?: string; readonly textFile?: string }>> = {
  "@bokuweb/zstd-wasm": { licence: "MIT AND BSD-3-Clause", textFile: "zstd-wasm.txt" },
  pmtiles: { textFile: "pmtiles.txt" },
  "splaytree-ts": { licence: "BSD-3-Clause" },
  "terra-draw": { textFile: "terra-draw.txt" },
  "terra-draw-maplibre-gl-adapter": { textFile: "terra-draw.txt" },
};

function readPackage(folder: string): ShippedPackage {
  const described = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as PackageFile;
  const { name, version, license } = described;
  const mended = MENDED[name];
  const licence = mended?.licence ?? (typeof license === "string" ? license : null);
  const text =
    mended?.textFile === undefined
      ? readLicenceText(folder)
      : readFileSync(join(import.meta.dirname, "licence-texts", mended.textFile), "utf8").trim();
  return { name, version, licence, text, url: pageOf(described) };
}

const TEXT_FILE = /^(un)?(licen[cs]e|copying|notice)([-.]|$)/i;

/** A tool whose few lines are in the page names the licences of all that it is itself made of below its own. */
const OF_THE_TOOL = /^#+ Licenses of bundled dependencies$/m;

/** The texts that stand beside the package, or else the part of its introduction that holds one. */
function readLicenceText(folder: string): string | null {
  const files = readdirSync(folder).sort();
  const texts = files.filter((file) => TEXT_FILE.test(file)).map((file) => readFileSync(join(folder, file), "utf8"));
  if (texts.length > 0) {
    return texts.map((text) => (text.split(OF_THE_TOOL)[0] ?? "").replaceAll("\r\n", "\n").trim()).join("\n\n");
  }
  const introduction = files.find((file) => /^readme/i.test(file));
  if (introduction === undefined) return null;
  const parts = readFileSync(join(folder, introduction), "utf8").split(/^#+ /m);
  const part = parts.find(
    (each) => /^licen[cs]e/i.test(each) && /copyright[^]*permission is hereby granted/i.test(each),
  );
  return part?.replace(/^.*\n/, "").trim() ?? null;
}

function pageOf({ homepage, repository }: PackageFile): string | null {
  const stated = typeof repository === "string" ? repository : (repository?.url ?? "");
  const code = /^[\w.-]+\/[\w.-]+$/.test(stated)
    ? `https://github.com/${stated}`
    : stated.replace(/^git\+/, "").replace(/^(git|ssh):\/\/(git@)?/, "https://");
  const address = (homepage ?? code.replace(/\.git$/, "")).replace(/\/?#readme$/, "");
  return /^https?:\/\//.test(address) ? address : null;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
