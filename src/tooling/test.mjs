import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { bin, ensureInstalled, ensureRoutingEngine, prepareData, ROOT, run } from "./setup.mjs";

ensureInstalled();
// The real engine is asked about extracts that stand beside the project; without them there is nothing to ask.
if (existsSync(join(ROOT, "../shared/testdata/osm"))) ensureRoutingEngine();
prepareData();
run(bin("vite"), ["build", "--logLevel", "warn"]);

const RESULTS = join(ROOT, "test-results");
rmSync(RESULTS, { recursive: true, force: true });

const unit = runTests("unit and property tests", bin("vitest"), [
  "run",
  "--reporter=default",
  "--reporter=json",
  "--outputFile.json=test-results/unit.json",
]);
const browser = runTests("browser tests", bin("playwright"), ["test", "--config", "tests/e2e/playwright.config.ts"]);

const unitCounts = readUnitCounts();
const browserCounts = readBrowserCounts();
process.stdout.write("\n");
report("unit and property tests", unitCounts);
report("browser tests", browserCounts);
const total = {
  passed: unitCounts.passed + browserCounts.passed,
  failed: unitCounts.failed + browserCounts.failed,
  skipped: unitCounts.skipped + browserCounts.skipped,
};
process.stdout.write(
  `\n${String(total.passed)} passed, ${String(total.failed)} failed, ${String(total.skipped)} skipped\n`,
);
const skipsForbidden = process.env["ATLAS_NO_SKIPS"] === "1";
if (skipsForbidden && total.skipped > 0) process.stderr.write("A test was skipped, and here none may be.\n");
const complete = total.failed === 0 && total.passed > 0 && !(skipsForbidden && total.skipped > 0);
process.exitCode = unit === 0 && browser === 0 && complete ? 0 : 1;

function runTests(name, command, args) {
  process.stdout.write(`\n— ${name} —\n`);
  const { status } = spawnSync(command, args, { cwd: ROOT, stdio: "inherit", shell: process.platform === "win32" });
  return status ?? 1;
}

function readJson(file) {
  const path = join(RESULTS, file);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** No results at all count as one failure, so that nothing is passed over in silence. */
function readUnitCounts() {
  const results = readJson("unit.json");
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  const suites = results.testResults.filter(
    ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + suites.length,
    skipped: results.numPendingTests + results.numTodoTests,
  };
}

function readBrowserCounts() {
  const stats = readJson("browser.json")?.stats;
  if (stats === undefined) return { passed: 0, failed: 1, skipped: 0 };
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function report(name, { passed, failed, skipped }) {
  process.stdout.write(`${name}: passed ${String(passed)}, failed ${String(failed)}, skipped ${String(skipped)}\n`);
}
