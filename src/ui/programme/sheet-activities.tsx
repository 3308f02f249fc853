import { useMemo } from "react";
import type { Dataset } from "#domain/dataset.ts";
import { filterProgramme, NO_PROGRAMME_FILTERS } from "#domain/programme/programme-filters.ts";
import type { SiteId } from "#domain/site/site.ts";
import { openRoom } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { ActivityEntry } from "./activity-entry.tsx";
import "../shared/room.css";
import "./programme.css";

/** So many stand in the sheet until all are wanted. */
const SHOWN = 20;

export interface SheetActivitiesProps {
  readonly dataset: Dataset;
  readonly site: SiteId;
}

/** What took place at a site or was about it, in the order of time. */
export function SheetActivities({ dataset, site }: SheetActivitiesProps) {
  const { stores, translate } = useAtlas();
  const { activities } = dataset;
  const own = useMemo(
    () => filterProgramme(activities, NO_PROGRAMME_FILTERS).filter(({ activity }) => activity.siteId === site),
    [activities, site],
  );
  return (
    <section className="sheet-section" aria-labelledby="sheet-activities">
      <h3 id="sheet-activities">{translate("programme.sheet")}</h3>
      {own.length === 0 ? (
        <p className="sheet-muted">{translate("programme.sheet-none")}</p>
      ) : (
        <ol className="programme-entries programme-in-sheet">
          {own.slice(0, SHOWN).map(({ index, activity }) => (
            <li key={index} className="programme-entry">
              <ActivityEntry dataset={dataset} activity={activity} index={index} withSite={false} />
            </li>
          ))}
        </ol>
      )}
      <p>
        {own.length > SHOWN && `${translate("programme.sheet-more", { count: own.length - SHOWN })} `}
        <Button
          variant="link"
          onClick={() => {
            openRoom(stores.view, "programme");
          }}
        >
          {translate("programme.sheet-all")}
        </Button>
      </p>
    </section>
  );
}
