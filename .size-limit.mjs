import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";

const manifest = JSON.parse(readFileSync("dist/.vite/manifest.json", "utf8"));

/** The chunks that come with these, as nothing of them can run without; not those that are loaded on demand. */
function withImports(names, found = new Set()) {
  for (const name of names) {
    if (found.has(name)) continue;
    if (manifest[name] === undefined) throw new Error(`the build has no chunk of ${name}`);
    found.add(name);
    withImports(manifest[name].imports ?? [], found);
  }
  return found;
}

const inDist = (files) => [...new Set(files)].map((file) => `dist/${file}`);

/** Of the languages, the one whose first words weigh most. */
const [heaviest] = Object.keys(manifest)
  .filter((name) => /^src\/i18n\/messages\/[a-z]+\.json$/.test(name))
  .map((name) => ({ name, bytes: gzipSync(readFileSync(`dist/${manifest[name].file}`)).length }))
  .sort((a, b) => b.bytes - a.bytes);

/** The list in that language, and the map that follows it at once. */
const firstLoad = [...withImports(["index.html", "src/map/mount-map.ts", heaviest.name])].map((name) => manifest[name]);

export default [
  {
    name: "main-thread script of the first load",
    path: inDist(firstLoad.map(({ file }) => file)),
    gzip: true,
    limit: "450 kB",
  },
  {
    name: "styles of the first load",
    path: inDist(firstLoad.flatMap(({ css }) => css ?? [])),
    gzip: true,
    limit: "30 kB",
  },
  { name: "own worker", path: "dist/assets/analysis.worker-*.js", gzip: true, limit: "60 kB" },
  { name: "worker of an import, first part", path: "dist/assets/import.worker-*.js", gzip: true, limit: "200 kB" },
  { name: "worker of an export, first part", path: "dist/assets/export.worker-*.js", gzip: true, limit: "20 kB" },
];
