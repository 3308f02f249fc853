import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { actorTableColumns } from "#data/export/export-rows.ts";
import { readFile } from "#data/ingest/read-file.ts";
import type { RangeHost } from "#data/remote/range-host.ts";
import { readPart, readWholeFile } from "#data/remote/read-part.ts";
import type { ActorTable } from "#domain/actor/actor.ts";
import { MOST_WHOLE_BYTES, type Box, type PartProblem } from "#domain/live/file-part.ts";
import { rangeHost } from "#workers/service-host.ts";
import { createPoints, createRandom } from "../../../bench/random.ts";
import { startRangeServer, type Hosting, type RangeServer } from "../../../helpers/range-server.ts";
import { runCli } from "../../../helpers/run-cli.ts";

const COUNT = 20_000;
const REGION: Box = { kind: "box", west: 13.5, south: 45.5, east: 15, north: 46.5 };
/** Apart from the first, and one that lies in both. */
const MORE: readonly Box[] = [REGION, { kind: "box", west: 9, south: 47, east: 9.5, north: 47.4 }];
const NOWHERE: Box = { kind: "box", west: -30, south: 10, east: -29, north: 11 };

/** What may be told of a file that is damaged: where the damage hits, it may look like another file, or a larger one. */
const CODES_OF_DAMAGE: readonly PartProblem["code"][] = [
  ...(["damaged", "nothing-there", "no-index", "no-points", "other-crs"] as const),
  ...(["other-packing", "too-many-tiles", "too-much", "too-much-unpacked"] as const),
];

const folder = mkdtempSync(path.join(tmpdir(), "atlas-tiles-"));
let server: RangeServer;
let actors: ActorTable;

beforeAll(async () => {
  const points = createPoints(COUNT, createRandom(5));
  const sectors = ["creative", "trade", "service"];
  const lines = Array.from(points.lon, (lon, index) => {
    const name = index % 50 === 0 ? `"Werk, „${String(index)}“ Ő"` : `Actor ${String(index)}`;
    const precise = [lon, points.lat[index] ?? NaN].map(String);
    return [`00${String(index)}`, name, sectors[points.sector[index] ?? 0], ...precise, index % 3 === 0 ? "" : "2021"];
  });
  const csv = ["id,name,sector,lon,lat,seen_year", ...lines.map((cells) => cells.join(","))].join("\n");
  const table = path.join(folder, "actors.csv");
  writeFileSync(table, csv);
  ({ records: actors } = await readFile("actors", new File([csv], "actors.csv")));
  server = await startRangeServer();
  for (const name of ["actors.fgb", "actors.pmtiles"]) {
    const out = path.join(folder, name);
    const ran = await runCli(
      ...["tiles", table, "--out", out, "--source", "Register of Nowhere", "--licence", "CC BY 4.0"],
      ...["--date", "2026-11-20", "--attribution", "© Register", "--coverage", "complete,partial,none"],
      ...["--bbox", "5,42,14.5,53"],
    );
    expect(ran).toMatchObject({ status: 0, stderr: "" });
    server.put(name, readFileSync(out));
  }
}, 120_000);
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

function read(name: string, boxes: readonly Box[], signal = new AbortController().signal) {
  return readPart(server.address(name), boxes, { host: rangeHost, signal, onProgress: () => undefined });
}

async function readHosted(how: Hosting, name: string, boxes: readonly Box[] = [REGION]) {
  server.host(how);
  const answer = await read(name, boxes);
  return answer.ok ? answer.part : { ...answer.problem, fileBytes: answer.fileBytes };
}

/** All that a table says, a text a record, sorted. */
function recordsOf(table: ActorTable, boxes: readonly Box[] | null): readonly string[] {
  const columns = actorTableColumns(table);
  return Array.from({ length: table.count }, (_, row) => row)
    .filter((row) => {
      const [lon, lat] = [table.lon[row] ?? NaN, table.lat[row] ?? NaN];
      return (
        boxes === null ||
        boxes.some(({ west, south, east, north }) => lon >= west && lon <= east && lat >= south && lat <= north)
      );
    })
    .map((row) => JSON.stringify(columns.map(({ value }) => value(row))))
    .sort();
}

