import { describe, expect, it } from "vitest";
import { carriesFiles, droppedFile, looksLikeTable } from "#ui/open/dropped-file.ts";

const file = new File(["{}"], "view.geojson");
const entry = (isDirectory: boolean) => ({
  kind: "file",
  webkitGetAsEntry: () => ({ isDirectory }) as FileSystemEntry,
});

describe("droppedFile", () => {
  it("gives the one file", () => {
    expect(droppedFile({ files: [file], items: [entry(false)] })).toEqual({ kind: "file", file });
    expect(droppedFile({ files: [file] })).toEqual({ kind: "file", file });
  });

  it("opens none of several files", () => {
    expect(droppedFile({ files: [file, file] })).toEqual({ kind: "several" });
  });

  it("refuses a folder, which browsers hand over as a file", () => {
    expect(droppedFile({ files: [file], items: [entry(true)] })).toEqual({ kind: "folder" });
  });

  it("says that there was nothing where no file came", () => {
    expect(droppedFile({ files: [], items: [{ kind: "string", webkitGetAsEntry: () => null }] })).toEqual({
      kind: "nothing",
    });
  });
});

describe("carriesFiles", () => {
  it("leaves dragged text and links alone", () => {
    expect(carriesFiles({ types: ["text/plain", "text/uri-list"] })).toBe(false);
    expect(carriesFiles(null)).toBe(false);
    expect(carriesFiles({ types: ["Files"] })).toBe(true);
  });
});

describe("looksLikeTable", () => {
  it("takes several lines and JSON, and no single word or address", () => {
    expect(looksLikeTable("id;name\n1;Lokve")).toBe(true);
    expect(looksLikeTable(' {"type":"FeatureCollection","features":[]}')).toBe(true);
    expect(looksLikeTable("Lokve\n")).toBe(false);
    expect(looksLikeTable("https://example.org/table.csv")).toBe(false);
  });
});
