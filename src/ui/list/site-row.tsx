import { memo, Suspense } from "react";
import { flushSync } from "react-dom";
import { SECTORS } from "#domain/actor/actor.ts";
import type { SitePaint } from "#domain/coloring/site-paint.ts";
import { COVERAGE_LEVELS, type CoverageLevel } from "#domain/coverage/coverage.ts";
import type { SiteResults } from "#domain/indicator/site-results.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { shownName } from "#domain/site/shown-name.ts";
import type { SiteTable } from "#domain/site/site.ts";
import type { EditMark } from "#domain/workspace/edits.ts";
import { countOfText, countText, totalCoverage } from "#i18n/count-in-words.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { hoverSite } from "#state/hover-store.ts";
import { sortedIndicator } from "#state/selectors.ts";
import { openSiteRoom, selectRecord } from "#state/view-store.ts";
import { pick, StarButton } from "../selection/pick-buttons.tsx";
import { useAtlas, useDerived, useHover } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { HypotheticalTag } from "../shared/hypothetical-mark.tsx";
import { Icon } from "../shared/icon.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { SectorMark } from "../shared/sector-mark.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";

const SortedValue = lazyPart(async () => (await import("./sorted-value.tsx")).SortedValue, undefined, "silent");

export interface SiteRowProps {
  readonly sites: SiteTable;
  readonly mark: EditMark;
  readonly hypothetical: boolean;
  readonly results: SiteResults | null;
  readonly paint: SitePaint;
  /** Index of the site in the table. */
  readonly site: number;
  readonly selected: boolean;
  /** Whether Tab stops here: at one row of the list. */
  readonly tabStop: boolean;
  /** Position in the list. */
  readonly row: number;
  /** How many rows the list has where not all are drawn, to be said; else `null`. */
  readonly of: number | null;
  readonly onFocus: (site: number) => void;
  /** Called before the site is taken out of the selection. */
  readonly onTakeOut: (row: number) => void;
}

/** One site in the list: what it is, where, in which state, and who is counted around it. */
export const SiteRow = memo(function SiteRow({
  sites,
  mark,
  hypothetical,
  results,
  paint,
  site,
  selected,
  tabStop,
  row,
  of,
  onFocus,
  onTakeOut,
}: SiteRowProps) {
  const atlas = useAtlas();
  const { stores, actions, language, translate, format } = atlas;
  const id = sites.id[site];
  const name = shownName(sites, site, language);
  const hovered = useHover((hover) => hover.site === site);
  const verdict = (results === null ? undefined : VERDICTS[results.verdicts.verdict[site] ?? -1]) ?? "unknown";
  const status = sites.reuseStatus[site] ?? "unknown";
  const country = sites.country[site] ?? null;
  const year = sites.statusYear[site] ?? NaN;
  const lon = sites.lon[site] ?? NaN;
  const lat = sites.lat[site] ?? NaN;
  const mapped = !Number.isNaN(lon) && !Number.isNaN(lat);
  const statusText = translate(`status.${status}.inline`);
  const sortKey = useDerived(({ view }) => view.sort.key);
  const sortedBy = results === null ? null : (sortedIndicator(results, sortKey)?.id ?? null);
  const facts = inALine([
    sites.municipality[site] ?? null,
    translate(`industry.${sites.industry[site] ?? "unknown"}.inline`),
    Number.isNaN(year) ? statusText : translate("list.row.status-year", { status: statusText, year: String(year) }),
    results?.verdicts.dependsOnPositions[site] === 1 ? translate("list.row.depends-on-positions") : null,
  ]);

  return (
    <li
      className="list-item"
      data-record={site}
      aria-posinset={of === null ? undefined : row + 1}
      aria-setsize={of ?? undefined}
    >
      <button
        type="button"
        className="list-row"
        data-site={site}
        data-hovered={hovered}
        tabIndex={tabStop ? 0 : -1}
        aria-current={selected ? "true" : undefined}
        onClick={() => {
          if (id === undefined) return;
          // The sheet takes its room first, so that the map fits the site into what is left.
          flushSync(() => {
            openSiteRoom(stores.view);
            selectRecord(stores.view, { kind: "site", id });
          });
          if (mapped) actions.showOnMap(lon, lat);
        }}
        onFocus={() => {
          onFocus(site);
          hoverSite(stores.hover, site);
        }}
        onBlur={() => {
          hoverSite(stores.hover, null);
        }}
        onPointerEnter={() => {
          hoverSite(stores.hover, site);
        }}
        onPointerLeave={() => {
          hoverSite(stores.hover, null);
        }}
      >
        <SiteSymbol
          verdict={verdict}
          status={status}
          paint={paint}
          atTown={sites.precision[site] === "settlement"}
          size={22}
        />
        <span className="list-row-name">
          {name}
          {hypothetical && <HypotheticalTag />}
          {mark !== "as_loaded" && (
            <span className="list-row-mark" title={translate(`edit.mark.${mark}`)}>
              <Icon name={mark === "added" ? "plus" : "pencil"} size={12} />
              <span className="visually-hidden">, {translate(`edit.mark.${mark}.inline`)}</span>
            </span>
          )}
        </span>
        <span className="list-row-facts">
          {country !== null && (
            <>
              <abbr className="list-row-country" title={format.country(country)} aria-hidden="true">
                {country}
              </abbr>
              <span className="visually-hidden">{format.country(country)} · </span>
            </>
          )}
          {facts}
        </span>
        {mapped ? (
          <RowCounts site={site} results={results} />
        ) : (
          <span className="list-row-total list-row-unmapped">{translate("list.row.not-mapped")}</span>
        )}
        {results !== null && sortedBy !== null && (
          <span className="list-row-sorted">
            <Suspense fallback="…">
              <SortedValue id={sortedBy} results={results} site={site} />
            </Suspense>
          </span>
        )}
      </button>
      {id !== undefined && (
        <span className="list-row-picks">
          <StarButton id={id} name={name} tabIndex={tabStop ? 0 : -1} />
          <IconButton
            icon="minus"
            className="list-row-out"
            label={translate("pick.remove-name", { name })}
            title={translate("pick.remove")}
            tabIndex={tabStop ? 0 : -1}
            onClick={() => {
              onTakeOut(row);
              pick(atlas, id, site, false);
            }}
          />
        </span>
      )}
    </li>
  );
});

