import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { useAtlas } from "./atlas-context.ts";
import { IconButton } from "./button.tsx";

export interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/**
 * A modal window: the browser keeps the focus inside and gives it back. Esc, the cross and a click beside it only ask to
 * be closed; `open` decides. Empty while closed.
 */
export function Dialog({ open, onClose, title, children }: DialogProps) {
  const { translate } = useAtlas();
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  /** How often the browser closed the window by itself, as it does on a second Esc; then it is shown again if it is still open. */
  const [forced, setForced] = useState(0);

  useEffect(() => {
    const element = dialog.current;
    if (element === null) return;
    if (open && !element.open) element.showModal();
    if (!open && element.open) element.close();
  });

  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      onCancel={(event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
      onClose={() => {
        // The event comes later than the closing: a window opened again since then was not closed by the browser.
        if (!open || dialog.current?.open === true) return;
        onClose();
        setForced(forced + 1);
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {open && (
        <div className="dialog-body">
          <header className="dialog-header">
            <h2 id={titleId} className="dialog-title">
              {title}
            </h2>
            <IconButton icon="close" label={translate("shared.close")} onClick={onClose} />
          </header>
          {children}
        </div>
      )}
    </dialog>
  );
}
