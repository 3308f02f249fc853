import { Suspense, useId, useState } from "react";
import { ACTORS_FROM_ZOOM, HATCH_FROM_ZOOM, MOST_ACTORS_DRAWN, MOST_FAINT_SITES } from "#design/zoom-levels.ts";
import { SECTORS } from "#domain/actor/actor.ts";
import { hasProgrammeFilters } from "#domain/programme/programme-filters.ts";
import { hasHypotheticals } from "#domain/what-if/marks.ts";
import { unitOf } from "#domain/travel/apply-rule.ts";
import { setActivitiesMapped } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { HypotheticalCorners } from "../shared/hypothetical-mark.tsx";
import { Icon } from "../shared/icon.tsx";
import { lazyPart } from "../shared/lazy-part.ts";
import { SectorMark } from "../shared/sector-mark.tsx";
import { useMedia } from "../shared/use-media.ts";
import { SiteItems } from "./color-choice.tsx";
import { countShown } from "./count-shown.ts";
import { reachWords } from "#i18n/reach-words.ts";
import "./legend.css";

const ActorChoice = lazyPart(async () => (await import("./actor-choice.tsx")).ActorChoice);
const ContourItems = lazyPart(async () => (await import("./contour-items.tsx")).ContourItems);

const CRAMPED = "(max-width: 1100px), (max-height: 720px)";
/** Beside an open sheet the map is narrower by a third. */
const CRAMPED_BESIDE_SHEET = "(max-width: 1600px)";

/** What the map's symbols mean, and what it does not show. Folded where the map is small, until it is opened. */
export function Legend() {
  const { translate, format } = useAtlas();
  const cramped = useMedia(CRAMPED);
  const crampedBesideSheet = useMedia(CRAMPED_BESIDE_SHEET);
  const hasSheet = useDerived(({ view }) => view.selected !== null);
  const [chosen, setChosen] = useState<boolean | null>(null);
  const open = chosen ?? !(cramped || (hasSheet && crampedBesideSheet));
  const [choosing, setChoosing] = useState(false);
  const body = useId();
  const rule = useDerived(({ view }) => view.rule);
  const hasCatchment = useDerived(({ view, result }) => view.selected !== null && result.catchment !== null);
  const hatched = useDerived(({ view }) => view.camera.zoom >= HATCH_FROM_ZOOM);
  const hasArea = useDerived(({ view }) => view.drawn !== null || view.within !== null);
  const supposes = useDerived(({ dataset }) => dataset.phase === "ready" && hasHypotheticals(dataset.dataset));
  const selected = useDerived(({ view }) => view.selected);
  const [selectedBefore, setSelectedBefore] = useState(selected);
  if (selectedBefore !== selected) {
    setSelectedBefore(selected);
    if (cramped || crampedBesideSheet) setChosen(null);
  }
  const within = reachWords(rule, translate, format);
  return (
    <section className="legend" aria-label={translate("legend.title")} data-open={open}>
      <h2 className="legend-title">
        <button
          type="button"
          className="legend-toggle"
          aria-expanded={open}
          aria-controls={body}
          onClick={() => {
            setChosen(!open);
          }}
        >
          {translate("legend.title")}
          <Icon name={open ? "chevron-down" : "chevron-up"} />
        </button>
      </h2>
      <div id={body} className="legend-body" hidden={!open}>
        <SiteItems within={within} />
        <div className="legend-group">
          <h3 className="legend-heading">{translate("legend.actors")}</h3>
          <ul className="legend-items legend-line">
            {SECTORS.map((sector) => (
              <li key={sector} className="legend-item">
                <SectorMark sector={sector} />
                {translate(`sector.${sector}`)}
              </li>
            ))}
            <li className="legend-item">
              <span className="legend-cluster" aria-hidden="true">
                9
              </span>
              {translate("legend.cluster")}
            </li>
          </ul>
          <details
            className="legend-choice"
            onToggle={({ currentTarget }) => {
              setChoosing(currentTarget.open);
            }}
          >
            <summary>{translate("legend.actors-choice")}</summary>
            {choosing && (
              <Suspense>
                <ActorChoice />
              </Suspense>
            )}
          </details>
        </div>
        <ActivityItem />
        <div className="legend-group">
          <h3 className="legend-heading">{translate("legend.ground")}</h3>
          <ul className="legend-items">
            {hasCatchment &&
              (unitOf(rule) === "minutes" ? (
                <Suspense>
                  <ContourItems within={within} />
                </Suspense>
              ) : (
                <li className="legend-item">
                  <span className="legend-swatch legend-reach" aria-hidden="true" />
                  {translate("legend.reach", { reach: within })}
                </li>
              ))}
            <li className="legend-item">
              <span className="legend-swatch legend-at-town" aria-hidden="true" />
              {translate("precision.settlement")}
            </li>
            {supposes && (
              <li className="legend-item">
                <HypotheticalCorners />
                {translate("legend.hypothetical")}
              </li>
            )}
            {hasArea && (
              <li className="legend-item">
                <span className="legend-swatch legend-area" aria-hidden="true" />
                {translate("legend.area")}
              </li>
            )}
            {hatched && (
              <li className="legend-item">
                <span className="legend-swatch legend-hatch" aria-hidden="true" />
                {translate("legend.undeclared")}
              </li>
            )}
          </ul>
        </div>
      </div>
      <HiddenNote />
    </section>
  );
}

