import type { SiteId } from "#domain/site/site.ts";
import { takeSnapshot } from "#state/selectors.ts";
import { pickSite, setShortlisted } from "#state/view-store.ts";
import { useAtlas, useDerived, type Atlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";

/** Selects a site by hand, or takes it out, whatever the filters say of it now. */
export function pick(
  { stores, selectors }: Pick<Atlas, "stores" | "selectors">,
  id: SiteId,
  site: number,
  wanted: boolean,
): void {
  const passes = selectors.selection(takeSnapshot(stores))?.passes[site] === 1;
  pickSite(stores.view, id, wanted, passes);
}

export interface StarButtonProps {
  readonly id: SiteId;
  readonly name: string;
  readonly tabIndex?: number;
}

/** Puts a site on the shortlist, or takes it off. */
export function StarButton({ id, name, tabIndex }: StarButtonProps) {
  const { stores, translate } = useAtlas();
  const listed = useDerived(({ view }) => view.shortlist.includes(id));
  return (
    <button
      type="button"
      className="pick-star"
      aria-pressed={listed}
      aria-label={translate("pick.star", { name })}
      title={translate(listed ? "pick.star.take" : "pick.star.put")}
      tabIndex={tabIndex}
      onClick={() => {
        setShortlisted(stores.view, id, !listed);
      }}
    >
      <Icon name="star" />
    </button>
  );
}

export interface SitePicksProps {
  readonly id: SiteId;
  readonly name: string;
  /** Index in the site table. */
  readonly site: number;
}

/** In the sheet: shortlist, and taking the site out of the selection or adding it. */
export function SitePicks({ id, name, site }: SitePicksProps) {
  const atlas = useAtlas();
  const { stores, translate } = atlas;
  const selected = useDerived((snapshot, selectors) => selectors.selection(snapshot)?.holds[site] === 1);
  const listed = useDerived(({ view }) => view.shortlist.includes(id));
  return (
    <div className="pick-bar">
      <button
        type="button"
        className="button button-plain pick-toggle"
        aria-pressed={listed}
        aria-label={translate("pick.star", { name })}
        onClick={() => {
          setShortlisted(stores.view, id, !listed);
        }}
      >
        <Icon name="star" />
        {translate("pick.shortlist")}
      </button>
      <Button
        icon={selected ? "minus" : "plus"}
        onClick={() => {
          pick(atlas, id, site, !selected);
        }}
      >
        {translate(selected ? "pick.remove" : "pick.add")}
      </Button>
      {!selected && <p className="pick-note">{translate("pick.not-selected")}</p>}
    </div>
  );
}
