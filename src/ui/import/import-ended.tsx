import { useId } from "react";
import type { Issue } from "#domain/issue.ts";
import { describeRepair } from "#i18n/describe-issue.ts";
import { isMessageKey } from "#i18n/catalogs.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { IssueList } from "../shared/issue-list.tsx";
import { ChooseFileButton } from "./import-file.tsx";
import { ENCODINGS } from "./reading-choices.ts";
import { StepFrame } from "./step-frame.tsx";

export interface UnreadableStepProps {
  readonly file: string;
  readonly issues: readonly Issue[];
  readonly encoding: string | null;
  readonly onEncoding: (encoding: string | null) => void;
}

/** Nothing of the file can be read: why, and what may help. */
export function UnreadableStep({ file, issues, encoding, onEncoding }: UnreadableStepProps) {
  const { translate } = useAtlas();
  const id = useId();
  const repairs = [...new Set(issues.map((issue) => describeRepair(issue, translate)))];
  return (
    <StepFrame title={translate("import.unreadable.title")} actions={<ChooseFileButton />}>
      <p>{translate("import.unreadable.words")}</p>
      <div className="import-callout" data-severity="error">
        <IssueList issues={issues} />
      </div>
      {repairs.length > 0 && (
        <>
          <h4>{translate("import.repair")}</h4>
          <ul className="import-list">
            {repairs.map((repair) => (
              <li key={repair}>{repair}</li>
            ))}
          </ul>
        </>
      )}
      {isDelimitedText(file) && (
        <div className="import-field">
          <label htmlFor={id}>{translate("import.unreadable.encoding")}</label>
          <select
            id={id}
            value={encoding ?? ""}
            onChange={(event) => {
              onEncoding(event.target.value === "" ? null : event.target.value);
            }}
          >
            <option value="">{translate("import.reading.as-recognised")}</option>
            {ENCODINGS.map((label) => (
              <option key={label} value={label}>
                {translate(`encoding.${label}`)}
              </option>
            ))}
          </select>
        </div>
      )}
    </StepFrame>
  );
}

/** Whether another encoding may help: texts without a statement of their own encoding. */
function isDelimitedText(file: string): boolean {
  return !/\.(kml|kmz|gpx|zip|fgb|gpkg|xlsx|geojson|geojsonl|ndjson|json)$/i.test(file);
}

export interface FailedStepProps {
  readonly code: string;
  readonly onRetry: () => void;
}

/** The work ended by no fault of the file. */
export function FailedStep({ code, onRetry }: FailedStepProps) {
  const { translate } = useAtlas();
  const key = `failure.${code}`;
  return (
    <StepFrame
      title={translate("import.failed.title")}
      actions={
        <>
          <ChooseFileButton />
          <Button variant="primary" icon="reset" onClick={onRetry}>
            {translate("import.failed.retry")}
          </Button>
        </>
      }
    >
      <div className="import-callout" data-severity="error">
        <p>{isMessageKey(key) ? translate(key) : translate("import.failed.unknown", { code })}</p>
      </div>
    </StepFrame>
  );
}
