import { otherNameOf, shownNameOf } from "#domain/site/shown-name.ts";
import { useCallback, useState } from "react";
import type { Catchment } from "#domain/catchment/catchment.ts";
import type { Dataset } from "#domain/dataset.ts";
import type { Rule } from "#domain/rule/rule.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { inALine } from "#i18n/in-a-line.ts";
import { selectRecord } from "#state/view-store.ts";
import { SitePicks } from "../selection/pick-buttons.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { HypotheticalMark } from "../shared/hypothetical-mark.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { Tag } from "../shared/tag.tsx";
import { localLanguage } from "./local-language.ts";
import { AskButton } from "../live/ask-button.tsx";
import { AskRoutingButton } from "../routing/ask-routing-button.tsx";
import { SiteEditBar } from "./site-edit-bar.tsx";
import { siteAt, type SiteRecord } from "./records.ts";
import { SheetFrame, SheetLoading } from "./sheet-frame.tsx";
import { useSheetFocus } from "./use-sheet-focus.ts";
import { geonamesPage, webAddress } from "#state/web-address.ts";
import { WebLink } from "../shared/web-link.tsx";
import "./site-sheet.css";
import "./sheet-charts.css";
import "./sheet-lists.css";

/** What stands below the heading comes when the first sheet is opened. */
const CatchmentBlock = lazyPart(async () => (await import("./catchment-block.tsx")).CatchmentBlock);
const SiteFacts = lazyPart(async () => (await import("./site-facts.tsx")).SiteFacts);
const NearestSites = lazyPart(async () => (await import("./nearest-sites.tsx")).NearestSites);

const SheetOptions = lazyPart(async () => (await import("../options/sheet-options.tsx")).SheetOptions);

const SheetSpaces = lazyPart(async () => (await import("../spaces/sheet-spaces.tsx")).SheetSpaces);
const SheetActivities = lazyPart(async () => (await import("../programme/sheet-activities.tsx")).SheetActivities);

const NEAREST_SITES_OF_SITE = 5;
const NEAREST_SITES_OF_PLACE = 10;

/** The selected site or place, with all that the rule says of it. Nothing while nothing is selected. */
export function SiteSheet() {
  const { stores } = useAtlas();
  const selected = useDerived(({ view }) => view.selected);
  const dataset = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.dataset : null));
  const site = useDerived((snapshot, selectors) => selectors.selectedSite(snapshot));
  const version = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.version : null));
  const { catchment, pending, failed } = useDerived(({ result }) => result);
  const [measured, setMeasured] = useState<Measured | null>(null);
  const rule = useDerived(({ view }) => view.rule);
  const hide = useCallback(() => {
    selectRecord(stores.view, null);
  }, [stores]);
  const key = selected === null ? null : `${selected.kind} ${String(selected.id)}`;
  const onClose = useSheetFocus(key, hide);
  if (selected === null || dataset === null || key === null) return null;
  const isFresh =
    catchment !== null &&
    catchment.datasetVersion === version &&
    matches(catchment, selected.kind === "site" ? site : selected.id, selected.kind);
  if (isFresh && (measured?.catchment !== catchment || measured.dataset !== dataset)) {
    setMeasured({ key, dataset, catchment });
  }
  const state: CatchmentState = { measured: measured?.key === key ? measured : null, rule, pending, failed };
  if (selected.kind === "place")
    return <PlaceSheet id={selected.id} dataset={dataset} state={state} onClose={onClose} />;
  if (site === null) return <MissingSheet id={selected.id} kind="site" onClose={onClose} />;
  return <OneSiteSheet site={siteAt(dataset.sites, site)} dataset={dataset} state={state} onClose={onClose} />;
}

/** Inside another page nothing is edited, picked or asked for. */
function useEmbedded(): boolean {
  return useDerived(({ view }) => view.embed !== null);
}

function matches(catchment: Catchment, id: number | null, kind: "site" | "place"): boolean {
  const { origin } = catchment;
  return origin.kind === kind && (origin.kind === "site" ? origin.index : origin.id) === id;
}

/** A catchment with the dataset whose records it names by index. */
interface Measured {
  /** Names the record that it is the catchment of. */
  readonly key: string;
  readonly dataset: Dataset;
  readonly catchment: Catchment;
}

interface CatchmentState {
  /** Of the record shown, `null` until it is there; after an edit that from before, until the new one comes. */
  readonly measured: Measured | null;
  /** The rule chosen now; a catchment of another one is stale. */
  readonly rule: Rule;
  readonly pending: boolean;
  readonly failed: string | null;
}

interface OneSiteSheetProps {
  readonly site: SiteRecord;
  readonly dataset: Dataset;
  readonly state: CatchmentState;
  readonly onClose: () => void;
}

