import { expect, it } from "vitest";
import { openZip } from "#data/formats/zip-entries.ts";
import { archiveOf, large } from "../../../helpers/hostile/archives.ts";

const decoder = new TextDecoder();

function unpack(bytes: Uint8Array, name: string): Uint8Array | string {
  const zip = openZip(bytes, "a.zip");
  if ("issues" in zip) return zip.issues[0]!.code;
  const unpacked = zip.unpack([name]);
  return "issues" in unpacked ? unpacked.issues[0]!.code : unpacked.get(name)!;
}

it("unpacks a table of fields of fixed width, however well its blanks were packed", () => {
  const blanks = new Uint8Array(30e6).fill(0x20);
  expect(unpack(archiveOf({ "sites.dbf": blanks }), "sites.dbf")).toHaveLength(blanks.length);
  expect(unpack(archiveOf({ "sites.shp": blanks }), "sites.shp")).toBe("over-limit");
});

it("reads an archive whose directory is told as that of a large one", () => {
  const bytes = large(archiveOf({ "sites.csv": "id\na\n", "more.csv": "id\nb\n" }));
  expect(decoder.decode(unpack(bytes, "more.csv") as Uint8Array)).toBe("id\nb\n");
});

it("knows a wrong checksum in a large archive, too", () => {
  const bytes = large(archiveOf({ "sites.csv": new Uint8Array(200).map((_, at) => at) }));
  // Of its directory, behind what the entry itself says.
  const directory = Buffer.from(bytes).indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  bytes[directory + 16] = bytes[directory + 16]! ^ 1;
  expect(unpack(bytes, "sites.csv")).toBe("damaged-file");
});
