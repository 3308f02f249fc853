import { describe, expect, it } from "vitest";
import { exportReadme } from "../../../src/app/export-readme.ts";
import { layersOf } from "#data/export/plan-export.ts";
import { EXPORT_FORMATS, type ExportRequest } from "#domain/export/request.ts";
import { createFormat } from "#i18n/format.ts";
import { createTranslate } from "#i18n/translate.ts";
import { catchmentActorsOf } from "../../helpers/export-file.ts";
import { siteTableOf } from "../../helpers/loaded-table.ts";
import { createSelectionExport } from "../../helpers/selection-export.ts";

const translate = createTranslate("en");
const format = createFormat("en");
const readme = (request: Partial<ExportRequest>, selection = createSelectionExport()) => {
  const wanted: ExportRequest = { content: "both", format: "geojson", withReadme: true, ...request };
  const layers = layersOf(selection, wanted, catchmentActorsOf(selection));
  return { text: exportReadme({ selection, request: wanted, layers, translate, format }), layers };
};
/** A selection whose records come from one table under this licence. */
function licensed(licence: string) {
  const selection = createSelectionExport();
  const { info } = siteTableOf([], 1);
  const source = { ...info.source, title: "Street map", licence, licenceUrl: "", attribution: "© the mappers" };
  return { ...selection, dataset: { ...selection.dataset, tables: [{ ...info, source }] } };
}

describe("the README", () => {
  it.each(EXPORT_FORMATS)("tells of every column of %s, plain and weighted, what it means", (name) => {
    for (const decay of ["none", "steps"] as const) {
      const { text, layers } = readme({ format: name }, createSelectionExport({ rule: { decay } }));
      for (const { columns } of layers) {
        for (const column of columns) expect(text).toMatch(new RegExp(`^${column.name} +\\w[^;]*; \\S`, "m"));
      }
      expect(text).not.toMatch(/sector {2}(inside|that|in)|undefined|NaN|\[object/);
    }
  });

  it("names the source of the records of each file, and what a share-alike licence asks for", () => {
    const { text } = readme({}, licensed("ODbL 1.0"));
    expect(text.match(/Street map: ODbL 1\.0.*© the mappers/g)).toHaveLength(2);
    expect(text.match(/Share-alike/g)).toHaveLength(2);
    expect(readme({}, licensed("CC BY 4.0")).text).not.toContain("Share-alike");
    expect(readme({}, licensed("CC BY-SA 4.0")).text).toContain("Share-alike");
  });

  it("says so where a licence is not stated", () => {
    expect(readme({}, licensed("")).text).toContain("licence not stated");
  });

  it("tells the rule, the filters in words, the link and that counts are lower bounds", () => {
    const { text } = readme({}, createSelectionExport({ filtersInWords: "in Croatia" }));
    for (const words of ["Filters: in Croatia", "within 10 km", "https://atlas.example/", "“at least”"])
      expect(text).toContain(words);
  });
});