function RowCounts({ site, results }: { readonly site: number; readonly results: SiteResults | null }) {
  const { translate, format } = useAtlas();
  if (results === null) {
    return (
      <span className="list-row-total" data-known="counting">
        <span className="visually-hidden">{translate("list.row.counting")}</span>
        <span aria-hidden="true">…</span>
      </span>
    );
  }
  const { verdicts, rule } = results;
  const sectors = SECTORS.map((sector, position) => {
    const at = site * SECTORS.length + position;
    const coverage: CoverageLevel = COVERAGE_LEVELS[verdicts.coverage[at] ?? 0] ?? "none";
    return { sector, count: verdicts.count[at] ?? NaN, coverage };
  });
  const levels = sectors.map(({ coverage }) => coverage);
  const coverage = totalCoverage(levels);
  const total = sectors.reduce((sum, { count }) => sum + count, 0);
  /** One sign of a lower bound stands for all three numbers. */
  const bounded = levels.every((level) => level === "partial");
  const known = total > 0 || coverage !== "none";
  const verdict = VERDICTS[verdicts.verdict[site] ?? -1] ?? "unknown";
  const spoken = known
    ? translate("list.row.spoken", {
        verdict: translate(`verdict.${verdict}`),
        total: countOfText(total, rule.together, coverage, translate, format, "words"),
        sectors: sectors
          .map(({ sector, count, coverage: level }) =>
            translate("list.row.spoken-sector", {
              sector: translate(`sector.${sector}.inline`),
              count: countText(count, level, translate, format, "words"),
            }),
          )
          .join(", "),
      })
    : translate("list.row.spoken-unknown");

  return (
    <>
      <span className="visually-hidden">{spoken}</span>
      <span className="list-row-total" data-known={known} aria-hidden="true">
        {countOfText(total, rule.together, coverage, translate, format)}
      </span>
      {known && (
        <span className="list-row-sectors" aria-hidden="true">
          {bounded && <span>{translate("list.row.least")}</span>}
          {sectors.map(({ sector, count, coverage: level }) => (
            <span key={sector} className="list-row-sector">
              <SectorMark sector={sector} size={8} />
              {level === "none" && count === 0
                ? translate("list.row.sector-unknown")
                : countText(count, bounded ? "complete" : level, translate, format)}
            </span>
          ))}
        </span>
      )}
    </>
  );
}
