import { useId, useRef } from "react";
import type { Facet } from "#domain/selection/filters.ts";
import { facetValuesInWords } from "#i18n/filters-in-words.ts";
import { setFacet, toggleFacetValue } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { facetOptions } from "./facet-options.ts";
import { placeBelow } from "./place-below.ts";

/** More values than this are counted on the chip instead of named. */
const NAMED_VALUES = 2;
const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/** One filter: a chip that says what is chosen, and the menu of values that it opens. */
export function FacetFilter({ facet }: { readonly facet: Facet }) {
  const { stores, translate, format } = useAtlas();
  const chosen = useDerived(({ view }) => view.filters.values[facet]);
  const language = useDerived(({ view }) => view.language);
  const counts = useDerived((snapshot, selectors) => selectors.facetCounts(snapshot)?.[facet] ?? NO_COUNTS);
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const titleId = useId();

  const name = translate(`facet.${facet}`);
  const active = chosen.length > 0;
  const words = !active
    ? name
    : chosen.length <= NAMED_VALUES
      ? translate("filter.chip", { facet: name, values: facetValuesInWords(facet, chosen, translate, format) })
      : translate("filter.chip-many", { facet: name, count: chosen.length });
  const clear = () => {
    setFacet(stores.view, facet, []);
  };

  return (
    <div className="filter-chip" data-active={active}>
      <button ref={opener} type="button" className="filter-chip-open" popoverTarget={menuId} aria-haspopup="dialog">
        {words}
        {!active && <Icon name="chevron-down" size={10} />}
      </button>
      {active && (
        <button
          type="button"
          className="filter-chip-clear"
          aria-label={translate("filter.clear-facet", { facet: name })}
          title={translate("filter.clear-facet", { facet: name })}
          onClick={() => {
            clear();
            opener.current?.focus();
          }}
        >
          <Icon name="close" size={12} />
        </button>
      )}
      <div
        ref={menu}
        id={menuId}
        popover="auto"
        role="dialog"
        aria-label={translate("filter.menu", { facet: name })}
        className="filter-menu"
        onBeforeToggle={(event) => {
          if (event.newState === "open" && opener.current !== null) placeBelow(event.currentTarget, opener.current);
        }}
        onToggle={(event) => {
          if (event.newState !== "open") return;
          const boxes = event.currentTarget.querySelectorAll<HTMLInputElement>("input");
          ([...boxes].find((box) => box.checked) ?? boxes[0])?.focus();
        }}
      >
        <div className="filter-values" role="group" aria-labelledby={titleId}>
          <div id={titleId} className="filter-menu-title">
            {name}
          </div>
          {facetOptions(facet, counts, chosen, translate, format, language).map(({ value, label, count }) => (
            <label key={value} className="filter-value" data-empty={count === 0}>
              <input
                type="checkbox"
                checked={chosen.includes(value)}
                onChange={() => {
                  toggleFacetValue(stores.view, facet, value);
                }}
              />
              <span className="filter-value-label">{label}</span>
              <span className="filter-value-count">
                {format.number(count)}
                <span className="visually-hidden"> {translate("filter.sites", { count })}</span>
              </span>
            </label>
          ))}
        </div>
        <div className="filter-menu-foot">
          <Button
            variant="link"
            disabled={!active}
            onClick={() => {
              clear();
              menu.current?.querySelector("input")?.focus();
            }}
          >
            {translate("filter.clear")}
          </Button>
          <Button popoverTarget={menuId} popoverTargetAction="hide">
            {translate("filter.done")}
          </Button>
        </div>
      </div>
    </div>
  );
}
