import { useCallback, useEffect, useRef, useState } from "react";
import { SECTORS } from "#domain/actor/actor.ts";
import type { Point } from "#domain/geo/points.ts";
import { ACTORS_RANGE, type Hypothetical } from "#domain/what-if/hypothetical.ts";
import { categoriesOf } from "../edit/actor-draft.ts";
import { numberText, type Draft } from "../edit/draft.ts";
import { ChoiceField, CountryField, TextField } from "../edit/fields.tsx";
import { parsePosition } from "../edit/position-text.ts";
import { useForm, type FormState } from "../edit/use-form.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { NumberField } from "../shared/number-field.tsx";
import { PlacePicker } from "./place-picker.tsx";
import { readSupposed, type Supposed, type SupposeField } from "./suppose-draft.ts";
import type { OpenedWhatIf } from "./what-if-state.ts";

const KINDS = ["actors", "site"] as const;
const POSITION_DECIMALS = 6;

export interface SupposeFormProps {
  readonly draft: SupposeDraft;
  /** The map was asked, and the window has come back. */
  readonly picked: boolean;
  /** Asks the map for a point. */
  readonly onPick: () => void;
  readonly onAdd: (hypothetical: Hypothetical) => void;
  readonly onCancel: () => void;
}

/** What is typed, which outlives the window while the map is asked. */
export interface SupposeDraft {
  readonly what: OpenedWhatIf["what"];
  readonly setWhat: (what: OpenedWhatIf["what"]) => void;
  readonly count: number;
  readonly setCount: (count: number) => void;
  readonly form: FormState<Supposed, SupposeField>;
  /** @param country `null` where it is not known */
  readonly setPoint: (point: Point, country: string | null) => void;
}

export function useSupposeDraft({ what: first, place }: OpenedWhatIf): SupposeDraft {
  const [what, setWhat] = useState(first);
  const [count, setCount] = useState<number>(DEFAULT_COUNT);
  const read = useCallback((draft: Draft<SupposeField>) => readSupposed(draft, what), [what]);
  const form = useForm<Supposed, SupposeField>(
    {
      name: "",
      sector: "trade",
      category: "unknown",
      lat: place === null ? "" : positionText(place.point.lat),
      lon: place === null ? "" : positionText(place.point.lon),
      country: place?.country ?? "",
    },
    read,
  );
  const setPoint = (point: Point, country: string | null) => {
    form.set({ lat: positionText(point.lat), lon: positionText(point.lon), country: country ?? "" });
  };
  return { what, setWhat, count, setCount, form, setPoint };
}

/** Actors or a site to suppose: what, how many, where. */
export function SupposeForm({ draft, picked, onPick, onAdd, onCancel }: SupposeFormProps) {
  const { translate } = useAtlas();
  const { what, setWhat, count, setCount, form, setPoint } = draft;
  const [tries, setTries] = useState(0);
  const body = useRef<HTMLFormElement>(null);
  const problems = form.result.problems.size;

  useEffect(() => {
    if (tries > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  useEffect(() => {
    if (picked) body.current?.querySelector<HTMLElement>(".what-if-pick")?.focus();
  }, [picked]);

  const takePair = (text: string): boolean => {
    const point = parsePosition(text);
    if (point !== null) setPoint(point, null);
    return point !== null;
  };

  return (
    <form
      ref={body}
      className="edit-form what-if-form"
      noValidate
      aria-label={translate("what-if.suppose")}
      onSubmit={(event) => {
        event.preventDefault();
        const { row } = form.result;
        if (row === null) {
          form.showAll();
          setTries(tries + 1);
        } else onAdd(row.kind === "site" ? row : { ...row, count });
      }}
    >
      <div className="what-if-kinds" role="group" aria-label={translate("what-if.suppose")}>
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="what-if-kind"
            aria-pressed={what === kind}
            onClick={() => {
              setWhat(kind);
            }}
          >
            {translate(`what-if.suppose-${kind}`)}
          </button>
        ))}
      </div>
      <div className="edit-fields">
        {what === "actors" ? (
          <>
            <ChoiceField
              form={form}
              field="sector"
              label={translate("edit.field.sector")}
              values={SECTORS}
              words="sector"
              also={(sector) =>
                (categoriesOf(sector) as readonly string[]).includes(form.draft.category) ? {} : { category: "unknown" }
              }
            />
            <ChoiceField
              form={form}
              field="category"
              label={translate("edit.field.category")}
              values={categoriesOf(form.draft.sector)}
              words="category"
            />
            <NumberField
              label={translate("what-if.how-many")}
              value={count}
              least={ACTORS_RANGE.least}
              most={ACTORS_RANGE.most}
              onChange={setCount}
            />
          </>
        ) : (
          <TextField form={form} field="name" label={translate("edit.field.name")} required wide />
        )}
      </div>
      <fieldset className="edit-part">
        <legend>{translate("what-if.where")}</legend>
        <PlacePicker onChoose={setPoint} onPick={onPick} />
        <div className="edit-fields">
          <TextField
            form={form}
            field="lat"
            kind="figures"
            label={translate("edit.field.lat")}
            required
            onPaste={takePair}
          />
          <TextField
            form={form}
            field="lon"
            kind="figures"
            label={translate("edit.field.lon")}
            required
            onPaste={takePair}
          />
          <CountryField
            form={form}
            field="country"
            label={translate("edit.field.country")}
            help={translate("what-if.country-help")}
            wide
          />
        </div>
      </fieldset>
      <footer className="edit-foot">
        <p role="alert">{tries > 0 && problems > 0 && translate("edit.problems", { count: problems })}</p>
        <Button onClick={onCancel}>{translate("edit.cancel")}</Button>
        <Button variant="primary" type="submit">
          {translate(`what-if.add-${what}`, { count })}
        </Button>
      </footer>
    </form>
  );
}

const DEFAULT_COUNT = 5;

function positionText(degrees: number): string {
  return numberText(Number(degrees.toFixed(POSITION_DECIMALS)));
}
