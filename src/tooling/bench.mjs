import { bin, ensureInstalled, run } from "./setup.mjs";

ensureInstalled();
for (const name of ["counts", "ingest", "ingest-memory"]) {
  run(bin("tsx"), [`tests/bench/${name}.ts`, ...process.argv.slice(2)]);
}
