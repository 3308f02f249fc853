import { describe, expect, it } from "vitest";
import { resultColumns } from "#data/export/export-rows.ts";
import { parseAnalyseOptions } from "#cli/analyse-options.ts";
import { analysisColumns } from "#cli/analysis-rows.ts";
import { columnWords } from "#app/export-readme.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { createTranslate } from "#i18n/translate.ts";
import { createSelectionExport } from "../../../helpers/selection-export.ts";

const translate = createTranslate("en");
const ids = INDICATORS.map(({ id }) => id);
const chosen = parseAnalyseOptions(["--sites", "s", "--actors", "a", "--indicators", "all"]);

describe("the registry of indicators", () => {
  it("names no indicator and no column twice", () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(INDICATORS.map(({ column }) => column)).size).toBe(ids.length);
  });

  it.each(INDICATORS)("has $id in every place: words, results, files, command line", ({ id, column, unit }) => {
    for (const key of [`indicator.${id}`, `indicator-note.${id}`, `indicator-unit.${unit}`]) {
      expect(isMessageKey(key)).toBe(true);
    }
    const exported = createSelectionExport();
    expect(exported.results.indicators[id]).toHaveLength(exported.dataset.sites.count);
    expect(resultColumns(exported).map(({ name }) => name)).toContain(column);
    expect(columnWords({ name: column }, translate)).toContain(translate(`indicator-note.${id}`));
    expect(chosen.ok ? analysisColumns(chosen.value, null) : []).toContain(id);
  });
});
