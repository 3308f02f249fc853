import { describe, expect, it } from "vitest";
import { keptActors, keptPopulation } from "../../helpers/kept-tables.ts";
import { keepNothingBetweenTests, named, open, put, read, site, tamper } from "./fresh-storage.ts";

keepNothingBetweenTests();

describe("damaged tables", () => {
  const id = keptActors().info.id;
  type Part = { data: Uint32Array; checksum: number };
  interface Stored {
    format: number;
    info: { rowCount: number };
    columns: Record<string, { kind: string; array?: { length: number }; bytes: { length: number } }>;
  }
  async function partsOf(column: "offset" | "code" | "sector"): Promise<number> {
    let first = -1;
    await tamper(async (stores) => {
      const stored = (await stores.get("tables", id)) as {
        columns: Record<string, Record<string, { first: number }>>;
      };
      const place = { offset: ["id", "offset"], code: ["country", "code"], sector: ["sector", "array"] }[column];
      first = stored.columns[place[0]!]![place[1]!]!.first;
    });
    return first;
  }
  const change = (with_: (stored: Stored) => void) => () =>
    tamper(async (stores) => {
      const stored = (await stores.get("tables", id)) as Stored;
      with_(stored);
      await stores.put("tables", stored, id);
    });
  const changePart = (column: "offset" | "code" | "sector", with_: (part: Part) => Part | null) => async () => {
    const number = await partsOf(column);
    await tamper(async (stores) => {
      const part = with_((await stores.get("parts", [id, number])) as Part);
      await (part === null ? stores.delete("parts", [id, number]) : stores.put("parts", part, [id, number]));
    });
  };

  it.each([
    ["a missing part", changePart("offset", () => null)],
    ["bytes cut", changePart("offset", (part) => ({ ...part, data: part.data.slice(1) }))],
    ["a changed byte", changePart("sector", (part) => ({ ...part, data: part.data.map(() => 0) }))],
    ["another checksum", changePart("sector", (part) => ({ ...part, checksum: part.checksum + 1 }))],
    ["another type", changePart("sector", (part) => ({ ...part, data: new Uint32Array(part.data) }))],
    ["another format", change((stored) => void (stored.format = 99))],
    ["another number of rows", change((stored) => void (stored.info.rowCount = 4))],
    ["no column", change((stored) => Reflect.deleteProperty(stored.columns, "lon"))],
    ["a column cut", change((stored) => void (stored.columns["lon"]!.array!.length = 2))],
    ["no info", change((stored) => Reflect.deleteProperty(stored, "info"))],
    ["nothing but a word", () => tamper((stores) => stores.put("tables", "word", id))],
  ])("with %s are told of, never handed on, and stay until they are taken out", async (_, damage) => {
    const storage = await open();
    await storage.saveChanges([put(keptActors()), put(keptPopulation())]);
    await damage();
    for (let time = 0; time < 2; time++) {
      const { tables, damagedTables } = await read(storage);
      expect(tables).toEqual([keptPopulation()]);
      expect(damagedTables.map((table) => table.id)).toEqual([id]);
    }
    await storage.saveChanges([{ kind: "table", id, before: null, after: null }]);
    expect((await read(storage)).damagedTables).toEqual([]);
  });

  it.each([
    ["offsets that descend", "offset", [0, 2, 1, 3], "id: offset"],
    ["offsets beyond the bytes", "offset", [0, 1, 2, 30], "id: length"],
    ["codes beyond the values", "code", [0, 9, 0], "country: code"],
  ] as const)("with %s are told of even where the checksum fits", async (_, column, data, reason) => {
    const { checksumOf } = await import("#storage/checksum.ts");
    const storage = await open();
    await storage.saveChanges([put(keptActors())]);
    const array = Uint32Array.from(data);
    await changePart(column, () => ({ data: array, checksum: checksumOf(array) }))();
    expect((await read(storage)).damagedTables).toEqual([{ id, title: "actors 2", reason }]);
  });

  it("keep their title as long as it can be read", async () => {
    const storage = await open();
    await storage.saveChanges([put(keptActors())]);
    await change((stored) => void (stored.info.rowCount = -1))();
    expect((await read(storage)).damagedTables[0]).toMatchObject({ title: "actors 2", reason: "info" });
  });

  it("and damaged edits do not hide the whole ones", async () => {
    const storage = await open();
    await storage.saveChanges([site("a", named("a", "Mill")), site("b", named("b", "Mine"))]);
    await tamper((stores) => stores.put("edits", { kind: "put", row: { id: "b" } }, ["site", "b"]));
    const { edits, damagedEdits } = await read(storage);
    expect([[...edits.sites.keys()], damagedEdits]).toEqual([["a"], 1]);
  });
});
