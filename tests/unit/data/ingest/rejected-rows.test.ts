import { describe, expect, it } from "vitest";
import { openDelimitedText } from "#data/formats/delimited-text.ts";
import { writeRejectedRows } from "#data/ingest/rejected-rows.ts";
import type { RawRow } from "#data/ingest/raw-table.ts";

async function rejectedOf(text: string): Promise<string> {
  const { table, delimiter } = await openDelimitedText(new Blob([text]), "f.csv", {
    encoding: "utf-8",
    delimiter: ",",
  });
  const rows: RawRow[] = [];
  for await (const batch of table.batches()) rows.push(...batch.rows);
  const findings = rows.flatMap(({ number, fault }) =>
    fault === null ? [] : [{ row: number, outcome: "rejected" as const, issue: fault }],
  );
  const reasons = () => ({ because: "why", repair: "how" });
  return (await writeRejectedRows(table, findings, reasons, delimiter)).blob.text();
}

describe("the file of rejected rows", () => {
  it("has the headers of the table, and the reasons", async () => {
    expect(await rejectedOf("id,name\n1\n")).toContain("id,name,rejected_because,suggested_repair\r\n1,,why,how");
  });

  it("loses no cell of a row that has too many, or whose quotes are wrong", async () => {
    expect(await rejectedOf("id,name,lon,lat\n1,Mill, Old,16,48\n")).toContain('1,Mill,Old,"16, 48",why,how');
    expect(await rejectedOf('id,name,lon,lat\n2,"Fab"rik,16,48\n')).toContain("rik");
    expect(await rejectedOf('id,name\n1,"open\n2,b\n')).toContain("2,b");
  });

  it("holds only rows that were rejected, and writes its own reasons anew", async () => {
    const text = await rejectedOf("id,name,rejected_because,suggested_repair\n1,a,x,y\n2\n");
    expect(text.split("\r\n").slice(1, 2)).toEqual(["2,,why,how"]);
  });
});
