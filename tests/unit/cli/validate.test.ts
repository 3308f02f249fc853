import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { SITE_COLUMNS } from "#domain/ingest/columns.ts";
import { runCli } from "../../helpers/run-cli.ts";

const folder = mkdtempSync(path.join(tmpdir(), "atlas-cli-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string | Uint8Array): string {
  const place = path.join(folder, name);
  writeFileSync(place, content);
  return place;
}

describe("validate", () => {
  it("prints every problem with place, code and what was expected, and ends with 1", async () => {
    const run = await runCli(
      "validate",
      file("s.csv", "id,lon,lat,reuse_status\na,1,95,frobnicated\n,1,2,\nc,,,\n"),
      "--as",
      "sites",
    );
    expect(run.stdout.split("\n")).toEqual([
      "s.csv: row 2, column reuse_status: warning not-in-vocabulary: Found frobnicated; expected one of: unused, planned, interim, partial, reused, in_operation, lost, unknown.",
      "s.csv: row 2, column lat: error latitude-out-of-range: Found the latitude 95; expected a value from -90 to 90 degrees.",
      "s.csv: row 3, column id: error missing-value: The value of id is empty; every row needs one.",
      "s.csv: row 4: warning no-point: No point is stated; longitude and latitude were expected.",
      "s.csv: 3 rows read, 1 kept, 2 rejected; 2 errors, 2 warnings.",
      "",
    ]);
    expect(run).toMatchObject({ status: 1, stderr: "" });
  });

  it("ends with 0 for a table with warnings only", async () => {
    const run = await runCli("validate", "--as", "sites", file("w.csv", "id,lon,lat\nc,,\n"));
    expect(run.status).toBe(0);
  });

  it("counts a file without a table as a data error", async () => {
    expect((await runCli("validate", file("e.csv", ""), "--as", "actors")).status).toBe(1);
  });

  it("reads UTF-8 with a byte order mark, and other encodings by their bytes", async () => {
    expect((await runCli("validate", file("bom.csv", "\uFEFFid,lon,lat\nő,1,2\n"), "--as", "sites")).status).toBe(0);
    const latin = file("latin.csv", Uint8Array.from(Buffer.from("id,lon,lat\nKoml\xf3,1,2\n", "latin1")));
    expect(await runCli("validate", latin, "--as", "sites")).toMatchObject({ status: 0, stderr: "" });
  });

  it("lists all columns in its help", async () => {
    const run = await runCli("validate", "--help");
    expect(run.status).toBe(0);
    for (const { name } of SITE_COLUMNS) expect(run.stdout).toContain(`  ${name} (`);
  });
});
