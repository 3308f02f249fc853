import type { Activity } from "#domain/activity/activity.ts";
import type { Dataset } from "#domain/dataset.ts";
import { tableOfActivity } from "#domain/programme/activity-table.ts";
import { typeOf } from "#domain/programme/programme-filters.ts";
import { indexById } from "#domain/selection/site-lookups.ts";
import { shownName } from "#domain/site/shown-name.ts";
import type { SiteId } from "#domain/site/site.ts";
import { activityTypeWords, dateDoubt, datesInWords, placeInWords } from "#i18n/programme-words.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { webAddress } from "#state/web-address.ts";
import { WebLink } from "../shared/web-link.tsx";

export interface ActivityEntryProps {
  readonly dataset: Dataset;
  readonly activity: Activity;
  /** Position in the list of activities. */
  readonly index: number;
  /** Whether the site is named: not in its own sheet. */
  readonly withSite?: boolean;
}

/** Date, kind, title, place, site, note and source of an activity; what is not stated is written out. */
export function ActivityEntry({ dataset, activity, index, withSite = true }: ActivityEntryProps) {
  const { stores, language, translate, format } = useAtlas();
  const { title, note, siteId, sourceUrl } = activity;
  const doubt = dateDoubt(activity, translate);
  const place = placeInWords(activity, format);
  const site = siteId === null ? undefined : indexById(dataset.sites).get(siteId as SiteId);
  const source = webAddress(sourceUrl);
  const table = tableOfActivity(dataset, index);
  const isOwn = table?.origin === "imported";
  return (
    <>
      <p className="activity-when">
        <span className="activity-dates">{datesInWords(activity, translate, format)}</span>
        {doubt !== null && <span className="room-muted"> {doubt}</span>}
      </p>
      <div className="activity-what">
        <p className="activity-title">{title}</p>
        <p>
          <span className="activity-type">{activityTypeWords(typeOf(activity), translate)}</span>
          {withSite && ` · ${place ?? translate("programme.no-place")}`}
        </p>
        {withSite && site !== undefined && (
          <p>
            {translate("programme.at-site")}{" "}
            <Button
              variant="link"
              onClick={() => {
                selectRecord(stores.view, { kind: "site", id: siteId as SiteId });
                openRoom(stores.view, "sites");
              }}
            >
              {shownName(dataset.sites, site, language)}
            </Button>
          </p>
        )}
        {withSite && site === undefined && siteId !== null && (
          <p className="room-muted">{translate("programme.site-not-loaded", { id: siteId })}</p>
        )}
        {note !== null && <p className="room-muted">{note}</p>}
        <p className="room-muted">
          {source !== null ? <WebLink address={source} /> : (sourceUrl ?? translate("sheet.source-not-stated"))}
          {isOwn && ` · ${translate("programme.own-table", { title: table.title })}`}
        </p>
      </div>
    </>
  );
}
