import { useEffect, useId, useRef, useState, type ReactNode } from "react";
import { flushSync } from "react-dom";
import { Icon } from "../shared/icon.tsx";
import { placeBelow } from "./place-below.ts";

export interface MenuChipProps {
  /** What the chip says: its name, and what is chosen. */
  readonly label: ReactNode;
  readonly menuLabel: string;
  readonly active: boolean;
  /** The name of the button that clears what is chosen; without one there is none. */
  readonly clear?: { readonly label: string; readonly onClear: () => void };
  /** Called when the menu opens, with its element; by default the first control in it takes the focus. */
  readonly onOpen?: (menu: HTMLElement) => void;
  /** Gives the menu's content, from when it is first opened; what is costly need not be there while it is closed. */
  readonly children: (menuId: string, isOpen: boolean) => ReactNode;
}

/** A chip that says what is chosen, and the menu that it opens. */
export function MenuChip({ label, menuLabel, active, clear, onOpen = focusFirst, children }: MenuChipProps) {
  const opener = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const menuId = useId();
  const [state, setState] = useState<"never-opened" | "open" | "closed">("never-opened");
  // A window that is turned or made smaller takes an open menu with it.
  useEffect(() => {
    if (state !== "open") return;
    const place = () => {
      if (menu.current !== null && opener.current !== null) placeBelow(menu.current, opener.current);
    };
    window.addEventListener("resize", place);
    return () => {
      window.removeEventListener("resize", place);
    };
  }, [state]);
  const hasClear = active && clear !== undefined;
  return (
    <div className="filter-chip" data-active={active} data-clear={hasClear}>
      <button ref={opener} type="button" className="filter-chip-open" popoverTarget={menuId} aria-haspopup="dialog">
        {label}
        {!hasClear && <Icon name="chevron-down" size={12} />}
      </button>
      {hasClear && (
        <button
          type="button"
          className="filter-chip-clear"
          aria-label={clear.label}
          title={clear.label}
          onClick={() => {
            clear.onClear();
            opener.current?.focus();
          }}
        >
          <Icon name="close" size={12} />
        </button>
      )}
      <div
        ref={menu}
        id={menuId}
        popover="auto"
        role="dialog"
        aria-label={menuLabel}
        className="filter-menu"
        onBeforeToggle={(event) => {
          if (event.newState !== "open" || opener.current === null) return;
          flushSync(() => {
            setState("open");
          });
          placeBelow(event.currentTarget, opener.current);
        }}
        onToggle={(event) => {
          if (event.newState === "open") onOpen(event.currentTarget);
          else setState("closed");
        }}
      >
        {state !== "never-opened" && children(menuId, state === "open")}
      </div>
    </div>
  );
}

function focusFirst(menu: HTMLElement): void {
  menu.querySelector<HTMLElement>("button, input")?.focus();
}
