import { useLayoutEffect, type RefObject } from "react";

const SIDES = ["top", "right", "bottom", "left"] as const;

/** Tells the style sheet, as `--map-top` and so on, which part of the window is left for the map. */
export function useMapInsets(area: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const root = document.documentElement;
    const measure = () => {
      const box = element.getBoundingClientRect();
      const inset = {
        top: box.top,
        right: root.clientWidth - box.right,
        bottom: root.clientHeight - box.bottom,
        left: box.left,
      };
      for (const side of SIDES) root.style.setProperty(`--map-${side}`, `${String(Math.max(0, Math.round(inset[side])))}px`);
    };
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    observer.observe(root);
    measure();
    return () => {
      observer.disconnect();
      for (const side of SIDES) root.style.removeProperty(`--map-${side}`);
    };
  }, [area]);
}
