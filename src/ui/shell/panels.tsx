import { useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from "react";
import { useAtlas } from "../shared/atlas-context.ts";
import { nextHeight, settleHeight, stepHeight, type SheetHeight } from "./sheet-heights.ts";

/** Movement below this is a tap, CSS pixels. */
const TAP = 6;
/** Pixels of a control that the panel may cover. */
const COVERED = 8;
/** As in the style sheet: `--peek`, and the share of the space that "half" takes. */
const PEEK = 160;
const HALF = 0.52;

/** Lowers the panel from what has the focus, once it stands where it is moving to. */
async function giveWay(panel: HTMLElement, focused: Element, onHeight: PanelsProps["onHeight"]): Promise<void> {
  await Promise.allSettled(panel.getAnimations().map(({ finished }) => finished));
  if (document.activeElement !== focused) return;
  const control = focused.getBoundingClientRect();
  const { left, right, top } = panel.getBoundingClientRect();
  const isBeside = control.right <= left || control.left >= right;
  if (!isBeside && control.bottom > top + COVERED) onHeight("peek");
}

export interface PanelsProps {
  readonly height: SheetHeight;
  readonly onHeight: (height: SheetHeight) => void;
  /** On a narrow screen one of the two is in sight. */
  readonly showing: "list" | "sheet";
  readonly children: ReactNode;
}

/** List and sheet: columns of their own on a wide screen, one panel from below, of three heights, on a narrow one. */
export function Panels({ height, onHeight, showing, children }: PanelsProps) {
  const { translate } = useAtlas();
  const panels = useRef<HTMLDivElement>(null);
  const drag = useRef<{ readonly y: number; readonly height: number; moved: boolean } | null>(null);
  const [dragged, setDragged] = useState<number | null>(null);

  // A control of the map that the keyboard comes to has to be seen.
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element) || panels.current === null || !target.matches(":focus-visible")) return;
      if (target.closest("#map, .shell-map") === null || target.closest("dialog, [popover]") !== null) return;
      void giveWay(panels.current, target, onHeight);
    };
    document.addEventListener("focusin", onFocusIn);
    return () => {
      document.removeEventListener("focusin", onFocusIn);
    };
  }, [onHeight]);

  const onPointerDown = (event: PointerEvent<HTMLButtonElement>) => {
    const now = panels.current?.getBoundingClientRect().height;
    if (now === undefined || event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { y: event.clientY, height: now, moved: false };
  };
  const onPointerMove = (event: PointerEvent) => {
    const start = drag.current;
    if (start === null) return;
    const way = start.y - event.clientY;
    if (!start.moved && Math.abs(way) < TAP) return;
    start.moved = true;
    setDragged(Math.max(PEEK / 2, Math.min(space(), start.height + way)));
  };
  const onPointerUp = () => {
    if (drag.current?.moved === true && dragged !== null) {
      onHeight(settleHeight(dragged, [PEEK, space() * HALF, space()]));
    }
    setDragged(null);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    event.preventDefault();
    onHeight(stepHeight(height, event.key === "ArrowUp" ? 1 : -1));
  };
  const space = () => panels.current?.parentElement?.clientHeight ?? window.innerHeight;

  return (
    <div
      ref={panels}
      className="shell-panels"
      data-height={height}
      data-dragged={dragged !== null}
      data-showing={showing}
      style={dragged === null ? undefined : { height: `${String(dragged)}px` }}
    >
      <button
        type="button"
        className="shell-handle"
        aria-label={translate("shell.height", {
          now: translate(`shell.height.${height}`),
          next: translate(`shell.height.${nextHeight(height)}`),
        })}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={onPointerUp}
        onKeyDown={onKeyDown}
        onClick={() => {
          if (drag.current?.moved !== true) onHeight(nextHeight(height));
          drag.current = null;
        }}
      />
      {children}
    </div>
  );
}
