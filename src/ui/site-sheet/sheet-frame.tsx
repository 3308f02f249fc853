import { Suspense, useEffect, useRef, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { SHEET_TITLE_ID } from "./use-sheet-focus.ts";

export interface SheetFrameProps {
  /** Names the record shown; another one moves focus and scroll to the top. */
  readonly shown: string;
  /** One line over the title: where it is. */
  readonly crumbs: string;
  readonly title: string;
  /** BCP 47 code of the title's language, where it is not the page's. */
  readonly titleLanguage?: string | undefined;
  /** Beneath the title: local name, tags. */
  readonly head?: ReactNode;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The sheet's outside: heading, close button, Esc, focus, scroll. */
export function SheetFrame({ shown, crumbs, title, titleLanguage, head, onClose, children }: SheetFrameProps) {
  const { translate } = useAtlas();
  const sheet = useRef<HTMLElement>(null);

  useEffect(() => {
    sheet.current?.scrollTo({ top: 0 });
  }, [shown]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || ownsEscape(event.target)) return;
      onClose();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [onClose]);

  return (
    <article className="sheet" ref={sheet} aria-labelledby={SHEET_TITLE_ID}>
      <header className="sheet-header">
        <div className="sheet-topline">
          <p className="sheet-crumbs">{crumbs}</p>
          <IconButton icon="close" label={translate("sheet.close")} className="sheet-close" onClick={onClose} />
        </div>
        <h2 id={SHEET_TITLE_ID} className="sheet-title" tabIndex={-1} lang={titleLanguage}>
          {title}
        </h2>
        {head}
      </header>
      <Suspense fallback={<SheetLoading />}>{children}</Suspense>
    </article>
  );
}

/** Stands for numbers that are being computed, or for what is being loaded. */
export function SheetLoading() {
  const { translate } = useAtlas();
  return (
    <div className="sheet-loading" role="status">
      <span className="sheet-loading-words">{translate("sheet.loading")}</span>
      <span className="sheet-loading-block" aria-hidden="true" />
      <span className="sheet-loading-block" aria-hidden="true" />
    </div>
  );
}

/** Whether Esc already means something where it was pressed: leaving a text field, closing a window or a menu. */
function ownsEscape(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]") !== null) return true;
  return (
    target instanceof Element &&
    target.closest("input, textarea, select, [role=menu], [role=listbox], [role=combobox], [popover]") !== null
  );
}
