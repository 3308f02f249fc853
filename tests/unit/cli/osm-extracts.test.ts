import { mkdtempSync, openAsBlob, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { actorTableColumns } from "#data/export/export-rows.ts";
import { readFile } from "#data/ingest/read-file.ts";
import { actorsFromElements } from "#data/osm/actors-from-elements.ts";
import { readOverpass } from "#data/osm/read-overpass.ts";
import { askedKeys } from "#data/osm/tag-table.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import { ownTagTable } from "../../helpers/osm.ts";
import { overpassFromExtract } from "../../helpers/overpass-from-extract.ts";
import { runCli } from "../../helpers/run-cli.ts";
import { hasSharedFiles, sharedPath } from "../../helpers/shared-files.ts";

const folder = mkdtempSync(path.join(tmpdir(), "atlas-osm-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const table = ownTagTable();

async function actorsOfExtract(name: string) {
  const out = path.join(folder, `${name}.geojson`);
  const ran = await runCli("osm-actors", sharedPath(`testdata/osm/${name}.osm.pbf`), "--out", out);
  expect(ran).toMatchObject({ status: 0, stderr: "" });
  const { records, issues } = await readFile("actors", new File([await openAsBlob(out)], "actors.geojson"));
  expect(issues).toEqual([]);
  return { summary: ran.stdout.split("\n"), actors: records };
}

describe.skipIf(!hasSharedFiles)("osm-actors on real extracts (reference files beside the project)", () => {
  it.each([
    [
      "hoyerswerda-2024-08",
      "8,158 nodes, 1,158 ways and 69 relations read; no date stated.",
      "89 actors written: 4 creative, 27 trade, 58 service.",
      "0 without a position in the extract, 0 mapped twice.",
    ],
    [
      "krems-2013-12",
      "15,042 nodes, 2,402 ways and 73 relations read; no date stated.",
      "190 actors written: 1 creative, 93 trade, 96 service.",
      "0 without a position in the extract, 0 mapped twice.",
    ],
    [
      "liechtenstein-2021-10",
      "295,005 nodes, 29,874 ways and 884 relations read; as of 2021-10-28T20:21:09Z.",
      "488 actors written: 26 creative, 147 trade, 315 service.",
      "0 without a position in the extract, 3 mapped twice.",
    ],
    [
      "north-bayreuth-2014-11",
      "58,631 nodes, 7,801 ways and 179 relations read; no date stated.",
      "55 actors written: 0 creative, 16 trade, 39 service.",
      "0 without a position in the extract, 1 mapped twice.",
    ],
  ])("finds in %s what is there", async (name, read, written, leftOut) => {
    const { summary } = await actorsOfExtract(name);
    expect(summary[0]).toContain(read);
    expect(summary[1]).toContain(written);
    expect(summary[2]).toContain(leftOut);
  });

  it.each(["hoyerswerda-2024-08", "krems-2013-12", "liechtenstein-2021-10", "north-bayreuth-2014-11"])(
    "finds in %s the same actors as in the answer of a service that holds just it",
    async (name) => {
      const { summary, actors } = await actorsOfExtract(name);
      const asOf = /as of (\S+)\.$/.exec(summary[0] ?? "")?.[1] ?? null;
      const file = sharedPath(`testdata/osm/${name}.osm.pbf`);
      const answer = readOverpass(await overpassFromExtract(file, askedKeys(table), asOf));
      if (!answer.ok) throw new Error(answer.failure.code);
      const asked = actorsFromElements(answer.value.elements, { table, language: "en", asOf: answer.value.asOf });
      expect(asked.count).toBeGreaterThan(50);
      expect(rowsOf(actors)).toEqual(rowsOf(asked));
      for (let row = 0; row < actors.count; row++) {
        expect(Math.abs(actors.lon[row]! - asked.lon[row]!)).toBeLessThan(1.01e-7);
        expect(Math.abs(actors.lat[row]! - asked.lat[row]!)).toBeLessThan(1.01e-7);
      }
    },
  );
});

/** All columns but the coordinates, whose last digit depends on how a half is rounded. */
function rowsOf(actors: ActorTable): readonly Readonly<Record<string, unknown>>[] {
  const columns = actorTableColumns(actors).filter(({ type }) => type !== "degrees");
  return Array.from({ length: actors.count }, (_, row) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])),
  );
}
