import { describe, expect, it } from "vitest";
import { readTableCsv, writeTableCsv } from "#data/project/table-csv.ts";
import type { Space } from "#domain/space/space.ts";
import { keptSpaces } from "../../../helpers/kept-tables.ts";

const LATER = ["load_kn_m2", "access", "heating", "available_until", "terms", "contact_page"];

/** The table of rooms as a project has it, without some columns. */
function written(left: readonly string[]): { readonly csv: Blob; readonly rooms: readonly Space[] } {
  const table = keptSpaces();
  const plain = (table.records as readonly Space[]).map((room) => ({ ...room, equipment: null, name: room.id }));
  const lines = [...writeTableCsv({ ...table, records: plain } as typeof table)].join("").split("\r\n");
  const header = lines[0]?.split(",") ?? [];
  const text = lines.map((line) =>
    line
      .split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/)
      .filter((_, position) => !left.includes(header[position] ?? ""))
      .join(","),
  );
  return { csv: new Blob([text.join("\r\n")]), rooms: plain };
}

describe("a table of rooms in a project", () => {
  it("of an earlier version is read, with nothing stated of what could not be told then", async () => {
    const { csv, rooms } = written(LATER);
    const { table, issues } = await readTableCsv(csv, keptSpaces().info, "spaces.csv");
    expect(issues).toEqual([]);
    const nothing = {
      loadKilonewtonsPerSquareMeter: null,
      access: null,
      heating: null,
      availableUntil: null,
      terms: null,
      contactPage: null,
    };
    expect(table?.records).toEqual(rooms.map((room) => ({ ...room, ...nothing })));
  });

  it("is not read without a column that was always there", async () => {
    const { csv } = written(["area_m2"]);
    const { table, issues } = await readTableCsv(csv, keptSpaces().info, "spaces.csv");
    expect(table).toBeNull();
    expect(issues.map(({ code }) => code)).toEqual(["missing-column"]);
  });
});
