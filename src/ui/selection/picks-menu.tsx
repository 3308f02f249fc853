import type { SiteId } from "#domain/site/site.ts";
import { restoreView } from "#state/view-store.ts";
import { MenuFoot } from "../filters/menu-foot.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { ListedSite, useSiteNames } from "./listed-site.tsx";
import "./area-menu.css";

/** The sites that were added and taken out by hand, each with the way back. */
export function PicksMenu({ menuId }: { readonly menuId: string }) {
  const { translate } = useAtlas();
  const added = useDerived(({ view }) => view.added);
  const removed = useDerived(({ view }) => view.removed);
  return (
    <>
      <div className="filter-values area-menu">
        <p className="area-note">{translate("picks.hand-note")}</p>
        <Part part="added" ids={added} otherIds={removed.length} menuId={menuId} />
        <Part part="removed" ids={removed} otherIds={added.length} menuId={menuId} />
      </div>
      <MenuFoot menuId={menuId} />
    </>
  );
}

interface PartProps {
  readonly part: "added" | "removed";
  readonly ids: readonly SiteId[];
  /** How many sites the other part lists. */
  readonly otherIds: number;
  readonly menuId: string;
}

function Part({ part, ids, otherIds, menuId }: PartProps) {
  const { stores, translate } = useAtlas();
  const nameOf = useSiteNames();
  if (ids.length === 0) return null;
  const title = translate(`picks.${part}`);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="picks-list">
        {ids.map((id) => {
          const { name, site } = nameOf(id);
          return (
            <ListedSite key={id} id={id} name={name} site={site} menuId={menuId}>
              <IconButton
                icon={part === "added" ? "close" : "undo"}
                label={translate(part === "added" ? "picks.undo-add" : "picks.undo-remove", { name })}
                onClick={({ currentTarget }) => {
                  // What had the focus goes; without it Esc would mean more than closing the menu.
                  const done = currentTarget
                    .closest(".filter-menu")
                    ?.querySelector<HTMLElement>(".filter-menu-foot .button-plain");
                  if (ids.length > 1 || otherIds > 0) done?.focus();
                  else document.querySelector<HTMLElement>("#area-filter .filter-chip-open")?.focus();
                  restoreView(stores.view, { [part]: ids.filter((other) => other !== id) });
                }}
              />
            </ListedSite>
          );
        })}
      </ul>
    </section>
  );
}
