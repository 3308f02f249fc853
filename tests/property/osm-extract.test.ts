import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { extractBlocks, writeExtract, type ExtractObjects } from "../helpers/osm-extract.ts";
import { runCli } from "../helpers/run-cli.ts";

const folder = mkdtempSync(path.join(tmpdir(), "atlas-osm-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const file = path.join(folder, "extract.osm.pbf");
const out = path.join(folder, "actors.geojson");

function run(bytes: Uint8Array) {
  writeFileSync(file, bytes);
  return runCli("osm-actors", file, "--out", out);
}

const OBJECTS: ExtractObjects = {
  nodes: [
    { id: 1, lon: 9, lat: 47, tags: { shop: "bakery", name: "Beck" } },
    { id: 2, lon: 9.5, lat: 47.5 },
    { id: 3, lon: 9.7, lat: 47.1 },
  ],
  ways: [{ id: 4, nodes: [2, 3], tags: { craft: "carpenter" } }],
  relations: [{ id: 5, members: [["way", 4]], tags: { amenity: "theatre" } }],
};
const BLOCKS = extractBlocks(OBJECTS);
const packed = writeExtract(OBJECTS);
const raw = writeExtract(OBJECTS, { packing: "raw" });
const id = fc.integer({ min: 1, max: 8 });
const degrees = fc.integer({ min: -89_0000000, max: 89_0000000 }).map((units) => units / 1e7);

describe("osm-actors", () => {
  it("ends with 1 for any bytes", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await run(bytes)).status).toBe(1);
      }),
    );
  });

  it("ends with 1 for any bytes in place of the blocks after the first", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), async (bytes) => {
        expect((await run(Buffer.concat([BLOCKS[0]!, bytes]))).status).toBe(1);
      }),
    );
  });

  it("ends with 1 for an extract cut anywhere but between two blocks", async () => {
    const ends = BLOCKS.map((_, index) => BLOCKS.slice(0, index + 1).reduce((sum, { length }) => sum + length, 0));
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: packed.length }), async (length) => {
        expect((await run(packed.subarray(0, length))).status).toBe(ends.includes(length) ? 0 : 1);
      }),
    );
  });

  it("gives the same actors, names the block left out, or ends with 1 when a byte of packed data is changed", async () => {
    await run(packed);
    const whole = featuresOf(readFileSync(out, "utf8"));
    const first = BLOCKS[0]!.length;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: first, max: packed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, mask) => {
          const bytes = Uint8Array.from(packed);
          bytes[at]! ^= mask;
          const { status, stderr } = await run(bytes);
          if (status !== 1 && !stderr.includes("is passed over"))
            expect(featuresOf(readFileSync(out, "utf8"))).toEqual(whole);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("comes to an end for any change of data that are not packed", async () => {
    const change = fc.tuple(fc.nat({ max: raw.length - 1 }), fc.integer({ min: 1, max: 255 }));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const bytes = Uint8Array.from(raw);
        for (const [at, mask] of changes) bytes[at]! ^= mask;
        expect([0, 1]).toContain((await run(bytes)).status);
      }),
      { numRuns: 500 },
    );
  });

  it("puts a way at the middle of the box of its nodes, whatever stands where in the file", async () => {
    const nodes = fc.uniqueArray(fc.record({ id, lon: degrees, lat: degrees }), { selector: (node) => node.id });
    const refs = fc.array(id, { minLength: 1, maxLength: 8 });
    const order = fc.constantFrom(["nodes", "ways"] as const, ["ways", "nodes"] as const);
    await fc.assert(
      fc.asyncProperty(nodes, refs, order, fc.constantFrom("dense", "plain"), async (all, way, blocks, form) => {
        const objects = { nodes: all, ways: [{ id: 1, nodes: way, tags: { shop: "bakery" } }] };
        await run(writeExtract(objects, { order: blocks, nodes: form }));
        const used = all.filter((node) => way.includes(node.id));
        const middle = (values: readonly number[]) => (Math.min(...values) + Math.max(...values)) / 2;
        const [feature] = featuresOf(readFileSync(out, "utf8"));
        if (used.length === 0) {
          expect(feature).toBeUndefined();
          return;
        }
        const [lon = NaN, lat = NaN] = feature?.geometry.coordinates ?? [];
        expect(Math.abs(lon - middle(used.map((node) => node.lon)))).toBeLessThan(1e-7);
        expect(Math.abs(lat - middle(used.map((node) => node.lat)))).toBeLessThan(1e-7);
      }),
    );
  });
});

interface Feature {
  readonly geometry: { readonly coordinates: readonly number[] };
}

function featuresOf(text: string): readonly Feature[] {
  return (JSON.parse(text) as { readonly features: readonly Feature[] }).features;
}
