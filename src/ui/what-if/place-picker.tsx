import { useId, useState } from "react";
import type { Point } from "#domain/geo/points.ts";
import { shownPlaceName } from "#domain/place/shown-name.ts";
import { shownName } from "#domain/site/shown-name.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { usePlaceSearch } from "../shared/use-place-search.ts";

export interface PlacePickerProps {
  /** @param country `null` where it is not known */
  readonly onChoose: (point: Point, country: string | null) => void;
  readonly onPick: () => void;
}

/** Ways to say where: the record of the sheet, the map, a town by its name. Coordinates are fields of their own. */
export function PlacePicker({ onChoose, onPick }: PlacePickerProps) {
  const { language, translate, format } = useAtlas();
  const [text, setText] = useState("");
  const places = usePlaceSearch(text);
  const dataset = useDerived(({ dataset: state }) => (state.phase === "ready" ? state.dataset : null));
  const site = useDerived((snapshot, selectors) => selectors.selectedSite(snapshot));
  const place = useDerived(({ view, result }) => (view.selected?.kind === "place" ? result.catchment?.place : null));
  const id = useId();
  const here =
    place != null
      ? { name: shownPlaceName(place, language), point: { lon: place.lon, lat: place.lat }, country: place.country }
      : dataset !== null && site !== null
        ? {
            name: shownName(dataset.sites, site, language),
            point: { lon: dataset.sites.lon[site] ?? NaN, lat: dataset.sites.lat[site] ?? NaN },
            country: dataset.sites.country[site] ?? null,
          }
        : null;
  return (
    <div className="what-if-where">
      <p className="what-if-ways-of-place">
        {here !== null && !Number.isNaN(here.point.lon) && (
          <Button
            onClick={() => {
              onChoose(here.point, here.country);
            }}
          >
            {translate("what-if.at-name", { name: here.name })}
          </Button>
        )}
        <Button icon="pin" className="what-if-pick" onClick={onPick}>
          {translate("edit.pick")}
        </Button>
      </p>
      <div className="edit-field">
        <label htmlFor={id}>{translate("what-if.town")}</label>
        <input
          id={id}
          className="edit-control"
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
          }}
          onKeyDown={(event) => {
            // Enter chooses the first town; it does not send the form.
            if (event.key !== "Enter") return;
            event.preventDefault();
            const [first] = places;
            if (first !== undefined) choose(first);
          }}
        />
        <p className="visually-hidden" role="status">
          {text === "" ? "" : translate("list.towns.found", { count: places.length })}
        </p>
        {places.length > 0 && (
          <ul className="what-if-towns">
            {places.map((town) => (
              <li key={town.id}>
                <Button
                  variant="quiet"
                  onClick={() => {
                    choose(town);
                  }}
                >
                  {shownPlaceName(town, language)} <span className="what-if-muted">{format.country(town.country)}</span>
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );

  function choose(town: (typeof places)[number]): void {
    onChoose({ lon: town.lon, lat: town.lat }, town.country);
    setText("");
  }
}
