import type { Facet } from "#domain/selection/filters.ts";
import { facetValuesInWords } from "#i18n/filters-in-words.ts";
import { setFacet, toggleFacetValue } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { facetOptions } from "./facet-options.ts";
import { ValueMenu } from "./value-menu.tsx";
import { ValueRow } from "./value-row.tsx";

const NO_COUNTS: ReadonlyMap<string, number> = new Map();

/** One filter: a chip that says what is chosen, and the menu of values that it opens. */
export function FacetFilter({ facet }: { readonly facet: Facet }) {
  const { stores, translate, format } = useAtlas();
  const chosen = useDerived(({ view }) => view.filters.values[facet]);
  return (
    <ValueMenu
      name={translate(`facet.${facet}`)}
      chosen={chosen.length}
      values={() => facetValuesInWords(facet, chosen, translate, format)}
      onClear={() => {
        setFacet(stores.view, facet, []);
      }}
      onOpen={focusChosen}
    >
      {(isOpen) => isOpen && <FacetValues facet={facet} chosen={chosen} />}
    </ValueMenu>
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
    <ValueRow
      key={value}
      label={label}
      count={count}
      counted={translate("filter.sites", { count })}
      checked={chosen.includes(value)}
      onToggle={() => {
        toggleFacetValue(stores.view, facet, value);
      }}
    />
  ));
}

function focusChosen(menu: HTMLElement): void {
  const boxes = [...menu.querySelectorAll<HTMLInputElement>("input")];
  (boxes.find((box) => box.checked) ?? boxes[0])?.focus();
}
