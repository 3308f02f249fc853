import { afterEach, beforeEach, expect, it } from "vitest";
import { createGroundHandlers } from "#workers/ground-handlers.ts";
import { tileHost } from "#workers/service-host.ts";
import { pmtilesOf, STREETS } from "../../helpers/ground-tiles.ts";
import { startRangeServer, type RangeServer } from "../../helpers/range-server.ts";

const context = () => ({
  signal: new AbortController().signal,
  progress: () => undefined,
  breathe: () => Promise.resolve(),
});
const ARCHIVE = pmtilesOf(STREETS, ["water", "roads"], 4);

let server: RangeServer;
beforeEach(async () => {
  server = await startRangeServer();
  server.put("map.pmtiles", ARCHIVE);
  server.put("letter.pmtiles", new TextEncoder().encode("Dear town,".repeat(20)));
});
afterEach(() => server.close());

it("gives bytes at an address, or says why not", async () => {
  const handlers = createGroundHandlers(tileHost);
  const ask = async (name: string) =>
    (await handlers["ground-bytes"]({ address: server.address(name) }, context())).result;
  const found = await ask("map.pmtiles");
  expect(found.ok && found.bytes.byteLength).toBe(ARCHIVE.length);
  expect(await ask("other")).toEqual({ ok: false, problem: { code: "not-found", params: { status: 404 } } });
  server.host({ kind: "status", status: 403 });
  expect(await ask("map.pmtiles")).toEqual({ ok: false, problem: { code: "refused", params: { status: 403 } } });
  server.host({ kind: "redirect", to: "https://elsewhere.example/" });
  expect(await ask("map.pmtiles")).toMatchObject({ problem: { code: "redirected" } });
});

it("takes an answer without content for an empty tile", async () => {
  const handlers = createGroundHandlers(tileHost);
  server.host({ kind: "status", status: 204 });
  const { result } = await handlers["ground-bytes"]({ address: server.address("map.pmtiles") }, context());
  expect(result.ok && result.bytes.byteLength).toBe(0);
});

it("opens PMTiles at an address by ranges alone, and gives their tiles", async () => {
  const handlers = createGroundHandlers(tileHost);
  const { result } = await handlers["ground-archive"]({ source: server.address("map.pmtiles") }, context());
  expect(result).toEqual({
    ok: true,
    archive: 0,
    facts: {
      kind: "vector",
      minZoom: 0,
      maxZoom: 4,
      bounds: [-180, -85, 180, 85],
      layers: ["water", "roads"],
      attribution: "Tiles of a test",
    },
  });
  const tile = await handlers["ground-tile"]({ archive: 0, z: 3, x: 4, y: 2 }, context());
  expect(tile.result.ok && new Uint8Array(tile.result.bytes)).toEqual(new Uint8Array(STREETS));
  const none = await handlers["ground-tile"]({ archive: 0, z: 7, x: 4, y: 2 }, context());
  expect(none.result.ok && none.result.bytes.byteLength).toBe(0);
  expect(server.asked.every((range) => range.startsWith("bytes="))).toBe(true);
});

it("opens a file of this device", async () => {
  const handlers = createGroundHandlers(tileHost);
  const { result } = await handlers["ground-archive"]({ source: new Blob([new Uint8Array(ARCHIVE)]) }, context());
  expect(result).toMatchObject({ ok: true, facts: { kind: "vector" } });
  expect(server.asked).toEqual([]);
});

it("says what is no PMTiles file, and what is not given in parts", async () => {
  const handlers = createGroundHandlers(tileHost);
  const open = async (name: string) =>
    (await handlers["ground-archive"]({ source: server.address(name) }, context())).result;
  expect(await open("letter.pmtiles")).toMatchObject({ ok: false, problem: { code: "no-archive" } });
  server.host({ kind: "whole" });
  expect(await open("map.pmtiles")).toMatchObject({ ok: false, problem: { code: "no-ranges" } });
});
