import { describe, expect, it } from "vitest";
import { SITE_COLUMNS } from "#data/ingest/columns.ts";
import { readCsvRows } from "#data/ingest/csv-rows.ts";

const read = (text: string) => readCsvRows(text, SITE_COLUMNS);

describe("readCsvRows", () => {
  it("numbers rows as a spreadsheet does, blank lines counted and left out", () => {
    const csv = read("\n\nid,lon,lat\na,1,2\n\n,,\nb,3,4\n");
    expect(csv.headerRow).toBe(3);
    expect([...csv.rowNumber]).toEqual([4, 7]);
  });

  it("counts a quoted cell with line breaks as one row", () => {
    const csv = read('id,lon,lat,name\na,1,2,"two\r\nlines"\nb,3,4,x\n');
    expect([...csv.rowNumber]).toEqual([2, 3]);
    expect(csv.rows[0]?.[3]).toBe("two\nlines");
  });

  it.each([",", ";", "\t", "|"])("chooses the delimiter %j under which the header shows the columns", (delimiter) => {
    const lines = [
      ["id", "lon", "lat", "note"],
      ["a", "1", "2", '"x,y;z|u"'],
    ];
    const csv = read(lines.map((cells) => cells.join(delimiter)).join("\n"));
    expect(csv.delimiter).toBe(delimiter);
    expect(csv.rows).toEqual([["a", "1", "2", "x,y;z|u"]]);
  });

  it("reads any kind of line break", () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      expect(read(["id,lon,lat", "a,1,2", "b,3,4"].join(end)).rows).toEqual([
        ["a", "1", "2"],
        ["b", "3", "4"],
      ]);
    }
  });

  it("takes off a byte order mark", () => {
    expect(read("\uFEFFid,lon,lat\n").headers).toEqual(["id", "lon", "lat"]);
  });

  it("names rows with fewer or more cells than the header", () => {
    const csv = read("id,lon,lat\na,1\nb,1,2,3\nc,1,2\n");
    expect([...csv.faults]).toEqual([
      [0, { kind: "cell-count", found: 2, expected: 3 }],
      [1, { kind: "cell-count", found: 4, expected: 3 }],
    ]);
  });

  it("lets empty cells beyond the last header pass", () => {
    expect(read("id,lon,lat,,\na,1,2,,\n").faults.size).toBe(0);
  });

  it("names the row in which a quotation mark is never closed", () => {
    const csv = read('id,lon,lat\na,1,2\nb,"3,4\nc,5,6\n');
    expect([...csv.faults]).toEqual([[1, { kind: "unclosed-quote" }]]);
    expect(csv.rowNumber[1]).toBe(3);
  });

  it("names the row in which a quoted cell goes on after its end", () => {
    expect([...read('id,lon,lat,name\na,1,2,"b"c\nd,1,2,e').faults.values()][0]).toEqual({ kind: "stray-quote" });
  });
});
