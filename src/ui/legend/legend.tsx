import { useId, useState } from "react";
import { ACTORS_FROM_ZOOM, HATCH_FROM_ZOOM, MOST_FAINT_SITES } from "#design/zoom-levels.ts";
import { SECTORS } from "#domain/actor/actor.ts";
import { VERDICTS } from "#domain/rule/verdict-kind.ts";
import { REUSE_STATUSES } from "#domain/site/site.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Icon } from "../shared/icon.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";
import { SiteSymbol } from "../shared/site-symbol.tsx";
import { useMedia } from "../shared/use-media.ts";
import { countShown } from "./count-shown.ts";
import "./legend.css";

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
  const body = useId();
  const reach = useDerived(({ view }) => view.rule.reach);
  const hasCatchment = useDerived(({ view, result }) => view.selected !== null && result.catchment !== null);
  const hatched = useDerived(({ view }) => view.camera.zoom >= HATCH_FROM_ZOOM);
  const hasArea = useDerived(({ view }) => view.drawn !== null || view.within !== null);
  const selected = useDerived(({ view }) => view.selected);
  const [selectedBefore, setSelectedBefore] = useState(selected);
  if (selectedBefore !== selected) {
    setSelectedBefore(selected);
    if (cramped || crampedBesideSheet) setChosen(null);
  }
  const within = format.distance(reach);
  return (
    <section className="legend" aria-label={translate("legend.title")} data-open={open}>
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
      <div id={body} className="legend-body" hidden={!open}>
        <div className="legend-group">
          <h3 className="legend-heading">{translate("legend.verdict", { reach: within })}</h3>
          <ul className="legend-items">
            {VERDICTS.map((verdict) => (
              <li key={verdict} className="legend-item">
                <SiteSymbol verdict={verdict} status={null} size={16} />
                {translate(`verdict.${verdict}`)}
              </li>
            ))}
          </ul>
        </div>
        <div className="legend-group">
          <h3 className="legend-heading">{translate("legend.status")}</h3>
          <ul className="legend-items legend-columns">
            {REUSE_STATUSES.map((status) => (
              <li key={status} className="legend-item">
                <SiteSymbol verdict="together" status={status} size={16} />
                {translate(`status.${status}`)}
              </li>
            ))}
          </ul>
        </div>
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
        </div>
        <div className="legend-group">
          <h3 className="legend-heading">{translate("legend.ground")}</h3>
          <ul className="legend-items">
            {hasCatchment && (
              <li className="legend-item">
                <span className="legend-swatch legend-reach" aria-hidden="true" />
                {translate("legend.reach", { reach: within })}
              </li>
            )}
            <li className="legend-item">
              <span className="legend-swatch legend-at-town" aria-hidden="true" />
              {translate("precision.settlement")}
            </li>
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

/** What the map holds back: sites that the filters leave out, sites without a point, and actors while it is far out. */
function HiddenNote() {
  const { translate } = useAtlas();
  const dataset = useDerived((snapshot) => (snapshot.dataset.phase === "ready" ? snapshot.dataset.dataset : null));
  const selection = useDerived((snapshot, selectors) => selectors.selection(snapshot));
  const hidesActors = useDerived(({ view }) => view.camera.zoom < ACTORS_FROM_ZOOM);
  if (dataset === null || selection === null) return null;
  const { total, mapped, withoutPoint } = countShown(dataset.sites, selection.indices);
  const others = total - selection.indices.length;
  const hasOthers = others > 0 && others <= MOST_FAINT_SITES;
  return (
    <p className="legend-note">
      {translate("legend.shown", { mapped, total })}
      {hasOthers && ` ${translate("legend.others")}`}
      {withoutPoint > 0 && ` ${translate("legend.without-point", { n: withoutPoint })}`}
      {hidesActors && ` ${translate("legend.actors-closer")}`}
    </p>
  );
}
