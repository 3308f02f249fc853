import { useEffect, useId, useRef, useState, type KeyboardEvent } from "react";
import type { Meters } from "#domain/units.ts";
import { meters } from "#domain/units.ts";
import { NEAR_RANGE, type NearTo } from "#domain/space/space-filters.ts";
import { nearPoint } from "#state/link-spaces.ts";
import type { Place } from "#domain/place/place.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { nextActive, townField } from "../shared/town-field.ts";
import { TownOptions } from "../shared/town-options.tsx";
import { usePlaceSearch } from "../shared/use-place-search.ts";
import { OptionalNumber } from "./optional-number.tsx";
import type { Located, SpaceActions, SpaceAnswer } from "./space-actions.ts";
import { nearWords } from "./wish-words.ts";

export interface NearFieldProps {
  readonly actions: SpaceActions;
  readonly near: NearTo | null;
  readonly within: Meters | null;
  /** What is known of `near`; `null` until it is, or where it is not. */
  readonly found: SpaceAnswer["near"];
  readonly onNear: (near: NearTo | null) => void;
  readonly onWithin: (within: Meters | null) => void;
}

type Asked = "asking" | Exclude<Located, object> | null;

/** A town, or where the browser is, and how far from there. */
export function NearField({ actions, near, within, found, onNear, onWithin }: NearFieldProps) {
  const { translate, format } = useAtlas();
  const atlas = useAtlas();
  const [text, setText] = useState("");
  const [active, setActive] = useState(-1);
  const [asked, setAsked] = useState<Asked>(null);
  const field = useRef<HTMLInputElement>(null);
  const mounted = useRef(true);
  const id = useId();
  const places = usePlaceSearch(text);
  const shown = text.trim() !== "" && places.length > 0;
  const current = shown ? places[active] : undefined;
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
    };
  }, []);

  const choose = (place: Place) => {
    setText("");
    setActive(-1);
    setAsked(null);
    onNear({ kind: "place", id: place.id });
    field.current?.focus();
  };
  const askBrowser = async () => {
    setAsked("asking");
    const located = await actions.locate();
    if (!mounted.current) return;
    if (typeof located === "string") setAsked(located);
    else {
      setAsked(null);
      onNear(nearPoint(located.lon, located.lat));
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (shown) setActive(nextActive(active, event.key, places.length));
        break;
      case "Enter": {
        const place = current ?? (shown ? places[0] : undefined);
        if (place !== undefined) choose(place);
        break;
      }
      case "Escape":
        if (text === "") return;
        setText("");
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <fieldset className="spaces-part">
      <legend>{translate("spaces.near")}</legend>
      {near !== null && (
        <p className="spaces-near">
          <Icon name={near.kind === "place" ? "town" : "pin"} size={14} />
          <b>{nearWords(found, atlas)}</b>
          {found?.place != null && <span className="room-muted">{format.country(found.place.country)}</span>}
          <IconButton
            icon="close"
            label={translate("spaces.near-clear")}
            onClick={() => {
              onNear(null);
              field.current?.focus();
            }}
          />
        </p>
      )}
      {near?.kind === "point" && <p className="room-muted">{translate("spaces.near-rounded")}</p>}
      <div className="edit-field spaces-town">
        <label htmlFor={id}>{translate(near === null ? "spaces.near-town" : "spaces.near-other")}</label>
        <input
          {...townField(id, shown, current)}
          ref={field}
          className="edit-control"
          value={text}
          onChange={({ target }) => {
            setText(target.value);
            setActive(-1);
          }}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setActive(-1);
          }}
        />
        <TownOptions
          fieldId={id}
          towns={places}
          shown={shown}
          active={active}
          title={translate("spaces.near")}
          onChoose={choose}
        />
      </div>
      <p>
        <Button
          icon="pin"
          disabled={asked === "asking"}
          onClick={() => {
            void askBrowser();
          }}
        >
          {translate("spaces.near-me")}
        </Button>
      </p>
      <p className="room-muted" role="status">
        {translate(asked === null ? "spaces.near-me-note" : `spaces.locate-${asked}`)}
      </p>
      {near !== null && (
        <OptionalNumber
          label={translate("spaces.within")}
          value={within === null ? null : within / 1000}
          least={NEAR_RANGE.least / 1000}
          most={NEAR_RANGE.most / 1000}
          digits={1}
          onChange={(value) => {
            onWithin(value === null ? null : meters(Math.round(value * 1000)));
          }}
        />
      )}
    </fieldset>
  );
}
