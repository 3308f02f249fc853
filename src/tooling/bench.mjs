import { bin, ensureInstalled, prepareData, run } from "./setup.mjs";

ensureInstalled();
const [only] = process.argv.slice(2);
prepareData({ quiet: true });
if (only === "browser") run(bin("vite"), ["build", "--logLevel", "warn"]);
for (const name of only === undefined
  ? ["counts", "full-size", "growth", "travel", "ingest", "ingest-memory"]
  : [only]) {
  run(bin("tsx"), [`tests/bench/${name}.ts`]);
}
