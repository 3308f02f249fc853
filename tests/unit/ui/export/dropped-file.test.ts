import { describe, expect, it } from "vitest";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { carriesFiles, droppedFile } from "#ui/export/dropped-file.ts";
import { fileSizeWords } from "#ui/export/file-size.ts";

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

describe("fileSizeWords", () => {
  it("uses the largest unit that keeps a whole number before the point", () => {
    const words = (bytes: number) => fileSizeWords(bytes, createTranslate("en"), createFormat("en"));
    expect([words(1), words(999), words(1000), words(12_345), words(999_949), words(999_950)]).toEqual([
      "1 byte",
      "999 bytes",
      "1 kB",
      "12.3 kB",
      "999.9 kB",
      "1 MB",
    ]);
  });
});
