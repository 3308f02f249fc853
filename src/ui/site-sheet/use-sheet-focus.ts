import { useCallback, useEffect, useRef } from "react";
import { useAtlas } from "../shared/atlas-context.ts";

/** The heading that takes the focus; there is one sheet at a time. */
export const SHEET_TITLE_ID = "sheet-title";

/**
 * Moves the focus to the sheet's heading when another record is opened, unless it was opened on the map or with the
 * page, or by the page around, which keeps the focus. The function given back closes the sheet and returns the focus to where it came from.
 * @param shown names the record shown; `null` while none is
 */
export function useSheetFocus(shown: string | null, hide: () => void): () => void {
  const { stores } = useAtlas();
  const before = useRef(shown);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    if (before.current === shown) return;
    before.current = shown;
    if (shown === null || (stores.view.getState().embed !== null && !document.hasFocus())) return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active.closest(".sheet") === null) opener.current = active;
    if (active?.tagName === "CANVAS") return;
    document.getElementById(SHEET_TITLE_ID)?.focus({ preventScroll: true });
  }, [shown, stores]);
  return useCallback(() => {
    hide();
    if (opener.current?.isConnected === true) opener.current.focus();
    opener.current = null;
  }, [hide]);
}
