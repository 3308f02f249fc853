import { EventEmitter } from "node:events";
import { describe, expect, it } from "vitest";
import { main } from "#cli/main.ts";
import { runCli } from "../../helpers/run-cli.ts";

const ANALYSE = ["analyse", "--sites", "s.csv", "--actors", "a.csv"];

describe("main", () => {
  it.each([[["--help"]], [["analyse", "--help"]], [["validate", "--help"]], [["analyse", "--nope", "-h"]]])(
    "explains itself for %j",
    async (argv) => {
      const run = await runCli(...argv);
      expect(run).toMatchObject({ status: 0, stderr: "" });
      expect(run.stdout).toContain("Usage:");
    },
  );

  it.each([
    [[], "Usage:"],
    [["frob"], "Unknown command frob; expected one of: analyse, validate, osm-actors, tiles, isochrones."],
    [["analyse"], "The option --sites is missing."],
    [["analyse", "--sites"], "The option --sites needs a value."],
    [["analyse", "--sites", "--actors", "a"], "The option --sites needs a value."],
    [[...ANALYSE, "--sites", "t.csv"], "The option --sites is given twice."],
    [[...ANALYSE, "more"], "Unexpected argument more."],
    [[...ANALYSE, "--limit", "5"], "Unknown option --limit; expected one of: --sites, --actors,"],
    [[...ANALYSE, "--reach", "10000,0"], "--reach cannot be 0; expected a number from 1 to 100000."],
    [[...ANALYSE, "--reach", "10km"], "--reach cannot be 10km;"],
    [[...ANALYSE, "--alone", "-1"], "--alone cannot be -1; expected a number from 0 to 1000."],
    [
      [...ANALYSE, "--floors", "1,2"],
      "--floors cannot be 1,2; expected three numbers, for creative, trade and service.",
    ],
    [[...ANALYSE, "--decay", "linear"], "--decay cannot be linear; expected one of: none, gaussian, steps."],
    [[...ANALYSE, "--coverage", "all"], "--coverage cannot be all; expected one of: none, partial, complete."],
    [
      [...ANALYSE, "--indicators", "evenness,mass"],
      "--indicators cannot be mass; expected one of: all, sufficient_reach, firmness,",
    ],
    [
      [...ANALYSE, "--indicators", "all", "--benchmark", "size"],
      "--benchmark cannot be size; expected one of: all, country, industry, status, residents.",
    ],
    [[...ANALYSE, "--benchmark", "all"], "The option --indicators is missing."],
    [[...ANALYSE, "--indicators", "all", "--benchmark", "residents"], "The option --residents is missing."],
    [[...ANALYSE, "--nearest", "5", "--indicators", "all"], "The option --indicators has no effect with --nearest;"],
    [[...ANALYSE, "--profile", "car"], "The option --minutes is missing."],
    [[...ANALYSE, "--minutes", "10", "--reach", "5000"], "The options --reach and --minutes exclude each other;"],
    [[...ANALYSE, "--minutes", "90"], "--minutes cannot be 90; expected a number from 1 to 60"],
    [[...ANALYSE, "--nearest", "1.5"], "--nearest cannot be 1.5; expected a whole number from 1 to"],
    [[...ANALYSE, "--nearest", "5", "--reach", "5000"], "The option --reach has no effect with --nearest;"],
    [["validate"], "No file is named;"],
    [["validate", "s.csv"], "The option --as is missing."],
    [
      ["validate", "s.csv", "--as", "trees"],
      "--as cannot be trees; expected one of: sites, actors, spaces, activities, population, areas, isochrones.",
    ],
    [
      ["validate", "no-such-file.csv", "--as", "sites"],
      "no-such-file.csv cannot be read: ENOENT: no such file or directory.",
    ],
    [["tiles"], "No file is named; expected: atlas tiles TABLE"],
    [["tiles", "a.csv"], "The option --out is missing."],
    [["tiles", "a.csv", "--out", "a.geojson"], "a.geojson names no format; expected a name that ends with"],
    [["tiles", "a.csv", "--out", "a.fgb", "--bbox", "1,2,3,4"], "The option --coverage is missing."],
    [["tiles", "a.csv", "--out", "a.fgb", "--coverage", "complete,none"], "--coverage cannot be complete,none;"],
    [["tiles", "a.csv", "--out", "a.fgb", "--coverage", "all"], "--coverage cannot be all;"],
  ])("refuses %j", async (argv, sentence) => {
    const run = await runCli(...argv);
    expect(run.status).toBe(2);
    expect(run.stdout).toBe("");
    expect(run.stderr).toContain(sentence);
  });

  it("lets its reader close the pipe, and hides no other failure", async () => {
    const events = new EventEmitter();
    const stdout = Object.assign(events, { write: () => true });
    await main(["--help"], { stdout, stderr: stdout });
    expect(() => events.emit("error", Object.assign(new Error(), { code: "EPIPE" }))).not.toThrow();
    expect(() => events.emit("error", Object.assign(new Error("full"), { code: "ENOSPC" }))).toThrow("full");
  });
});