function OneSiteSheet({ site, dataset, state, onClose }: OneSiteSheetProps) {
  const { language, translate, format } = useAtlas();
  const embedded = useEmbedded();
  const otherName = otherNameOf(site, language);
  const country = site.country === null ? translate("country.unknown") : format.country(site.country);
  const withoutPoint = site.lon === null || site.lat === null;
  const year = site.statusYear === null ? translate("sheet.year-not-stated") : String(site.statusYear);
  return (
    <SheetFrame
      onClose={onClose}
      shown={`site ${String(site.index)}`}
      crumbs={inALine([country, site.municipality])}
      title={shownNameOf(site, language)}
      head={
        <>
          {otherName !== null && (
            <p className="sheet-local" lang={otherName === site.nameLocal ? localLanguage(site.country) : undefined}>
              {otherName}
            </p>
          )}
          <p className="sheet-tags">
            <HypotheticalMark kind="sites" index={site.index} />
            <Tag status={site.reuseStatus}>
              {translate(`status.${site.reuseStatus}`)} · {year}
            </Tag>
            <Tag>{translate(`industry.${site.industry}.inline`)}</Tag>
            <Tag>{translate(`heritage.${site.heritageClass}.inline`)}</Tag>
            <Tag>{translate(`protection.${site.protection}.inline`)}</Tag>
            <Tag>{translate(withoutPoint ? "sheet.not-mapped" : `precision.${site.precision}.inline`)}</Tag>
          </p>
          {!embedded && (
            <>
              <SitePicks id={site.id} name={shownNameOf(site, language)} site={site.index} />
              <SiteEditBar site={site} dataset={dataset} />
            </>
          )}
        </>
      }
    >
      {withoutPoint ? (
        <div className="sheet-verdict" data-verdict="unknown">
          <p className="sheet-verdict-headline">{translate("sentence.no-point")}</p>
          <p className="sheet-verdict-detail">{translate("sentence.no-point-detail")}</p>
        </div>
      ) : (
        <CatchmentPart dataset={dataset} state={state} precision={site.precision} />
      )}
      {!withoutPoint && <SheetOptions dataset={dataset} site={site.index} />}
      <SheetSpaces dataset={dataset} site={site.id} />
      <SheetActivities dataset={dataset} site={site.id} />
      <SiteFacts site={site} table={tableTitle(dataset, site.index)} />
      {state.measured !== null && !withoutPoint && (
        <NearestSites
          catchment={state.measured.catchment}
          dataset={state.measured.dataset}
          precision={site.precision}
          limit={NEAREST_SITES_OF_SITE}
        />
      )}
    </SheetFrame>
  );
}

/** Title of the table that the site comes from; `null` where it was added by hand. */
function tableTitle({ provenance, tables }: Dataset, site: number): string | null {
  return tables[provenance.sites.table[site] ?? -1]?.title ?? null;
}

interface PlaceSheetProps {
  /** GeoNames id. */
  readonly id: number;
  readonly dataset: Dataset;
  readonly state: CatchmentState;
  readonly onClose: () => void;
}

function PlaceSheet({ id, dataset, state, onClose }: PlaceSheetProps) {
  const { language, translate, format } = useAtlas();
  const place = state.measured?.catchment.place ?? null;
  if (place === null && !state.pending && state.failed === null)
    return <MissingSheet id={String(id)} kind="place" onClose={onClose} />;
  const page = webAddress(geonamesPage(id));
  const exonym = place?.exonyms[language];
  return (
    <SheetFrame
      onClose={onClose}
      shown={`place ${String(id)}`}
      crumbs={
        place === null ? translate("sheet.place") : inALine([format.country(place.country), translate("sheet.place")])
      }
      title={place?.name ?? translate("sheet.place-loading")}
      titleLanguage={place === null ? undefined : localLanguage(place.country)}
      head={
        place !== null && (
          <>
            {exonym !== undefined && <p className="sheet-local">{exonym}</p>}
            <p className="sheet-tags">
              <Tag>{translate("sheet.population", { count: place.population })}</Tag>
              {page !== null && (
                <span className="sheet-place-source">
                  <WebLink address={page}>{translate("sheet.geonames")}</WebLink>
                </span>
              )}
            </p>
          </>
        )
      }
    >
      <CatchmentPart dataset={dataset} state={state} precision="unknown" />
      {state.measured !== null && (
        <NearestSites
          catchment={state.measured.catchment}
          dataset={state.measured.dataset}
          precision="unknown"
          limit={NEAREST_SITES_OF_PLACE}
        />
      )}
    </SheetFrame>
  );
}

function SheetFailure({ children }: { readonly children: string }) {
  return (
    <p className="sheet-failed" role="alert">
      {children}
    </p>
  );
}

interface CatchmentPartProps {
  readonly dataset: Dataset;
  readonly state: CatchmentState;
  readonly precision: SiteRecord["precision"];
}

function CatchmentPart({ dataset, state, precision }: CatchmentPartProps) {
  const { translate } = useAtlas();
  const embedded = useEmbedded();
  const { measured, rule, pending, failed } = state;
  const failure = failed === null || pending ? null : failureWords(failed);
  if (measured !== null) {
    const { catchment } = measured;
    return (
      <>
        {failure !== null && <SheetFailure>{failure}</SheetFailure>}
        <CatchmentBlock
          catchment={catchment}
          dataset={measured.dataset}
          precision={precision}
          stale={catchment.rule !== rule || measured.dataset !== dataset}
        />
        {catchment.point !== null && !embedded && (
          <p className="sheet-ask">
            <AskButton />
            <AskRoutingButton />
          </p>
        )}
      </>
    );
  }
  if (failure !== null) return <SheetFailure>{failure}</SheetFailure>;
  return <SheetLoading />;

  function failureWords(code: string): string {
    const key = `failure.${code}`;
    return translate(isMessageKey(key) ? key : "sheet.failed");
  }
}

interface MissingSheetProps {
  readonly id: string;
  readonly kind: "site" | "place";
  readonly onClose: () => void;
}

/** A link may name a record that these tables do not hold. */
function MissingSheet({ id, kind, onClose }: MissingSheetProps) {
  const { translate } = useAtlas();
  return (
    <SheetFrame
      onClose={onClose}
      shown={`missing ${id}`}
      crumbs={translate("sheet.missing-crumbs")}
      title={translate("sheet.missing-title")}
    >
      <p className="sheet-missing">
        {translate(kind === "site" ? "sheet.missing-site" : "sheet.missing-place", { id })}
      </p>
      <Button onClick={onClose}>{translate("sheet.missing-close")}</Button>
    </SheetFrame>
  );
}
