import { useMemo, useState } from "react";
import type { Dataset } from "#domain/dataset.ts";
import { pointOfActivity } from "#domain/programme/activity-point.ts";
import { filterProgramme, hasProgrammeFilters, NO_PROGRAMME_FILTERS } from "#domain/programme/programme-filters.ts";
import { programmeFiltersInWords } from "#i18n/programme-words.ts";
import { openRoom, setActivitiesMapped, setProgramme } from "#state/view-store.ts";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ActivityList, focusActivity } from "./activity-list.tsx";
import { DocumentList } from "./document-list.tsx";
import { ProgrammeFilterBar } from "./programme-filter-bar.tsx";
import { TimeLine } from "./time-line.tsx";
import "../shared/room.css";
import "../filters/filters.css";
import "../site-sheet/site-sheet.css";
import "./programme.css";

/** What was done for the sites, when and where: a time line, the list behind it, and the papers of the programme. */
export function ProgrammeRoom() {
  const { translate } = useAtlas();
  const dataset = useDerived(({ dataset: found }) => (found.phase === "ready" ? found.dataset : null));
  return (
    <div className="room room-wide programme">
      <h2 className="room-title">{translate("programme.title")}</h2>
      <p className="room-lead">{translate("programme.lead")}</p>
      {dataset === null ? <p role="status">{translate("programme.loading")}</p> : <Programme dataset={dataset} />}
    </div>
  );
}

function Programme({ dataset }: { readonly dataset: Dataset }) {
  const { stores, actions, translate, format } = useAtlas();
  const { activities } = dataset;
  const filters = useDerived(({ view }) => view.programme);
  const shown = useMemo(() => filterProgramme(activities, filters), [activities, filters]);
  const [asked, setAsked] = useState<number | null>(null);
  const indices = shown.map(({ index }) => index);
  const dated = shown.filter(({ period }) => period !== null).length;
  const mapped = shown.filter(({ activity }) => pointOfActivity(activity, dataset.sites) !== null).length;
  const words = programmeFiltersInWords(filters, translate, format);
  const clear = () => {
    setProgramme(stores.view, NO_PROGRAMME_FILTERS);
  };
  if (activities.length === 0) {
    return (
      <>
        <p className="programme-note">{translate("programme.none-loaded")}</p>
        <OpenFileButton />
        <DocumentList />
      </>
    );
  }
  return (
    <>
      <ProgrammeFilterBar activities={activities} filters={filters} />
      <p className="programme-sum" role="status">
        {translate("programme.sum", { shown: shown.length, all: activities.length })}
        {words !== "" && `: ${words}`}
        {dated < shown.length && `. ${translate("programme.sum-undated", { count: shown.length - dated })}`}
        {hasProgrammeFilters(filters) && (
          <>
            {" "}
            <Button variant="link" onClick={clear}>
              {translate("programme.clear")}
            </Button>
          </>
        )}
      </p>
      <p className="room-buttons">
        <Button
          icon="download"
          disabled={dated === 0}
          onClick={() => {
            void actions.programme().then((programme) => programme.saveCalendar(indices));
          }}
        >
          {translate("programme.save-calendar", { count: dated })}
        </Button>
        <Button
          icon="download"
          disabled={shown.length === 0}
          onClick={() => {
            void actions.programme().then((programme) => programme.saveActivities(indices, "csv-spreadsheet"));
          }}
        >
          CSV
        </Button>
        <Button
          icon="download"
          disabled={shown.length === 0}
          onClick={() => {
            void actions.programme().then((programme) => programme.saveActivities(indices, "geojson"));
          }}
        >
          GeoJSON
        </Button>
        <Button
          icon="pin"
          disabled={mapped === 0}
          onClick={() => {
            setActivitiesMapped(stores.view, true);
            openRoom(stores.view, "sites");
            void actions.programme().then((programme) => {
              programme.showOnMap(indices);
            });
          }}
        >
          {translate("programme.show-map", { count: mapped })}
        </Button>
        <OpenFileButton>{translate("programme.open-own")}</OpenFileButton>
      </p>
      {shown.length === 0 ? (
        <div className="programme-note">
          <p>{translate("programme.none-pass")}</p>
          <Button onClick={clear}>{translate("programme.clear")}</Button>
        </div>
      ) : (
        <>
          {dated > 0 && (
            <TimeLine
              shown={shown}
              onOpen={(index) => {
                setAsked(index);
                focusActivity(index);
              }}
            />
          )}
          <ActivityList dataset={dataset} shown={shown} asked={asked} />
        </>
      )}
      <DocumentList />
    </>
  );
}
