import type { Place } from "#domain/place/place.ts";
import { shownPlaceName } from "#domain/place/shown-name.ts";
import { useAtlas } from "./atlas-context.ts";
import { Icon } from "./icon.tsx";
import "./town-options.css";

export interface TownOptionsProps {
  /** Of the field that the list is below; see `townField`. */
  readonly fieldId: string;
  readonly towns: readonly Place[];
  readonly shown: boolean;
  /** Position of the town that the keys have reached; -1 for none. */
  readonly active: number;
  /** What the list is called. */
  readonly title: string;
  /** Whether the title stands above the towns, or is only told. */
  readonly hasHeading?: boolean;
  readonly onChoose: (town: Place) => void;
}

/** The towns below a text field, for the pointer and for the keys of the field. */
export function TownOptions({ fieldId, towns, shown, active, title, hasHeading = false, onChoose }: TownOptionsProps) {
  const { language, translate, format } = useAtlas();
  const titleId = `${fieldId}-title`;
  return (
    <>
      <div className="towns" hidden={!shown}>
        {hasHeading && (
          <p id={titleId} className="towns-title">
            {title}
          </p>
        )}
        <ul
          id={`${fieldId}-towns`}
          className="towns-options"
          role="listbox"
          aria-label={hasHeading ? undefined : title}
          aria-labelledby={hasHeading ? titleId : undefined}
        >
          {shown &&
            towns.map((town, position) => (
              <li
                key={town.id}
                id={`${fieldId}-${String(town.id)}`}
                role="option"
                ref={position === active ? scrollIntoSight : undefined}
                aria-selected={position === active}
                className="town"
                onPointerDown={(event) => {
                  event.preventDefault();
                }}
                onClick={() => {
                  onChoose(town);
                }}
              >
                <Icon name="town" size={14} />
                <span className="town-name">{shownPlaceName(town, language)}</span>
                <span className="town-facts">
                  {translate("list.town.facts", {
                    country: format.country(town.country),
                    population: format.number(town.population),
                  })}
                </span>
              </li>
            ))}
        </ul>
      </div>
      <p className="visually-hidden" role="status">
        {shown ? translate("list.towns.found", { count: towns.length }) : ""}
      </p>
    </>
  );
}

function scrollIntoSight(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: "nearest" });
}
