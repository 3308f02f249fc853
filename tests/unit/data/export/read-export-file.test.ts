import { readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { isExport } from "#data/export/is-export.ts";
import { readExportFile } from "#data/export/read-export-file.ts";
import { EXPORT_CONTENTS, EXPORT_FORMATS, isSeveral } from "#domain/export/request.ts";
import { writeExport } from "../../../helpers/export-file.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const FIXTURES = resolve(import.meta.dirname, "../../../fixtures/formats");
const requests = EXPORT_FORMATS.flatMap((format) =>
  EXPORT_CONTENTS.flatMap((content) => [false, true].map((withReadme) => ({ format, content, withReadme }))),
);
/** A table by itself carries its rule in its rows, and restores nothing. */
const tellsItsView = ({ format, content, withReadme }: (typeof requests)[number]) =>
  !format.startsWith("csv") || withReadme || isSeveral({ format, content });

describe("a file that the page wrote", () => {
  it.each(requests)("is known by its beginning: $content as $format, archive $withReadme", async (request) => {
    const file = await writeExport(createSelectionExport(), request);
    expect(await isExport(file)).toBe(tellsItsView(request));
  });

  it.each(requests.filter(tellsItsView))(
    "tells how many records it holds: $content as $format, archive $withReadme",
    async (request) => {
      const file = await writeExport(createSelectionExport(), request);
      const { restored, issues } = await readExportFile(file, file.name, {});
      expect(issues).toEqual([]);
      expect(restored?.siteIds?.length ?? null).toBe(request.content === "actors" ? null : 4);
      expect(restored?.actorCount).toBe(request.content === "sites" ? null : 3);
    },
  );

  it.each(requests.filter(tellsItsView))(
    "cut short it is refused or read in part, never a throw: $content as $format, archive $withReadme",
    async (request) => {
      const file = await writeExport(createSelectionExport(), request);
      for (const share of [0.2, 0.5, 0.9, 0.99]) {
        const cut = file.slice(0, Math.floor(file.size * share));
        const { restored, issues } = await readExportFile(cut, file.name, {});
        expect(restored !== null || issues.some(({ severity }) => severity === "error")).toBe(true);
      }
    },
  );
});

describe("any other file", () => {
  it.each(readdirSync(FIXTURES).filter((name) => name !== "README.md"))("%s is none of ours", async (name) => {
    const file = new File([new Uint8Array(readFileSync(resolve(FIXTURES, name)))], name);
    expect(await isExport(file)).toBe(false);
    expect((await readExportFile(file, name, {})).restored).toBeNull();
  });
});

describe("writing", () => {
  it.each(EXPORT_FORMATS)("the same selection as %s twice gives the same bytes", async (format) => {
    const write = async () =>
      Buffer.from(await (await writeExport(createSelectionExport(), { content: "both", format })).arrayBuffer());
    expect((await write()).equals(await write())).toBe(true);
  });
});
