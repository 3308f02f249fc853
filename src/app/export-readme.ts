import { GEOPACKAGE_MEMBER, memberName } from "#data/export/export-writer.ts";
import { columnIn, type ColumnHead } from "#data/export/export-rows.ts";
import { originsFor } from "#data/export/isochrone-members.ts";
import { METADATA_MEMBER } from "#data/export/archive.ts";
import type { Layer } from "#data/export/layers.ts";
import type { SelectionExport } from "#data/export/selection-export.ts";
import { asksForAttribution, isShareAlike, type DataSource } from "#domain/data-source.ts";
import type { ExportRequest } from "#domain/export/request.ts";
import { INDICATORS } from "#domain/indicator/registry.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { countHypotheticals, hasHypotheticals } from "#domain/what-if/marks.ts";
import type { Format } from "#i18n/format.ts";
import { fromIsochronesText } from "#i18n/isochrone-words.ts";
import { reachWords } from "#i18n/reach-words.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import type { Translate } from "#i18n/translate.ts";

export interface ReadmeInput {
  readonly selection: SelectionExport;
  readonly request: ExportRequest;
  readonly layers: readonly Layer[];
  readonly translate: Translate;
  readonly format: Format;
}

/** What lies beside exported files for whoever opens them: contents, rule, columns, licences, and the way back. */
export function exportReadme({ selection, request, layers, translate, format }: ReadmeInput): string {
  const { dataset, results } = selection;
  const isPackage = request.format === "geopackage";
  const fileOf = (layer: Layer) =>
    isPackage ? `${GEOPACKAGE_MEMBER} · ${layer.name}` : memberName(layer, request.format);
  const inside = layers.map((layer) => {
    const params = { count: layer.rows.length, without: layer.withoutPoint };
    return [fileOf(layer), translate(`export-readme.inside-${layer.name}`, params)] as const;
  });
  const isRounded = request.format === "geojson" || request.format === "csv-spreadsheet";
  const sections = [
    heading(translate("export-readme.title"), "="),
    translate("export-readme.made", {
      version: selection.appVersion,
      date: format.date(dataset.date),
      data: dataset.version,
    }),
    heading(translate("export-readme.inside")),
    aligned(
      isPackage && !request.withReadme
        ? inside
        : [...inside, [METADATA_MEMBER, translate("export-readme.inside-metadata")]],
    ),
    heading(translate("export-readme.view")),
    [
      selection.filtersInWords === ""
        ? translate("export-readme.no-filters")
        : translate("export-readme.filters", { words: selection.filtersInWords }),
      ruleInWords(results.rule, translate, format),
      ...(hasHypotheticals(dataset)
        ? [translate("export-readme.hypothetical", { ...countHypotheticals(dataset) })]
        : []),
      ...minutesInWords(selection, translate, format),
      translate("export-readme.distance", { rounded: isRounded ? "yes" : "no" }),
      translate("export-readme.link", { link: selection.link }),
    ].join("\n"),
    heading(translate("export-readme.numbers")),
    `${translate("export-readme.least")}\n${translate(`export-readme.${request.format}`)}`,
    ...layers.flatMap((layer) => [
      heading(translate("export-readme.columns", { file: fileOf(layer) })),
      aligned(
        layer.columns.map((column) => [
          column.name,
          `${translate("export-readme.type", { type: column.type })}; ${columnWords(column, translate)}`,
        ]),
      ),
    ]),
    heading(translate("export-readme.licences")),
    ...layers.map((layer) =>
      [
        translate("export-readme.records", { file: fileOf(layer) }),
        ...layer.sources.map((source) => sourceLine(source, translate)),
        ...(layer.sources.some(isShareAlike) ? [translate("export-readme.share-alike")] : []),
      ].join("\n"),
    ),
    ...(layers.some(({ name }) => name === "sites")
      ? [
          [
            translate("export-readme.numbers-of"),
            ...dataset.sources.filter(asksForAttribution).map((source) => sourceLine(source, translate)),
          ].join("\n"),
        ]
      : []),
    translate("export-readme.by-hand"),
    heading(translate("export-readme.reopen")),
    translate("export-readme.reopen-archive"),
  ];
  return `${sections.join("\n\n")}\n`;
}

function heading(words: string, line = "-"): string {
  return `${words}\n${line.repeat(words.length)}`;
}

/** Names and what they mean, the latter below one another. */
function aligned(lines: readonly (readonly [name: string, words: string])[]): string {
  const width = Math.max(...lines.map(([name]) => name.length));
  return lines.map(([name, words]) => `${name.padEnd(width)}  ${words}`).join("\n");
}

function ruleInWords(rule: Rule, translate: Translate, format: Format): string {
  const { alone, together, floors, decay } = rule;
  const reach = reachWords(rule, translate, format);
  return translate("export-readme.rule", { reach, alone, together, ...floors, decay });
}

/** What minutes rest on, where the rule counts them. */
function minutesInWords(
  { dataset, results: { rule } }: SelectionExport,
  translate: Translate,
  format: Format,
): readonly string[] {
  const { travel } = rule;
  if (travel === null) return [];
  if (travel.basis === "estimate") return [translate("export-readme.estimate", { reach: format.distance(rule.reach) })];
  return [translate("export-readme.minutes"), fromIsochronesText(originsFor(dataset, rule), translate, format)];
}

function sourceLine(source: DataSource, translate: Translate): string {
  const { title, licence, licenceUrl, attribution } = source;
  const named = [licence, licenceUrl].filter((part) => part !== "").join(", ");
  const words = { title, licence: named === "" ? "none" : named, attribution };
  return `- ${translate("export-readme.source", words).trim()}`;
}

/** What a column of our files means. */
export function columnWords({ name }: Pick<ColumnHead, "name">, translate: Translate): string {
  const own = `export-column.${name}`;
  if (isMessageKey(own)) return translate(own);
  const field = `field.${name}`;
  if (isMessageKey(field)) return translate(field);
  const indicator = INDICATORS.find((one) => one.column === name || columnIn(one, "minutes") === name);
  if (indicator !== undefined) {
    const { id, source, column } = indicator;
    const unit = column === name ? indicator.unit : "minutes";
    return translate("export-column.indicator", { definition: translate(`indicator-note.${id}`), unit, source });
  }
  const [, short, floor, sector = "", rest = ""] =
    /^(short_)?(floor_)?(creative|trade|service|total)_(.*)$/.exec(name) ?? [];
  if (short !== undefined) return translate("export-column.short", { sector });
  if (floor !== undefined) return translate("export-column.floor", { sector });
  if (rest === "coverage") return translate("export-column.coverage", { sector });
  if (rest.endsWith("_certain")) return translate("export-column.certain");
  if (rest.endsWith("_possible")) return translate("export-column.possible");
  return translate("export-column.count", { sector, weighted: rest === "weighted" ? "yes" : "no" });
}
