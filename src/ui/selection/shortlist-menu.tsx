import { useState } from "react";
import { NO_FILTERS } from "#domain/selection/filters.ts";
import type { SiteId } from "#domain/site/site.ts";
import { setOnlyShortlist, setShortlist, setShortlisted } from "#state/view-store.ts";
import { MenuFoot } from "../filters/menu-foot.tsx";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { clearPart } from "./clear.ts";
import { ListedSite, useSiteNames } from "./listed-site.tsx";
import "./area-menu.css";

/** What a link to the shortlist alone differs in from the present view. */
const ONLY_SHORTLIST = {
  filters: NO_FILTERS,
  drawn: null,
  within: null,
  added: [],
  removed: [],
  selected: null,
  onlyShortlist: true,
};

/** The shortlist in the user's order, and what can be done with it. */
export function ShortlistMenu({ menuId }: { readonly menuId: string }) {
  const { stores, actions, translate } = useAtlas();
  const { view } = stores;
  const shortlist = useDerived((snapshot) => snapshot.view.shortlist);
  const only = useDerived((snapshot) => snapshot.view.onlyShortlist);
  const nameOf = useSiteNames();
  const [said, setSaid] = useState("");
  const [refused, setRefused] = useState<string | null>(null);

  const move = (id: SiteId, from: number, to: number) => {
    const moved = shortlist.toSpliced(from, 1).toSpliced(to, 0, id);
    setShortlist(view, moved);
    setSaid(translate("picks.moved", { name: nameOf(id).name, place: to + 1, count: moved.length }));
  };
  const copy = async () => {
    setRefused(null);
    if (await actions.copyLink(ONLY_SHORTLIST)) setSaid(translate("picks.copied"));
    else setRefused(actions.currentLink(ONLY_SHORTLIST));
  };

  return (
    <>
      <div className="filter-values area-menu">
        {shortlist.length === 0 ? (
          <p className="area-note">{translate("picks.shortlist-empty")}</p>
        ) : (
          <>
            <label className="picks-only">
              <input
                type="checkbox"
                checked={only}
                onChange={() => {
                  setOnlyShortlist(view, !only);
                }}
              />
              {translate("picks.only")}
            </label>
            <ol className="picks-list" aria-label={translate("picks.shortlist-list")}>
              {shortlist.map((id, at) => {
                const { name, site } = nameOf(id);
                return (
                  <ListedSite key={id} id={id} name={name} site={site} menuId={menuId}>
                    <IconButton
                      icon="chevron-up"
                      label={translate("picks.up", { name })}
                      disabled={at === 0}
                      onClick={() => {
                        move(id, at, at - 1);
                      }}
                    />
                    <IconButton
                      icon="chevron-down"
                      label={translate("picks.down", { name })}
                      disabled={at === shortlist.length - 1}
                      onClick={() => {
                        move(id, at, at + 1);
                      }}
                    />
                    <IconButton
                      icon="close"
                      label={translate("picks.take-off", { name })}
                      onClick={({ currentTarget }) => {
                        const menu = currentTarget.closest<HTMLElement>(".filter-menu");
                        menu?.querySelector<HTMLElement>(".filter-menu-foot .button-plain")?.focus();
                        setShortlisted(view, id, false);
                      }}
                    />
                  </ListedSite>
                );
              })}
            </ol>
            <Button
              icon="share"
              onClick={() => {
                void copy();
              }}
            >
              {translate("picks.copy")}
            </Button>
          </>
        )}
        <p className="area-note" role="status">
          {said}
        </p>
        {refused !== null && (
          <label className="picks-link">
            {translate("picks.refused")}
            <input
              readOnly
              value={refused}
              onFocus={(event) => {
                event.target.select();
              }}
            />
          </label>
        )}
      </div>
      <MenuFoot menuId={menuId}>
        <Button
          variant="link"
          disabled={shortlist.length === 0}
          onClick={() => {
            clearPart(stores, "shortlist", { shortlist: [], onlyShortlist: false });
          }}
        >
          {translate("picks.clear")}
        </Button>
      </MenuFoot>
    </>
  );
}
