import { useEffect, useId, useRef, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

export interface CopyFieldProps {
  readonly label: string;
  readonly text: string;
  /** The button's words. */
  readonly act: string;
  readonly done: string;
  readonly refused: string;
  /** Code, in lines; else one line. */
  readonly isCode?: boolean;
  /** How copying it went before it was shown; `null` while that is not known, or was not tried. */
  readonly copied?: boolean | null;
}

/** A text to be copied, by a button that says whether it was; where the browser refuses, it is selected to be copied by hand. */
export function CopyField({ label, text, act, done, refused, isCode = false, copied = null }: CopyFieldProps) {
  const { actions } = useAtlas();
  const [answer, setAnswer] = useState<{ readonly text: string; readonly copied: boolean } | null>(null);
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const id = useId();
  const isCopied = answer === null ? copied : answer.text === text ? answer.copied : null;
  useEffect(() => {
    if (isCopied === false) field.current?.select();
  }, [isCopied, answer]);
  const Field = isCode ? "textarea" : "input";
  return (
    <div className="share-field">
      <label htmlFor={id}>{label}</label>
      <div className="share-row" data-code={isCode}>
        <Field
          id={id}
          ref={field}
          readOnly
          spellCheck={false}
          {...(isCode && { rows: text.split("\n").length })}
          value={text}
          onFocus={({ target }) => {
            target.select();
          }}
        />
        <Button
          {...(isCopied === true && { icon: "check" as const })}
          onClick={() => {
            void actions.copyText(text).then((answered) => {
              setAnswer({ text, copied: answered });
            });
          }}
        >
          {act}
        </Button>
      </div>
      <p className="share-answer" role="status">
        {isCopied === true ? done : isCopied === false ? refused : ""}
      </p>
    </div>
  );
}
