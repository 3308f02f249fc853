import { useId, useMemo } from "react";
import { SECTOR_COUNT } from "#domain/actor/actor.ts";
import type { Travel } from "#domain/rule/rule.ts";
import { isochroneTable } from "#domain/travel/isochrone-table.ts";
import { loadedIsochrones, type LoadedIsochrones } from "#domain/travel/isochrones-of-point.ts";
import { originsText } from "#i18n/isochrone-words.ts";
import { OpenFileButton } from "../open/open-file-button.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { nearestMinutes } from "./choose-travel.ts";

const NO_ISOCHRONES = isochroneTable([]);

/** The isochrones that are loaded, by profile. */
export function useLoadedIsochrones(): readonly LoadedIsochrones[] {
  const table = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.isochrones : NO_ISOCHRONES));
  return useMemo(() => loadedIsochrones(table), [table]);
}

interface BasisProps {
  readonly travel: Travel;
  /** Of the profile; `undefined` where none are loaded. */
  readonly own: LoadedIsochrones | undefined;
}

/** Whether minutes are those of loaded isochrones or estimated, where there is a choice; else that none are loaded. */
export function MinutesBasis({
  travel,
  own,
  onChoose,
}: BasisProps & { readonly onChoose: (basis: Travel["basis"]) => void }) {
  const { translate, format } = useAtlas();
  const name = useId();
  if (own === undefined) {
    if (travel.basis === "estimate") return null;
    return (
      <div className="rule-no-isochrones">
        <p>{translate("rule.no-isochrones", { profile: travel.profile })}</p>
        <p className="rule-ways">
          <OpenFileButton />
          <Button
            onClick={() => {
              onChoose("estimate");
            }}
          >
            {translate("isochrones.use-estimate")}
          </Button>
        </p>
      </div>
    );
  }
  const origins = originsText(own.origins, translate, format);
  return (
    <div className="rule-bases" role="radiogroup" aria-label={translate("rule.basis")}>
      {(["isochrones", "estimate"] as const).map((basis) => (
        <label key={basis} className="rule-decay">
          <input
            type="radio"
            name={name}
            checked={travel.basis === basis}
            onChange={() => {
              onChoose(basis);
            }}
          />
          <span>
            <span className="rule-decay-name">{translate(`rule.basis.${basis}`)}</span>
            <span className="rule-decay-words">{translate(`rule.basis.${basis}-words`, { origins })}</span>
          </span>
        </label>
      ))}
    </div>
  );
}

/** The chosen minutes among those of loaded contours, and how many sites have none. */
export function ContourMinutes({
  travel,
  own,
  onChange,
}: BasisProps & { readonly onChange: (minutes: number) => void }) {
  const { translate, format } = useAtlas();
  const without = useWithoutIsochrones();
  if (own === undefined) return null;
  const number = (minutes: number) => format.number(minutes, 3);
  const nearest = nearestMinutes(own, travel.minutes);
  const least = own.minutes.findLast((minutes) => minutes <= travel.minutes);
  return (
    <>
      <output className="rule-minutes">{translate("reach.minutes", { minutes: number(travel.minutes) })}</output>
      <div className="rule-estimate">
        <p>{translate("rule.contours", { count: own.minutes.length, minutes: own.minutes.map(number).join(", ") })}</p>
        {nearest !== travel.minutes && (
          <p>
            {translate("sentence.between-contours", {
              minutes: number(travel.minutes),
              least: least === undefined ? "none" : number(least),
            })}{" "}
            <Button
              variant="link"
              onClick={() => {
                onChange(nearest);
              }}
            >
              {translate("rule.contours.use", { minutes: number(nearest) })}
            </Button>
          </p>
        )}
        {without !== null && without.count > 0 && <p>{translate("rule.contours.without", { ...without })}</p>}
      </div>
    </>
  );
}

/** How many of the sites with a point have no isochrones for the rule; `null` until that is known. */
function useWithoutIsochrones(): { readonly count: number; readonly all: number } | null {
  const lon = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.sites.lon : null));
  const counts = useDerived((snapshot, selectors) => {
    const results = selectors.siteResults(snapshot);
    return results?.rule === snapshot.view.rule ? results.verdicts.count : null;
  });
  return useMemo(() => {
    if (lon === null || counts === null) return null;
    const withPoint = Array.from(lon.keys()).filter((site) => !Number.isNaN(lon[site]!));
    const without = withPoint.filter((site) => Number.isNaN(counts[site * SECTOR_COUNT]!));
    return { count: without.length, all: withPoint.length };
  }, [lon, counts]);
}
