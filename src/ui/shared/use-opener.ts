import { useState } from "react";

/**
 * Gives the focus back to what had it when a window opened, once the window is gone: what lies behind it takes none.
 * @param instead takes it where that is no longer there
 */
export function useOpener(instead?: string): () => void {
  const [opener] = useState(() => document.activeElement);
  return () => {
    requestAnimationFrame(() => {
      const isThere = opener instanceof HTMLElement && opener.isConnected && opener !== document.body;
      if (isThere) opener.focus();
      else if (instead !== undefined) document.querySelector<HTMLElement>(instead)?.focus();
    });
  };
}
