import { useId } from "react";
import type { Facet } from "#domain/selection/filters.ts";
import { facetValuesInWords } from "#i18n/filters-in-words.ts";
import { setFacet, toggleFacetValue } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { facetOptions } from "./facet-options.ts";
import { MenuChip } from "./menu-chip.tsx";
import { MenuFoot } from "./menu-foot.tsx";

/** More values than this are counted on the chip instead of named. */
const NAMED_VALUES = 2;
const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/** One filter: a chip that says what is chosen, and the menu of values that it opens. */
export function FacetFilter({ facet }: { readonly facet: Facet }) {
  const { stores, translate, format } = useAtlas();
  const chosen = useDerived(({ view }) => view.filters.values[facet]);
  const titleId = useId();

  const name = translate(`facet.${facet}`);
  const active = chosen.length > 0;
  const words = !active
    ? name
    : chosen.length <= NAMED_VALUES
      ? translate("filter.chip", { facet: name, values: facetValuesInWords(facet, chosen, translate, format) })
      : translate("filter.chip-many", { facet: name, count: chosen.length });
  const onClear = () => {
    setFacet(stores.view, facet, []);
  };

  return (
    <MenuChip
      label={words}
      menuLabel={translate("filter.menu", { facet: name })}
      active={active}
      clear={{ label: translate("filter.clear-facet", { facet: name }), onClear }}
      onOpen={focusChosen}
    >
      {(menuId, isOpen) => (
        <>
          <div className="filter-values" role="group" aria-labelledby={titleId}>
            <div id={titleId} className="filter-menu-title">
              {name}
            </div>
            {isOpen && <FacetValues facet={facet} chosen={chosen} />}
          </div>
          <MenuFoot menuId={menuId} isActive={active} onClear={onClear} />
        </>
      )}
    </MenuChip>
  );
}

interface FacetValuesProps {
  readonly facet: Facet;
  readonly chosen: readonly string[];
}

/** The values with their counts, which are made for an open menu only. */
function FacetValues({ facet, chosen }: FacetValuesProps) {
  const { stores, translate, format } = useAtlas();
  const language = useDerived(({ view }) => view.language);
  const counts = useDerived((snapshot, selectors) => selectors.facetCounts(snapshot)?.[facet] ?? NO_COUNTS);
  return facetOptions(facet, counts, chosen, translate, format, language).map(({ value, label, count }) => (
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
  ));
}

function focusChosen(menu: HTMLElement): void {
  const boxes = [...menu.querySelectorAll<HTMLInputElement>("input")];
  (boxes.find((box) => box.checked) ?? boxes[0])?.focus();
}
