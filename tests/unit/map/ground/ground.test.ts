import { describe, expect, it } from "vitest";
import { archiveAddress, askSupply, groundAddress, type GroundSupply } from "#map/ground/ground.ts";

const signal = new AbortController().signal;
const asked: unknown[] = [];
const note = (...what: unknown[]) => {
  asked.push(what.slice(0, -1));
  return Promise.resolve(new ArrayBuffer(0));
};
const supply: GroundSupply = { bytes: note, aside: note, tile: note };

describe("what the map asks for", () => {
  it("is what stands at the address, also where the map has resolved it", async () => {
    for (const address of ["https://t.example:8080/a.json?b=https//c", "http://t.example/a"]) {
      asked.length = 0;
      await askSupply(supply, groundAddress(address), signal);
      await askSupply(supply, new URL(groundAddress(address)).href, signal);
      expect(asked).toEqual([[address], [address]]);
    }
    expect(new URL(groundAddress("https://t.example/a")).href).toBe("ground://https//t.example/a");
  });

  it("is a tile of a file that was opened", async () => {
    asked.length = 0;
    await askSupply(supply, archiveAddress(2).replace("{z}/{x}/{y}", "3/4/5"), signal);
    expect(asked).toEqual([[2, 3, 4, 5]]);
  });
});
