import type { ImportState } from "#state/import-store.ts";
import { openRoom } from "#state/view-store.ts";
import { useOpenFile } from "../open/use-open-file.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { Button } from "../shared/button.tsx";
import { Icon } from "../shared/icon.tsx";
import { StepFrame } from "./step-frame.tsx";
import { useImportActions } from "./use-import.ts";

export interface LoadedStepProps {
  readonly state: Extract<ImportState, { readonly phase: "loaded" }>;
  readonly onShow: () => void;
  readonly leave: () => void;
}

/** The table is part of the page: what came of the rows, whether it is kept, and where to go on. */
export function LoadedStep({ state, onShow, leave }: LoadedStepProps) {
  const { stores, translate } = useAtlas();
  const imports = useImportActions();
  const { choose } = useOpenFile();
  const { info, kept } = state;
  return (
    <StepFrame
      title={translate("import.loaded.title")}
      actions={
        <>
          <Button
            onClick={() => {
              imports.cancel();
              choose();
            }}
          >
            {translate("import.loaded.another")}
          </Button>
          <Button
            onClick={() => {
              leave();
              openRoom(stores.view, "data");
            }}
          >
            {translate("import.loaded.data-room")}
          </Button>
          <Button variant="primary" onClick={onShow}>
            {translate("import.loaded.show")}
          </Button>
        </>
      }
    >
      <div className="import-callout" data-severity="settled">
        <p className="import-callout-title">
          {translate("import.loaded.count", {
            title: info.title,
            kind: translate(`table-kind.${info.kind}.inline`, { count: info.rowCount }),
          })}
        </p>
        <p>
          {translate("import.loaded.sum", {
            read: info.rowsRead,
            rejected: info.rowsRejected,
            merged: info.rowsMerged,
          })}
        </p>
      </div>
      <p className="import-note">
        <Icon name={kept ? "check" : "warning"} size={14} />
        {translate(kept ? "import.loaded.kept" : "import.loaded.not-kept")}
      </p>
    </StepFrame>
  );
}
