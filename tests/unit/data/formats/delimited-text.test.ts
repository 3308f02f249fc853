import { readFileSync, readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openDelimitedText } from "#data/formats/delimited-text.ts";
import type { RawRow } from "#data/ingest/raw-table.ts";
import { hasSharedFiles, sharedPath } from "../../../helpers/shared-files.ts";

async function open(text: string | Uint8Array<ArrayBuffer>, encoding = "utf-8", delimiter: string | null = null) {
  const opened = await openDelimitedText(new Blob([text]), "f.csv", { encoding, delimiter });
  const rows: RawRow[] = [];
  for await (const batch of opened.table.batches()) rows.push(...batch.rows);
  return { ...opened, rows, cells: rows.map(({ cells }) => cells), numbers: rows.map(({ number }) => number) };
}

describe("delimited text", () => {
  it("numbers rows as a spreadsheet does, blank lines counted and left out", async () => {
    const { table, numbers } = await open("\n\nid,lon,lat\na,1,2\n\n,,\nb,3,4\n");
    expect(table.headers).toEqual(["id", "lon", "lat"]);
    expect(numbers).toEqual([4, 7]);
  });

  it("counts a quoted cell with line breaks as one row", async () => {
    const { numbers, cells } = await open('id,lon,lat,name\na,1,2,"two\r\nlines"\nb,3,4,x\n');
    expect(numbers).toEqual([2, 3]);
    expect(cells[0]?.[3]).toBe("two\nlines");
  });

  it.each([",", ";", "\t", "|", "~"])("chooses the delimiter %j that divides the rows evenly", async (delimiter) => {
    const lines = [
      ["id", "lon", "lat", "note"],
      ["a", "1", "2", '"x,y;z|u"'],
      ["b", "1", "2", '"x:y"'],
    ];
    const { delimiter: chosen, cells } = await open(lines.map((line) => line.join(delimiter)).join("\n"));
    expect(chosen).toBe(delimiter);
    expect(cells[0]).toEqual(["a", "1", "2", "x,y;z|u"]);
  });

  it("takes decimal commas for what they are beside semicolons", async () => {
    const { delimiter } = await open("Név;Szélesség;Hosszúság\nKomló;46,19;18,26\nPécs;46,07;18,23\n");
    expect(delimiter).toBe(";");
  });

  it("hears the delimiter that a first row states, and the one that is asked for", async () => {
    const stated = await open("sep=;\nid;a,b\n1;2,3\n");
    expect([stated.table.headers, stated.numbers]).toEqual([["id", "a,b"], [3]]);
    expect((await open("id;a,b\n1;2,3\n", "utf-8", ",")).table.headers).toEqual(["id;a", "b"]);
  });

  it.each(["\n", "\r\n", "\r"])("reads line breaks %j", async (end) => {
    const { cells } = await open(["id,lon,lat", "a,1,2", "b,3,4"].join(end));
    expect(cells).toEqual([
      ["a", "1", "2"],
      ["b", "3", "4"],
    ]);
  });

  it("takes off a byte order mark", async () => {
    expect((await open("\uFEFFid,lon,lat\n")).table.headers).toEqual(["id", "lon", "lat"]);
  });

  it("names rows with fewer or more cells than the header, and lets empty ones beyond it pass", async () => {
    const { rows } = await open("id,lon,lat\na,1\nb,1,2,3\nc,1,2\nd,1,2,,\n");
    expect(rows.map(({ fault }) => fault?.params ?? null)).toEqual([
      { found: 2, expected: 3 },
      { found: 4, expected: 3 },
      null,
      null,
    ]);
  });

  it("names the row in which a quotation mark is never closed, and the one that goes on after it", async () => {
    const open1 = await open('id,lon,lat\na,1,2\nb,"3,4\nc,5,6\n');
    expect(open1.rows.map(({ number, fault }) => [number, fault?.code])).toEqual([
      [2, undefined],
      [3, "unclosed-quote"],
    ]);
    const stray = await open('id,lon,lat,name\na,1,2,"b"c\nd,1,2,e');
    expect(stray.rows[0]?.fault?.code).toBe("stray-quote");
  });

  it("says that a header occurs twice, with its cell", async () => {
    const { table } = await open("id,Name,NAME\na,b,c\n");
    expect(table.issues).toEqual([
      {
        severity: "warning",
        place: { kind: "cell", file: "f.csv", row: 1, column: "NAME" },
        code: "repeated-column",
        params: { column: "NAME" },
      },
    ]);
  });

  it("says that a file without text is empty", async () => {
    for (const text of ["", "\n \n,,\n"]) {
      expect((await open(text)).table.issues.map(({ code }) => code)).toEqual(["empty-file"]);
    }
  });

  it("reads the same rows however the parts cut them", async () => {
    const cell = fc.string({ unit: fc.constantFrom("a", "ő", "🏭", " ", ",", '"', "\n") }).map((text) => text.trim());
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 0, max: 400 }), async (lines, shift) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const filler = Array.from({ length: 6000 }, () => `"${"x".repeat(80)}",ő,z`);
        const body = [...filler, `"${"y".repeat(shift)}",b,c`, ...lines.map((line) => line.map(quote).join(","))];
        const { cells } = await open(["a,b,c", ...body, ...filler].join("\r\n"), "utf-8", ",");
        const wanted = lines.filter((line) => line.some((text) => text !== ""));
        expect(cells.slice(6001, 6001 + wanted.length)).toEqual(wanted);
        expect(cells).toHaveLength(12_001 + wanted.length);
      }),
      { numRuns: 15 },
    );
  });

  it("reads on past an unclosed quotation mark in a large file without reading it again and again", async () => {
    const { rows } = await open(`a,b\n1,"2\n${"3,4\n".repeat(500_000)}`);
    expect(rows.map(({ fault }) => fault?.code)).toEqual(["unclosed-quote"]);
  });
});

const folder = sharedPath("testdata/importer/csv-spectrum");
/** The JSON beside this one states another telephone number than the file, and is no list. */
const APART = "location_coordinates.csv";
const names = hasSharedFiles ? readdirSync(folder).filter((name) => name.endsWith(".csv") && name !== APART) : [];

describe.skipIf(!hasSharedFiles)("the files of csv-spectrum (skipped without the reference files)", () => {
  it.each(names)("%s", async (name) => {
    const expected = JSON.parse(readFileSync(`${folder}/json/${name.replace(".csv", ".json")}`, "utf8")) as Record<
      string,
      string
    >[];
    const { table, cells } = await open(new Uint8Array(readFileSync(`${folder}/${name}`)));
    const read = cells.map((row) => Object.fromEntries(table.headers.map((header, column) => [header, row[column]])));
    const plain = expected.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value.replaceAll("\r\n", "\n").trim()])),
    );
    expect(read).toEqual(plain);
  });

  it(APART, async () => {
    const { table, cells } = await open(new Uint8Array(readFileSync(`${folder}/${APART}`)));
    expect(table.headers).toEqual(["Contact Phone Number", "Location Coordinates", "Cities", "Counties"]);
    expect(cells[0]?.slice(2)).toEqual(["Modesto", "Stanislaus"]);
  });
});
