import { shownName } from "#domain/site/shown-name.ts";
import { readDocuments } from "#data/bundled/read-documents.ts";
import { activitiesFileName, writeActivities } from "#data/programme/activities-file.ts";
import { calendarEvents, type CalendarEntry } from "#data/programme/calendar-events.ts";
import type { Activity } from "#domain/activity/activity.ts";
import { boundsOf } from "#domain/geo/bounds.ts";
import { pointOfActivity } from "#domain/programme/activity-point.ts";
import { tableOfActivity } from "#domain/programme/activity-table.ts";
import { periodOf } from "#domain/programme/period.ts";
import { typeOf } from "#domain/programme/programme-filters.ts";
import { indexById } from "#domain/selection/site-lookups.ts";
import type { SiteId } from "#domain/site/site.ts";
import {
  activityTypeWords,
  dateDoubt,
  datesInWords,
  placeInWords,
  programmeFiltersInWords,
} from "#i18n/programme-words.ts";
import { writeShortLink } from "#state/link-codec.ts";
import type { ProgrammeActions } from "#ui/programme/programme-actions.ts";
import type { ActionHost } from "./action-host.ts";
import { requestFile } from "./requests.ts";
import { saveBlob } from "./save-blob.ts";
import { APP_VERSION } from "./version.ts";

const DOCUMENTS_FILE = "generated/tables/documents.csv";

/** Fills in what the room of the programme asks for. */
export function createProgramme(host: ActionHost): ProgrammeActions {
  const { stores, translate, format } = host;
  const datasetNow = () => {
    const state = stores.dataset.getState();
    if (state.phase !== "ready") throw new Error("the programme was asked for before the tables were there");
    return state.dataset;
  };
  return {
    async documents() {
      const file = await requestFile(DOCUMENTS_FILE);
      return file.ok ? readDocuments(new TextDecoder().decode(file.value), "documents.csv") : null;
    },
    async saveCalendar(indices) {
      const { writeCalendar } = await import("#data/programme/calendar.ts");
      const dataset = datasetNow();
      const entries = indices.flatMap((index): CalendarEntry[] => {
        const activity = dataset.activities[index];
        const period = activity === undefined ? null : periodOf(activity);
        if (activity === undefined || period === null) return [];
        return [{ activity, period, words: wordsOf(activity, index) }];
      });
      const head = {
        name: translate("programme.calendar-name"),
        product: `-//REFREsh Atlas//${APP_VERSION}//EN`,
        stamp: dataset.date,
      };
      const text = writeCalendar(calendarEvents(entries), head);
      saveBlob(
        new Blob([text], { type: "text/calendar;charset=utf-8" }),
        activitiesFileName(entries.length, "calendar"),
      );
    },
    async saveActivities(indices, fileFormat) {
      const address = new URL(location.href);
      address.search = writeShortLink(stores.view.getState()).query;
      address.hash = "";
      const blob = await writeActivities(
        {
          dataset: datasetNow(),
          indices,
          title: translate("programme.calendar-name"),
          filtersInWords: programmeFiltersInWords(stores.view.getState().programme, translate, format),
          link: address.href,
          appVersion: APP_VERSION,
        },
        fileFormat,
      );
      saveBlob(blob, activitiesFileName(indices.length, fileFormat));
    },
    showOnMap(indices) {
      const { activities, sites } = datasetNow();
      const points = indices.flatMap((index) => {
        const activity = activities[index];
        return (activity === undefined ? null : pointOfActivity(activity, sites)) ?? [];
      });
      const columns = {
        lon: Float64Array.from(points, ({ lon }) => lon),
        lat: Float64Array.from(points, ({ lat }) => lat),
      };
      const bounds = boundsOf(columns, columns.lon.keys());
      if (bounds !== null) host.map()?.showBounds(bounds);
    },
  };

  function wordsOf(activity: Activity, index: number) {
    const dataset = datasetNow();
    const site = activity.siteId === null ? undefined : indexById(dataset.sites).get(activity.siteId as SiteId);
    const table = tableOfActivity(dataset, index);
    return {
      type: activityTypeWords(typeOf(activity), translate),
      dates: datesInWords(activity, translate, format),
      doubt: dateDoubt(activity, translate),
      place: placeInWords(activity, format),
      site: site === undefined ? null : shownName(dataset.sites, site, stores.view.getState().language),
      source: table === null ? null : table.source.attribution || table.title,
    };
  }
}