/** Whether the map draws the activities of the programme; nothing where none are loaded. */
function ActivityItem() {
  const { stores, translate } = useAtlas();
  const hasActivities = useDerived(({ dataset }) => dataset.phase === "ready" && dataset.dataset.activities.length > 0);
  const isMapped = useDerived(({ view }) => view.activitiesMapped);
  const isFiltered = useDerived(({ view }) => hasProgrammeFilters(view.programme));
  if (!hasActivities) return null;
  return (
    <div className="legend-group">
      <h3 className="legend-heading">{translate("legend.programme")}</h3>
      <label className="legend-check legend-check-sector">
        <input
          type="checkbox"
          checked={isMapped}
          onChange={() => {
            setActivitiesMapped(stores.view, !isMapped);
          }}
        />
        <svg className="legend-flag" width={16} height={18} viewBox="0 0 16 18" aria-hidden="true" focusable="false">
          <path d="M2 17.5V1H15L12.5 5L15 9H3.5V17.5Z" />
        </svg>
        <span>
          {translate("legend.activities")}
          {isFiltered && <span className="legend-class-count"> {translate("legend.activities-filtered")}</span>}
        </span>
      </label>
    </div>
  );
}

/** What the map holds back: sites that the filters leave out, sites without a point, and actors while it is far out. */
function HiddenNote() {
  const { translate } = useAtlas();
  const dataset = useDerived((snapshot) => (snapshot.dataset.phase === "ready" ? snapshot.dataset.dataset : null));
  const selection = useDerived((snapshot, selectors) => selectors.selection(snapshot));
  const isFar = useDerived(({ view }) => view.camera.zoom < ACTORS_FROM_ZOOM);
  const hidden = useDerived(({ view }) => view.hidden);
  if (dataset === null || selection === null) return null;
  const { total, mapped, withoutPoint } = countShown(dataset.sites, selection.indices);
  const others = total - selection.indices.length;
  const hasOthers = others > 0 && others <= MOST_FAINT_SITES;
  return (
    <p className="legend-note">
      {translate("legend.shown", { mapped, total })}
      {hasOthers && ` ${translate("legend.others")}`}
      {withoutPoint > 0 && ` ${translate("legend.without-point", { n: withoutPoint })}`}
      {isFar && dataset.actors.count <= MOST_ACTORS_DRAWN && ` ${translate("legend.actors-closer")}`}
      {hidden.length > 0 && ` ${translate("legend.actors-held-back")}`}
    </p>
  );
}
