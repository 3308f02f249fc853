import { useEffect, useId, useMemo, useRef, useState, type ReactNode } from "react";
import { CATEGORIES, SECTORS } from "#domain/actor/actor.ts";
import {
  ACTOR_COUNT_RANGE,
  MOST_NEEDS,
  ROOM_COUNT_RANGE,
  type ConceptId,
  type ReuseConcept,
} from "#domain/options/concept.ts";
import { SPACE_KINDS } from "#domain/space/space.ts";
import { FormFoot } from "../edit/form-foot.tsx";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Dialog } from "../shared/dialog.tsx";
import {
  draftOf,
  needField,
  newNeed,
  readConceptDraft,
  type ConceptDraft,
  type ConceptProblems,
  type NeedDraft,
  type NeedField,
} from "./concept-draft.ts";

/** Of a concept that has none yet: whoever saves it gives it one. */
const NO_ID = "concept" as ConceptId;

export interface ConceptFormProps {
  /** `null` for a new one. */
  readonly concept: ReuseConcept | null;
  readonly onSave: (concept: ReuseConcept) => void;
  readonly onClose: () => void;
}

/** The form of a reuse concept; asks before anything typed is given up. */
export function ConceptForm({ concept, onSave, onClose }: ConceptFormProps) {
  const { translate } = useAtlas();
  const [start] = useState(() => draftOf(concept));
  const [draft, setDraft] = useState(start);
  const [nextKey, setNextKey] = useState(start.needs.length);
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState(false);
  const body = useRef<HTMLFormElement>(null);
  const { concept: read, problems } = useMemo(() => readConceptDraft(draft, concept?.id ?? NO_ID), [draft, concept]);
  useEffect(() => {
    if (tries > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  const set = (change: Partial<ConceptDraft>) => {
    setAsking(false);
    setDraft({ ...draft, ...change });
  };
  const setNeed = (key: number, change: Partial<NeedDraft>) => {
    set({ needs: draft.needs.map((need) => (need.key === key ? { ...need, ...change } : need)) });
  };
  const addNeed = (kind: NeedDraft["kind"]) => {
    set({ needs: [...draft.needs, newNeed(kind, nextKey)] });
    setNextKey(nextKey + 1);
  };
  const giveUp = () => {
    if (draft === start) onClose();
    else setAsking(true);
  };
  const save = () => {
    if (read === null) {
      setTries(tries + 1);
      return;
    }
    if (draft !== start) onSave(read);
    onClose();
  };
  const shownProblems: ConceptProblems = tries > 0 ? problems : NO_PROBLEMS;
  const isFull = draft.needs.length >= MOST_NEEDS;
  return (
    <Dialog
      open
      onClose={giveUp}
      title={concept === null ? translate("options.form-add") : translate("options.form-edit", { name: concept.name })}
    >
      <form
        ref={body}
        className="edit-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <div className="edit-fields">
          <Field label={translate("options.form-name")} field="name" problems={shownProblems} wide>
            {(control) => (
              <input
                {...control}
                value={draft.name}
                onChange={(event) => {
                  set({ name: event.target.value });
                }}
              />
            )}
          </Field>
          <Field label={translate("options.form-summary")} field="summary" problems={shownProblems} wide>
            {(control) => (
              <textarea
                {...control}
                rows={2}
                value={draft.summary}
                onChange={(event) => {
                  set({ summary: event.target.value });
                }}
              />
            )}
          </Field>
        </div>
        {draft.needs.map((need, position) => (
          <NeedFields
            key={need.key}
            need={need}
            number={position + 1}
            problems={shownProblems}
            onChange={(change) => {
              setNeed(need.key, change);
            }}
            onRemove={() => {
              set({ needs: draft.needs.filter(({ key }) => key !== need.key) });
            }}
          />
        ))}
        {shownProblems.has("needs") && (
          <p className="edit-problem" role="alert">
            {translate("options.problem.needs")}
          </p>
        )}
        <p className="room-buttons">
          {(["actors", "rooms"] as const).map((kind) => (
            <Button
              key={kind}
              icon="plus"
              disabled={isFull}
              onClick={() => {
                addNeed(kind);
              }}
            >
              {translate(`options.form-need-${kind}`)}
            </Button>
          ))}
          {isFull && <span className="room-muted">{translate("options.form-full", { most: MOST_NEEDS })}</span>}
        </p>
        <FormFoot
          problems={shownProblems.size}
          asking={asking}
          onKeep={() => {
            setAsking(false);
          }}
          onDiscard={onClose}
          onCancel={giveUp}
        />
      </form>
    </Dialog>
  );
}

const NO_PROBLEMS: ConceptProblems = new Map();

interface NeedFieldsProps {
  readonly need: NeedDraft;
  /** From 1. */
  readonly number: number;
  readonly problems: ConceptProblems;
  readonly onChange: (change: Partial<NeedDraft>) => void;
  readonly onRemove: () => void;
}

function NeedFields({ need, number, problems, onChange, onRemove }: NeedFieldsProps) {
  const { translate } = useAtlas();
  const isOfActors = need.kind === "actors";
  const range = isOfActors ? ACTOR_COUNT_RANGE : ROOM_COUNT_RANGE;
  const text = (field: Exclude<NeedField, "names">, label: string, wide: boolean, figures = false) => (
    <Field label={label} field={needField(need, field)} problems={problems} wide={wide} most={range.most}>
      {(control) => (
        <input
          {...control}
          inputMode={figures ? "decimal" : undefined}
          value={need[field]}
          onChange={(event) => {
            onChange({ [field]: event.target.value });
          }}
        />
      )}
    </Field>
  );
  const toggle = (name: string, wanted: boolean) => {
    const names = new Set(need.names);
    if (wanted) names.add(name);
    else names.delete(name);
    onChange({ names });
  };
  const namesProblem = problems.has(needField(need, "names"));
  return (
    <fieldset className="edit-part options-form-need">
      <legend>
        {translate(isOfActors ? "options.form-actors" : "options.form-rooms", { number })}{" "}
        <Button variant="link" aria-label={translate("options.form-remove-need", { number })} onClick={onRemove}>
          {translate("options.form-remove")}
        </Button>
      </legend>
      <div className="edit-fields">
        {text("count", translate(isOfActors ? "options.form-count-actors" : "options.form-count-rooms"), false, true)}
        {text("size", translate(isOfActors ? "options.form-reach" : "options.form-area"), false, true)}
        <div
          className="edit-field"
          data-wide="true"
          role="group"
          aria-label={translate(isOfActors ? "options.form-categories" : "options.form-kinds")}
        >
          <span className="room-muted">{translate(isOfActors ? "options.form-categories" : "options.form-kinds")}</span>
          {namesProblem && <p className="edit-problem">{translate("options.problem.names")}</p>}
          {isOfActors ? (
            SECTORS.map((sector) => (
              <Checks
                key={sector}
                title={translate(`sector.${sector}`)}
                names={CATEGORIES[sector]}
                words={(name) => translate(`category.${name}`)}
                chosen={need.names}
                invalid={namesProblem}
                onToggle={toggle}
              />
            ))
          ) : (
            <Checks
              title={null}
              names={SPACE_KINDS}
              words={(name) => translate(`space-kind.${name}`)}
              chosen={need.names}
              invalid={namesProblem}
              onToggle={toggle}
            />
          )}
        </div>
        {text("reason", translate("options.form-reason"), true)}
        {text("source", translate("options.form-source"), true)}
      </div>
    </fieldset>
  );
}

interface ChecksProps<Name extends string> {
  readonly title: string | null;
  readonly names: readonly Name[];
  readonly words: (name: Name) => string;
  readonly chosen: ReadonlySet<string>;
  readonly invalid: boolean;
  readonly onToggle: (name: Name, wanted: boolean) => void;
}

function Checks<Name extends string>({ title, names, words, chosen, invalid, onToggle }: ChecksProps<Name>) {
  return (
    <div className="options-checks">
      {title !== null && <b>{title}</b>}
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.has(name)}
            aria-invalid={invalid}
            onChange={(event) => {
              onToggle(name, event.target.checked);
            }}
          />{" "}
          {words(name)}
        </label>
      ))}
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  /** Of the problems. */
  readonly field: string;
  readonly problems: ConceptProblems;
  readonly wide?: boolean;
  /** The largest number, where the problem names it. */
  readonly most?: number;
  readonly children: (control: {
    readonly id: string;
    readonly className: string;
    readonly autoComplete: string;
    readonly "aria-invalid": boolean;
    readonly "aria-describedby": string | undefined;
  }) => ReactNode;
}

function Field({ label, field, problems, wide = false, most = 0, children }: FieldProps) {
  const { translate } = useAtlas();
  const id = useId();
  const problem = problems.get(field);
  return (
    <div className="edit-field" data-wide={wide}>
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        className: "edit-control",
        autoComplete: "off",
        "aria-invalid": problem !== undefined,
        "aria-describedby": problem === undefined ? undefined : `${id}-problem`,
      })}
      {problem !== undefined && (
        <p id={`${id}-problem`} className="edit-problem">
          {translate(`options.problem.${problem}`, { most })}
        </p>
      )}
    </div>
  );
}