describe.each(["actors.fgb", "actors.pmtiles"])("a region of %s, read where it lies", (name) => {
  it.each([
    ["one box", [REGION]],
    ["two boxes and a repeat of one", [...MORE, REGION]],
  ])("has exactly the records of the table there: %s", async (_, boxes) => {
    server.host({ kind: "ranges" });
    const answer = await read(name, boxes);
    if (!answer.ok) throw new Error(answer.problem.code);
    const { records, issues } = await readFile("actors", new File([answer.bytes], answer.name));
    expect(issues).toEqual([]);
    const expected = recordsOf(actors, boxes);
    expect(expected.length).toBeGreaterThan(100);
    expect(recordsOf(records, null)).toEqual(expected);
  });

  it("takes much less than the file, and counts what it takes", async () => {
    const part = await readHosted({ kind: "ranges" }, name);
    const size = readFileSync(path.join(folder, name)).length;
    expect(part).toMatchObject({ bytesRead: server.sentBytes(), requests: server.asked.length, fileBytes: size });
    expect(server.sentBytes()).toBeLessThan(size / 4);
    expect(server.asked.length).toBeLessThan(20);
  });

  it("brings source and licence, and declares what the file declares, inside the region only", async () => {
    const part = await readHosted({ kind: "ranges" }, name);
    expect(part).toMatchObject({
      source: { title: "Register of Nowhere", licence: "CC BY 4.0", date: "2026-11-20", attribution: "© Register" },
      coverage: [{ levels: { creative: "complete", trade: "partial", service: "none" } }],
    });
    const [area] = "coverage" in part ? part.coverage : [];
    const ring = area?.shape.kind === "polygon" ? (area.shape.rings[0] ?? []) : [];
    expect(new Set(ring.map(([lon]) => lon))).toEqual(new Set([REGION.west, 14.5]));
    expect(new Set(ring.map(([, lat]) => lat))).toEqual(new Set([REGION.south, REGION.north]));
  });

  it("reads the same where the host hides sizes and versions", async () => {
    const answer = await readHosted({ kind: "hides-headers" }, name);
    expect(answer).toMatchObject({ address: server.address(name) });
  });

  it.each([
    ["not-found", { kind: "status", status: 404 }],
    ["refused", { kind: "status", status: 403 }],
    ["no-ranges", { kind: "whole" }],
    ["cut", { kind: "cut", from: 2 }],
    ["cut", { kind: "drop", from: 2 }],
    ["changed", { kind: "changed", from: 2 }],
  ] as const)("says %s of a host that answers so: %o", async (code, how) => {
    expect(await readHosted(how, name)).toMatchObject({ code });
  });

  it("tells how many bytes came before an answer broke off", async () => {
    expect(await readHosted({ kind: "drop", from: 2 }, name)).toMatchObject({ code: "cut", params: { found: 10 } });
  });

  it("says where nothing is there", async () => {
    expect(await readHosted({ kind: "ranges" }, name, [NOWHERE])).toMatchObject({ code: "nothing-there" });
  });

  it("stops at once when it is given up", async () => {
    server.host({ kind: "hang", from: 2 });
    const control = new AbortController();
    const reading = read(name, [REGION], control.signal);
    setTimeout(() => {
      control.abort();
    }, 50);
    await expect(reading).rejects.toMatchObject({ name: "AbortError" });
  });

  it("never throws over bytes that are damaged", async () => {
    const bytes = readFileSync(path.join(folder, name));
    const random = createRandom(11);
    for (let attempt = 0; attempt < 60; attempt++) {
      const damaged = Uint8Array.from(bytes);
      for (let flip = 0; flip < 20; flip++) damaged[20 + Math.floor(random() ** 2 * 4000)] = Math.floor(random() * 256);
      server.put(`damaged-${name}`, damaged);
      const answer = await readHosted({ kind: "ranges" }, `damaged-${name}`);
      if ("code" in answer) expect(CODES_OF_DAMAGE).toContain(answer.code);
      else expect(answer).toMatchObject({ address: server.address(`damaged-${name}`), areas: [REGION] });
    }
  });
});

