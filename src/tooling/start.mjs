import { bin, ensureInstalled, prepareData, run } from "./setup.mjs";

ensureInstalled();
prepareData();
run(bin("vite"), ["build", "--logLevel", "warn"]);
process.stdout.write("\nREFREsh Atlas is ready. Open the address below; Ctrl+C ends it.\n");
run(bin("vite"), ["preview", ...process.argv.slice(2)]);
