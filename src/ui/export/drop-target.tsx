import { useEffect, useState } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { carriesFiles, droppedFile } from "./dropped-file.ts";
import { OpenReportView } from "./open-report.tsx";
import { useOpenFile } from "./use-open-file.ts";
import "./export.css";

/** The whole page as a place to drop an exported file, and the report of what opening one did, whichever way it began. */
export function DropTarget() {
  const { translate } = useAtlas();
  const { opening, open, dismiss } = useOpenFile();
  const [dragging, setDragging] = useState(false);

  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) event.dataTransfer.dropEffect = "copy";
      setDragging(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const drop = (event: DragEvent) => {
      setDragging(false);
      if (!carriesFiles(event.dataTransfer) || event.dataTransfer === null) return;
      event.preventDefault();
      open(droppedFile(event.dataTransfer));
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, [open]);

  return (
    <div className="drop-target">
      <OpenReportView opening={opening} onDismiss={dismiss} />
      {dragging && (
        <div className="drop-overlay" aria-hidden="true">
          <p>{translate("export.drop-here")}</p>
        </div>
      )}
    </div>
  );
}
