import { bin, ensureInstalled, prepareData, run } from "./setup.mjs";

ensureInstalled();
prepareData({ quiet: true });
run(bin("vite"), ["build", "--logLevel", "warn"]);
run(bin("tsx"), ["tests/e2e/take-screenshots.ts", ...process.argv.slice(2)]);
