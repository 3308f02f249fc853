import { useEffect, useRef } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

export interface FormFootProps {
  /** How many fields are wrong, once that is to be said; 0 until then. */
  readonly problems: number;
  /** Whether it is asked if what was typed shall be given up. */
  readonly asking: boolean;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
  readonly onCancel: () => void;
}

/** What ends a form: saving and giving up, or the question whether what was typed shall go. */
export function FormFoot({ problems, asking, onKeep, onDiscard, onCancel }: FormFootProps) {
  const { translate } = useAtlas();
  const foot = useRef<HTMLElement>(null);
  useEffect(() => {
    if (asking) foot.current?.querySelector("button")?.focus();
  }, [asking]);
  return (
    <footer ref={foot} className="edit-foot">
      {asking ? (
        <>
          <p role="alert">{translate("edit.discard-question")}</p>
          <Button onClick={onKeep}>{translate("edit.keep-editing")}</Button>
          <Button variant="primary" onClick={onDiscard}>
            {translate("edit.discard")}
          </Button>
        </>
      ) : (
        <>
          <p role="alert">{problems > 0 && translate("edit.problems", { count: problems })}</p>
          <Button onClick={onCancel}>{translate("edit.cancel")}</Button>
          <Button variant="primary" type="submit">
            {translate("edit.save")}
          </Button>
        </>
      )}
    </footer>
  );
}
