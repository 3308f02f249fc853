import { readFileSync } from "node:fs";

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

/** The list, and the map that follows it at once. */
const firstLoad = [...withImports(["index.html", "src/map/mount-map.ts"])].map((name) => manifest[name]);
const inDist = (files) => [...new Set(files)].map((file) => `dist/${file}`);

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
