import { useEffect, useRef, useState, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Dialog } from "../shared/dialog.tsx";
import { useOpener } from "../shared/use-opener.ts";
import { numberText, type Draft } from "./draft.ts";
import { openForm } from "./editing-state.ts";
import { FormFoot } from "./form-foot.tsx";
import type { PositionField } from "./position-fields.tsx";
import { usePointPick } from "./use-point-pick.tsx";
import type { FormState } from "./use-form.ts";
import "./edit-form.css";

export interface FormDialogProps<Row, Field extends string> {
  readonly title: string;
  readonly form: FormState<Row, Field | PositionField>;
  /** Takes the finished record. */
  readonly onSave: (row: Row) => void;
  readonly children: (pick: () => void) => ReactNode;
}

/** The window around a form: saving, giving up (asked first where something was typed), folding away while the map is asked. */
export function FormDialog<Row, Field extends string>({ title, form, onSave, children }: FormDialogProps<Row, Field>) {
  const { actions } = useAtlas();
  const [asking, setAsking] = useState(false);
  const [tries, setTries] = useState(0);
  const pointPick = usePointPick();
  const [picks, setPicks] = useState(0);
  const giveFocusBack = useOpener();
  const body = useRef<HTMLFormElement>(null);
  const problems = form.result.problems.size;

  useEffect(() => {
    if (tries > 0) body.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  useEffect(() => {
    if (picks > 0) body.current?.querySelector<HTMLElement>(".edit-pick .button")?.focus();
  }, [picks]);

  const close = () => {
    openForm(actions, null);
    giveFocusBack();
  };
  const giveUp = () => {
    if (pointPick.isPicking) return;
    if (form.dirty) setAsking(true);
    else close();
  };
  const save = () => {
    const { row } = form.result;
    if (row === null) {
      form.showAll();
      setTries(tries + 1);
      return;
    }
    if (form.dirty) onSave(row);
    close();
  };
  const pick = async () => {
    setAsking(false);
    const point = await pointPick.pick();
    // Where the old position came from says nothing about the new one.
    if (point !== null)
      form.set({ lat: pickedText(point.lat), lon: pickedText(point.lon), positionSource: "" } as Partial<
        Draft<Field | PositionField>
      >);
    setPicks(picks + 1);
  };

  return (
    <>
      <Dialog open={!pointPick.isPicking} onClose={giveUp} title={title}>
        <form
          ref={body}
          className="edit-form"
          noValidate
          onInput={() => {
            setAsking(false);
          }}
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          {children(() => {
            void pick();
          })}
          <FormFoot
            problems={tries > 0 ? problems : 0}
            asking={asking}
            onKeep={() => {
              setAsking(false);
            }}
            onDiscard={close}
            onCancel={giveUp}
          />
        </form>
      </Dialog>
      {pointPick.notice}
    </>
  );
}

/** Degrees with six decimals, 0.11 m: more than a hand can point at. */
function pickedText(degrees: number): string {
  return numberText(Number(degrees.toFixed(6)));
}
