import { SECTORS } from "#domain/actor/actor.ts";
import type { DataSource } from "#domain/data-source.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { fromIsochronesText } from "#i18n/isochrone-words.ts";
import { reachInFull } from "#i18n/reach-words.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import type { SiteRecord } from "../site-sheet/records.ts";
import type { SitePaper } from "./paper-actions.ts";

/** The rule in a sentence. */
export function RuleWords({ rule }: { readonly rule: Rule }) {
  const { translate, format } = useAtlas();
  const { alone, together, floors, decay } = rule;
  const reach = reachInFull(rule, translate, format);
  return <p>{translate("export-readme.rule", { reach, alone, together, ...floors, decay })}</p>;
}

export interface SourceLinesProps {
  readonly dataset: Dataset;
  readonly paper: SitePaper;
  readonly site: SiteRecord;
}

/** Where the record of a site and the actors around it come from. */
export function SourceLines({ dataset, paper, site }: SourceLinesProps) {
  const { translate, format } = useAtlas();
  const { catchment } = paper;
  const sources = sourcesOf(dataset, [paper]);
  return (
    <>
      <p>
        <b>{translate("paper.record")}</b> {site.sourceUrl ?? translate("sheet.not-stated")}
        {site.positionSource !== null && (
          <>
            {" "}
            <b>{translate("paper.position")}</b> {site.positionSource}
          </>
        )}
      </p>
      <p>
        <b>{translate("paper.sources")}</b> <SourceWords sources={sources} />
        {catchment.origins.length > 0 && ` ${fromIsochronesText(catchment.origins, translate, format)}`}{" "}
        {translate("paper.data", { version: dataset.version, date: format.date(dataset.date) })}
      </p>
    </>
  );
}

export function SourceWords({ sources }: { readonly sources: readonly DataSource[] }) {
  const lines = sources
    .map(({ title, licence, attribution }) =>
      [title, licence, attribution].filter((part, at, all) => part !== "" && all.indexOf(part) === at).join(", "),
    )
    .join("; ");
  return lines.endsWith(".") ? lines : `${lines}.`;
}

/** The sources of the tables that these sites and the actors in their catchments come from, each once. */
export function sourcesOf({ tables, provenance }: Dataset, papers: readonly SitePaper[]): readonly DataSource[] {
  const used = new Set<number>();
  for (const { site, catchment } of papers) {
    used.add(provenance.sites.table[site]!);
    for (const sector of SECTORS) {
      const { actor } = catchment.sectors[sector];
      for (const index of actor) used.add(provenance.actors.table[index]!);
    }
  }
  const sources = tables.flatMap(({ source }, position) => (used.has(position) ? [source] : []));
  return [...new Map(sources.map((source) => [source.id, source])).values()];
}
