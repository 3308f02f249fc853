import { shownName } from "#domain/site/shown-name.ts";
import type { ReactNode } from "react";
import { flushSync } from "react-dom";
import type { SiteId, SiteTable } from "#domain/site/site.ts";
import { openRoom, selectRecord } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";

/** The loaded sites with their places in the table, and what a site is called: its name, or that it is not loaded. */
export function useSiteNames(): (id: SiteId) => { readonly site: number | null; readonly name: string } {
  const { language, translate } = useAtlas();
  const sites = useDerived(({ dataset }) => (dataset.phase === "ready" ? dataset.dataset.sites : null));
  return (id) => {
    const site = sites?.id.indexOf(id) ?? -1;
    const name = sites === null || site < 0 ? undefined : shownName(sites, site, language);
    return name === undefined ? { site: null, name: translate("picks.not-loaded", { id }) } : { site, name };
  };
}

export interface ListedSiteProps {
  readonly id: SiteId;
  readonly name: string;
  /** Index in the site table; `null` where it is not loaded. */
  readonly site: number | null;
  /** The menu that a press closes. */
  readonly menuId: string;
  /** Buttons beside the name. */
  readonly children: ReactNode;
}

/** One site of a list in a menu: a press on its name opens its sheet. */
export function ListedSite({ id, name, site, menuId, children }: ListedSiteProps) {
  const { stores, actions, translate, format } = useAtlas();
  const sites = useDerived(({ dataset }): SiteTable | null =>
    dataset.phase === "ready" ? dataset.dataset.sites : null,
  );
  const open = () => {
    document.getElementById(menuId)?.hidePopover();
    // The sheet takes its room first, so that the map fits the site into what is left.
    flushSync(() => {
      openRoom(stores.view, "sites");
      selectRecord(stores.view, { kind: "site", id });
    });
    const [lon = NaN, lat = NaN] = [sites?.lon[site ?? -1], sites?.lat[site ?? -1]];
    if (!Number.isNaN(lon)) actions.showOnMap(lon, lat);
  };
  const country = sites?.country[site ?? -1] ?? null;
  return (
    <li className="picks-item">
      {site === null ? (
        <span className="picks-name picks-missing">{name}</span>
      ) : (
        <button type="button" className="picks-name" title={translate("picks.open", { name })} onClick={open}>
          {name} {country !== null && <span className="picks-country">{format.country(country)}</span>}
        </button>
      )}
      <span className="picks-buttons">{children}</span>
    </li>
  );
}
