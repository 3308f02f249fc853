import { useLayoutEffect, useState } from "react";
import type { Box } from "./place-card.ts";

/** The boxes around what each selector names, as far as it is in sight; kept in step with the page. `null` before the first look. */
export function useBoxes(selectors: readonly string[]): readonly Box[] | null {
  const [boxes, setBoxes] = useState<readonly Box[] | null>(null);
  useLayoutEffect(() => {
    const measure = () => {
      const now = selectors.flatMap((selector) => boxAround(elementsOf(selector)) ?? []);
      setBoxes((before) => (JSON.stringify(before) === JSON.stringify(now) ? before : now));
    };
    let frame = 0;
    const soon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    measure();
    const resized = new ResizeObserver(soon);
    for (const element of [document.body, ...selectors.flatMap(elementsOf)]) resized.observe(element);
    // Lists, texts and the page's language and theme change without a word.
    const changed = new MutationObserver(soon);
    changed.observe(document.documentElement, CHANGES);
    for (const event of EVENTS) addEventListener(event, soon, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(frame);
      resized.disconnect();
      changed.disconnect();
      for (const event of EVENTS) removeEventListener(event, soon, { capture: true });
    };
  }, [selectors]);
  return boxes;
}

/** Between a thing and the ring around it, CSS pixels. */
const AIR = 4;

/** After these something may stand elsewhere. */
const EVENTS = ["resize", "scroll", "transitionend", "click", "keyup", "change"] as const;

/** What may change in the page: positions set by style are those of the guide itself, and of the map. */
const CHANGES: MutationObserverInit = {
  subtree: true,
  childList: true,
  characterData: true,
  attributeFilter: ["lang", "hidden", "open", "class", "data-theme", "data-room", "aria-expanded"],
};

function elementsOf(selector: string): readonly HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(selector)];
}

/** The edges of what is seen of an element: what scrolls or cuts around it may hide a part. */
function seenRect(element: HTMLElement) {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  for (let around = element.parentElement; around !== null; around = around.parentElement) {
    if (getComputedStyle(around).overflowY === "visible") continue;
    const edge = around.getBoundingClientRect();
    left = Math.max(left, edge.left);
    top = Math.max(top, edge.top);
    right = Math.min(right, edge.right);
    bottom = Math.min(bottom, edge.bottom);
  }
  return { left, top, right, bottom };
}

/** `null` where nothing of them is in the window. */
function boxAround(elements: readonly HTMLElement[]): Box | null {
  const rects = elements
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    .map(seenRect)
    .filter(({ left, top, right, bottom }) => right > left && bottom > top);
  const left = Math.max(0, Math.min(...rects.map((rect) => rect.left)) - AIR);
  const top = Math.max(0, Math.min(...rects.map((rect) => rect.top)) - AIR);
  const width = Math.min(innerWidth, Math.max(...rects.map((rect) => rect.right)) + AIR) - left;
  const height = Math.min(innerHeight, Math.max(...rects.map((rect) => rect.bottom)) + AIR) - top;
  return width > 0 && height > 0 ? { left, top, width, height } : null;
}
