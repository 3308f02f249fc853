import { useId, useState } from "react";
import {
  NO_SPACE_FILTERS,
  SPACE_AREA_RANGE,
  SPACE_PRICE_RANGE,
  type SpaceFilters,
} from "#domain/space/space-filters.ts";
import { isDay } from "#domain/space/days.ts";
import { wishesOf } from "#domain/space/assess-space.ts";
import { AMOUNT_DIGITS } from "#state/link-spaces.ts";
import { setSpaceFilters, setSpaces } from "#state/view-store.ts";
import { meters } from "#domain/units.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { AroundPart } from "./around-part.tsx";
import { NearField } from "./near-field.tsx";
import { OptionalNumber } from "./optional-number.tsx";
import type { SpaceActions, SpaceAnswer } from "./space-actions.ts";
import { kindWords } from "./wish-words.ts";

/** How far from a town that was just chosen. */
const USUAL_WITHIN = meters(30_000);

export interface FilterFormProps {
  readonly actions: SpaceActions;
  readonly filters: SpaceFilters;
  /** `null` until there is one. */
  readonly answer: SpaceAnswer | null;
}

/** All that can be asked of a room; every change shows at once. */
export function FilterForm({ actions, filters, answer }: FilterFormProps) {
  const { stores, translate, format } = useAtlas();
  const dateId = useId();
  const [typedDay, setTypedDay] = useState<string | null>(null);
  const change = (part: Partial<SpaceFilters>) => {
    setSpaceFilters(stores.view, part);
  };
  const kinds = [...new Set([...(answer?.kinds ?? []), ...filters.kinds])].sort();
  const countries = [...new Set([...(answer?.countries ?? []), ...filters.countries])];
  return (
    <form
      className="spaces-form"
      aria-label={translate("spaces.filters")}
      onSubmit={(event) => {
        event.preventDefault();
      }}
    >
      <Checks
        legend={translate("spaces.kind")}
        values={kinds}
        chosen={filters.kinds}
        words={(kind) => kindWords(kind, translate)}
        onChange={(chosen) => {
          change({ kinds: chosen });
        }}
      />
      <fieldset className="spaces-part">
        <legend>{translate("spaces.size-price")}</legend>
        <div className="spaces-pair">
          <OptionalNumber
            label={translate("spaces.area-least")}
            value={filters.areaLeast}
            {...SPACE_AREA_RANGE}
            digits={AMOUNT_DIGITS}
            onChange={(areaLeast) => {
              change({ areaLeast });
            }}
          />
          <OptionalNumber
            label={translate("spaces.area-most")}
            value={filters.areaMost}
            {...SPACE_AREA_RANGE}
            digits={AMOUNT_DIGITS}
            onChange={(areaMost) => {
              change({ areaMost });
            }}
          />
        </div>
        <OptionalNumber
          label={translate("spaces.price-most")}
          value={filters.priceMost}
          {...SPACE_PRICE_RANGE}
          digits={AMOUNT_DIGITS}
          onChange={(priceMost) => {
            change({ priceMost });
          }}
        />
        <div className="edit-field">
          <label htmlFor={dateId}>{translate("spaces.available-on")}</label>
          <input
            id={dateId}
            className="edit-control"
            type="date"
            value={typedDay ?? filters.availableOn ?? ""}
            onBlur={() => {
              setTypedDay(null);
            }}
            onChange={({ target }) => {
              // A year is typed digit by digit, and each is a day of its own.
              setTypedDay(target.value);
              if (target.value === "") change({ availableOn: null });
              else if (isDay(target.value)) change({ availableOn: target.value });
            }}
          />
        </div>
      </fieldset>
      <NearField
        actions={actions}
        near={filters.near}
        within={filters.within}
        found={filters.near === null ? null : (answer?.near ?? null)}
        onNear={(near) => {
          if (near === null) setSpaces(stores.view, { filters: { ...filters, near, within: null }, sort: "fit" });
          else {
            const within = filters.near === null ? USUAL_WITHIN : filters.within;
            setSpaces(stores.view, { filters: { ...filters, near, within }, sort: "distance" });
          }
        }}
        onWithin={(within) => {
          change({ within });
        }}
      />
      <AroundPart
        around={filters.around}
        onChange={(around) => {
          change({ around });
        }}
      />
      <Checks
        legend={translate("spaces.country")}
        values={countries}
        chosen={filters.countries}
        words={(country) => format.country(country)}
        onChange={(chosen) => {
          change({ countries: chosen });
        }}
      />
      <div className="spaces-part">
        <label className="spaces-check">
          <input
            type="checkbox"
            checked={filters.statedOnly}
            onChange={({ target }) => {
              change({ statedOnly: target.checked });
            }}
          />
          {translate("spaces.stated-only")}
        </label>
        <Button
          icon="reset"
          disabled={wishesOf(filters).length === 0 && filters.near === null && !filters.statedOnly}
          onClick={() => {
            setSpaces(stores.view, { filters: NO_SPACE_FILTERS, sort: "fit" });
          }}
        >
          {translate("spaces.clear")}
        </Button>
      </div>
    </form>
  );
}

interface ChecksProps {
  readonly legend: string;
  readonly values: readonly string[];
  readonly chosen: readonly string[];
  readonly words: (value: string) => string;
  /** @param chosen ascending */
  readonly onChange: (chosen: readonly string[]) => void;
}

function Checks({ legend, values, chosen, words, onChange }: ChecksProps) {
  if (values.length === 0) return null;
  return (
    <fieldset className="spaces-part">
      <legend>{legend}</legend>
      <div className="spaces-checks">
        {values.map((value) => (
          <label key={value} className="spaces-check">
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ target }) => {
                onChange((target.checked ? [...chosen, value] : chosen.filter((other) => other !== value)).toSorted());
              }}
            />
            {words(value)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
