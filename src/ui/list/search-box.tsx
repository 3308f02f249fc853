import { useId, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import type { Place } from "#domain/place/place.ts";
import { openRoom, selectRecord, setText } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { nextActive, townField } from "../shared/town-field.ts";
import { TownOptions } from "../shared/town-options.tsx";
import { usePlaceSearch } from "../shared/use-place-search.ts";
import "./search-box.css";

/** Filters the sites by what is typed, and offers the towns of that name: to look around one is another question. */
export function SearchBox() {
  const { stores, actions, translate } = useAtlas();
  const text = useDerived(({ view }) => view.filters.text);
  const [typed, setTyped] = useState("");
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  const places = usePlaceSearch(open ? typed : "");
  const shown = open && places.length > 0;
  const current = shown ? places[active] : undefined;

  const type = (value: string) => {
    setText(stores.view, value);
    setTyped(value);
    setActive(-1);
    setOpen(value.trim() !== "");
  };
  const choose = (place: Place) => {
    flushSync(() => {
      type("");
      openRoom(stores.view, "sites");
      selectRecord(stores.view, { kind: "place", id: place.id });
    });
    actions.showOnMap(place.lon, place.lat);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp":
        if (!shown) {
          setTyped(text);
          setOpen(text.trim() !== "");
        } else setActive(nextActive(active, event.key, places.length));
        break;
      case "Enter":
        if (current !== undefined) choose(current);
        else setOpen(false);
        break;
      case "Escape":
        if (shown) setOpen(false);
        else if (text !== "") type("");
        else return;
        break;
      default:
        return;
    }
    event.preventDefault();
  };

  return (
    <search className="list-search">
      <label className="visually-hidden" htmlFor={id}>
        {translate("list.search")}
      </label>
      <Icon name="search" />
      <input
        ref={input}
        {...townField(id, shown, current)}
        className="list-search-input"
        enterKeyHint="search"
        placeholder={translate("list.search.placeholder")}
        value={text}
        onChange={(event) => {
          type(event.target.value);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => {
          setOpen(false);
          setActive(-1);
        }}
      />
      {text !== "" && (
        <IconButton
          icon="close"
          label={translate("list.search.clear")}
          className="list-search-clear"
          onClick={() => {
            type("");
            input.current?.focus();
          }}
        />
      )}
      <TownOptions
        fieldId={id}
        towns={places}
        shown={shown}
        active={active}
        title={translate("list.towns")}
        hasHeading
        onChoose={choose}
      />
    </search>
  );
}
