import path from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../../helpers/run-cli.ts";
import { hasSharedFiles, readSharedTable } from "../../helpers/shared-files.ts";

const oracle = path.resolve(import.meta.dirname, "../../../../shared/oracle");
const TABLES = ["--sites", path.join(oracle, "reach-sites.csv"), "--actors", path.join(oracle, "reach-actors.csv")];

/** Records of a CSV without quotes. */
function records(text: string): Record<string, string>[] {
  const [header = "", ...lines] = text.trim().split("\n");
  const columns = header.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, index) => [columns[index] ?? "", cell])));
}

describe.skipIf(!hasSharedFiles)("the command line beside PostGIS (skipped where its answers are absent)", () => {
  it("counts exactly the same in all 1,000 catchments", async () => {
    const run = await runCli("analyse", ...TABLES, "--reach", "1000,5000,10000,25000,50000", "--coverage", "complete");
    const expected = readSharedTable("oracle/reach-counts.csv");
    expect(expected).toHaveLength(1000);
    expect(
      records(run.stdout).map(({ site, reach_m, creative, trade, service }) => ({
        site,
        reach_m,
        creative,
        trade,
        service,
      })),
    ).toEqual(expected);
  });

  it("finds the same nearest actors, within 1 cm", async () => {
    const run = await runCli("analyse", ...TABLES, "--nearest", "25");
    const found = records(run.stdout).filter(({ distance_m }) => Number(distance_m) <= 60_000);
    const expected = readSharedTable("oracle/reach-nearest.csv");
    expect(found.map(({ site, actor }) => `${site ?? ""} ${actor ?? ""}`)).toEqual(
      expected.map(({ site, actor }) => `${site ?? ""} ${actor ?? ""}`),
    );
    const errors = found.map(({ distance_m }, index) =>
      Math.abs(Number(distance_m) - Number(expected[index]?.["distance_m"])),
    );
    expect(Math.max(...errors)).toBeLessThan(0.01);
  });

  it("gives the same shares after competition as PySAL access, within a millionth", async () => {
    const run = await runCli("analyse", ...TABLES, "--reach", "5000", "--indicators", "all");
    const expected = readSharedTable("oracle/reach-fca.csv");
    const found = records(run.stdout);
    expect(found.map(({ site }) => site)).toEqual(expected.map(({ site }) => site));
    const errors = expected.flatMap((row, index) =>
      ["e2sfca_creative", "e2sfca_trade", "e2sfca_service"].map((id) => {
        const cell = found[index]?.[id] ?? "";
        return cell === "" ? Infinity : Math.abs(Number(cell) - Number(row[id]));
      }),
    );
    expect(Math.max(...errors)).toBeLessThan(1e-6);
  });

  it("names a sufficient reach that passes, and that fails when 1 m shorter", async () => {
    const run = await runCli("analyse", ...TABLES);
    const sufficient = records(run.stdout).filter(({ sufficient_reach_m }) => Number(sufficient_reach_m) > 2000);
    expect(sufficient.length).toBeGreaterThan(100);
    for (const { site, sufficient_reach_m } of sufficient.filter((_, index) => index % 20 === 0)) {
      const reach = Number(sufficient_reach_m);
      const again = await runCli("analyse", ...TABLES, "--reach", `${String(reach)},${(reach - 1).toFixed(3)}`);
      const verdicts = records(again.stdout)
        .filter((row) => row["site"] === site)
        .map(({ verdict }) => verdict);
      expect(verdicts[0]).toMatch(/^(alone|together)$/);
      expect(verdicts[1]).toBe("unknown");
    }
  });
});
