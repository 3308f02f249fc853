import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import type { Plugin } from "vite";
import { licenceFaults, readShippedPackages } from "./licences.ts";
import { PACKAGE_FILES, TAGGING_PRESETS } from "./package-files.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const LIST = "generated/licences.json";

/** Files of packages that come with the page without the bundler: in its data, written into its source, or in what keeps it. */
const BESIDE_THE_BUNDLE = [
  ...Object.values(PACKAGE_FILES),
  TAGGING_PRESETS,
  createRequire(import.meta.url).resolve("epsg-index/all.json"),
  createRequire(import.meta.url).resolve("lucide-react/package.json"),
  ...["core", "precaching", "routing", "strategies"].map((part) =>
    join(ROOT, `node_modules/workbox-${part}/package.json`),
  ),
];

/** Takes down which files a build puts into the page: code, styles, and what these load. */
function gathered(files: Set<string>): Plugin {
  return {
    name: "files-of-packages",
    apply: "build",
    generateBundle(_, bundle) {
      for (const output of Object.values(bundle)) {
        const found = output.type === "chunk" ? output.moduleIds : output.originalFileNames;
        for (const id of found) files.add(id.startsWith("\0") ? ofTool(id) : resolve(ROOT, id.replace(/\?.*$/, "")));
      }
    },
  };
}

/** The few lines that a build tool adds by itself are named after it. */
function ofTool(id: string): string {
  return join(ROOT, "node_modules", id.slice(1));
}

/**
 * Lists the packages that the page is made of, with their licences, in a file of the page; the build stops at a licence that
 * is not allowed or has no text. Workers are built apart and before the page. The bundler's own list has neither them nor
 * fonts, data and what is inside of published files.
 */
export function createLicenceList(): { readonly page: () => Plugin[]; readonly worker: () => Plugin } {
  const files = new Set(BESIDE_THE_BUNDLE);
  const list: Plugin = {
    name: "licence-list",
    generateBundle() {
      const packages = readShippedPackages(files);
      const faults = licenceFaults(packages);
      if (faults.length > 0) {
        this.error(
          ["Packages that cannot be shipped (src/tooling/licences.ts says which licences can):", ...faults].join(
            "\n  ",
          ),
        );
      }
      this.emitFile({ type: "asset", fileName: LIST, source: JSON.stringify(packages) });
    },
    /** While developing nothing is bundled: the list is that of all packages that could be. */
    configureServer({ config, middlewares }) {
      middlewares.use(`${config.base}${LIST}`, (_, response) => {
        response.setHeader("Content-Type", "application/json");
        response.end(JSON.stringify(readShippedPackages([...installedForThePage(), ...BESIDE_THE_BUNDLE])));
      });
    },
  };
  return { page: () => [gathered(files), list], worker: () => gathered(files) };
}

function installedForThePage(): readonly string[] {
  const lock = createRequire(import.meta.url)("../../package-lock.json") as {
    readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly devOptional?: boolean }>>;
  };
  return Object.entries(lock.packages)
    .filter(([path, { dev, devOptional }]) => path !== "" && dev !== true && devOptional !== true)
    .map(([path]) => join(ROOT, path, "package.json"));
}
