import { useCallback, useEffect, useRef, type RefObject } from "react";

/**
 * Moves the focus to the sheet's heading when another record is opened, unless it was opened on the map or with the
 * page; `close` gives the focus back to where it came from.
 * @param shown names the record shown; `null` while none is
 */
export function useSheetFocus(
  shown: string | null,
  heading: RefObject<HTMLElement | null>,
): { readonly close: (hide: () => void) => void } {
  const before = useRef<string | null | undefined>(undefined);
  const opener = useRef<HTMLElement | null>(null);
  useEffect(() => {
    const first = before.current === undefined;
    const changed = before.current !== shown;
    before.current = shown;
    if (first || !changed || shown === null) return;
    const active = document.activeElement;
    if (active instanceof HTMLElement && active.closest("canvas") !== null) return;
    if (active instanceof HTMLElement && active.closest(".sheet") === null) opener.current = active;
    heading.current?.focus({ preventScroll: true });
  }, [shown, heading]);
  const close = useCallback((hide: () => void) => {
    hide();
    if (opener.current?.isConnected === true) opener.current.focus();
    opener.current = null;
  }, []);
  return { close };
}
