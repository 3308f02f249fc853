import { bin, ensureInstalled, run } from "./setup.mjs";

ensureInstalled();
run(bin("tsx"), ["tests/bench/counts.ts", ...process.argv.slice(2)]);
