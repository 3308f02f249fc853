import { Suspense } from "react";
import { MenuChip } from "../filters/menu-chip.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { lazyPart } from "../shared/lazy-part.ts";
import { clearPart } from "./clear.ts";
import "./selection.css";

/** Drawing, numbers and layers come when the menu is first opened. */
const AreaMenu = lazyPart(async () => (await import("./area-menu.tsx")).AreaMenu);

/** The filter by ground: drawn by hand, or an area of a loaded layer. */
export function AreaFilter() {
  const { stores, translate } = useAtlas();
  const drawn = useDerived(({ view }) => view.drawn);
  const within = useDerived((snapshot, selectors) => selectors.choice(snapshot).within);
  const name = translate("area.title");
  const chosen = [
    drawn === null ? null : translate(`area.${drawn.kind}.inline`),
    within === null ? null : within === "missing" ? translate("area.missing") : within.name,
  ].filter((part) => part !== null);
  const active = chosen.length > 0;
  return (
    <div id="area-filter" className="area-filter">
      <MenuChip
        label={active ? translate("filter.chip", { facet: name, values: chosen.join(", ") }) : name}
        menuLabel={translate("filter.menu", { facet: name })}
        active={active}
        clear={{
          label: translate("filter.clear-facet", { facet: name }),
          onClear: () => {
            clearPart(stores, "area", { drawn: null, within: null });
          },
        }}
      >
        {(menuId) => (
          <Suspense fallback={<p className="area-loading">{translate("area.loading")}</p>}>
            <AreaMenu menuId={menuId} />
          </Suspense>
        )}
      </MenuChip>
    </div>
  );
}