describe("a FlatGeobuf whose index states sizes beyond all reason", () => {
  it.each(["ranges", "hides-headers"] as const)("is told, and read no further: %s", async (kind) => {
    const bytes = Uint8Array.from(readFileSync(path.join(folder, "actors.fgb")));
    const view = new DataView(bytes.buffer);
    const indexAt = 12 + view.getUint32(8, true);
    let leavesAt = indexAt;
    for (let size = COUNT; size > 1; leavesAt += size * 40) size = Math.ceil(size / 16);
    for (let leaf = 0; leaf < COUNT; leaf++) view.setBigUint64(leavesAt + leaf * 40 + 32, BigInt(leaf) << 37n, true);
    server.put("huge.fgb", bytes);
    const { code } = { code: null, ...(await readHosted({ kind }, "huge.fgb")) };
    expect(code).toBe(kind === "ranges" ? "damaged" : "too-much");
  });
});

describe("what cannot be read in parts", () => {
  it("is told of an address that is none, of another format and of a FlatGeobuf without its index", async () => {
    const host = { host: rangeHost, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await readPart("actors.fgb", [REGION], host)).toMatchObject({ problem: { code: "bad-address" } });
    server.put("actors.csv", readFileSync(path.join(folder, "actors.csv")));
    expect(await readHosted({ kind: "ranges" }, "actors.csv")).toMatchObject({ code: "other-format" });
    server.host({ kind: "ranges" });
    const part = await read("actors.fgb", [REGION]);
    if (!part.ok) throw new Error(part.problem.code);
    server.put("part.fgb", new Uint8Array(await part.bytes.arrayBuffer()));
    expect(await readHosted({ kind: "ranges" }, "part.fgb")).toMatchObject({ code: "no-index" });
  });

  it("is told of a host that nobody can reach", async () => {
    const closed = await startRangeServer();
    await closed.close();
    const answer = await readPart(closed.address("a.fgb"), [REGION], {
      host: rangeHost,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: "unreachable" } });
  });

  it("is told of a host that sends on to another, which is not asked", async () => {
    const elsewhere = await startRangeServer();
    elsewhere.put("actors.fgb", readFileSync(path.join(folder, "actors.fgb")));
    const how = { kind: "redirect", to: elsewhere.address("actors.fgb") } as const;
    expect(await readHosted(how, "actors.fgb")).toMatchObject({ code: "redirected" });
    const host = { host: rangeHost, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await readWholeFile(server.address("actors.fgb"), host)).toMatchObject({ problem: { code: "redirected" } });
    expect(elsewhere.asked).toEqual([]);
    await elsewhere.close();
  });

  it.each([
    ["announces", String(MOST_WHOLE_BYTES + 1), 0],
    ["does not announce", null, 101],
    ["announces too low", "20", 101],
  ])("is not read as a whole where it is larger than that, which its host %s", async (_, length, most) => {
    let given = 0;
    const host: RangeHost = {
      get: () =>
        Promise.resolve({
          status: 200,
          header: (name) => (name === "Content-Length" ? length : null),
          async *pieces() {
            for (; ; given++) yield await Promise.resolve(new Uint8Array(1e6));
          },
          discard: () => undefined,
        }),
    };
    const asking = { host, signal: new AbortController().signal, onProgress: () => undefined };
    expect(await readWholeFile("https://files.example/a.csv", asking)).toMatchObject({
      problem: { code: "too-large", params: { most: 100 } },
    });
    expect(given).toBeLessThanOrEqual(most);
  });

  it("can be read as a whole", async () => {
    server.host({ kind: "whole" });
    const answer = await readWholeFile(server.address("actors.csv"), {
      host: rangeHost,
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    if (!answer.ok) throw new Error(answer.problem.code);
    const { records } = await readFile("actors", new File([answer.bytes], answer.name));
    expect(recordsOf(records, null)).toEqual(recordsOf(actors, null));
  });
});
