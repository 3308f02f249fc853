import { ensureInstalled, prepareData } from "./setup.mjs";

ensureInstalled({ quiet: true });
if (process.argv[2] === "osm-actors") prepareData({ quiet: true });
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("../cli/main.ts");
process.exitCode = await main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr });
