const LAYERS = require("./layer-table.cjs");

/** Types of GeoJSON come without code, so any layer may name them. */
const TYPES_ONLY = ["geojson"];

const alternatives = (names) => names.map((name) => name.replace(/[/.]/g, "\\$&")).join("|");

const foldersRules = Object.entries(LAYERS).map(([name, { folders }]) => ({
  name: `${name}-imports`,
  comment: `${name} may import ${folders.join(", ") || "no other folder"}`,
  severity: "error",
  from: { path: `^src/${name}/` },
  to: { path: "^src/", pathNot: `^src/(${alternatives([name, ...folders])})/` },
}));

const packageRules = Object.entries(LAYERS).map(([name, { packages }]) => ({
  name: `${name}-packages`,
  comment: `${name} may use ${packages.join(", ") || "no package"}`,
  severity: "error",
  from: { path: `^src/${name}/` },
  to: {
    path: "node_modules/",
    pathNot: `node_modules/(@types/)?(${alternatives([...packages, ...TYPES_ONLY])})(/|$)`,
  },
}));

module.exports = {
  forbidden: [
    ...foldersRules,
    ...packageRules,
    {
      name: "node-only-on-the-command-line",
      severity: "error",
      from: { path: "^src/", pathNot: "^src/(cli|tooling)/" },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "tooling-stands-apart",
      comment:
        "tooling prepares data and starts things; it may use the core, the reading of files and the command line",
      severity: "error",
      from: { path: "^src/tooling/" },
      to: { path: "^src/", pathNot: "^src/(tooling|domain|data|i18n|cli)/" },
    },
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true, pathNot: "^geojson$" } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "types", "default"] },
    exclude: { path: "\\.css$|\\?worker|\\.wasm" },
  },
};
