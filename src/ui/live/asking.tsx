import type { AskProgress } from "#domain/live/ask.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";

export interface AskingProps {
  /** What is asked for, for those who do not see the bar. */
  readonly label: string;
  /** `null` before the first request. */
  readonly progress: AskProgress | null;
  /** How far it is, in words; empty before the first request. */
  readonly words: string;
  readonly onCancel: () => void;
}

/** Another host is being asked: which, how far it is, how long it is waited for, and the way to stop. */
export function Asking({ label, progress, words, onCancel }: AskingProps) {
  const { translate } = useAtlas();
  return (
    <>
      <p className="live-lead">
        {progress === null ? translate("live.asking.first") : translate("live.asking", { host: progress.host })}
      </p>
      <progress
        className="live-progress"
        aria-label={label}
        max={progress?.areasAll ?? 1}
        {...(progress !== null && progress.areasDone > 0 && { value: progress.areasDone })}
      />
      <p className="live-muted" role="status">
        {words}
        {progress?.waitSeconds != null &&
          ` ${translate("live.asking.wait", { host: progress.host, seconds: progress.waitSeconds })}`}
      </p>
      <div className="live-actions">
        <Button autoFocus onClick={onCancel}>
          {translate("live.cancel")}
        </Button>
      </div>
    </>
  );
}
