import { ensureInstalled } from "./setup.mjs";

ensureInstalled({ quiet: true });
const { register } = await import("tsx/esm/api");
register();
const { main } = await import("../cli/main.ts");
process.exitCode = await main(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr });
