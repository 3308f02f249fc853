import { openDB } from "idb";
import { describe, expect, it, vi } from "vitest";
import type { PopulationTable } from "#domain/population/population.ts";
import { textAt } from "#domain/text-column.ts";
import type { ActorId } from "#domain/actor/actor.ts";
import { WGS84, type Mapping } from "#domain/ingest/mapping.ts";
import type { SiteId } from "#domain/site/site.ts";
import type { Space } from "#domain/space/space.ts";
import type { ConceptId, ReuseConcept } from "#domain/options/concept.ts";
import type { ActorRow, Edit } from "#domain/workspace/edits.ts";
import type { LoadedTable } from "#domain/workspace/table.ts";
import { openStorage } from "#storage/storage.ts";
import { infoOf, keptActors, keptSites, keptSpaces, keptTables, packed } from "../../helpers/kept-tables.ts";
import { MILL_OF_SOUNDS } from "../../helpers/concept.ts";
import { actorRow } from "../../helpers/loaded-table.ts";
import { keepNothingBetweenTests, named, open, put, read, site, tamper } from "./fresh-storage.ts";

keepNothingBetweenTests();

/** Lets the n-th put fail as a browser's does. */
function failPut(number: number, name: string): void {
  const real = Object.getOwnPropertyDescriptor(IDBObjectStore.prototype, "put")?.value as IDBObjectStore["put"];
  let count = 0;
  vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (this: IDBObjectStore, ...args) {
    if (++count === number) throw new DOMException("no room", name);
    return Reflect.apply(real, this, args);
  } as IDBObjectStore["put"]);
}

describe("tables and edits", () => {
  it("come back as they were, of every kind and form, in the order of loading", async () => {
    const storage = await open();
    const tables = keptTables();
    expect((await storage.saveChanges([...tables].reverse().map(put))).ok).toBe(true);
    const { tables: back, damagedTables } = await read(await open());
    expect(damagedTables).toEqual([]);
    expect(back.map(({ info }) => info.id)).toEqual(
      [...tables]
        .sort((a, b) => a.info.loadedAt.localeCompare(b.info.loadedAt) || a.info.id.localeCompare(b.info.id))
        .map(({ info }) => info.id),
    );
    for (const table of tables) expect(back.find(({ info }) => info.id === table.info.id)).toEqual(table);
  });

  it("come back with nothing stated of what rooms did not tell in an earlier version", async () => {
    const table = keptSpaces();
    const later = ["loadKilonewtonsPerSquareMeter", "access", "heating", "availableUntil", "terms", "contactPage"];
    const older = (table.records as readonly Space[]).map(
      (room) => Object.fromEntries(Object.entries(room).filter(([name]) => !later.includes(name))) as unknown as Space,
    );
    const storage = await open();
    await storage.saveChanges([put({ ...table, records: older } as LoadedTable)]);
    const { tables, damagedTables } = await read(storage);
    expect(damagedTables).toEqual([]);
    expect(tables[0]?.records).toEqual(
      older.map((room) => ({ ...room, ...Object.fromEntries(later.map((name) => [name, null])) })),
    );
  });

  it("come back whole when they take many parts", async () => {
    const count = 20_000;
    const numbers = Float64Array.from({ length: count }, (_, index) => index / 7);
    const names = Array.from(
      { length: count },
      (_, index) => `Place number ${String(index)} with ${"a very long ".repeat(60)}name`,
    );
    const table: LoadedTable = {
      info: infoOf("population", "large", count),
      records: { count, name: packed(names), country: names, lon: numbers, lat: numbers, residents: numbers },
    };
    const storage = await open();
    await storage.saveChanges([put(table)]);
    const [back] = (await read(storage)).tables;
    expect(back?.info).toEqual(table.info);
    const { name, country, lon } = back?.records as PopulationTable;
    expect([textAt(name, 0), textAt(name, count - 1), textAt(country, 777)]).toEqual([
      names[0],
      names.at(-1),
      names[777],
    ]);
    expect(lon).toEqual(numbers);
    const database = await openDB("refresh-atlas");
    const parts = (await database.getAll("parts")) as { data: ArrayLike<unknown> & { byteLength?: number } }[];
    database.close();
    expect(parts.length).toBeGreaterThan(5);
    for (const { data } of parts) expect(data.byteLength ?? 2 * JSON.stringify(data).length).toBeLessThan(5 * 2 ** 20);
  });

  it("with no rows come back", async () => {
    const storage = await open();
    const table: LoadedTable = {
      info: infoOf("population", "empty", 0),
      records: {
        count: 0,
        name: packed([]),
        country: [],
        lon: new Float64Array(0),
        lat: new Float64Array(0),
        residents: new Float64Array(0),
      },
    };
    await storage.saveChanges([put(table)]);
    expect((await read(storage)).tables).toEqual([table]);
  });

  it("that give way leave nothing behind", async () => {
    const storage = await open();
    await storage.saveChanges([put(keptActors())]);
    await storage.saveChanges([{ kind: "table", id: keptActors().info.id, before: null, after: null }]);
    expect((await read(storage)).tables).toEqual([]);
    const database = await openDB("refresh-atlas");
    expect(await database.count("parts")).toBe(0);
    database.close();
  });

  it("keep edits by hand, and forget those taken back", async () => {
    const storage = await open();
    const actor: Edit<ActorRow> = { kind: "put", row: actorRow({ id: "a" }) };
    await storage.saveChanges([
      site("a", named("a", "Mill")),
      site("b", { kind: "deleted" }),
      { kind: "actor", id: "a" as ActorId, before: null, after: actor },
    ]);
    await storage.saveChanges([site("b", null)]);
    const { edits } = await read(storage);
    expect([...edits.sites]).toEqual([["a", named("a", "Mill")]]);
    expect([...edits.actors]).toEqual([["a", actor]]);
  });

  it("keep reuse concepts, and tell of those that are damaged", async () => {
    const storage = await open();
    const concept: Edit<ReuseConcept> = { kind: "put", row: MILL_OF_SOUNDS };
    const worn = { kind: "put", row: { ...MILL_OF_SOUNDS, needs: [] } } as const;
    const change = (id: string, after: Edit<ReuseConcept>) =>
      ({ kind: "concept", id: id as ConceptId, before: null, after }) as const;
    await storage.saveChanges([
      change(MILL_OF_SOUNDS.id, concept),
      change("bundled", { kind: "deleted" }),
      change("worn", worn),
    ]);
    const { edits, damagedEdits } = await read(storage);
    expect([...edits.concepts]).toEqual([
      ["bundled", { kind: "deleted" }],
      [MILL_OF_SOUNDS.id, concept],
    ]);
    expect(damagedEdits).toBe(1);
    const names = [MILL_OF_SOUNDS.id, "worn", "never"].map((id) => ({ kind: "concept", id: id as ConceptId }) as const);
    const changes = await storage.readChanges(names);
    expect(changes.ok && changes.value.changes.map(({ after }) => after)).toEqual([concept, null, null]);
  });

  it("are all read where there are thousands of edits", async () => {
    const storage = await open();
    const changes = Array.from({ length: 4001 }, (_, index) => site(`s${String(index)}`, { kind: "deleted" }));
    await storage.saveChanges(changes);
    expect((await read(storage)).edits.sites.size).toBe(4001);
  });
});

describe("a save that fails in the middle", () => {
  it.each([
    ["QuotaExceededError", "full"],
    ["UnknownError", "failed"],
  ])("with %s is told as %s and leaves the old state, whole", async (error, code) => {
    const storage = await open();
    await storage.saveChanges([put(keptSites()), site("a", named("a", "old"))]);
    const changed = { ...keptSites(), info: { ...keptSites().info, title: "new" } } as LoadedTable;
    failPut(9, error);
    const saved = await storage.saveChanges([site("a", named("a", "new")), put(keptActors()), put(changed)]);
    expect(saved).toMatchObject({ ok: false, failure: { code } });
    vi.restoreAllMocks();
    const { tables, edits, damagedTables } = await read(await open());
    expect(damagedTables).toEqual([]);
    expect(tables).toEqual([keptSites()]);
    expect(edits.sites.get("a" as SiteId)).toEqual(named("a", "old"));
  });

  it("can be done again", async () => {
    const storage = await open();
    failPut(3, "QuotaExceededError");
    await storage.saveChanges([put(keptSites())]);
    expect((await storage.saveChanges([put(keptSites())])).ok).toBe(true);
    expect((await read(storage)).tables).toEqual([keptSites()]);
  });

  it("because the table contradicts itself is no save", async () => {
    const storage = await open();
    const { info, records } = keptSites();
    const saved = await storage.saveChanges([put({ info: { ...info, rowCount: 3 }, records } as LoadedTable)]);
    expect(saved).toMatchObject({ ok: false, failure: { code: "failed" } });
    expect((await read(storage)).tables).toEqual([]);
  });
});

describe("opening", () => {
  it("is refused where the browser has no such thing", async () => {
    vi.stubGlobal("indexedDB", undefined);
    expect(await openStorage()).toMatchObject({ ok: false, failure: { code: "refused" } });
  });

  it.each(["SecurityError", "InvalidStateError", "NotAllowedError"])("is refused by %s", async (name) => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("not here", name);
    });
    const result = await openStorage();
    expect(result).toEqual({ ok: false, failure: { code: "refused", params: { reason: "not here" } } });
  });

  it("fails in the browser's words where it cannot read its own files", async () => {
    vi.spyOn(indexedDB, "open").mockImplementation(() => {
      throw new DOMException("internal error", "UnknownError");
    });
    const result = await openStorage();
    expect(result).toEqual({ ok: false, failure: { code: "failed", params: { reason: "internal error" } } });
  });

  it("leaves the data of a newer page alone", async () => {
    const newer = await openDB("refresh-atlas", 99, {
      upgrade(database) {
        database.createObjectStore("something else");
      },
    });
    newer.close();
    expect(await openStorage()).toMatchObject({ ok: false, failure: { code: "newer" } });
    const after = await openDB("refresh-atlas");
    expect([after.version, [...after.objectStoreNames]]).toEqual([99, ["something else"]]);
    after.close();
  });
});

describe("an update of the page in another tab", () => {
  it("is not held up, and this tab then says that there is a newer one", async () => {
    const storage = await open();
    const newer = await openDB("refresh-atlas", 99);
    newer.close();
    expect(await storage.saveChanges([put(keptSites())])).toMatchObject({ ok: false, failure: { code: "newer" } });
  });
});

describe("a database thrown away by the browser while the page is open", () => {
  it("is made anew and told of", async () => {
    const storage = await open();
    await storage.saveChanges([put(keptSites())]);
    const emptied = vi.fn();
    storage.onEmptied(emptied);
    await new Promise((resolve) => {
      indexedDB.deleteDatabase("refresh-atlas").onsuccess = resolve;
    });
    expect((await storage.saveChanges([site("a", { kind: "deleted" })])).ok).toBe(true);
    expect(emptied).toHaveBeenCalledOnce();
    expect((await read(storage)).edits.sites.size).toBe(1);
  });
});

describe("mappings and the last view", () => {
  const mapping = (crs: string): Mapping => ({
    kind: "sites",
    fields: { id: { kind: "column", column: 0 }, country: { kind: "constant", value: "AT" } },
    values: { reuse_status: { leerstehend: "unused" } },
    decimalMark: "comma",
    pointFrom: "fields",
    crs,
    swapped: false,
  });

  it("come back", async () => {
    const storage = await open();
    await storage.saveMapping("id;name", mapping(WGS84));
    await storage.saveSession({ link: "?v=1&q=mill" });
    const again = await open();
    expect(await again.readMapping("id;name")).toEqual({ ok: true, value: mapping(WGS84) });
    expect(await again.readMapping("other")).toEqual({ ok: true, value: null });
    expect(await again.readSession()).toEqual({ ok: true, value: { link: "?v=1&q=mill" } });
  });

  it("a hundred mappings stay, those used last", async () => {
    const storage = await open();
    for (let number = 0; number < 100; number++) await storage.saveMapping(String(number), mapping(WGS84));
    await storage.saveMapping("0", mapping("EPSG:3035"));
    await storage.saveMapping("new", mapping(WGS84));
    const kept = await storage.readMappings();
    if (!kept.ok) throw new Error(kept.failure.code);
    expect(kept.value).toHaveLength(100);
    expect(kept.value.slice(0, 2).map(({ key }) => key)).toEqual(["new", "0"]);
    expect(kept.value.some(({ key }) => key === "1")).toBe(false);
  });

  it("that are damaged count as none", async () => {
    const storage = await open();
    await storage.saveMapping("key", mapping(WGS84));
    await tamper((stores) => stores.put("mappings", { used: 1, mapping: { kind: "sites" } }, "key"));
    await tamper((stores) => stores.put("session", 7, "last"));
    expect(await storage.readMapping("key")).toEqual({ ok: true, value: null });
    expect(await storage.readMappings()).toEqual({ ok: true, value: [] });
    expect(await storage.readSession()).toEqual({ ok: true, value: null });
  });
});
