import { useId } from "react";
import { CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import {
  AROUND_COUNT_RANGE,
  AROUND_KINDS,
  AROUND_REACH_RANGE,
  MOST_AROUND,
  type AroundWish,
} from "#domain/space/space-filters.ts";
import { meters } from "#domain/units.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button, IconButton } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";
import { aroundWishWords } from "./wish-words.ts";

/** What is proposed: a lively neighbourhood, and one without much competition. */
const LIVELY: AroundWish = { bound: "least", count: 5, of: "service", reach: meters(5000) };
const FEW_OF_MY_KIND: AroundWish = { bound: "most", count: 2, of: "music", reach: meters(10_000) };

export interface AroundPartProps {
  readonly around: readonly AroundWish[];
  readonly onChange: (around: readonly AroundWish[]) => void;
}

/** What shall stand around a room, and what shall not. */
export function AroundPart({ around, onChange }: AroundPartProps) {
  const { translate } = useAtlas();
  const add = (wish: AroundWish) => {
    onChange([...around, wish]);
  };
  const isFull = around.length === MOST_AROUND;
  return (
    <fieldset className="spaces-part">
      <legend>{translate("spaces.around")}</legend>
      {around.map((wish, position) => (
        <AroundFields
          key={position}
          wish={wish}
          onChange={(changed) => {
            onChange(around.with(position, changed));
          }}
          onRemove={() => {
            onChange(around.toSpliced(position, 1));
          }}
        />
      ))}
      <div className="room-buttons">
        <Button
          icon="plus"
          disabled={isFull}
          onClick={() => {
            add(LIVELY);
          }}
        >
          {translate("spaces.around-lively")}
        </Button>
        <Button
          icon="plus"
          disabled={isFull}
          onClick={() => {
            add(FEW_OF_MY_KIND);
          }}
        >
          {translate("spaces.around-few")}
        </Button>
      </div>
      <p className="room-muted">{translate("spaces.around-note")}</p>
    </fieldset>
  );
}

interface AroundFieldsProps {
  readonly wish: AroundWish;
  readonly onChange: (wish: AroundWish) => void;
  readonly onRemove: () => void;
}

function AroundFields({ wish, onChange, onRemove }: AroundFieldsProps) {
  const atlas = useAtlas();
  const { translate } = atlas;
  const id = useId();
  const { bound, count, of, reach } = wish;
  const words = aroundWishWords(wish, atlas);
  return (
    <div className="spaces-around" role="group" aria-label={words}>
      <div className="edit-field">
        <label htmlFor={`${id}-bound`}>{translate("spaces.around-bound")}</label>
        <select
          id={`${id}-bound`}
          className="edit-control"
          value={bound}
          onChange={({ target }) => {
            onChange({ ...wish, bound: target.value === "most" ? "most" : "least" });
          }}
        >
          <option value="least">{translate("spaces.around-least")}</option>
          <option value="most">{translate("spaces.around-most")}</option>
        </select>
      </div>
      <NumberField
        label={translate("spaces.around-count")}
        value={count}
        {...AROUND_COUNT_RANGE}
        onChange={(value) => {
          onChange({ ...wish, count: value });
        }}
      />
      <div className="edit-field" data-wide="true">
        <label htmlFor={`${id}-of`}>{translate("spaces.around-of")}</label>
        <select
          id={`${id}-of`}
          className="edit-control"
          value={of}
          onChange={({ target }) => {
            const chosen = AROUND_KINDS.find((kind) => kind === target.value);
            if (chosen !== undefined) onChange({ ...wish, of: chosen });
          }}
        >
          {SECTORS.map((sector) => (
            <optgroup key={sector} label={translate("spaces.actors-of-sector", { sector })}>
              <option value={sector}>{translate("spaces.around-any", { sector })}</option>
              {CATEGORIES[sector].map((category) => (
                <option key={category} value={category}>
                  {translate(`category.${category}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      <NumberField
        label={translate("spaces.around-within")}
        value={reach / 1000}
        least={AROUND_REACH_RANGE.least / 1000}
        most={AROUND_REACH_RANGE.most / 1000}
        digits={1}
        unit="km"
        onChange={(value) => {
          onChange({ ...wish, reach: meters(Math.round(value * 1000)) });
        }}
      />
      <IconButton icon="bin" label={translate("spaces.around-remove", { wish: words })} onClick={onRemove} />
    </div>
  );
}
