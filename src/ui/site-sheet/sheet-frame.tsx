import { useEffect, useId, useRef, type ReactNode } from "react";
import { selectRecord } from "#state/view-store.ts";
import { useAtlas } from "../shared/atlas-context.ts";
import { IconButton } from "../shared/button.tsx";
import { useSheetFocus } from "./use-sheet-focus.ts";

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
  readonly children: ReactNode;
}

/** The sheet's outside: heading, close button, Esc, focus, scroll. */
export function SheetFrame({ shown, crumbs, title, titleLanguage, head, children }: SheetFrameProps) {
  const { stores, translate } = useAtlas();
  const heading = useRef<HTMLHeadingElement>(null);
  const sheet = useRef<HTMLElement>(null);
  const titleId = useId();
  const { close } = useSheetFocus(shown, heading);

  useEffect(() => {
    sheet.current?.scrollTo({ top: 0 });
  }, [shown]);

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented || ownsEscape(event.target)) return;
      close(() => {
        selectRecord(stores.view, null);
      });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => {
      document.removeEventListener("keydown", onKeyDown);
    };
  }, [close, stores]);

  return (
    <article className="sheet" ref={sheet} aria-labelledby={titleId}>
      <header className="sheet-header">
        <div className="sheet-topline">
          <p className="sheet-crumbs">{crumbs}</p>
          <IconButton
            icon="close"
            label={translate("sheet.close")}
            className="sheet-close"
            onClick={() => {
              close(() => {
                selectRecord(stores.view, null);
              });
            }}
          />
        </div>
        <h2 id={titleId} className="sheet-title" ref={heading} tabIndex={-1} lang={titleLanguage}>
          {title}
        </h2>
        {head}
      </header>
      {children}
    </article>
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
