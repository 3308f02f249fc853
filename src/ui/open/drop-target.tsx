import { useEffect, useRef, useState } from "react";
import { useImportOpen } from "../import/use-import.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { carriesFiles, droppedFile, isTyping, looksLikeTable } from "./dropped-file.ts";
import { OpenReportView } from "./open-report.tsx";
import { useOpenFile } from "./use-open-file.ts";
import "./open.css";

/** The whole page as a place to drop or paste a file, and the report of what opening one did, whichever way it began. */
export function DropTarget() {
  const { translate } = useAtlas();
  const { opening, open, openText, dismiss } = useOpenFile();
  const inDialog = useImportOpen();
  const [dragging, setDragging] = useState(false);
  const overlay = useRef<HTMLDivElement>(null);

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
    const paste = ({ clipboardData, target }: ClipboardEvent) => {
      if (clipboardData === null || isTyping(target)) return;
      if (clipboardData.files.length > 0) {
        open(droppedFile(clipboardData));
        return;
      }
      const text = clipboardData.getData("text/plain");
      if (looksLikeTable(text)) openText(text);
    };
    window.addEventListener("dragover", over);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    window.addEventListener("paste", paste);
    return () => {
      window.removeEventListener("dragover", over);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
      window.removeEventListener("paste", paste);
    };
  }, [open, openText]);

  // A popover lies above an open dialog too.
  useEffect(() => {
    if (dragging) overlay.current?.showPopover();
  }, [dragging]);

  return (
    <div className="drop-target">
      {!inDialog && <OpenReportView opening={opening} onDismiss={dismiss} />}
      {dragging && (
        <div ref={overlay} className="drop-overlay" popover="manual" aria-hidden="true">
          <p>{translate("export.drop-here")}</p>
        </div>
      )}
    </div>
  );
}
