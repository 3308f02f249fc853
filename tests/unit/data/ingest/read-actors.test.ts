import { describe, expect, it } from "vitest";
import { textsOf } from "#domain/text-column.ts";
import { actorIdAt, actorNameAt, actorPrecisionAt, categoryAt } from "#domain/actor/actor.ts";
import { readText } from "#data/ingest/read-file.ts";

const csv = (...rows: string[]) =>
  readText("actors", ["id,lon,lat,sector,category,website,seen_year", ...rows].join("\n"), "a.csv");
const codes = ({ issues }: Awaited<ReturnType<typeof csv>>) =>
  issues.map(({ code, severity, place }) => [severity, code, place]);
const cell = (row: number, column: string) => ({ kind: "cell", file: "a.csv", row, column });

describe("readActors", () => {
  it("reads a table of id, point and sector alone", async () => {
    const { records, issues } = await readText("actors", "id,lon,lat,sector\n7,14.5,45.5,trade\n", "a.csv");
    expect(issues).toEqual([]);
    expect([records.count, actorIdAt(records, 0), actorNameAt(records, 0)]).toEqual([1, "7", "7"]);
    expect([categoryAt(records, 0), actorPrecisionAt(records, 0)]).toEqual(["unknown", "unknown"]);
    expect([records.lon[0], records.lat[0], records.sector[0], records.seenYear[0]]).toEqual([14.5, 45.5, 1, NaN]);
  });

  it("lists all faults of a row and keeps the others", async () => {
    const read = await csv(",200,x,elsewhere,music,ftp://a,19th", "b,1,2,service,gastronomy,https://b.example,2020");
    expect(codes(read)).toEqual([
      ["error", "missing-value", cell(2, "id")],
      ["error", "not-in-vocabulary", cell(2, "sector")],
      ["warning", "not-a-web-address", cell(2, "website")],
      ["warning", "not-an-integer", cell(2, "seen_year")],
      ["error", "not-a-coordinate", cell(2, "lat")],
      ["error", "longitude-out-of-range", cell(2, "lon")],
    ]);
    expect(read).toMatchObject({ rowsRead: 2, rowsRejected: 1 });
    expect(actorIdAt(read.records, 0)).toBe("b");
  });

  it("rejects a row that a file of ours marks as hypothetical", async () => {
    const text = "id,lon,lat,sector,hypothetical\na,1,2,trade,true\nb,1,2,trade,false\nc,1,2,trade,\n";
    const read = await readText("actors", text, "a.csv");
    expect(codes(read)).toEqual([["error", "hypothetical-record", cell(2, "hypothetical")]]);
    expect(read).toMatchObject({ rowsRead: 3, rowsRejected: 1 });
    expect(read.records.count).toBe(2);
  });

  it("rejects an actor without a point, with half of one, or without a sector", async () => {
    expect(codes(await csv("a,,,trade,,,", "b,1,,trade,,,", "c,1,2,,,,"))).toEqual([
      ["error", "no-point", { kind: "row", file: "a.csv", row: 2 }],
      ["error", "half-a-point", cell(3, "lat")],
      ["error", "missing-value", cell(4, "sector")],
    ]);
  });

  it("reads a category of another sector as unknown, with a warning", async () => {
    const read = await csv("a,1,2,trade,music,,");
    expect(codes(read)).toEqual([["warning", "category-of-other-sector", cell(2, "category")]]);
    expect(categoryAt(read.records, 0)).toBe("unknown");
  });

  it("reads vocabulary whatever its case, blanks and hyphens", async () => {
    const { records } = await csv("a,1,2,Creative,Visual Arts,,", "b,1,2,SERVICE,public-admin,,");
    expect([categoryAt(records, 0), categoryAt(records, 1)]).toEqual(["visual_arts", "public_admin"]);
  });

  it("rejects an identifier used before and names the row that has it", async () => {
    const read = await csv("a,1,2,trade,,,", "", "a,3,4,trade,,,");
    expect(read.issues).toEqual([
      { severity: "error", place: cell(4, "id"), code: "duplicate-id", params: { id: "a", firstRow: 2 } },
    ]);
    expect(read.records.count).toBe(1);
  });

  it("reads coordinates with a decimal comma", async () => {
    const { records } = await readText("actors", "id;lon;lat;sector\na;14,25;-45,5;trade", "a.csv");
    expect([records.lon[0], records.lat[0]]).toEqual([14.25, -45.5]);
  });

  it.each(["0x10", "1e5", "", "1,2,3", "Infinity", "NaN", "12 5 6 7"])("takes %j for no longitude", async (text) => {
    const { records } = await readText("actors", `id;lon;lat;sector\na;${text};45;trade`, "a.csv");
    expect(records.count).toBe(0);
  });

  it("rejects every row of a table that has no sector, with one issue that names the accepted headers", async () => {
    const read = await readText("actors", "id,lon,lat\na,1,2\nb,3,4\n", "a.csv");
    expect(read).toMatchObject({ rowsRead: 2, rowsRejected: 2, records: { count: 0 } });
    expect(read.issues).toMatchObject([
      { code: "missing-column", place: { kind: "file" }, params: { column: "sector / category" } },
    ]);
  });

  it("says that an empty file is empty", async () => {
    for (const text of ["", "\uFEFF", "\n\n", ",,\n"]) {
      expect(await readText("actors", text, "a.csv")).toMatchObject({ rowsRead: 0, issues: [{ code: "empty-file" }] });
    }
  });

  it("takes off the apostrophe that guards a text against being read as a formula", async () => {
    const { records } = await readText(
      "actors",
      "id,name,lon,lat,sector\n'-5,'=sum,1,2,trade\n'n,''@x,1,2,trade\n",
      "a.csv",
    );
    expect(textsOf(records.id, 2)).toEqual(["-5", "'n"]);
    expect(textsOf(records.name, 2)).toEqual(["=sum", "'@x"]);
  });
});
