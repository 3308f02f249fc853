import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { actorTableColumns } from "#data/export/export-rows.ts";
import { readFile } from "#data/ingest/read-file.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import { extractBlocks, writeExtract, type ExtractForm, type ExtractObjects } from "../../helpers/osm-extract.ts";
import { runCli } from "../../helpers/run-cli.ts";

const folder = mkdtempSync(path.join(tmpdir(), "atlas-osm-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let count = 0;
function keep(bytes: Uint8Array | string): string {
  const file = path.join(folder, `extract-${String((count += 1))}.osm.pbf`);
  writeFileSync(file, bytes);
  return file;
}

interface Feature {
  readonly id: string;
  readonly geometry: { readonly coordinates: readonly number[] };
}

/** Runs the command on an extract and gives what it wrote. */
async function run(bytes: Uint8Array | string, ...options: string[]) {
  const file = keep(bytes);
  const out = path.join(folder, `actors-${String(count)}.geojson`);
  const ran = await runCli("osm-actors", file, "--out", out, ...options);
  const text = existsSync(out) ? readFileSync(out, "utf8") : null;
  const json =
    text === null ? null : (JSON.parse(text) as { readonly metadata: object; readonly features: readonly Feature[] });
  const places = Object.fromEntries((json?.features ?? []).map(({ id, geometry }) => [id, geometry.coordinates]));
  return { ...ran, file, out, text, metadata: json?.metadata, places };
}

const bakery = { shop: "bakery" };
const OBJECTS: ExtractObjects = {
  nodes: [
    { id: 10, lon: 9.1, lat: 47.1, tags: { ...bakery, name: "Zum Beck", website: "https://beck.example" } },
    { id: 11, lon: 9.2, lat: 47.2 },
    { id: 9_000_000_000, lon: 9.4, lat: 47.3 },
    { id: 12, lon: 9.25, lat: 47.5, tags: { highway: "crossing" } },
  ],
  ways: [
    { id: 5, nodes: [11, 9_000_000_000, 12, 11], tags: { craft: "carpenter", building: "yes" } },
    { id: 6, nodes: [12, 10] },
  ],
  relations: [
    {
      id: 7,
      members: [
        ["way", 6],
        ["node", 11],
      ],
      tags: { amenity: "theatre", name: "Stadttheater" },
    },
  ],
};
const PLACES = {
  "osm-node-10": [9.1, 47.1],
  "osm-way-5": [9.3, 47.35],
  "osm-relation-7": [9.175, 47.3],
};

describe("osm-actors", () => {
  it.each<Partial<ExtractForm>>([
    {},
    { packing: "raw" },
    { nodes: "plain" },
    { granularity: 1000, offset: 47_000_000_000 },
    { order: ["relations", "ways", "nodes"] },
    { features: ["OsmSchema-V0.6"], nodes: "plain", offset: -5_000_000_000 },
  ])("finds nodes, and ways and relations at the middle of their boxes, in an extract with %j", async (form) => {
    const ran = await run(writeExtract(OBJECTS, form));
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    expect(ran.places).toEqual(PLACES);
  });

  it("sums up what was read, written and left out, and at what cost", async () => {
    const ran = await run(
      writeExtract(
        {
          ...OBJECTS,
          nodes: [
            ...(OBJECTS.nodes ?? []),
            { id: 13, lon: 9.175, lat: 47.3, tags: { amenity: "theatre", name: "Stadttheater" } },
          ],
          ways: [...(OBJECTS.ways ?? []), { id: 8, nodes: [404], tags: bakery }],
        },
        { timestamp: 1_700_000_000 },
      ),
    );
    const name = path.basename(ran.file);
    expect(ran.stdout.split("\n")).toEqual([
      `${name}: 5 nodes, 3 ways and 1 relation read; as of 2023-11-14T22:13:20Z.`,
      `${ran.out}: 3 actors written: 1 creative, 2 trade, 0 service.`,
      "Left out: 1 without a position in the extract, 1 mapped twice.",
      expect.stringMatching(/^\d+\.\d s, \d+\.\d MB of the extract a second, peak memory \d+ MB\.$/),
      "",
    ]);
  });

  it("writes what the importer reads back, to the last digit", async () => {
    const nodes = [
      {
        id: 10,
        lon: 9.1234567,
        lat: -47.7654321,
        tags: {
          shop: "bakery",
          name: 'Zum „Beck“ "1"',
          "addr:street": "Weg",
          "addr:housenumber": "3",
          "addr:city": "Au",
          "addr:country": "LI",
        },
      },
    ];
    const { text } = await run(
      writeExtract({ ...OBJECTS, nodes: [...nodes, ...(OBJECTS.nodes ?? []).slice(1)] }, { timestamp: 1_700_000_000 }),
    );
    const { records, issues } = await readFile("actors", new File([text ?? ""], "actors.geojson"));
    expect(issues).toEqual([]);
    expect(rowsOf(records)[0]).toEqual({
      id: "osm-node-10",
      name: 'Zum „Beck“ "1"',
      sector: "trade",
      category: expect.any(String) as string,
      country: "LI",
      municipality: "Au",
      address: "Weg 3",
      lon: 9.1234567,
      lat: -47.7654321,
      coord_precision: "building",
      coord_source: "https://www.openstreetmap.org/node/10",
      website: null,
      source_url: "https://www.openstreetmap.org/node/10",
      seen_year: 2023,
    });
    expect(rowsOf(records).map(({ id }) => id)).toEqual(["osm-node-10", "osm-way-5", "osm-relation-7"]);
  });

  it("tells in the file where the actors come from and what the file vouches for", async () => {
    const { metadata } = await run(writeExtract(OBJECTS, { timestamp: 1_700_000_000 }), "--bbox", "9,47,9.2,48");
    const ring = [
      [9, 47],
      [9.2, 47],
      [9.2, 48],
      [9, 48],
      [9, 47],
    ];
    expect(metadata).toMatchObject({
      as_of: "2023-11-14T22:13:20Z",
      bbox: [9, 47, 9.2, 48],
      extract_bbox: [9, 47, 10, 48],
      count: 2,
      sectors: { creative: 1, trade: 1, service: 0 },
      elements_read: { node: 4, way: 2, relation: 1 },
      sources: [{ licence: "ODbL 1.0", attribution: "© OpenStreetMap contributors, ODbL 1.0" }],
      coverage: [
        { creative: "partial", trade: "partial", service: "partial", area: { kind: "polygon", rings: [ring] } },
      ],
    });
  });

  it("states no date where the extract states none", async () => {
    const { metadata, stdout } = await run(writeExtract(OBJECTS));
    expect(metadata).toMatchObject({ as_of: null });
    expect(stdout).toContain("no date stated");
  });

  it.each([
    ["9.1,47.1,9.3,47.35", ["osm-node-10", "osm-way-5", "osm-relation-7"]],
    ["9.1000001,47.1,9.3,47.35", ["osm-way-5", "osm-relation-7"]],
    ["9.1,47.1,9.2999999,47.35", ["osm-node-10", "osm-relation-7"]],
    ["9.1,47.1,9.3,47.2999999", ["osm-node-10"]],
    ["-180, -90, 0, 90", []],
  ])("takes what lies in --bbox %s, its edges included", async (bbox, ids) => {
    const { places } = await run(writeExtract(OBJECTS), `--bbox=${bbox}`);
    expect(Object.keys(places)).toEqual(ids);
  });

  it("makes do with the members that are in the extract", async () => {
    const ran = await run(
      writeExtract({
        nodes: [
          { id: 1, lon: 9, lat: 47 },
          { id: 2, lon: 9.2, lat: 47 },
        ],
        ways: [{ id: 1, nodes: [1, 404, 2], tags: bakery }],
        relations: [
          {
            id: 1,
            members: [
              ["way", 1],
              ["way", 404],
              ["node", 404],
            ],
            tags: bakery,
          },
          { id: 2, members: [["relation", 1]], tags: bakery },
        ],
      }),
    );
    expect(ran.places).toEqual({ "osm-way-1": [9.1, 47], "osm-relation-1": [9.1, 47] });
    expect(ran.stdout).toContain("1 without a position");
  });

  it("reads an extract without objects", async () => {
    expect(await run(writeExtract({}))).toMatchObject({ status: 0, places: {} });
  });
});

describe("osm-actors, for what is no good extract,", () => {
  const whole = writeExtract(OBJECTS);
  const blocks = extractBlocks(OBJECTS);
  const offsets = [0, blocks[0]!.length, blocks[0]!.length + blocks[1]!.length] as const;
  const broken = Uint8Array.from(whole);
  broken[offsets[2] - 20]! ^= 0xff;
  const garbage = Buffer.concat([blocks[0]!, Buffer.from("<html>no block</html>")]);

  it.each([
    ["empty", "", "is no OpenStreetMap extract in PBF form"],
    ["a text", "id,lon,lat\n1,2,3\n", "is no OpenStreetMap extract in PBF form"],
    ["cut in its header", whole.subarray(0, 10), "is no OpenStreetMap extract in PBF form"],
    ["without a header", blocks[1]!, "is no OpenStreetMap extract in PBF form"],
    [
      "cut off",
      whole.subarray(0, offsets[2] - 3),
      `is cut off: it ends at byte ${String(offsets[2] - 3)}, inside the block that begins at byte ${String(offsets[1])}.`,
    ],
    [
      "cut off in a length",
      whole.subarray(0, offsets[2] + 2),
      `it ends at byte ${String(offsets[2] + 2)}, inside the block that begins at byte ${String(offsets[2])}.`,
    ],
    ["changed", broken, `is damaged in the block that begins at byte ${String(offsets[1])}: `],
    ["going on as something else", garbage, `begins at byte ${String(offsets[1])}: no block begins there.`],
    ["of a wrong length", writeExtract(OBJECTS, { lengthError: 1 }), "it is not as long as it tells"],
    ["packed with LZ4", writeExtract(OBJECTS, { packing: "lz4" }), "is packed with LZ4; expected zlib or none."],
    [
      "a history",
      writeExtract(OBJECTS, { features: ["OsmSchema-V0.6", "HistoricalInformation"] }),
      "it asks for HistoricalInformation; expected OsmSchema-V0.6 and DenseNodes only.",
    ],
  ])("says what is wrong when it is %s, ends with 1 and leaves no file", async (_, bytes, words) => {
    const ran = await run(bytes);
    expect(ran).toMatchObject({ status: 1, stdout: "", text: null });
    expect(ran.stderr).toContain(`${ran.file} `);
    expect(ran.stderr).toContain(words);
  });

  it("keeps what stood at --out", async () => {
    const out = path.join(folder, "kept.geojson");
    writeFileSync(out, "kept");
    const file = keep(broken);
    expect((await runCli("osm-actors", file, "--out", out)).status).toBe(1);
    expect(readFileSync(out, "utf8")).toBe("kept");
    expect((await runCli("osm-actors", keep(whole), "--out", out)).status).toBe(0);
    expect(readFileSync(out, "utf8")).toMatch(/^\{"type":"FeatureCollection"/);
  });
});

describe("osm-actors, called wrongly,", () => {
  const good = keep(writeExtract(OBJECTS));
  const out = path.join(folder, "never.geojson");

  it.each([
    [[], "No file is named; expected: atlas osm-actors EXTRACT.osm.pbf --out FILE."],
    [[good], "The option --out is missing."],
    [[good, "more", "--out", out], "Unexpected argument more."],
    [["no-such.osm.pbf", "--out", out], "no-such.osm.pbf cannot be read: ENOENT: no such file or directory."],
    [[folder, "--out", out], `${folder} is no file that can be read more than once`],
    [[good, "--out", path.join(folder, "nowhere", "a")], "cannot be written: ENOENT: no such file or directory."],
    [[good, "--out", folder], "cannot be written: EISDIR: illegal operation on a directory."],
    [[good, "--out", good], "is the extract itself; give --out another name."],
    [[good, "--out", out, "--bbox", "9,47,10"], "--bbox cannot be 9,47,10; expected four numbers of degrees"],
    [
      [good, "--out", out, "--bbox", "9,47,east,48"],
      "The east of --bbox cannot be east; expected degrees from -180 to 180.",
    ],
    [
      [good, "--out", out, "--bbox", "9,-91,10,48"],
      "The south of --bbox cannot be -91; expected degrees from -90 to 90.",
    ],
    [[good, "--out", out, "--bbox", "9,47,,48"], "--bbox cannot be 9,47,,48; expected four numbers of degrees"],
    [[good, "--out", out, "--bbox", "10,47,9,48"], "The west of --bbox, 10, is greater than its east, 9;"],
    [[good, "--out", out, "--bbox", "9,48,10,47"], "The south of --bbox, 48, is greater than its north, 47;"],
  ])("refuses %j", async (args, words) => {
    const ran = await runCli("osm-actors", ...args);
    expect(ran).toMatchObject({ status: 2, stdout: "" });
    expect(ran.stderr).toContain(words);
    expect(existsSync(out)).toBe(false);
  });

  it("leaves the extract as it is when it is named as --out", async () => {
    const before = readFileSync(good);
    await runCli("osm-actors", good, "--out", good);
    expect(readFileSync(good)).toEqual(before);
  });
});

function rowsOf(actors: ActorTable): readonly Readonly<Record<string, unknown>>[] {
  const columns = actorTableColumns(actors);
  return Array.from({ length: actors.count }, (_, row) =>
    Object.fromEntries(columns.map(({ name, value }) => [name, value(row)])),
  );
}
