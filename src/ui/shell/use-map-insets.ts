import { useLayoutEffect, type RefObject } from "react";

const SIDES = ["top", "right", "bottom", "left"] as const;

/**
 * Tells the style sheet, as `--map-top` and so on, which part of the window is left for the map.
 * @param layout names the state of the columns; a change of it counts before the browser paints
 */
export function useMapInsets(area: RefObject<HTMLElement | null>, layout: string): void {
  useLayoutEffect(() => {
    if (area.current !== null) writeInsets(area.current);
  }, [area, layout]);

  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    let frame = 0;
    // A frame later: inside the callback the map's own observer would be called twice in one round.
    const follow = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(() => {
        writeInsets(element);
      });
    };
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    observer.observe(document.documentElement);
    // In a low window the head scrolls away, and the map moves with what is below it.
    const shell = element.closest(".shell");
    shell?.addEventListener("scroll", follow, { passive: true });
    return () => {
      shell?.removeEventListener("scroll", follow);
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, [area]);
}

function writeInsets(area: HTMLElement): void {
  const root = document.documentElement;
  const box = area.getBoundingClientRect();
  const inset = {
    top: box.top,
    right: root.clientWidth - box.right,
    bottom: root.clientHeight - box.bottom,
    left: box.left,
  };
  for (const side of SIDES)
    root.style.setProperty(`--map-${side}`, `${String(Math.max(0, Math.round(inset[side])))}px`);
}
