import type { ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import type { SiteRecord } from "./records.ts";
import { positionSourceAddress, webAddress } from "#state/web-address.ts";
import { WebLink } from "../shared/web-link.tsx";

export interface SiteFactsProps {
  readonly site: SiteRecord;
  /** Title of the table that it comes from; `null` where it was added by hand. */
  readonly table: string | null;
}

/** History and facts of a site, with the page each rests on; what no source states is written out. */
export function SiteFacts({ site, table }: SiteFactsProps) {
  const { translate, format } = useAtlas();
  const missing = <span className="sheet-muted">{translate("sheet.not-stated")}</span>;
  const year = (value: number | null) => (value === null ? missing : String(value));
  const source = webAddress(site.sourceUrl);
  const website = webAddress(site.website);
  const position = positionSourceAddress(site.positionSource);
  return (
    <section className="sheet-section" aria-labelledby="sheet-facts">
      <h3 id="sheet-facts">{translate("sheet.facts")}</h3>
      <dl className="sheet-facts">
        <Fact term={translate("sheet.status")}>
          {translate(`status.${site.reuseStatus}`)}
          {", "}
          {site.statusYear === null ? translate("sheet.year-not-stated") : String(site.statusYear)}
        </Fact>
        <Fact term={translate("sheet.current-use")}>{site.currentUse ?? missing}</Fact>
        <Fact term={translate("sheet.built")}>{year(site.builtFromYear)}</Fact>
        <Fact term={translate("sheet.closed")}>{year(site.closedInYear)}</Fact>
        <Fact term={translate("sheet.floor-area")}>
          {site.floorAreaSquareMeters === null
            ? missing
            : translate("sheet.square-meters", { area: format.number(site.floorAreaSquareMeters) })}
        </Fact>
        <Fact term={translate("sheet.protection")}>{translate(`protection.${site.protection}`)}</Fact>
        <Fact term={translate("sheet.heritage")}>{translate(`heritage.${site.heritageClass}`)}</Fact>
        <Fact term={translate("sheet.own-page")}>
          {website === null ? (site.website ?? missing) : <WebLink address={website} />}
        </Fact>
        {site.note !== null && <Fact term={translate("sheet.note")}>{site.note}</Fact>}
      </dl>
      <h3>{translate("sheet.sources")}</h3>
      <dl className="sheet-facts">
        <Fact term={translate("sheet.table")}>{table ?? translate("edit.mark.added")}</Fact>
        <Fact term={translate("sheet.source-page")}>
          {source === null ? (site.sourceUrl ?? missing) : <WebLink address={source} />}
        </Fact>
        <Fact term={translate("sheet.position")}>
          {site.lat === null || site.lon === null
            ? translate("sheet.no-point")
            : `${translate("sheet.coordinates", { lat: coordinate(site.lat), lon: coordinate(site.lon) })} · ${translate(`precision.${site.precision}.inline`)}`}
        </Fact>
        <Fact term={translate("sheet.position-source")}>
          {position === null ? (site.positionSource ?? missing) : <WebLink address={position} />}
        </Fact>
      </dl>
    </section>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}

function Fact({ term, children }: FactProps) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Degrees with at most five decimals, a point as decimal mark in every language, so that it can be pasted elsewhere. */
function coordinate(degrees: number): string {
  return String(Math.round(degrees * 1e5) / 1e5);
}
