import { bin, ensureInstalled, prepareData, run } from "./setup.mjs";

ensureInstalled();
prepareData();
run(bin("vite"), process.argv.slice(2));
