import { bin, ensureInstalled, prepareData, run } from "./setup.mjs";

ensureInstalled();
prepareData();
run(bin("vite"), ["build", ...process.argv.slice(2)]);
