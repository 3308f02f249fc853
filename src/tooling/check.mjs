import { bin, ensureInstalled, prepareData, run } from "./setup.mjs";

/** `npm run check -- --static` leaves out the tests, for those who run all of them after it. */
const isStatic = process.argv.includes("--static");

ensureInstalled();
prepareData();
const steps = [
  ["types of the whole tree", "tsc", []],
  ["types of the core, without a browser", "tsc", ["-p", "src/domain"]],
  ["types of the worker", "tsc", ["-p", "src/workers"]],
  ["lint", "eslint", ["--max-warnings", "0", "."]],
  [
    "format",
    "prettier",
    ["--check", "--log-level", "warn", "src/**/*.{ts,tsx,mjs,css,json}", "tests/**/*.{ts,mjs,cjs}", "*.{json,ts,js}"],
  ],
  ["direction of imports", "depcruise", ["--config", "tests/static/layers.cjs", "src"]],
  ["unused code", "knip", []],
  ...(isStatic ? [] : [["unit and property tests", "vitest", ["run"]]]),
  ["build", "vite", ["build", "--logLevel", "warn"]],
  ["size", "size-limit", []],
];
for (const [name, command, args] of steps) {
  process.stdout.write(`\n— ${name} —\n`);
  run(bin(command), args);
}
process.stdout.write("\nAll checks passed.\n");
