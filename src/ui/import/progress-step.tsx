import { useId } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { StepFrame } from "./step-frame.tsx";

export interface ProgressStepProps {
  readonly title: string;
  /** Share done, 0 to 1; `null` while it cannot be told. */
  readonly progress: number | null;
  readonly words: string;
  readonly cancel: { readonly words: string; readonly onCancel: () => void } | null;
}

/** Work that takes a while, how far it is, and the way to end it. */
export function ProgressStep({ title, progress, words, cancel }: ProgressStepProps) {
  const { format } = useAtlas();
  const id = useId();
  const percent = progress === null ? null : Math.floor(Math.min(1, progress) * 100);
  return (
    <StepFrame title={title} actions={cancel !== null && <Button onClick={cancel.onCancel}>{cancel.words}</Button>}>
      <div className="import-progress">
        <div
          className="import-progress-bar"
          role="progressbar"
          aria-labelledby={id}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent ?? undefined}
          data-known={percent !== null}
        >
          <span style={percent === null ? undefined : { width: `${String(percent)}%` }} />
        </div>
        <p className="import-progress-words">
          <span id={id}>{words}</span>
          {percent !== null && <b>{format.percent(percent / 100)}</b>}
        </p>
      </div>
    </StepFrame>
  );
}
