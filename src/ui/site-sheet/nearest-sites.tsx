import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Precision } from "#domain/geo/points.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { hoverSite } from "#state/hover-store.ts";
import { selectRecord } from "#state/view-store.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { distanceWords } from "./distance-words.ts";
import { distanceRange, siteAt } from "./records.ts";

export interface NearestSitesProps {
  readonly catchment: Catchment;
  readonly dataset: Dataset;
  /** Precision of the point that distances are measured from. */
  readonly precision: Precision;
  readonly limit: number;
}

/** The nearest heritage sites; a press opens one. */
export function NearestSites({ catchment, dataset, precision, limit }: NearestSitesProps) {
  const { translate, format, stores, actions } = useAtlas();
  const results = useDerived((snapshot, selectors) => selectors.siteResults(snapshot));
  const coloring = useDerived((snapshot, selectors) => selectors.coloring(snapshot));
  const nearest = Array.from(catchment.nearestSite.subarray(0, limit), (index, position) => ({
    site: siteAt(dataset.sites, index),
    id: dataset.sites.id[index],
    meters: catchment.nearestSiteMeters[position] ?? 0,
    verdict: VERDICTS[results?.verdicts.verdict[index] ?? VERDICTS.indexOf("unknown")] ?? "unknown",
  }));
  return (
    <section className="sheet-section" aria-labelledby="sheet-sites">
      <h3 id="sheet-sites">{translate("sheet.nearest-sites")}</h3>
      {nearest.length === 0 && <p className="sheet-muted">{translate("sheet.nearest-sites-none")}</p>}
      <ol className="sheet-sites">
        {nearest.map(({ site, id, meters, verdict }) => (
          <li key={site.index}>
            <button
              type="button"
              className="sheet-site"
              onClick={() => {
                hoverSite(stores.hover, null);
                if (id === undefined) return;
                selectRecord(stores.view, { kind: "site", id });
                if (site.lon !== null && site.lat !== null) actions.showOnMap(site.lon, site.lat);
              }}
              onMouseEnter={() => {
                hoverSite(stores.hover, site.index);
              }}
              onMouseLeave={() => {
                hoverSite(stores.hover, null);
              }}
              onFocus={() => {
                hoverSite(stores.hover, site.index);
              }}
              onBlur={() => {
                hoverSite(stores.hover, null);
              }}
            >
              <SiteSymbol verdict={verdict} status={site.reuseStatus} paint={coloring.paintOf(site.index)} size={18} />
              <span className="sheet-site-words">
                <span className="sheet-site-name">
                  {site.name}
                  <HypotheticalMark kind="sites" index={site.index} />
                </span>
                <span className="sheet-site-where">
                  {inALine([site.municipality, translate(`status.${site.reuseStatus}.inline`)])}
                </span>
              </span>
              <span className="sheet-site-distance">
                {distanceWords(distanceRange(meters, precision, site.precision), translate, format)}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
