import { useId, useRef, useState, type KeyboardEvent } from "react";
import { flushSync } from "react-dom";
import type { Place } from "#domain/place/place.ts";
import { openRoom, selectRecord, setText } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { usePlaceSearch } from "./use-place-search.ts";
import "./search-box.css";

/** Filters the sites by what is typed, and offers the towns of that name: to look around one is another question. */
export function SearchBox() {
  const { stores, actions, translate, format } = useAtlas();
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
    const count = places.length;
    switch (event.key) {
      case "ArrowDown":
      case "ArrowUp": {
        if (!shown) {
          setTyped(text);
          setOpen(text.trim() !== "");
        } else {
          const step = event.key === "ArrowDown" ? 1 : -1;
          setActive(((active + 1 + step + count + 1) % (count + 1)) - 1);
        }
        break;
      }
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
        id={id}
        className="list-search-input"
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown}
        aria-controls={`${id}-towns`}
        aria-activedescendant={current === undefined ? undefined : `${id}-${String(current.id)}`}
        autoComplete="off"
        spellCheck={false}
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
      <div className="list-towns" hidden={!shown}>
        <p id={`${id}-title`} className="list-towns-title">
          {translate("list.towns")}
        </p>
        <ul id={`${id}-towns`} className="list-towns-options" role="listbox" aria-labelledby={`${id}-title`}>
          {shown &&
            places.map((place, position) => (
              <li
                key={place.id}
                id={`${id}-${String(place.id)}`}
                role="option"
                ref={position === active ? scrollIntoSight : undefined}
                aria-selected={position === active}
                className="list-town"
                onPointerDown={(event) => {
                  event.preventDefault();
                }}
                onClick={() => {
                  choose(place);
                }}
              >
                <Icon name="town" size={14} />
                <span className="list-town-name">{place.name}</span>
                <span className="list-town-facts">
                  {translate("list.town.facts", {
                    country: format.country(place.country),
                    population: format.number(place.population),
                  })}
                </span>
              </li>
            ))}
        </ul>
      </div>
      <p className="visually-hidden" role="status">
        {shown ? translate("list.towns.found", { count: places.length }) : ""}
      </p>
    </search>
  );
}

function scrollIntoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
