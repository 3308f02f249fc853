import { Suspense } from "react";
import { choiceInWords } from "#i18n/choice-in-words.ts";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import { setOnlyShortlist } from "#state/view-store.ts";
import { MenuChip } from "../filters/menu-chip.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { clearPart } from "./clear.ts";

/** Both menus come when the first of them is opened. */
const ShortlistMenu = lazyPart(async () => (await import("./shortlist-menu.tsx")).ShortlistMenu);
const PicksMenu = lazyPart(async () => (await import("./picks-menu.tsx")).PicksMenu);

/** The shortlist, and what was picked by hand while anything is. */
export function PickFilters() {
  const { stores, translate, format } = useAtlas();
  const count = useDerived(({ view }) => view.shortlist.length);
  const only = useDerived(({ view }) => view.onlyShortlist);
  const picks = useDerived(({ view }) => view.added.length + view.removed.length);
  const choice = useDerived((snapshot, selectors) => selectors.choice(snapshot));
  const loading = <p className="area-loading">{translate("area.loading")}</p>;
  const words = choiceInWords(
    { ...choice, filters: NO_FILTERS, drawn: null, within: null, onlyShortlist: false },
    translate,
    format,
  );
  return (
    <>
      <MenuChip
        label={
          count === 0 ? translate("pick.shortlist") : translate("pick.shortlist-count", { count: format.number(count) })
        }
        menuLabel={translate("pick.shortlist")}
        active={only}
        clear={{
          label: translate("filter.clear-facet", { facet: translate("pick.shortlist") }),
          onClear: () => {
            setOnlyShortlist(stores.view, false);
          },
        }}
      >
        {(menuId) => (
          <Suspense fallback={loading}>
            <ShortlistMenu menuId={menuId} />
          </Suspense>
        )}
      </MenuChip>
      {picks > 0 && (
        <MenuChip
          label={words === "" ? translate("pick.hand") : translate("pick.hand-words", { words })}
          menuLabel={translate("pick.hand")}
          active
          clear={{
            label: translate("filter.clear-facet", { facet: translate("pick.hand") }),
            onClear: () => {
              clearPart(stores, "picks", { added: [], removed: [] });
            },
          }}
        >
          {(menuId) => (
            <Suspense fallback={loading}>
              <PicksMenu menuId={menuId} />
            </Suspense>
          )}
        </MenuChip>
      )}
    </>
  );
}
