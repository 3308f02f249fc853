import { CATEGORIES, SECTORS, type Category, type Sector } from "#domain/actor/actor.ts";
import type { ActorKind } from "#domain/actor/actor-filter.ts";
import { setHidden } from "#state/view-store.ts";
import { useAtlas, useDerived } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { SectorMark } from "../shared/sector-mark.tsx";

/** Which sectors and categories of actors the map draws. */
export function ActorChoice() {
  const { stores, translate } = useAtlas();
  const hidden = useDerived(({ view }) => view.hidden);
  const toggle = (kind: ActorKind) => {
    setHidden(stores.view, hidden.includes(kind) ? hidden.filter((other) => other !== kind) : [...hidden, kind]);
  };
  const groups: readonly { readonly sector: Sector | null; readonly categories: readonly Category[] }[] = [
    ...SECTORS.map((sector) => ({ sector, categories: CATEGORIES[sector] })),
    { sector: null, categories: ["unknown"] },
  ];
  return (
    <div className="legend-choice-body">
      {hidden.length > 0 && (
        <Button
          variant="link"
          onClick={() => {
            setHidden(stores.view, []);
          }}
        >
          {translate("legend.actors-all")}
        </Button>
      )}
      {groups.map(({ sector, categories }) => (
        <div
          key={sector ?? "unknown"}
          role="group"
          aria-label={translate(sector === null ? "category.unknown" : `sector.${sector}`)}
        >
          {sector !== null && (
            <label className="legend-check legend-check-sector">
              <input
                type="checkbox"
                checked={!hidden.includes(sector)}
                onChange={() => {
                  toggle(sector);
                }}
              />
              <SectorMark sector={sector} />
              {translate(`sector.${sector}`)}
            </label>
          )}
          {categories.map((category) => (
            <label key={category} className="legend-check">
              <input
                type="checkbox"
                checked={!hidden.includes(category)}
                disabled={sector !== null && hidden.includes(sector)}
                onChange={() => {
                  toggle(category);
                }}
              />
              {translate(`category.${category}`)}
            </label>
          ))}
        </div>
      ))}
    </div>
  );
}
